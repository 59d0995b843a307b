"""Checks of what an article refers to: pictures, documents, other articles, pages."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from PIL import Image, UnidentifiedImageError

from newsroom.checks.weights import weight_problem
from newsroom.content.front_matter import FrontMatter
from newsroom.content.links import Link, find_links, is_too_long, split_address
from newsroom.problem import Problem
from newsroom.text.names import nearest
from newsroom.uris import GENERATED

MAX_IMAGE_BYTES = 1_500_000
MAX_IMAGE_SIDE = 3000
_WEB_ADDRESS = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net)(?:/|$))")
_SHRINK = "Hãy thu nhỏ ảnh (Windows: mở bằng Paint, Resize, chiều ngang 1600) rồi lưu đè."


def file_problems(shown: str, parts: FrontMatter, folder: Path, docs: Path) -> Iterator[Problem]:
    """What is wrong with the files that the article at shown, in that folder, refers to."""
    for name, path, line in _named(parts):
        yield from _file(shown, folder, path, line, name)
    for link in find_links(parts.body):
        line = parts.body_line + parts.body.count("\n", 0, link.offset)
        if link.is_image and not link.text.strip():
            cure = "Hãy viết điều nhìn thấy trong ảnh: ![mô tả ảnh](images/anh.jpg)"
            yield Problem(
                shown, f'ảnh "{link.destination}" chưa có mô tả.', cure, line, blocking=False
            )
        if link.local_path:
            yield from _file(shown, folder, link.local_path, line, None)
        elif page := _docs_page(link):
            if not page.startswith(GENERATED):
                yield from _file(shown, docs, page, line, None)
        elif link.destination.startswith("/") and not link.destination.startswith("//"):
            found = f'liên kết "{link.destination}" không trỏ tới tệp nào.'
            cure = "Hãy viết đường dẫn tới tệp .md của bài, hoặc địa chỉ đầy đủ https://…"
            yield Problem(shown, found, cure, line, blocking=False)


def _named(parts: FrontMatter) -> Iterator[tuple[str, str, int]]:
    image = parts.entries.get("image")
    if image and isinstance(image.value, str) and _is_local(image.value):
        yield "image", image.value.replace("\\", "/"), image.line
    attachments = parts.entries.get("attachments")
    for item in _mappings(attachments.value if attachments else None):
        if attachments and _is_local(str(item.get("file", ""))):
            yield "attachments", str(item["file"]).replace("\\", "/"), attachments.line


def _mappings(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _is_local(path: str) -> bool:
    elsewhere = split_address(path).scheme or path.startswith(("/", "\\"))
    return bool(path) and not elsewhere and not is_too_long(path)


def _docs_page(link: Link) -> str | None:
    parts = split_address(link.destination)
    is_page = not parts.netloc and parts.path.startswith("/") and parts.path.endswith(".md")
    return unquote(parts.path).lstrip("/") if is_page else None


def _file(shown: str, folder: Path, path: str, line: int, field: str | None) -> Iterator[Problem]:
    file = folder / path
    if not is_exactly_there(folder, path):
        yield Problem(
            shown, f'không có tệp "{path}".', cure_of_missing(folder, path), line, field, False
        )
    elif weight := weight_problem(shown, path, file.stat().st_size, line, field):
        yield weight
    elif file.suffix.lower() in (".jpg", ".jpeg", ".png", ".webp", ".gif"):
        yield from _image(shown, file, path, line, field)


def is_exactly_there(folder: Path, path: str) -> bool:
    """Whether the file exists under just this name: Windows takes ANH.JPG for anh.jpg, the
    published site does not."""
    for part in path.split("/"):
        if part not in ("", ".", "..") and not (
            folder.is_dir() and any(entry.name == part for entry in folder.iterdir())
        ):
            return False
        folder = folder / part
    return folder.is_file()


def cure_of_missing(folder: Path, path: str) -> str:
    """What to write instead of a path below the folder at which no file is."""
    if _WEB_ADDRESS.match(path):
        return f"Nếu là trang web thì viết đủ: https://{path}"
    beside = folder / posixpath.dirname(path)
    names = [f.name for f in beside.iterdir() if f.is_file()] if beside.is_dir() else []
    near = nearest(posixpath.basename(path), names)
    if near:
        return f"Có phải là: {posixpath.join(posixpath.dirname(path), near)}"
    return "Hãy kiểm tra tên tệp, hoặc chép tệp vào đúng thư mục ấy."


def _image(shown: str, file: Path, path: str, line: int, field: str | None) -> Iterator[Problem]:
    try:
        with Image.open(file) as image:
            longest = max(image.size)
    except Image.DecompressionBombError:
        yield Problem(shown, f'ảnh "{path}" quá lớn, không mở được.', _SHRINK, line, field, False)
        return
    except (OSError, UnidentifiedImageError):
        cure = "Hãy mở ảnh bằng Paint rồi lưu lại thành JPEG."
        yield Problem(shown, f'"{path}" không phải là ảnh đọc được.', cure, line, field, False)
        return
    size = file.stat().st_size
    if size > MAX_IMAGE_BYTES or longest > MAX_IMAGE_SIDE:
        megabytes = f"{size / 1e6:.1f}".replace(".", ",")
        found = f'ảnh "{path}" quá lớn cho điện thoại: {megabytes} MB, cạnh dài {longest} điểm ảnh.'
        yield Problem(shown, found, _SHRINK, line, field, blocking=False)
