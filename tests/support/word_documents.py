"""Word documents written by hand: only what a test is about."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image

_SPACES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>'
    "<w:t>Ngày hội trồng cây ở bờ đê</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>Ngày đăng 04/02/2024 | 07:30</w:t></w:r></w:p>"
)
"""A title and its day."""


def word_document(
    body: str,
    parts: Mapping[str, str | bytes] | None = None,
    relations: Mapping[str, tuple[str, str]] | None = None,
    saved: str = "",
) -> bytes:
    """A document with that body; parts are the others by their names below word/, whose root
    element needs no namespaces; relations are kinds and targets by their keys."""
    stream = BytesIO()
    with ZipFile(stream, "w") as packed:
        packed.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types"/>')
        packed.writestr("word/document.xml", xml("document", f"<w:body>{body}</w:body>"))
        packed.writestr("word/_rels/document.xml.rels", _relations(relations or {}))
        for name, content in (parts or {}).items():
            packed.writestr(f"word/{name}", content)
        if saved:
            packed.writestr("docProps/core.xml", _core(saved))
    return stream.getvalue()


def xml(root: str, inner: str) -> str:
    """A part of that root element of Word's own namespace."""
    return f"<w:{root} {_SPACES}>{inner}</w:{root}>"


def paragraph(text: str, *, style: str = "", run: str = "", more: str = "") -> str:
    """A paragraph of one run; run are its properties, more is what stands in the paragraph's."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f"<w:p><w:pPr>{named}{more}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def item(text: str, number: int, level: int = 0) -> str:
    """A paragraph of a list."""
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, more=listed)


def picture(key: str, alt: str = "") -> str:
    """A paragraph with the picture of that relation."""
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{key}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def table(*rows: str) -> str:
    """A table of rows, each the cells in it."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(text: str, properties: str = "") -> str:
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def levels(*forms: tuple[str, str]) -> str:
    """The part numbering.xml with one list, of number 1: the kind and the text of each level."""
    inner = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate(forms)
    )
    return xml("numbering", f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>'
                            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')  # fmt: skip


def photo(colour: str, side: int = 40) -> bytes:
    """The bytes of a small PNG."""
    stream = BytesIO()
    Image.new("RGB", (side, side), colour).save(stream, "PNG")
    return stream.getvalue()


def _relations(relations: Mapping[str, tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if '://' in target else ''}/>"
        for key, (kind, target) in relations.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _core(saved: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:modified>{saved}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def zipped(**parts: bytes | str) -> bytes:
    """A zip of the parts: __ in a name is a slash, _xml its suffix."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return stream.getvalue()
