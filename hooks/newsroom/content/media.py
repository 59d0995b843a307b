"""Media: the files beside articles that may leave the folder, and how one is found there.

Everything else stays: pages and scripts of others, notes, hidden files, what lies behind a link.
"""

import posixpath
import re
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from newsroom.content.recordings import CAPTIONS, NOT_PLAYED, SOUNDS, VIDEOS
from newsroom.text.encoding import nfc
from newsroom.text.slug import slugify

PICTURES = frozenset(
    {".avif", ".bmp", ".gif", ".heic", ".heif", ".jfif", ".jpeg", ".jpg", ".png", ".tif", ".tiff",
     ".webp"}
)  # fmt: skip
"""None of which leaves the folder itself: the site has what is derived from it."""
KINDS = PICTURES | VIDEOS | SOUNDS | {
    ".svg", CAPTIONS,
    ".csv", ".doc", ".docx", ".odp", ".ods", ".odt", ".pdf", ".ppt", ".pptx", ".rar", ".rtf",
    ".txt", ".xls", ".xlsx", ".zip",
}  # fmt: skip
"""None of which a browser runs but an SVG, for which see is_active_svg."""

OTHER_KIND = (
    "Hãy lưu thành PDF, Word, Excel, ảnh, âm thanh hay video; trang HTML và mã chương trình thì "
    "không đăng được."
)
_OTHER_VIDEO = (
    "Hãy đổi video sang MP4 (ví dụ gửi qua Zalo rồi tải về máy), hoặc đưa video lên YouTube, "
    "Facebook rồi ghi địa chỉ của nó vào một dòng riêng trong bài."
)
_SAFE = re.compile(r"[A-Za-z0-9._~/-]+")
"""What no server, messenger or mail program escapes, cuts off or writes in another way."""
_ACTIVE = re.compile(
    r"<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|<\s*(?:[\w-]+:)?(?:script|foreignObject|iframe|object|"
    r"embed|handler|listener|animate\w*|set|style|link|audio|video|html|body|a)\b|"
    r"[\s\"'/]on\w+\s*=|(?:href|src)\s*=\s*[\"']?\s*(?!#|data:image/(?:png|jpeg|gif|webp))[^\s\"'#]|"
    r"url\(\s*[\"']?\s*(?!#)\S",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file stays in the folder, and what to do."""

    found: str
    cure: str


def is_picture(path: str) -> bool:
    """Whether the file of that path is a picture from which others are derived."""
    return path[path.rfind(".") :].lower() in PICTURES


def beside(article: PurePosixPath, path: str) -> str:
    """The path, relative to the articles folder, of a file named relative to the article there."""
    return posixpath.normpath(posixpath.join(article.parent, path))


def may_leave(path: str) -> bool:
    """Whether a file of that path, relative to the articles folder, is of a kind to be shown."""
    is_hidden_or_outside = "/." in f"/{path}" or path.startswith("/")
    return path[path.rfind(".") :].lower() in KINDS and not is_hidden_or_outside


def media_uri(path: str) -> str:
    """The address on the site of the file of that path, relative to the articles folder.

    A name with diacritics or blanks is spelt in ASCII: Zalo and mail programs end an address at a
    blank, and "Kế hoạch.pdf" becomes three times as long escaped. The digest in its name keeps
    "Kế hoạch.pdf" and "ke-hoach.pdf" apart. Pictures keep their path, at which nothing is
    published (see PICTURES).
    """
    if is_picture(path) or _SAFE.fullmatch(path):
        return f"tin/{path}"
    *folders, name = path.split("/")
    stem, dot, kind = name.rpartition(".")
    mark = blake2b(path.encode(errors="surrogateescape"), digest_size=4).hexdigest()
    spelt = [slugify(folder) or "thu-muc" for folder in folders]
    return "/".join(["tin", *spelt, f"{slugify(stem) or 'tep'}-{mark}{dot}{kind.lower()}"])


def is_active_svg(file: Path) -> bool:
    """Whether an SVG may do more than show: run a script, load something, lead elsewhere. One that
    cannot be read may."""
    if file.suffix.lower() != ".svg":
        return False
    try:
        text = file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return True
    return "&#" in text or _ACTIVE.search(text) is not None


def refusal(folder: Path, path: str) -> Refusal | None:
    """Why a file of the articles folder, which is there, is not published; None where it is."""
    if _is_behind_a_link(folder, path):
        return Refusal(
            f"“{path}” là lối tắt (symlink), không phải tệp thật.",
            "Hãy chép chính tệp ấy vào thư mục của bài.",
        )
    return refusal_of_kind(folder, path)


def refusal_of_kind(folder: Path, path: str) -> Refusal | None:
    """The same of what is known to be no link."""
    if not may_leave(path):
        cure = _OTHER_VIDEO if path[path.rfind(".") :].lower() in NOT_PLAYED else OTHER_KIND
        return Refusal(f"“{path}” là loại tệp không đăng được.", cure)
    if is_active_svg(on_disk(folder, path)):
        return Refusal(
            f"ảnh SVG “{path}” có mã chạy được, hoặc lấy tệp từ nơi khác.",
            "Hãy xuất lại ảnh thành PNG.",
        )
    return None


def on_disk(folder: Path, path: str) -> Path:
    """The file of that path below the folder, whichever way its name is written in Unicode: macOS
    parts letters from their marks. The plain path where there is none."""
    file = folder
    for part in PurePosixPath(path).parts:
        file = _entry(file, part)
    return file


def _entry(folder: Path, name: str) -> Path:
    file = folder / name
    if name.isascii() or file.exists() or not folder.is_dir():
        return file
    return next((other for other in folder.iterdir() if nfc(other.name) == nfc(name)), file)


def _is_behind_a_link(folder: Path, path: str) -> bool:
    file = folder
    for part in PurePosixPath(path).parts:
        file = _entry(file, part)
        if file.is_symlink():
            return True
    return False
