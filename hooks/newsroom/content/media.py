"""Media: the files beside articles that may leave the folder, and how one is found there.

Everything else stays: pages and scripts of others, notes, hidden files, what lies behind a link.
"""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path, PurePosixPath

PICTURES = frozenset({".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
KINDS = PICTURES | {
    ".csv", ".doc", ".docx", ".m4a", ".mp3", ".mp4", ".odp", ".ods", ".odt", ".ogg", ".pdf",
    ".ppt", ".pptx", ".rar", ".rtf", ".txt", ".webm", ".xls", ".xlsx", ".zip",
}  # fmt: skip
"""None of which a browser runs; of the pictures one may, see is_active_svg."""

_ACTIVE = re.compile(
    r"<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|<\s*(?:[\w-]+:)?(?:script|foreignObject|iframe|object|"
    r"embed|handler|listener|animate\w*|set|style|link|audio|video|html|body|a)\b|"
    r"[\s\"'/]on\w+\s*=|(?:href|src)\s*=\s*[\"']?\s*(?!#|data:image/(?:png|jpeg|gif|webp))[^\s\"'#]|"
    r"url\(\s*[\"']?\s*(?!#)\S",
    re.IGNORECASE,
)


def may_leave(path: str) -> bool:
    """Whether a file of that path, relative to the articles folder, is of a kind to be shown."""
    parts = PurePosixPath(path).parts
    is_inside = bool(parts) and parts[0] not in ("..", "/")
    hidden = any(part.startswith(".") for part in parts)
    return is_inside and not hidden and PurePosixPath(path).suffix.lower() in KINDS


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


def on_disk(folder: Path, path: str) -> Path:
    """The file of that path below the folder, though macOS may have written its name by letters
    and marks apart (Unicode form NFD); the plain path where there is none."""
    file = folder / path
    if path.isascii() or file.exists():
        return file
    return next(
        (other for form in ("NFD", "NFC") if (other := _named(folder, path, form)).exists()), file
    )


def _named(folder: Path, path: str, form: str) -> Path:
    normal: Callable[[str], str] = lambda text: unicodedata.normalize(form, text)  # noqa: E731
    return folder / normal(path)
