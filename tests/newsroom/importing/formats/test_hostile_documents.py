"""Documents that are broken, locked or made to fill the memory: refused with the cure, at once."""

import re
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZipFile

import pytest
from PIL import Image
from word_documents import HEAD, paragraph, picture, word_document, xml, zipped

from newsroom.importing.formats.docx.reading import read_docx
from newsroom.importing.formats.packed import Packed, unpacked
from newsroom.importing.formats.reading import read_records
from newsroom.importing.record import ImportedArticle, Refusal, UnreadableError

LEAD = paragraph("Sáng mùng bảy, bà con ra bờ đê trồng một trăm cây nhãn và cây bưởi.")
ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    + xml("document", f"<w:body>{HEAD}{paragraph('&b;')}</w:body>")
)  # fmt: skip


def locked() -> bytes:
    """A part that says it is encrypted, in the list and before its bytes."""
    data = bytearray(zipped(word__document_xml=xml("document", "")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def in_another_way(way: int) -> bytes:
    """A document that any program could read, packed in a way that none of them uses."""
    stream = BytesIO()
    with ZipFile(BytesIO(word_document(HEAD + LEAD))) as usual, ZipFile(stream, "w", way) as out:
        for name in usual.namelist():
            out.writestr(name, usual.read(name))
    return stream.getvalue()


HOSTILE = {
    "no zip at all": (b"PK\x03\x04 nothing", "hỏng"),
    "cut off": (word_document(HEAD + LEAD)[:-100], "hỏng"),
    "no document in it": (zipped(a=b"x"), "hỏng"),
    "no XML": (zipped(word__document_xml=b"\0\1\2"), "hỏng"),
    "a DTD": (zipped(word__document_xml=ENTITIES), "DTD"),
    "a DTD without entities": (zipped(word__document_xml="<!DOCTYPE x><x/>"), "DTD"),
    "a DTD in UTF-16": (zipped(word__document_xml=ENTITIES.encode("utf-16")), "DTD"),
    "a zip bomb": (zipped(word__document_xml=b" " * 40_000_000), "quá lớn"),
    "too many elements": (
        zipped(word__document_xml=xml("document", "<w:p/>" * 900_000)), "quá lớn"),
    "too many in one": (zipped(word__document_xml=xml("document", "<w:p/>" * 20_000)), "quá lớn"),
    "too many parts": (zipped(**{f"p{n}": b"" for n in range(5_001)}), "quá lớn"),
    "bzip2, which grows beyond what the list says": (in_another_way(ZIP_BZIP2), "kiểu"),
    "LZMA": (in_another_way(ZIP_LZMA), "kiểu"),
    "locked": (locked(), "mật khẩu"),
    "too deep": (word_document(HEAD + "<w:sdt><w:sdtContent>" * 3_000 + LEAD
                               + "</w:sdtContent></w:sdt>" * 3_000), ""),
}  # fmt: skip


@pytest.mark.parametrize(("data", "found"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_document_is_refused_at_once(data: bytes, found: str, tmp_path: Path) -> None:
    file = tmp_path / "bai.docx"
    file.write_bytes(data)
    start = time.process_time()

    try:
        (refusal,) = read_records(file)
    except RecursionError:  # the importer tells of it
        refusal = Refusal("", "")

    assert isinstance(refusal, Refusal)
    assert found in refusal.found
    assert time.process_time() - start < 10


def test_part_is_never_unpacked_beyond_what_the_list_says() -> None:
    """The size in the list is what the bounds look at; a part that is longer is none."""
    data = bytearray(zipped(a=b"x" * 1_000_000))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = (10).to_bytes(4, "little")

    packed = unpacked(bytes(data))

    assert isinstance(packed, Packed)
    with pytest.raises(UnreadableError):
        packed.data("a")


def test_relations_that_lead_out_of_the_file_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    body = (
        HEAD
        + LEAD
        + '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict></w:r></w:p>'
        + LEAD
    )
    file = tmp_path / "bai.docx"
    file.write_bytes(word_document(body, relations={"x": ("image", "../../secret.png")}))

    (record,) = read_records(file)

    assert isinstance(record, ImportedArticle)
    assert not record.pictures and record.lead_picture is None
    assert any("mất ảnh" in note for note in record.notes)


def test_picture_that_is_shown_many_times_is_kept_once(tmp_path: Path) -> None:
    stream, told = BytesIO(), Image.Exif()
    told[0x010F] = "a phone, which the article does not tell"
    Image.new("RGB", (40, 40), "green").save(stream, "JPEG", exif=told)
    parts, relations = {"media/a.jpg": stream.getvalue()}, {"a": ("image", "media/a.jpg")}
    data = word_document(HEAD + LEAD + picture("a") * 30, parts=parts, relations=relations)
    file = tmp_path / "bai.docx"
    file.write_bytes(data)
    packed = unpacked(data)
    assert isinstance(packed, Packed)

    document = read_docx(packed)
    (article,) = read_records(file)

    addresses = re.findall('src="([^"]+)"', document.html)
    assert len(addresses) == 30
    assert len({id(document.load(address)) for address in addresses}) == 1
    assert isinstance(article, ImportedArticle)
    assert len(article.pictures) == 29
    assert len({id(one.data) for one in (article.lead_picture, *article.pictures) if one}) == 1


def test_longest_article_takes_a_few_seconds(tmp_path: Path) -> None:
    words = "Bà con trong ngõ cùng nhau trồng cây và quét dọn mỗi sáng thứ Bảy đầu tháng. "
    runs = "".join(f"<w:r><w:t>{word} </w:t></w:r>" for word in words.split())
    file = tmp_path / "bai.docx"
    file.write_bytes(word_document(HEAD + LEAD + f"<w:p>{runs}</w:p>" * 1_500))
    start = time.process_time()

    (record,) = read_records(file)

    assert isinstance(record, ImportedArticle)
    assert time.process_time() - start < 30
