"""Whatever a Word document is built of, every word, link, picture and cell arrives or is named."""

from collections.abc import Callable
from itertools import count

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from word_documents import HEAD, cell, item, levels, paragraph, photo, picture, table, xml
from word_documents import word_document as made_of

from newsroom.importing.formats.reading import read_records
from newsroom.importing.record import ImportedArticle

RUN = "<w:r>{properties}<w:t>{text}</w:t></w:r>"
BLANK = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
BOX = "<w:txbxContent>{}</w:txbxContent>"


def shape(inner: str) -> str:
    return (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx>{BOX.format(inner)}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>"
    )


def old_shape(inner: str) -> str:
    return (
        f"<w:r><w:pict><v:oval><v:textbox>{BOX.format(inner)}</v:textbox></v:oval></w:pict></w:r>"
    )


def within(draw: st.DrawFn, number: int) -> str:
    """What stands in a paragraph, with words of its own: each bears the number."""
    said = f"lời{number} hay{number}"
    kind = draw(st.sampled_from(list(WITHIN)))
    return WITHIN[kind](said, number)


WITHIN: dict[str, Callable[[str, int], str]] = {
    "run": lambda said, n: RUN.format(properties="", text=said),
    "bold": lambda said, n: RUN.format(properties="<w:rPr><w:b/></w:rPr>", text=said),
    "high": lambda said, n: RUN.format(
        properties='<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>', text=f" {said} "
    ),
    "parted": lambda said, n: "".join(RUN.format(properties="", text=char) for char in said),
    "broken": lambda said, n: f"<w:r><w:t>{said}</w:t><w:br/><w:cr/><w:t>dòng{n}</w:t></w:r>",
    "tabbed": lambda said, n: f"<w:r><w:t>{said}</w:t><w:tab/><w:ptab/><w:t>cột{n}</w:t></w:r>",
    "inserted": lambda said, n: f"<w:ins>{RUN.format(properties='', text=said)}</w:ins>",
    "moved": lambda said, n: f"<w:moveFrom>{RUN.format(properties='', text=said)}</w:moveFrom>",
    "deleted": lambda said, n: f"<w:del><w:r><w:delText>{said}</w:delText></w:r></w:del>",
    "hidden": lambda said, n: RUN.format(properties="<w:rPr><w:vanish/></w:rPr>", text=said),
    "turned": lambda said, n: f"<w:bdo>{RUN.format(properties='', text=said)}</w:bdo>",
    "tagged": lambda said, n: f"<w:smartTag>{RUN.format(properties='', text=said)}</w:smartTag>",
    "field": lambda said, n: f'<w:fldSimple w:instr="DATE">{RUN.format(properties="", text=said)}'
                             "</w:fldSimple>",
    "filled": lambda said, n: "<w:sdt><w:sdtContent>"
                              f"{RUN.format(properties='', text=said)}</w:sdtContent></w:sdt>",
    "formula": lambda said, n: f"<m:oMath><m:r><m:t>{said}</m:t></m:r></m:oMath>",
    "link": lambda said, n: f'<w:hyperlink r:id="l{n % 9}">{RUN.format(properties="", text=said)}'
                            "</w:hyperlink>",
    "unknown": lambda said, n: f"<w:xyz>{RUN.format(properties='', text=said)}</w:xyz>",
    "note": lambda said, n: f'<w:r><w:t>{said}</w:t><w:footnoteReference w:id="{n % 9}"/></w:r>',
    "box": lambda said, n: shape(paragraph(said) + table(cell(f"ô{n}") + cell(f"ôô{n}"))),
    "old box": lambda said, n: old_shape(paragraph(said) + picture(f"p{n % 9}", f"hình số {n}")),
    "box in box": lambda said, n: shape(f"<w:p>{shape(paragraph(said))}</w:p>"),
    "drawn": lambda said, n: f'<w:r><w:pict><v:shape><v:textpath string="{said}"/></v:shape>'
                             "</w:pict></w:r>",
}  # fmt: skip


def block(draw: st.DrawFn, number: int) -> str:
    """A paragraph, an item, a table, a picture …"""
    said = f"câu{number} kể{number}"
    pieces = [within(draw, number * 100 + n) for n in range(draw(st.integers(1, 3)))]
    inner = f"<w:p>{BLANK.join(pieces)}</w:p>"
    kinds = {
        "inner": inner,
        "item": item(said, 1, draw(st.integers(0, 3))),
        "item with more": item(said, 1).replace("</w:p>", f"{BLANK}{inner[5:-6]}</w:p>"),
        "heading": paragraph(said, style="Heading2"),
        "numbered heading": paragraph(
            said, style="Heading1", more='<w:numPr><w:numId w:val="1"/></w:numPr>'
        ),
        "picture": picture(f"p{number % 9}", f"hình số {number}") + paragraph(said, run="<w:i/>"),
        "lost picture": picture("none", f"hình số {number}") + paragraph(said),
        "table": table(cell(said, '<w:gridSpan w:val="2"/>'), cell(f"ô{number}") + cell("")),
        "merged": table(
            cell(said, '<w:vMerge w:val="restart"/>') + cell(f"ô{number}"),
            cell("", "<w:vMerge/>") + f"<w:tc>{inner}</w:tc>",
        ),
        "framed": f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>",
        "nested": table(f"<w:tc>{inner}{table(cell(said), cell(f'ô{number}'))}</w:tc>" + cell("x")),
    }
    return kinds[draw(st.sampled_from(list(kinds)))]


@st.composite
def bodies(draw: st.DrawFn) -> str:
    numbers = count(1)
    return "".join(block(draw, next(numbers)) for _ in range(draw(st.integers(1, 7))))


STYLES = xml("styles", "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/></w:style>'
    for n in (1, 2)
))  # fmt: skip
NUMBERING = levels(
    ("decimal", "%1."), ("lowerLetter", "%2)"), ("bullet", "o"), ("decimal", "%1.%4")
)
FOOTNOTES = xml("footnotes", "".join(
    f'<w:footnote w:id="{n}">{paragraph(f"ghi{n} chú{n}")}</w:footnote>' for n in range(9)
))  # fmt: skip
PARTS: dict[str, str | bytes] = {
    "styles.xml": STYLES, "numbering.xml": NUMBERING, "footnotes.xml": FOOTNOTES,
    **{f"media/{n}.png": photo("red", 20 + n) for n in range(8)}, "media/8.png": b"?",
}  # fmt: skip
RELATIONS = {
    "s": ("styles", "styles.xml"), "n": ("numbering", "numbering.xml"),
    "f": ("footnotes", "footnotes.xml"),
    **{f"p{n}": ("image", f"media/{n}.png") for n in range(9)},
    **{f"l{n}": ("hyperlink", f"https://l{n}.example/") for n in range(9)},
}  # fmt: skip


@pytest.mark.thorough
@settings(
    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
)
@given(bodies())
def test_all_of_a_document_arrives_or_is_named(
    tmp_path_factory: pytest.TempPathFactory, body: str
) -> None:
    file = tmp_path_factory.mktemp("docx") / "bai.docx"
    file.write_bytes(made_of(f"{HEAD}{paragraph('Mở đầu.')}{body}", PARTS, RELATIONS))

    (record,) = read_records(file)

    assert isinstance(record, ImportedArticle), record
    pictures = [one for one in (record.lead_picture, *record.pictures) if one]
    held = BeautifulSoup(f"{record.lead} {record.body}", "html.parser")
    for line_break in held.find_all("br"):
        line_break.replace_with(" ")
    words = {*held.get_text(" ").split(), *"".join(held.strings).split()}
    words |= {word for one in pictures for word in f"{one.alt} {one.caption}".split()}
    notes = "\n".join(record.notes)
    source = BeautifulSoup(body, "html.parser")
    typed = {word for text in source.find_all(["w:t", "w:deltext", "m:t"]) for word in
             text.get_text().split() if len(word) > 1}  # fmt: skip
    typed |= {word for drawn in source.find_all("v:textpath") for word in
              str(drawn["string"]).split()}  # fmt: skip
    typed |= {word for note in source.find_all("w:footnotereference") for word in
              f"ghi{note['w:id']} chú{note['w:id']}".split()}  # fmt: skip
    assert [word for word in sorted(typed) if word not in words and word not in notes] == []
    for link in source.find_all("w:hyperlink"):
        address = f"https://{link['r:id']}.example/"
        assert held.find("a", href=address) or address in notes
    shown = {one.alt for one in pictures}
    for drawing in source.find_all("wp:docpr"):
        assert drawing["descr"] in shown or str(drawing["descr"]) in notes
    assert "mất chữ" not in notes
