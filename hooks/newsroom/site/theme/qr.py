"""QR codes: an address that a phone's camera reads from paper or from another screen."""

import re

import segno
from markupsafe import Markup

_QUIET = 4
"""The margin that the standard asks for, in modules."""
_DARK = re.compile(b"\x01+")
_MASK = 2
"""Any is read as well; to look for the prettiest of eight takes six times as long."""


def qr(address: str) -> Markup:
    """The code of the address, as an image in the page: it costs no request, and is there on
    paper whenever the page is."""
    code = segno.make_qr(address, mode="byte", error="m", boost_error=False, mask=_MASK)
    lines = "".join(
        f"M{run.start()} {y}h{run.end() - run.start()}"
        for y, row in enumerate(code.matrix)
        for run in _DARK.finditer(bytes(row))
    )
    size = len(code.matrix) + 2 * _QUIET
    return Markup(
        '<svg class="qr" role="img" aria-label="Mã QR của trang này" '
        'viewBox="{} {} {} {}" shape-rendering="crispEdges"><path stroke="#000" d="{}"/></svg>'
    ).format(-_QUIET, -_QUIET - 0.5, size, size, lines)
