"""Tables: each in a frame that a keyboard and a finger can push sideways on a narrow screen."""

import re

_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_FRAME = '<div class="table-scroll" role="group" aria-label="Bảng số liệu" tabindex="0">{}</div>'


def with_framed_tables(html: str) -> str:
    """The body with its tables framed; one within another is part of that."""
    return _TABLE.sub(lambda found: _FRAME.format(found[0]), html) if "<table" in html else html
