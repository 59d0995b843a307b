"""Pages in one file (.mht): the page and its pictures are parts of a mail."""

import base64
import io
import quopri
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from newsroom.importing.formats.reading import read_records
from newsroom.importing.record import ImportedArticle, Record, Refusal

PAGE = (
    "<html><head><title>Tổ 5 mở tủ sách chung ở sảnh</title></head><body><h1>Tổ 5 mở tủ sách chung "
    "ở sảnh</h1><p>Ngày đăng: 04/05/2023 08:30</p><div class='bodytext'>{pictures}<p>Tủ sách có "
    "hơn ba trăm cuốn do các hộ trong khu tập thể góp lại suốt mùa hè vừa rồi.</p><p>Ai mượn thì "
    "ghi tên vào quyển vở treo bên cạnh, đọc xong đem trả <a href='noi-quy.html'>theo nội "
    "quy</a>.</p>"
    "</div></body></html>"
)
PICTURES = "".join(
    f"<p><img src='{address}'></p>"
    for address in (
        "https://cu.example/tin/anh/a.png",
        "anh/b%20c.png",
        "cid:so-3@x",
        "anh/mất.png",
    )
)
HEAD = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://cu.example/tin/tu-sach.html\r\n"
    "Subject: =?utf-8?Q?T=E1=BB=95?=\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Ranh"\r\n\r\n'
)


def picture(width: int) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, 20), (width, 80, 80)).save(stream, "PNG")
    return stream.getvalue()


def part(data: bytes, encoding: str, **headers: str) -> bytes:
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    head = "\r\n".join([*lines, f"Content-Transfer-Encoding: {encoding}"])
    body = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}.get(
        encoding, bytes
    )
    return f"------Ranh\r\n{head}\r\n\r\n".encode() + body(data) + b"\r\n"


def saved(html: bytes, kind: str = "text/html", pictures_as: str = "base64") -> bytes:
    """A file as Chrome and Internet Explorer write it."""
    page = part(html, "quoted-printable", Content_Type=kind,
                Content_Location="https://cu.example/tin/tu-sach.html")  # fmt: skip
    own = (
        {"Content_Location": "https://cu.example/tin/anh/a.png"},
        {"Content_Location": "https://cu.example/tin/anh/b%20\r\n c.png"},
        {"Content_ID": "<so-3@x>"},
    )
    pictures = (part(picture(30 + n), pictures_as, Content_Type="image/png", **headers)
                for n, headers in enumerate(own))  # fmt: skip
    return HEAD.encode() + page + b"".join(pictures) + b"------Ranh--\r\n"


@pytest.fixture
def read(tmp_path: Path) -> Callable[[bytes], Record]:
    def of(data: bytes) -> Record:
        file = tmp_path / "trang.mhtml"
        file.write_bytes(data)
        (record,) = read_records(file)
        return record

    return of


@pytest.mark.parametrize("pictures_as", ["base64", "binary"])
def test_page_comes_with_the_pictures_of_the_file(
    read: Callable[[bytes], Record], pictures_as: str
) -> None:
    record = read(saved(PAGE.format(pictures=PICTURES).encode(), pictures_as=pictures_as))

    assert isinstance(record, ImportedArticle), record
    assert record.title == "Tổ 5 mở tủ sách chung ở sảnh"
    assert record.addresses == ("/tin/tu-sach.html",)
    assert '<a href="https://cu.example/tin/noi-quy.html">' in record.body
    assert record.lead_picture
    shown = [Image.open(io.BytesIO(one.data)).width
             for one in (record.lead_picture, *record.pictures)]  # fmt: skip
    assert shown == [30, 31, 32]
    assert [note for note in record.notes if "mất ảnh" in note] == [
        "mất ảnh mất.png: không được lưu cùng trang."
    ]


def test_encoding_that_only_the_mail_names_is_read(read: Callable[[bytes], Record]) -> None:
    html = PAGE.format(pictures="").encode("utf-16-le")

    record = read(saved(html, "text/html; charset=utf-16-le"))

    assert isinstance(record, ImportedArticle), record


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff\xe0 JFIF", saved(b"x", "image/png")])
def test_file_without_a_page_is_refused_with_a_cure(
    read: Callable[[bytes], Record], data: bytes
) -> None:
    record = read(data)

    assert isinstance(record, Refusal)
    assert "Hãy" in record.cure
