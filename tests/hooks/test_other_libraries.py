"""With other versions of its libraries a site is built in the plain way: the same pages, a note."""

import logging
from typing import Any

import markdown
import mkdocs
import pytest

from newsroom.quick_markdown import converter
from newsroom.site.mkdocs import known_libraries

BODY = """Mở đầu *nghiêng*.[^1] Xem [bài kia](bai-1.md#muc).

## Mục

| a | b |
|---|---|
| 1 | `2` |

[^1]: Chú thích.
"""


def files_of(site: Any) -> dict[str, bytes]:
    for number in range(16):
        site.article(f"bai-{number}", body=BODY)
    site.build(strict=True)
    return dict(site.files())


def notes(caplog: pytest.LogCaptureFixture, word: str) -> list[str]:
    return [record.getMessage() for record in caplog.records if word in record.getMessage()]


@pytest.mark.parametrize(
    ("module", "name", "told"),
    [
        (converter, "LIBRARY", f"Markdown {markdown.__version__} (đã thử: 0.1)"),
        (known_libraries, "MKDOCS", f"MkDocs {mkdocs.__version__} (đã thử: 0.1)"),
    ],
)
def test_site_of_another_version_is_the_same_and_says_once_why_it_took_longer(
    tiny_site: Any,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    module: Any,
    name: str,
    told: str,
) -> None:
    caplog.set_level(logging.INFO)
    quick = files_of(tiny_site)
    assert notes(caplog, "cách thường") == []

    for place in {module, known_libraries}:
        if hasattr(place, name):
            monkeypatch.setattr(place, name, "0.1")
    monkeypatch.setenv("PORTAL_CLEAN", "1")
    plain = files_of(tiny_site)

    assert plain == quick
    [note] = notes(caplog, "cách thường")
    assert told in note
    assert {record.levelname for record in caplog.records if record.getMessage() == note} == {
        "INFO"
    }


def test_markdown_without_what_the_quick_ways_are_made_of_is_used_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As versions before 3.11 are, whose patterns for emphasis have another name."""
    monkeypatch.setattr(markdown, "__version__", "3.10")
    monkeypatch.setitem(__import__("sys").modules, "newsroom.quick_markdown.quick", None)

    assert converter.markdown_with([], {}).convert("*a*") == "<p><em>a</em></p>"
