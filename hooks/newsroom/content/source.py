"""The bytes of an article's file: read as text, and written back with nothing else changed."""

import os
import re
import tempfile
from bisect import bisect_left
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from newsroom.content.media import on_disk
from newsroom.content.problem import Edit
from newsroom.machine.trouble import patiently

MAX_BYTES = 2_000_000
"""Of an article's file; a long report has a tenth of it."""
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class EncodingFault:
    """Why a file gives no text that can be published."""

    line: int | None
    found: str
    cure: str = "Hãy mở tệp, chọn Lưu thành… (Save As) và mã hóa UTF-8."


def bytes_of(folder: Path, path: str) -> bytes | EncodingFault:
    """The bytes of the file of that path below the folder, or why nobody can have them: it may be
    locked by another program, or not yet fetched from a cloud."""
    try:
        file = on_disk(folder, path)
        if file.stat().st_size > MAX_BYTES:
            found = f"tệp nặng hơn {MAX_BYTES // 1_000_000} MB, không thể là một bài viết."
            cure = "Ảnh dán thẳng vào bài thì lưu thành tệp trong thư mục images cạnh bài."
            return EncodingFault(None, found, cure)
        return patiently(file.read_bytes)
    except OSError as error:
        return EncodingFault(
            None,
            f"không mở được tệp ({error.strerror}).",
            "Hãy đóng chương trình đang mở tệp, chờ OneDrive hay Google Drive tải xong, rồi làm "
            "lại; vẫn không được thì xem lại quyền đọc tệp.",
        )


def decode(data: bytes | EncodingFault) -> str | EncodingFault:
    """The text of a file's bytes, lines ending in \\n, without a byte order mark."""
    if isinstance(data, EncodingFault):
        return data
    if data.startswith(_UTF16):
        return EncodingFault(1, "tệp được lưu bằng mã UTF-16 (“Unicode” của Notepad).")
    try:
        return data.removeprefix(_BOM).decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return EncodingFault(line, "tệp không lưu bằng mã UTF-8.")


def edited(data: bytes, edits: list[Edit]) -> bytes:
    """The bytes with the edits of its decoded text made and every other byte as it was.

    Of two edits that overlap only the first is made.
    """
    bom = _BOM if data.startswith(_BOM) else b""
    raw = data.removeprefix(_BOM).decode("utf-8")
    crlf = [match.start() - n for n, match in enumerate(re.finditer("\r\n", raw))]
    parts, done = [], 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        start, end = (place + bisect_left(crlf, place) for place in (edit.start, edit.end))
        if start >= done:
            parts += [raw[done:start], edit.replacement]
            done = end
    return bom + "".join([*parts, raw[done:]]).encode()


def write_atomically(path: Path, data: bytes) -> None:
    """Put the bytes in the file's place whole, or leave the file as it is; a file that another
    program holds is waited for."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _write_beside_first(path, data)
    except OSError as fault:
        fault.filename, fault.filename2 = str(path), None  # the file that staff know
        raise


def _write_beside_first(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(path.stat().st_mode if path.exists() else 0o644)
        patiently(partial(temporary.replace, path))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def start_of_line(text: str, line: int) -> int:
    """The offset at which a line begins; lines count from 1."""
    return sum(len(above) + 1 for above in text.split("\n", line - 1)[: line - 1])
