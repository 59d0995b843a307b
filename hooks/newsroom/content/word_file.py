"""What a Word file (.docx) tells of its writers, which nobody sees who only reads it."""

import re
import zipfile
from pathlib import Path

_PROPERTIES = "docProps/core.xml"
_MOST = 100_000
"""Bytes of the properties that are read; more is no list of a few names."""
_WRITER = re.compile(r"<(?:dc:creator|cp:lastModifiedBy)>([^<]*)<")


def writers(file: Path) -> list[str]:
    """The names of those who wrote the file or changed it last, each once."""
    try:
        with zipfile.ZipFile(file) as parts, parts.open(_PROPERTIES) as properties:
            text = properties.read(_MOST).decode("utf-8", errors="replace")
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return []  # not there, or no Word file
    names = (" ".join(found[1].split()) for found in _WRITER.finditer(text))
    return list(dict.fromkeys(filter(None, names)))
