"""Whatever staff type is shown as they typed it: escaped once, by whichever template prints it."""

import json
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from tiny_site import TinySite

TYPED = """Cá & <u>tôm</u> "rau" 'cỏ' &amp;"""
PART = "tôm"
"""Stands in whatever is left of the text where it was taken for markup, or escaped twice."""
QUOTED = json.dumps(TYPED, ensure_ascii=False)  # YAML in double quotes reads the same
SAID = (
    "site_name", "site_description", "name", "city", "district", "address", "phone",
    "working_hours", "notice",
)  # fmt: skip


class _Values(HTMLParser):
    """The texts and the attributes of a page, decoded as a browser does."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag = tag
        self.found += [value for _, value in attrs if value]

    def handle_data(self, data: str) -> None:
        if self._tag == "script" and data.lstrip().startswith("{"):
            self.found += _strings(json.loads(data))
        else:
            self.found.append(data)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)
    elif isinstance(value, str):
        yield value


def values_of(file: Path) -> list[str]:
    """All that a reader of the file can be shown."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".xml":
        nodes = list(ElementTree.fromstring(text).iter())  # noqa: S314 - our own build wrote it
        texts = [node.text or "" for node in nodes]
        # A feed's description is HTML within XML.
        return [text if TYPED in text else unescape(text) for text in texts]
    parser = _Values()
    parser.feed(text)
    parser.close()
    return parser.found


@pytest.fixture(scope="module")
def pages(shared_site: Any) -> dict[str, list[str]]:
    """The values of every page and feed of a ward of which everything says the text."""
    site: TinySite = shared_site()
    site.settings |= {"site_name": f"{TYPED} site_name", "site_description": f"{TYPED} site"}
    said = {name: f"Phường thử và {TYPED} {name}" for name in SAID[2:]}
    site.newsroom["ward"] = {**said, "email": "thu@phuong.example"}
    for section in site.newsroom["sections"]:
        section |= {"title": f"{TYPED} {section['slug']}", "description": TYPED}
    site.newsroom["campaigns"][0] |= {"title": TYPED, "organizer": TYPED, "description": TYPED}
    site.settings["nav"] += [{TYPED: "trang.md"}, {f"{TYPED} muc": ["con.md"]}]
    site.write("docs/trang.md", f"---\ndescription: {QUOTED}\n---\n\n# Trang\n\nChữ.\n")
    heading = "Cá &amp; &lt;u>tôm&lt;/u> \"rau\" 'cỏ' &amp;amp;"
    site.write("docs/con.md", f"# {heading}\n\nChữ.\n")
    site.write("articles/2023/images/anh.png", b"")
    site.write("articles/2023/tai-lieu/a.pdf", b"%PDF-1.4")
    texts = ("title", "summary", "image_alt", "image_caption", "author", "source", "organization")
    site.article("mot", {
        **dict.fromkeys(texts, QUOTED), "image": "images/anh.png", "campaign": "he",
        "tags": f"[{QUOTED}]", "quarter": "2023-Q1",
        "attachments": f"[{{title: {QUOTED}, file: tai-lieu/a.pdf}}]",
    })  # fmt: skip
    site.article("hai", {"title": QUOTED}, body="Bài hai.")
    site.build()
    files = [file for file in site.site.rglob("*") if file.suffix in (".html", ".xml")]
    return {file.relative_to(site.site).as_posix(): values_of(file) for file in files}


def test_every_page_and_feed_shows_the_text_as_it_was_typed(pages: dict[str, list[str]]) -> None:
    wrong = [
        (name, value)
        for name, values in pages.items()
        for value in values
        if PART in value and TYPED not in value and not value.startswith("tel:")
    ]

    assert wrong == []
    assert len(pages) > 20


@pytest.mark.parametrize("said", SAID)
def test_what_the_ward_says_of_itself_is_on_its_pages(
    pages: dict[str, list[str]], said: str
) -> None:
    shown = f"{TYPED} {said.removesuffix('_description')}"

    assert any(shown in value for value in pages["index.html"])
    assert any(shown in value for value in pages["404.html"])


@pytest.mark.parametrize("page", ["trang", "con"])
def test_shared_page_has_its_title_and_its_name_in_the_tab(
    pages: dict[str, list[str]], page: str
) -> None:
    values = pages[f"{page}/index.html"]

    assert TYPED in values  # og:title, of nothing else
    assert f"{TYPED} – {TYPED} site_name" in values
