"""What a browser complains of while a page is open."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Request
from readers import listening


@contextmanager
def complaints(page: Page, site: str) -> Iterator[list[str]]:
    """Errors on the console and failed or outside requests, gathered while the block runs."""
    faults: list[str] = []

    def note(fault: str, *, wrong: bool = True) -> None:
        if wrong:
            faults.append(fault)

    def is_outside(request: Request) -> bool:
        return not request.url.startswith((site, "data:", "blob:"))

    with listening(
        page,
        console=lambda message: note(message.text, wrong=message.type == "error"),
        pageerror=lambda error: note(str(error)),
        request=lambda asked: note(f"outside: {asked.url}", wrong=is_outside(asked)),
        requestfailed=lambda asked: note(f"{asked.failure}: {asked.url}"),
        response=lambda got: note(f"{got.status}: {got.url}", wrong=got.status >= 400),
    ):
        yield faults
