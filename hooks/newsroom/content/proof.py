"""The proof of a body: it is rendered once while it is read, so that no body ends a build later.

Whatever Python-Markdown or MkDocs would stumble over is then a problem of this article.
"""

import re
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from newsroom.content.links import leads_anywhere
from newsroom.quick_markdown.converter import markdown_with
from newsroom.text.slug import heading_id

EXTENSIONS = (
    "admonition", "attr_list", "footnotes", "md_in_html", "newsroom.dialect.extension",
    "sane_lists", "tables", "toc",
)  # fmt: skip
"""Those of mkdocs.yml."""
_CONFIGS = {"toc": {"slugify": heading_id}}
_DEEPEST = 40
"""Levels of a rendered body. What lies deeper depends on how much room Python's stack has left."""
_RISKS = ("<", "&", "[", "{", " " * 40, "\t")
"""Without a tag, an address, an attribute and a deep indent there is nothing to stumble over, and a
proof would take as long as the rest of the reading."""
_PLAIN_LINK = re.compile(r"\[[^][<>&{}\n\t]*+\]\([A-Za-z0-9/._~#?=:+-]{1,200}\)")
"""Most links and pictures are no risk: words in brackets, and a short address of plain letters."""
_BLOCK = re.compile(r"(?:[^\S\n]*\S.*\n?)+")
_NESTING = re.compile(r"^(?:[ \t>+*-]|\d+[.)])*+", re.MULTILINE)
"""What stands before the words of a line that is an item of an item, or a quotation in one."""
_ADDRESSES = {"a": "href", "img": "src"}


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a body cannot be rendered, and where in it."""

    found: str
    cure: str
    offset: int


class _BodyError(Exception):
    """Markdown renders it, but no page can show it."""


def find_failure(body: str) -> Failure | None:
    """Why the body cannot be rendered; None where it can."""
    rest = _PLAIN_LINK.sub("", body)
    if not any(sign in rest for sign in _RISKS):
        return None
    error = _error_of(body)
    if error is None:
        return None
    if isinstance(error, RecursionError):
        return Failure(
            "danh sách, trích dẫn hay thẻ lồng vào nhau quá nhiều lớp.",
            "Hãy viết lại cho ít lớp hơn; bài dễ đọc chỉ cần hai, ba lớp.",
            _deepest_line(body),
        )
    if isinstance(error, _BodyError):
        return Failure(str(error), "Hãy sửa địa chỉ, hoặc chỉ để lại chữ.", _place(body, error))
    return Failure(
        f"máy không dựng được đoạn này ({type(error).__name__}: {str(error)[:80]}).",
        "Hãy viết lại cho đơn giản, bỏ các thẻ và dấu lạ; vẫn không được thì gửi tệp cho kỹ "
        "thuật viên.",
        _place(body, error),
    )


def _error_of(body: str) -> Exception | None:
    markdown = _markdown()
    try:
        markdown.reset()
        markdown.convert(body)
    except Exception as error:
        _markdown.cache_clear()  # it may have stopped anywhere
        return error
    return None


@cache
def _markdown() -> Markdown:
    markdown = markdown_with(EXTENSIONS, _CONFIGS)
    markdown.treeprocessors.register(_Shown(markdown), "newsroom_proof", -1)
    return markdown


class _Shown(Treeprocessor):
    """Looks at the finished tree as MkDocs will."""

    def run(self, root: Element) -> None:
        """Raise where MkDocs would, or where it depends on the stack whether it does."""
        level = [root]
        for _ in range(_DEEPEST):
            level = [child for element in level for child in element]
        if level:
            raise RecursionError
        for element in root.iter():
            if element.tag in _ADDRESSES:
                address = element.get(_ADDRESSES[element.tag])
                if address and AMP_SUBSTITUTE in address:
                    continue  # a mail address, <a@b.vn>, each letter of which the library veils
                if address is None or not leads_anywhere(address):
                    raise _BodyError(f"“{(address or '')[:80]}” không phải là địa chỉ.")


def _place(body: str, error: Exception) -> int:
    """Where the first paragraph begins that fails by itself; 0 where only the whole does."""
    for block in _BLOCK.finditer(body):
        if type(_error_of(block[0])) is type(error):
            return block.start()
    return 0


def _deepest_line(body: str) -> int:
    return max(_NESTING.finditer(body), key=lambda marks: len(marks[0])).start()
