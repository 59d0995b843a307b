"""Checks of what an article refers to: pictures, documents, other articles, pages."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from newsroom.checks.weights import weight_problem
from newsroom.content.file_kinds import path_meant
from newsroom.content.front_matter import FrontMatter
from newsroom.content.links import Link, is_too_long, split_address
from newsroom.content.media import PICTURES, may_leave, on_disk, refusal
from newsroom.content.old_address import NOT_ON_WINDOWS, RENAME, is_on_windows
from newsroom.content.pictures import Picture, Unseen, look_at, shows_document
from newsroom.content.problem import Problem
from newsroom.content.recordings import is_recording
from newsroom.content.uris import GENERATED
from newsroom.content.word_file import writers
from newsroom.pictures.sources import needs_cleaning
from newsroom.text.encoding import nfc
from newsroom.text.names import nearest

MIN_LEAD_WIDTH = 600
"""A picture on top of an article is shown about so wide on a phone with a sharp screen."""
_USUAL_FOLDERS = ("images", "tai-lieu")
_SHOWN = 200
"""Characters of an address that may have a million."""
_WEB_ADDRESS = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net)(?:/|$))")
_SHRINK = "Hãy thu nhỏ ảnh xuống dưới 100 triệu điểm ảnh."
_OF_IPHONE = (
    "Hãy chép lại ảnh từ điện thoại; vẫn thế thì lưu thành JPEG (iPhone: Cài đặt, Camera, Định "
    "dạng, Tương thích nhất)."
)
_NAMELESS = (
    "Trong Word: chọn File, Info, Check for Issues, Inspect Document, Remove All rồi lưu; hoặc lưu "
    "thành PDF."
)
_FORGET = "Hãy chạy check --fix để bỏ."
_FORGET_BY_HAND = (
    "Windows: bấm phải vào ảnh, chọn Properties, thẻ Details, Remove Properties and Personal "
    "Information."
)


def file_problems(
    shown: str,
    beside: PurePosixPath,
    parts: FrontMatter,
    links: Iterable[Link],
    folder: Path,
    docs: Path,
) -> Iterator[Problem]:
    """What is wrong with the files that the article at shown refers to.

    beside: where it lies in the articles folder; links: those of its body.
    """
    for name, path, line in _named(parts):
        yield from _media(shown, folder, beside, path, line, name)
    for link in links:
        line = parts.body_line + parts.body.count("\n", 0, link.offset)
        if link.is_image and not link.text.strip() and not is_recording(link.destination):
            cure = "Hãy viết điều nhìn thấy trong ảnh: ![mô tả ảnh](images/anh.jpg)"
            found = f"ảnh “{link.destination[:_SHOWN]}” chưa có mô tả."
            yield Problem(shown, found, cure, line, blocking=False)
        if not link.local_path:
            yield from _page(shown, docs, link, line)
        elif sign := _sign_in_name(link, folder / beside):
            yield _to_be_written(shown, link, sign, line)
        else:
            yield from _media(shown, folder, beside, link.local_path, line, None)


def _page(shown: str, docs: Path, link: Link, line: int) -> Iterator[Problem]:
    if page := _docs_page(link):
        if not page.startswith(GENERATED):
            yield from _missing(shown, docs, page, line, None)
    elif link.destination.startswith("/") and not link.destination.startswith("//"):
        found = f"liên kết “{link.destination}” không trỏ tới tệp nào."
        cure = "Hãy viết đường dẫn tới tệp .md của bài, hoặc địa chỉ đầy đủ https://…"
        yield Problem(shown, found, cure, line, blocking=False)


def _named(parts: FrontMatter) -> Iterator[tuple[str, str, int]]:
    image = parts.entries.get("image")
    if image and isinstance(image.value, str) and _is_local(image.value):
        yield "image", path_meant(nfc(image.value)), image.line
    attachments = parts.entries.get("attachments")
    for item in _mappings(attachments.value if attachments else None):
        if attachments and _is_local(str(item.get("file", ""))):
            yield "attachments", path_meant(nfc(str(item["file"]))), attachments.line


def _mappings(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _is_local(path: str) -> bool:
    elsewhere = split_address(path).scheme or path.startswith(("/", "\\"))
    return bool(path) and not elsewhere and not is_too_long(path)


def _docs_page(link: Link) -> str | None:
    parts = split_address(link.destination)
    is_page = not parts.netloc and parts.path.startswith("/") and parts.path.endswith(".md")
    return unquote(parts.path).lstrip("/") if is_page else None


def _sign_in_name(link: Link, folder: Path) -> str | None:
    """The sign that ends the path of an address, but belongs to the name of the file meant."""
    typed = nfc(link.destination)
    sign = next((sign for sign in "#?%" if sign in typed), None)
    if sign is None or typed == link.local_path or is_too_long(typed):
        return None
    return sign if is_exactly_there(folder, typed) else None


def _to_be_written(shown: str, link: Link, sign: str, line: int) -> Problem:
    found = f"trong liên kết “{link.destination}”, dấu {sign} không được hiểu là chữ của tên tệp."
    cure = f"Hãy viết: <{_as_address(nfc(link.destination))}>"
    return Problem(shown, found, cure, line, blocking=False)


def _as_address(path: str) -> str:
    """The path with the signs written that an address would take for others."""
    return path.replace("%", "%25").replace("#", "%23").replace("?", "%3F")


def _media(
    shown: str, folder: Path, beside: PurePosixPath, path: str, line: int, field: str | None
) -> Iterator[Problem]:
    """What is wrong with a file of the articles folder; its path is relative to the article's."""
    missing = list(_missing(shown, folder / beside, path, line, field))
    in_folder = posixpath.normpath(posixpath.join(beside, path))
    if missing or in_folder.endswith(".md") or in_folder.startswith("../"):
        yield from missing
    elif not is_on_windows(in_folder):
        yield Problem(shown, f"“{path}”: {NOT_ON_WINDOWS}", RENAME, line, field)
    elif refused := refusal(folder, in_folder):
        if may_leave(in_folder) or field is None:  # else the rules of the field have told
            yield Problem(shown, refused.found, refused.cure, line, field, False)
    elif weight := weight_problem(
        shown, path, on_disk(folder, in_folder).stat().st_size, line, field
    ):
        yield weight
    elif in_folder.lower().endswith(".docx") and (names := writers(on_disk(folder, in_folder))):
        found = f"tệp Word “{path}” còn ghi tên người soạn: {', '.join(names)}."
        yield Problem(shown, found, _NAMELESS, line, field, blocking=False)
    elif in_folder[in_folder.rfind(".") :].lower() in PICTURES:
        yield from _image(shown, on_disk(folder, in_folder), path, line, field)


def _missing(
    shown: str, folder: Path, path: str, line: int, field: str | None
) -> Iterator[Problem]:
    if not is_exactly_there(folder, path):
        cure = cure_of_missing(folder, path, is_address=field is None)
        yield Problem(shown, f"không có tệp “{path}”.", cure, line, field, False)


def is_exactly_there(folder: Path, path: str) -> bool:
    """Whether the file exists under just this name, in whichever Unicode form: Windows takes
    ANH.JPG for anh.jpg, the published site does not."""
    for part in path.split("/"):
        if part in ("", ".", ".."):
            folder = folder / part
            continue
        entries = folder.iterdir() if folder.is_dir() else ()
        entry = next((entry for entry in entries if nfc(entry.name) == nfc(part)), None)
        if entry is None:
            return False
        folder = entry
    return folder.is_file()


def cure_of_missing(folder: Path, path: str, *, is_address: bool = True) -> str:
    """What to write instead of the path of a file that is not there; in an address, some signs of
    a name are written by their numbers."""
    if _WEB_ADDRESS.match(path):
        return f"Nếu là trang web thì viết đủ: https://{path}"
    beside = folder / posixpath.dirname(path)
    names = [nfc(f.name) for f in beside.iterdir() if f.is_file()] if beside.is_dir() else []
    near = nearest(posixpath.basename(path), names)
    likely = posixpath.join(posixpath.dirname(path), near) if near else _elsewhere(folder, path)
    if likely:
        return f"Có phải là: {_as_address(likely) if is_address else likely}"
    return "Hãy kiểm tra tên tệp, hoặc chép tệp vào đúng thư mục ấy."


def _elsewhere(folder: Path, path: str) -> str | None:
    """The file of that name where files of articles lie, or below fewer of the folders named."""
    parts = path.split("/")
    fewer = ("/".join(parts[n:]) for n in range(1, len(parts)))
    usual = (f"{beside}/{parts[-1]}" for beside in _USUAL_FOLDERS)
    return next((one for one in (*fewer, *usual) if one and is_exactly_there(folder, one)), None)


def _image(shown: str, file: Path, path: str, line: int, field: str | None) -> Iterator[Problem]:
    picture = look_at(file)
    if picture is Unseen.HUGE:
        yield Problem(shown, f"ảnh “{path}” quá lớn, không mở được.", _SHRINK, line, field, False)
        return
    if not isinstance(picture, Picture):
        is_iphones = path.lower().endswith((".heic", ".heif"))
        cure = _OF_IPHONE if is_iphones else "Hãy mở ảnh bằng Paint rồi lưu lại thành JPEG."
        yield Problem(shown, f"“{path}” không phải là ảnh đọc được.", cure, line, field, False)
        return
    if field == "image" and picture.width < MIN_LEAD_WIDTH:
        found = f"ảnh “{path}” chỉ rộng {picture.width} điểm ảnh, lên trang sẽ mờ."
        cure = f"Hãy dùng ảnh rộng từ {MIN_LEAD_WIDTH} điểm ảnh trở lên."
        yield Problem(shown, found, cure, line, field, blocking=False)
    if shows_document(file):
        found = f"ảnh “{path}” có lẽ chụp một văn bản; không ai tìm được chữ trong ảnh."
        cure = "Nếu đúng vậy, hãy chép chữ vào bài hoặc kèm tệp PDF; nếu không thì cứ để nguyên."
        yield Problem(shown, found, cure, line, field, blocking=False)
    if picture.tells_place:
        found = f"ảnh “{path}” còn ghi nơi chụp; trên trang đã bỏ, nhưng kho bài cũng công khai."
        cure = _FORGET if needs_cleaning(picture) else _FORGET_BY_HAND
        yield Problem(shown, found, cure, line, field, blocking=False)
