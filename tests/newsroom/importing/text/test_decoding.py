"""Bytes as text: only where the encoding is certain."""

import pytest

from newsroom.importing.record import Refusal
from newsroom.importing.text.decoding import decode_page, decode_text

TEXT = (
    "Thông báo\n\nLịch họp tổ\nNgày đăng 01/02/2023 | 08:00\n\nMở đầu của bài.\n\nNội dung của bài."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_in_unicode_is_read(encoding: str) -> None:
    assert decode_text(TEXT.encode(encoding)) == TEXT


def test_windows_1258_is_read_where_it_is_certain() -> None:
    # The code page writes tones as marks after the letter: «ờ» is ơ and a grave accent.
    typed = (
        "Phươ\u0300ng ho\u0323p sơ kê\u0301t quy\u0301 I, "
        "đươ\u0323c ba\u0300 con hươ\u0309ng ư\u0301ng"
    )

    read = decode_text(typed.encode("cp1258"))

    assert read == "Phường họp sơ kết quý I, được bà con hưởng ứng"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "tệp trống"),
        (b"\xef\xbb\xbf \n", "tệp trống"),
        ("\ufeff\n\n".encode("utf-16"), "tệp trống"),
        (bytes(range(256)), "không phải là chữ"),
        (b"PK\x03\x04\0\0 abc", "không phải là chữ"),
        ("Th«ng b¸o cña phßng Ph­êng häp s¬ kÕt".encode("cp1252"), "TCVN3"),
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
