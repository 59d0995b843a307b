"""QR codes: an address that a phone's camera reads from paper or from another screen."""

import re
from functools import cache
from math import isqrt

import zxingcpp
from markupsafe import Markup

_QUIET = 4
"""The margin that the standard asks for, in modules."""
_RUN = re.compile(rb"\x00+|\xff+")
_PIECE = 8
"""Modules that are drawn at once: few enough that all their patterns are drawn before long."""
_MASK = 2
"""Any is read as well; to look for the prettiest of eight takes five times as long."""


def qr(address: str) -> Markup:
    """The code of the address, as an image in the page: it costs no request, and is there on
    paper whenever the page is."""
    code = zxingcpp.create_barcode(
        address, zxingcpp.BarcodeFormat.QRCode, ec_level="M", dataMask=_MASK
    )
    image = code.to_image(add_quiet_zones=False)
    modules = memoryview(image).tobytes()  # type: ignore[arg-type] # its stub has no buffer
    side = isqrt(len(modules))
    lines = "".join(_row(modules[y * side : (y + 1) * side], y) for y in range(side))
    size = side + 2 * _QUIET
    return Markup(
        '<svg class="qr" role="img" aria-label="Mã QR của trang này" '
        'viewBox="{} {} {} {}" shape-rendering="crispEdges"><path stroke="#000" d="{}"/></svg>'
    ).format(-_QUIET, -_QUIET - 0.5, size, size, lines)


def _row(modules: bytes, y: int) -> str:
    pieces = (modules[start : start + _PIECE] for start in range(0, len(modules), _PIECE))
    return f"M0 {y}{''.join(map(_piece, pieces))}"


@cache
def _piece(modules: bytes) -> str:
    """The lines and gaps of a piece of a row, from where the one before it ends. Kept for each
    pattern, they take half the time of looking for runs in each code, and compress better."""
    return "".join(
        f"h{len(run)}" if run.startswith(b"\0") else f"m{len(run)} 0"
        for run in _RUN.findall(modules)
    )
