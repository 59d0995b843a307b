"""PDFs written by hand: lines of text at their places, in letters of which the file says what they
mean."""

from collections.abc import Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """A line of a page; size of its letters in points."""

    words: str
    size: int = 12
    is_bold: bool = False


def pdf_document(*pages: Sequence[Line | str], info: str = "", annotations: str = "") -> bytes:
    """A PDF with these pages; info and annotations are written as PDF has them."""
    lines = [[one if isinstance(one, Line) else Line(one) for one in page] for page in pages]
    signs = sorted({char for page in lines for line in page for char in line.words})
    codes = {char: number for number, char in enumerate(signs, 1)}
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        _font("Sans"), _font("Sans-Bold"), _stream(_meanings(codes)),
    ]  # fmt: skip
    for number, page in enumerate(lines):
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
            "/Resources<</Font<</F0 3 0 R/F1 4 0 R>>>>"
            f"/Contents {7 + 2 * number} 0 R/Annots[{annotations}]>>"
        )
        objects.append(_stream(_drawn(page, codes)))
    return _file([*objects, f"<<{info}>>"])


def _font(name: str) -> str:
    return f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/ToUnicode 5 0 R>>"


def _meanings(codes: dict[str, int]) -> str:
    listed = "\n".join(f"<{code:02x}> <{ord(char):04x}>" for char, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> "
        f"endcodespacerange {len(codes)} beginbfchar\n{listed}\nendbfchar endcmap end"
    )


def _drawn(page: Sequence[Line], codes: dict[str, int]) -> str:
    shown = []
    for number, line in enumerate(page):
        typed = "".join(f"{codes[char]:02x}" for char in line.words)
        place = f"1 0 0 1 50 {800 - 20 * number} Tm"
        shown.append(f"/F{int(line.is_bold)} {line.size} Tf {place} <{typed}> Tj")
    return f"BT {' '.join(shown)} ET"


def _stream(text: str) -> str:
    return f"<</Length {len(text)}>>stream\n{text}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj{content}endobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    trailer = f"trailer<</Size {count}/Root 1 0 R/Info {count - 1} 0 R>>"
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}{trailer}\nstartxref\n{len(data)}\n%%EOF"
    return data + end.encode()
