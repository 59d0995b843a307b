"""The body of a record as Markdown that renders to the very words and numbers of the source."""

import re
from collections.abc import Sequence

from bs4 import Tag
from bs4.element import NavigableString
from markdownify import ATX, MarkdownConverter

from newsroom.importing.markup.blocks import simple_blocks
from newsroom.importing.markup.elements import attribute, child_tags
from newsroom.importing.markup.escaping import escape_address, escape_line_starts, escape_words

_LIST_BREAK = "\n\n<!-- danh sách khác -->\n\n"
_INDENT = "    "
_ROW = re.compile(r"[\s|:-]+")


def body_markdown(html: str, picture_paths: Sequence[str], alts: Sequence[str]) -> str:
    """The HTML's Markdown; an img with src n shows the n-th picture."""
    converter = _Converter(picture_paths, alts)
    markdown: str = converter.convert_soup(simple_blocks(html))
    return markdown.strip()


class _Converter(MarkdownConverter):
    """markdownify for Python-Markdown: four spaces of indent, its escapes, its tables."""

    def __init__(self, picture_paths: Sequence[str], alts: Sequence[str]) -> None:
        super().__init__(heading_style=ATX, bullets="-", autolinks=False)
        self._picture_paths = picture_paths
        self._alts = alts

    def escape(self, text: str, parent_tags: set[str]) -> str:
        return escape_words(text)

    def process_text(self, el: NavigableString, parent_tags: set[str] | None = None) -> str:
        text: str = super().process_text(el, parent_tags)  # type: ignore[misc]  # not in its stub
        follower = el.next_sibling
        if text.endswith("!") and isinstance(follower, Tag) and follower.name == "a":
            return rf"{text[:-1]}\!"  # else the link would be a picture
        return text

    def convert_p(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        lines = "\n".join(line.strip() for line in text.strip().splitlines())
        return f"\n\n{escape_line_starts(lines)}\n\n"

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "td" in parent_tags:
            return "<br>"
        # The tag itself: two blanks at a line's end would not survive an editor.
        return " " if "_inline" in parent_tags else "<br>\n"

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: N802
        words = " ".join(text.split()).replace("#", r"\#")
        return f"\n\n{'#' * n} {words}\n\n"

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        words = text.strip()
        address = escape_address(attribute(el, "href"))
        if not words or not address:
            return text
        before, after = (" " if edge.isspace() else "" for edge in (text[:1], text[-1:]))
        return f"{before}[{words}]({address}){after}"

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        place = int(attribute(el, "src"))
        return f"![{escape_words(self._alts[place])}]({escape_address(self._picture_paths[place])})"

    def convert_sup(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"<sup>{text}</sup>" if text.strip() else text

    def convert_sub(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"<sub>{text}</sub>" if text.strip() else text

    def convert_del(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"<del>{text}</del>" if text.strip() else text

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        number = len(el.find_previous_siblings("li")) + 1
        marker = f"{number}. " if el.parent is not None and el.parent.name == "ol" else "- "
        if _ROW.fullmatch(
            text
        ):  # behind its marker it would part the head of a table from its rows
            text = text.replace("|", "&#124;")
        first, *others = text.strip().splitlines()
        lines = [f"{marker}{first}", *(f"{_INDENT}{line}" if line else "" for line in others)]
        return "\n".join(lines) + ("\n\n" if _has_blocks_in_items(el.parent) else "\n")

    def convert_ol(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n{text.strip()}\n\n"

    convert_ul = convert_ol

    def convert_listbreak(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return _LIST_BREAK

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f" {text.strip().replace('|', '&#124;')} |"

    def convert_tr(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if el.find_previous_sibling("tr") is None:
            columns = len(el.find_all("td"))
            return f"|{text}\n|{' --- |' * columns}\n"
        return f"|{text}\n"

    def convert_table(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n{text.strip()}\n\n"


def _has_blocks_in_items(parent: Tag | None) -> bool:
    """Whether the items need blank lines between them, because one of them has several blocks."""
    return parent is not None and any(len(child_tags(item)) > 1 for item in child_tags(parent))
