"""UTF-8 that was read as something else is recognised, and right text never is."""

from collections.abc import Callable
from typing import Any

import pytest

from newsroom.text.mojibake import find_mojibake

SENTENCES = ["Tổ dân phố số 7 họp bàn việc sửa đường.", "“Vì người nghèo”: ủng hộ 2 triệu đồng"]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("encoding", ["latin-1", "sloppy-windows-1252"])
def test_sentence_that_was_read_wrongly_is_read_rightly(sentence: str, encoding: str) -> None:
    import ftfy.bad_codecs  # noqa: F401 - knows the sloppy one

    found = list(find_mojibake(f"Dòng đúng.\n{sentence.encode().decode(encoding)}\n"))

    assert [line.meant for line in found] == [sentence]
    assert found[0].start == len("Dòng đúng.\n")


def test_where_characters_were_lost_nothing_is_guessed() -> None:
    garbled = "Đường phố".encode().decode("latin-1")
    lost = "".join(char for char in garbled if not "\x7f" <= char < "\xa0")

    assert [line.meant for line in find_mojibake(f"{lost} {lost}")] == [None]


def test_right_text_is_not_suspected(load_case: Callable[[str], Any]) -> None:
    right = [*load_case("legacy.yml")["right"], "Ông gọi \xabmá\xbb là \xabu\xbb", "SÃO PAULO"]

    assert [text for text in right if list(find_mojibake(text))] == []
