"""What changed from one built site to another, told by pages."""

from collections.abc import Sequence
from typing import NamedTuple

from newsroom.built.tags import tags_of
from newsroom.built.tree import HOME, Tree
from newsroom.text.numbers import format_count
from newsroom.text.visible import visible

_SHOWN = 40
"""Pages of each kind that are named; the others are counted."""
_SPECIAL = str.maketrans({char: f"\\{char}" for char in r"\`*_[]<>|#~&@"})


class Page(NamedTuple):
    """A page as it is told of."""

    uri: str
    title: str


class Comparison(NamedTuple):
    """The pages that are new, others and gone, and how many other files changed in any way."""

    new: list[Page]
    changed: list[Page]
    removed: list[Page]
    other_files: int


def compare(old: Tree, new: Tree) -> Comparison:
    """What changed, by the bytes of the files."""
    came, went = new.sizes.keys() - old.sizes.keys(), old.sizes.keys() - new.sizes.keys()
    changed = {file for file in old.sizes.keys() & new.sizes.keys() if not _is_same(file, old, new)}
    others = [file for file in (*came, *went, *changed) if not file.endswith(".html")]
    return Comparison(
        _pages(new, came), _pages(new, changed), _pages(old, went), other_files=len(others)
    )


def _is_same(file: str, old: Tree, new: Tree) -> bool:
    is_as_long = old.sizes[file] == new.sizes[file]
    return is_as_long and (old.folder / file).read_bytes() == (new.folder / file).read_bytes()


def _pages(tree: Tree, files: set[str]) -> list[Page]:
    """The pages among the files, the articles first."""
    pages = (
        Page(file.removesuffix(HOME), _title(tree.text(file)) or file)
        for file in files
        if file.endswith(".html")
    )
    return sorted(pages, key=lambda page: (not page.uri.startswith("tin/"), page.uri))


def _title(html: str) -> str:
    """What the page calls itself, without the site's name at the end."""
    title = next((tag.words for tag in tags_of(html) if tag.name == "title"), "")
    return " ".join((title.rpartition(" – ")[0] or title).split())


def told(comparison: Comparison) -> str:
    """The comparison in Vietnamese, as Markdown."""
    kinds = (
        ("Trang mới", comparison.new),
        ("Trang thay đổi", comparison.changed),
        ("Trang bị xóa", comparison.removed),
    )
    if not any(comparison):
        return "Không trang nào thay đổi."
    parts = [_told_pages(title, pages) for title, pages in kinds if pages]
    if comparison.other_files:
        count = format_count(comparison.other_files)
        parts.append(f"Tệp khác (ảnh, tệp đính kèm, dữ liệu tìm kiếm …) thay đổi: {count}.")
    return "\n\n".join(parts)


def _told_pages(title: str, pages: Sequence[Page]) -> str:
    lines = [
        f"- {visible(page.title).translate(_SPECIAL)} – `/{visible(page.uri).replace('`', '')}`"
        for page in pages[:_SHOWN]
    ]
    if (rest := len(pages) - _SHOWN) > 0:
        lines.append(f"- … và {format_count(rest)} trang khác")
    return "\n".join([f"#### {title}: {format_count(len(pages))}", "", *lines])
