"""Bytes as text: only where the encoding is certain."""

import pytest

from newsroom.importing.record import Refusal
from newsroom.importing.text.decoding import Decoded, decode_page, decode_text

TEXT = (
    "Thông báo\n\nLịch họp tổ\nNgày đăng 01/02/2023 | 08:00\n\nMở đầu của bài.\n\nNội dung của bài."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_in_unicode_is_read(encoding: str) -> None:
    assert decode_text(TEXT.encode(encoding)) == Decoded(TEXT)


def test_windows_1258_is_read_where_it_is_certain() -> None:
    # The code page writes tones as marks after the letter: “ờ” is ơ and a grave accent.
    typed = (
        "Phươ\u0300ng ho\u0323p sơ kê\u0301t quy\u0301 I, "
        "đươ\u0323c ba\u0300 con hươ\u0309ng ư\u0301ng"
    )

    read = decode_text(typed.encode("cp1258"))

    assert isinstance(read, Decoded)
    assert read.text == "Phường họp sơ kết quý I, được bà con hưởng ứng"
    assert "windows-1258" in read.notes[0]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "tệp trống"),
        (b"\xef\xbb\xbf \n", "tệp trống"),
        ("\ufeff\n\n".encode("utf-16"), "tệp trống"),
        (bytes(range(256)), "không phải là chữ"),
        (b"PK\x03\x04\0\0 abc", "không phải là chữ"),
        ("Ärger über Größe, naïve façade".encode("cp1252"), "bảng mã"),
    ],
)
def test_bytes_that_are_not_certain_are_refused(data: bytes, found: str) -> None:
    refusal = decode_text(data)

    assert isinstance(refusal, Refusal)
    assert found in refusal.found


def test_declared_encoding_of_a_page_is_used() -> None:
    meta = "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>"
    html = f"{meta}<p>caf\xe9 \x93x\x94</p>"

    assert "café “x”" in str(decode_page(html.encode("latin-1")))
    assert "đây" in str(decode_page("<meta charset='windows-1252'><p>đây</p>".encode()))


OLD = "Thông báo: phường họp sơ kết quý, mời bà con tới dự đông đủ."
TCVN3 = "Th«ng b¸o: ph\xadêng häp s¬ kÕt quý, mêi bµ con tíi dù ®«ng ®ñ."
VNI = "Thoâng baùo: phöôøng hoïp sô keát quyù, môøi baø con tôùi döï ñoâng ñuû."


@pytest.mark.parametrize(("typed", "encoding"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
@pytest.mark.parametrize("stored", ["cp1252", "utf-8", "utf-16"])
def test_old_encoding_is_converted_and_told(typed: str, encoding: str, stored: str) -> None:
    read = decode_text(f"{typed}\n{typed}".encode(stored))

    assert isinstance(read, Decoded)
    assert read.text == f"{OLD}\n{OLD}"
    assert encoding in read.notes[0]


@pytest.mark.parametrize(("typed", "encoding"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_only_words_of_a_page_are_converted(typed: str, encoding: str) -> None:
    entities = "".join(char if char.isascii() else f"&#{ord(char)};" for char in typed)
    page = (
        "<title>Đoàn thể ở phường</title><meta content='{0}'><script>var µ='«';</script>"
        "<p>Trang chủ của phường</p><img src='¶nh«.jpg' alt=\"{0}\"><p>{0}</p><p>1 &lt; 2 {1}</p>"
    )

    read = decode_page(page.format(typed, entities).encode())

    assert isinstance(read, Decoded)
    assert read.text == page.format(OLD, OLD)
    assert encoding in read.notes[0]


def test_text_that_was_read_wrongly_is_not_taken_for_an_old_encoding() -> None:
    garbled = OLD.encode().decode("cp1252", "replace")

    assert decode_text(garbled.encode()) == Decoded(garbled)
