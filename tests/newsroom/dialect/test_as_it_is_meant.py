"""How a body looks on its page: every file of cases/nhu-nguoi-viet beside the outline of its page.

A new case is a new <name>.md with a <name>.txt: a paragraph a line, with / for a break; items after
"-" or their number, nested by two blanks; cells between |; a heading after as many # as its level.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

FOLDER = Path(__file__).parents[1] / "cases" / "nhu-nguoi-viet"
FILES = sorted(FOLDER.glob("*.md"))
_UNSHOWN = re.compile(r"\] ?\((?:https?:|images/)[^)]*\)|\]\([^)]*\)|</?[a-z][^<>À-ỹ]*>")
"""Addresses and tags."""
_BLOCKS = ("ul", "ol", "table", "p", "blockquote", "div", "details")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_page_shows_what_was_meant(file: Path, html: Callable[[str], str]) -> None:
    page = BeautifulSoup(html(file.read_text(encoding="utf-8")), "html.parser")

    shown = "".join(f"{line}\n" for line in outline(page, ""))
    assert shown == file.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_word_of_every_case_is_on_its_page(
    file: Path, words_of: Callable[[str], list[str]]
) -> None:
    body = file.read_text(encoding="utf-8")
    typed = re.findall(r"[^\W\d_]{2,}", _UNSHOWN.sub(" ", body))

    assert (
        Counter(typed) - Counter(re.findall(r"[^\W\d_]{2,}", " ".join(words_of(body)))) == Counter()
    )


def outline(parent: Tag, indent: str) -> Iterator[str]:
    """The blocks of an element, a line each."""
    for element in parent.find_all(recursive=False):
        if element.name == "ul":
            bullet = "" if element.get("class") == ["own-marks"] else "- "
            yield from items(element, indent, lambda _, bullet=bullet: bullet)
        elif element.name == "ol":
            start = int(str(element.get("start", "1")))
            yield from items(element, indent, lambda place, start=start: f"{start + place}. ")
        elif element.name == "table":
            for row in element.find_all("tr"):
                yield f"{indent}| {' | '.join(map(words, row.find_all(['th', 'td'])))} |"
        elif element.name == "blockquote":
            yield from outline(element, f"{indent}> ")
        elif element.name in ("div", "details"):
            yield f"{indent}<{element.name}>"
            yield from outline(element, f"{indent}  ")
        else:
            level = int(element.name[1]) if element.name[0] == "h" and element.name != "hr" else 0
            yield f"{indent}{'#' * level}{' ' * bool(level)}{words(element)}"


def items(element: Tag, indent: str, mark: Callable[[int], str]) -> Iterator[str]:
    for place, item in enumerate(element.find_all("li", recursive=False)):
        yield f"{indent}{mark(place)}{words(item)}"
        rest = item.find_all(_BLOCKS, recursive=False)
        yield from (
            line
            for block in (rest[1:] if rest and rest[0].name == "p" else rest)
            for line in outline(BeautifulSoup(str(block), "html.parser"), f"{indent}  ")
        )


def words(element: Tag) -> str:
    """The words of an element itself, not those of blocks within it but of its first paragraph."""
    copy = BeautifulSoup(str(element), "html.parser").find()
    assert isinstance(copy, Tag)
    first = copy.find("p", recursive=False)
    if isinstance(first, Tag):
        first.unwrap()
    for block in copy.find_all(_BLOCKS, recursive=False):
        block.decompose()
    for line_break in copy.find_all("br"):
        line_break.replace_with(" / ")
    return " ".join(copy.get_text().split())
