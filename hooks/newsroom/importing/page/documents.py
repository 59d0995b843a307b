"""The documents that an article links to: attached if their files were saved, else told."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from bs4 import Tag

from newsroom.content.links import split_address
from newsroom.importing.markup.elements import attribute, short_text_of, text_of
from newsroom.importing.page.picture_data import NOT_SAVED, Load
from newsroom.importing.record import ImportedDocument
from newsroom.importing.text.white_space import tidy
from newsroom.text.fold import fold

_SUFFIXES = frozenset({
    ".csv", ".doc", ".docx", ".odp", ".ods", ".odt", ".pdf", ".ppt", ".pptx", ".rar", ".rtf",
    ".xls", ".xlsx", ".zip",
})  # fmt: skip
"""Of these, what the site cannot publish is told by `check`."""
_SAY_NOTHING = frozenset({
    "tai ve", "tai xuong", "tai file", "tai tep", "download", "xem", "tai day", "day",
    "xem chi tiet", "file dinh kem", "tep dinh kem", "dinh kem", "xem truoc", "chi tiet", "tai",
})  # fmt: skip
_LONGEST_HEADING = 60
_LINES = ("li", "tr", "p", "div")


def is_document(link: Tag) -> bool:
    """Whether the link leads to a document, not to a page."""
    return bool(_suffix(attribute(link, "href")))


def take_documents(content: Tag, load: Load) -> tuple[tuple[ImportedDocument, ...], list[str]]:
    """The documents that were saved with the page, and notes on those that were not.

    A line of the content that says no more than a saved document's name goes, since the article
    lists its attachments; within a sentence the words stay. A link to a document that was not saved
    stays.
    """
    taken: dict[str, ImportedDocument] = {}
    notes: list[str] = []
    for link in content.find_all(is_document):
        address = attribute(link, "href").strip()
        title = _title(link)
        data = load(address)
        if data is None:
            notes.append(
                f"tài liệu “{title}” {NOT_SAVED}: hãy tải về, để vào thư mục "
                "tai-lieu rồi khai ở dòng attachments."
            )
            continue
        taken.setdefault(address, ImportedDocument(data, _suffix(address), title))
        _drop_line(link)
    _drop_headings(content)
    return tuple(taken.values()), notes


def _suffix(address: str) -> str:
    parts = split_address(address.strip().replace("\\", "/"))
    names = [parts.path, *parts.query.split("&")]
    found = (PurePosixPath(unquote(name)).suffix.lower() for name in names)
    return next((suffix for suffix in found if suffix in _SUFFIXES), "")


def _title(link: Tag) -> str:
    """What the document is called: by its link, else by its line, else by its file."""
    words = text_of(link)
    if words and fold(words).strip(" .:[]()") not in _SAY_NOTHING:
        return words
    line = link.find_parent(_LINES)
    others = tidy(text_of(line).replace(words, "", 1)).strip(" :-–()") if line else ""
    name = unquote(split_address(attribute(link, "href")).path.rpartition("/")[2])
    few = 0 < len(others.split()) <= 40
    return (others if few else "") or attribute(link, "title") or PurePosixPath(name).stem or name


def _drop_line(link: Tag) -> None:
    line = link.find_parent(["li", "p", "div", "tr"])
    words = text_of(link)
    if line is not None and line.name in ("li", "p", "div") and _is_said(text_of(line), words):
        line.extract()
    else:
        link.unwrap()


def _is_said(line: str, words: str) -> bool:
    """Whether the line says the link's words and nothing else but a number or a size."""
    rest = line.replace(words, "", 1)
    return sum(char.isalpha() for char in rest) <= 2


def _drop_headings(content: Tag) -> None:
    for listed in content.find_all(["ul", "ol"]):
        if not text_of(listed) and listed.find("img") is None:
            listed.extract()
    for heading in _headings(content):
        follower = heading.find_next_sibling()
        if follower is None or not text_of(follower):
            heading.extract()


def _headings(content: Tag) -> Iterator[Tag]:
    signs = ("tai lieu dinh kem", "tep dinh kem", "file dinh kem", "van ban dinh kem", "dinh kem",
             "tai lieu kem theo", "tai lieu lien quan", "tep tin dinh kem")  # fmt: skip
    for tag in content.find_all(["p", "div", "strong", "b", "h2", "h3", "h4", "h5", "h6", "span"]):
        if (
            tag.parent is not None
            and fold(short_text_of(tag, _LONGEST_HEADING)).strip(" :.-") in signs
        ):
            yield tag
