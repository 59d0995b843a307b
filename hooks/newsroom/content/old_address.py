"""Old addresses of articles: what staff may write under `aliases`, and what no static site answers.

Each is a file of the site in the end, which Linux, Windows and macOS must be able to hold.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, unquote_to_bytes

from newsroom.content.links import is_too_long, split_address
from newsroom.text.encoding import nfc
from newsroom.text.visible import visible

_FILES = frozenset(
    (".css", ".docx", ".gif", ".gz", ".ico", ".jpeg", ".jpg", ".js", ".json", ".pdf", ".png",
     ".svg", ".txt", ".webp", ".xlsx", ".xml")
)  # fmt: skip
"""Names that a page cannot have."""
_PAGES = (".html", ".htm")
_LONGEST_SHOWN = 120
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\]|[. ](?=/|$)')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?")
NOT_ON_WINDOWS = "tên tệp này không dùng được trên Windows, nên máy Windows không lấy bài về được."
RENAME = "Hãy đổi tên tệp: chữ không dấu, số và gạch ngang; không dùng con, aux, nul, com1 …"
_ENCODED_TWICE = re.compile(r"%[0-9a-fA-F]{2}")


class OldAddress(NamedTuple):
    """An address that the article had before."""

    path: str
    """Decoded, without slashes at its ends: tin/a-1.html."""
    query: str = ""
    line: int = 1
    """Where in the file it is written."""

    @property
    def file(self) -> str:
        """The file of the site that answers for it."""
        is_file = PurePosixPath(self.path).suffix.lower() in _PAGES
        return self.path if is_file else f"{self.path}/index.html"

    def __str__(self) -> str:
        return f"/{self.path}{'?' if self.query else ''}{self.query}"


def read_old_address(typed: str) -> OldAddress | str:
    """The address that was typed, whole or without its host, or a sentence on what is wrong."""
    typed = nfc(typed.strip())
    parts = split_address(typed)
    path = unquote(parts.path)
    wrong = next(_faults(typed, parts, path), None)
    if wrong:
        return f"{_quoted(typed)} {wrong}"
    return OldAddress(re.sub("/+", "/", path).strip("/"), parts.query)


def _faults(typed: str, parts: SplitResult, path: str) -> Iterator[str]:
    yield from _of_writing(typed, parts, path)
    if not path.strip("/"):
        yield _of_home(parts.query)
    names = path.strip("/").split("/")
    yield from _of_names(names)
    yield from _of_page(names)
    if is_too_long(path):
        yield f"dài quá ({len(path.encode())} byte), không tạo được tệp như vậy."


def _of_writing(typed: str, parts: SplitResult, path: str) -> Iterator[str]:
    if "\\" in path:
        yield "dùng dấu gạch ngược."
    if not path.startswith("/") or parts.scheme not in ("", "http", "https"):
        yield "không phải là địa chỉ cũ."
    if not (typed.isprintable() and path.isprintable()):
        yield "có ký tự ẩn hoặc xuống dòng."
    if _is_unreadable(parts.path):
        yield "có mã % không đọc được."


def _of_names(names: Sequence[str]) -> Iterator[str]:
    if any(name.startswith(".") for name in names):
        yield "có phần bắt đầu bằng dấu chấm."
    if found := _NOT_ON_WINDOWS.search("/".join(names)):
        yield f"có {_quoted(found[0])} ở chỗ mà Windows không tạo được tệp."
    if device := next((name for name in names if _DEVICES.fullmatch(name.casefold())), None):
        yield f"có phần {_quoted(device)}, tên mà Windows dành riêng."


def is_on_windows(path: str) -> bool:
    """Whether Windows can have files of these names: one that it cannot have ends every pull."""
    names = path.casefold().split("/")
    return not (_NOT_ON_WINDOWS.search(path) or any(_DEVICES.fullmatch(name) for name in names))


def _of_page(names: Sequence[str]) -> Iterator[str]:
    if any(PurePosixPath(name).suffix.lower() in _PAGES for name in names[:-1]):
        yield "nằm dưới một tệp .html."
    if PurePosixPath(names[-1]).suffix.lower() in _FILES:
        yield "là địa chỉ của một tệp, không phải của một trang."


def _is_unreadable(path: str) -> bool:
    try:
        return bool(_ENCODED_TWICE.search(unquote_to_bytes(path).decode()))
    except UnicodeDecodeError:
        return True


def _of_home(query: str) -> str:
    if query:
        return "chỉ khác trang chủ ở phần sau dấu ?, mà máy chủ không phân biệt phần ấy."
    return "là địa chỉ của trang chủ."


def _quoted(text: str) -> str:
    text = visible(text)
    return f"“{text}”" if len(text) <= _LONGEST_SHOWN else f"“{text[:_LONGEST_SHOWN]}…”"
