"""Text of the fonts of before Unicode: the tables stand in cases/legacy.yml, too."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.old_fonts import draws_capitals, font_encoding, in_unicode, pieces_in_unicode

SENTENCE = "Ủy ban nhân dân phường mời bà con dự lễ kỷ niệm, đổi quà và trồng thêm cây xanh."


@pytest.fixture(scope="module")
def letters(load_case: Callable[[str], Any]) -> dict[str, dict[str, str]]:
    """For each encoding, the signs of every Vietnamese small letter."""
    table = load_case("legacy.yml")
    unicode = table["unicode"].split()
    return {e: dict(zip(unicode, table[e].split(), strict=True)) for e in ("TCVN3", "VNI")}


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
def test_every_letter_comes_back(encoding: str, letters: dict[str, dict[str, str]]) -> None:
    for letter, signs in letters[encoding].items():
        assert in_unicode(f"x{signs}x", encoding) == f"x{letter}x"


def test_capitals_of_vni_come_back_however_their_marks_are_typed(
    letters: dict[str, dict[str, str]],
) -> None:
    for letter, signs in letters["VNI"].items():
        assert in_unicode(signs.upper(), "VNI") == letter.upper()
        assert in_unicode(signs[0].upper() + signs[1:], "VNI") == letter.upper()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("KÕ HO¹CH cña phường", "KẾ HOẠCH của phường"),
        ("§µ N½ng, bµ Lª Hµ, UBND x·", "Đà Nẵng, bà Lê Hà, UBND xã"),
        ("« nhiÔm kh«ng khÝ, ch©u ¸", "ô nhiễm không khí, châu á"),
        ("© 2012 ® UBND", "© 2012 ® UBND"),
    ],
)
def test_capitals_and_signs_of_tcvn3(typed: str, meant: str) -> None:
    assert in_unicode(typed, "TCVN3") == meant


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
def test_text_is_converted_and_what_is_unicode_beside_it_stays(
    encoding: str, letters: dict[str, dict[str, str]]
) -> None:
    typed = "".join(letters[encoding].get(char, char) for char in SENTENCE.lower())
    pieces = ["Trang chủ", "Số 12", typed, "Văn phòng: Điện thoại 024, Đường Nguyễn Đức Thuận"]

    converted, found = pieces_in_unicode(pieces)

    assert found == encoding
    assert converted == ["Trang chủ", "Số 12", SENTENCE.lower(), pieces[3]]


@given(st.lists(st.text(alphabet="aàáâãeèéêoòóôõuùúyýđăơư bcdghklmnpqrstvx.,©®«»")))
def test_unicode_is_left_alone(pieces: list[str]) -> None:
    """Words with letters that both have count as one only where they are no syllables."""
    honest = [f"Bà con phường đã được mời dự lễ ở hội trường {piece}" for piece in pieces]
    long = [piece for piece in honest if len(piece) < 90]

    assert pieces_in_unicode(long) == (long, None)


def test_fonts_tell_the_encoding() -> None:
    fonts = (".VnTime", ".VnArialH", "VNI-Times", "Times New Roman", "")

    assert [font_encoding(font) for font in fonts] == ["TCVN3", "TCVN3", "VNI", None, None]
    assert [draws_capitals(font) for font in fonts] == [False, True, False, False, False]
