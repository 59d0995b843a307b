"""What is wrong with a page that a browser has opened: what axe finds, and what it complains of."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Request
from readers import listening

AXE = Path(__file__).parents[1] / "node_modules/axe-core/axe.min.js"
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},  # WCAG 2.2's own, which axe leaves off
    "resultTypes": ["violations"],
}


def violations(page: Page) -> list[str]:
    """What axe finds: the rule, what it wants, and the elements."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("(rules) => axe.run(rules)", RULES)["violations"]
    return [
        f"{violation['id']} ({violation['help']}): {node['html'][:160]} {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


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
