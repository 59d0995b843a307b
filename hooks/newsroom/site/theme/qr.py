"""QR codes: an address that a phone's camera reads from paper or from another screen."""

import re
from math import isqrt

import zxingcpp
from markupsafe import Markup

_QUIET = 4
"""The margin that the standard asks for, in modules."""
_DARK = re.compile(b"\x00+")
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
    lines = "".join(
        f"M{run.start()} {y}h{run.end() - run.start()}"
        for y in range(side)
        for run in _DARK.finditer(modules[y * side : (y + 1) * side])
    )
    size = side + 2 * _QUIET
    return Markup(
        '<svg class="qr" role="img" aria-label="Mã QR của trang này" '
        'viewBox="{} {} {} {}" shape-rendering="crispEdges"><path stroke="#000" d="{}"/></svg>'
    ).format(-_QUIET, -_QUIET - 0.5, size, size, lines)
