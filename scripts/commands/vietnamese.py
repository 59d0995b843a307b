"""click's own words in Vietnamese: read from locale/click.po, compiled once into .cache."""

import gettext
import os
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from newsroom.content.source import write_atomically

_SOURCE = Path(__file__).with_name("locale") / "click.po"
_CACHE = Path(__file__).resolve().parents[2] / ".cache" / "locale"


def speak_vietnamese() -> None:
    """Make click say its words in Vietnamese from now on."""
    compiled = _CACHE / "vi" / "LC_MESSAGES" / "messages.mo"
    if not compiled.exists() or compiled.stat().st_mtime < _SOURCE.stat().st_mtime:
        _compile(compiled)
    os.environ["LANGUAGE"] = "vi"
    gettext.bindtextdomain("messages", _CACHE)


def _compile(target: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with _SOURCE.open("rb") as source:
        write_mo(compiled, read_po(source, locale="vi"))
    with suppress(OSError):  # click's own words are English then
        write_atomically(target, compiled.getvalue())
