"""Which section an old name means: the newsroom's own names, its keywords, what staff say."""

import pytest

from newsroom.content.newsroom import Section
from newsroom.importing.writing.section_map import read_section_map, rows_of_table
from newsroom.importing.writing.sections import SectionChoice

UNIONS = Section("mat-tran-doan-the", "Mặt trận – Đoàn thể", keywords=("Đoàn thể", "Tin hội"))
NOTICES = Section("thong-bao", "Thông báo")
SECTIONS = {section.slug: section for section in (UNIONS, NOTICES)}


@pytest.mark.parametrize(
    ("names", "section"),
    [
        (("Mặt trận - Đoàn thể",), UNIONS),
        (("MAT TRAN - DOAN THE",), UNIONS),
        (("tin hội",), UNIONS),
        (("TIN HOI",), UNIONS),
        (("Tin vắn", "Thông báo"), NOTICES),
        (("thong-bao",), NOTICES),
        (("Tin vắn",), None),
        ((), None),
    ],
)
def test_section_is_known_by_any_of_its_names(
    names: tuple[str, ...], section: Section | None
) -> None:
    assert SectionChoice(SECTIONS).find(names) == section


def test_what_staff_say_goes_before_the_names_of_sections() -> None:
    given = read_section_map([("Thông báo", "mat-tran-doan-the")], SECTIONS).given

    assert SectionChoice(SECTIONS, given).find(["THÔNG BÁO"]) == UNIONS


def test_section_that_is_meant_is_named_by_slug_title_or_keyword() -> None:
    rows = [("a", "thong-bao"), ("b", "Thông báo"), ("c", "đoàn thể")]

    assert read_section_map(rows, SECTIONS).given == {"a": NOTICES, "b": NOTICES, "c": UNIONS}


def test_row_that_cannot_be_understood_is_told_with_what_may_be_meant() -> None:
    read = read_section_map([("Tin phố", "thong-bo"), ("", "thong-bao")], SECTIONS)

    assert read.given == {}
    assert read.faults == (
        "“Tin phố=thong-bo”: không có chuyên mục “thong-bo”. Có phải là: thong-bao",
        "“=thong-bao”: chưa có tên chuyên mục của cổng cũ.",
    )


@pytest.mark.parametrize(
    "table",
    [
        "Tên cũ;Mã\nTin phố;thong-bao\n\n",
        "Tên cũ,Mã mới\n Tin phố , thong-bao ,ghi chú\n",
        "Tin phố\tthong-bao",
        '"Tin phố";"thong-bao"\r\n',
    ],
)
def test_table_is_read_as_excel_saves_it(table: str) -> None:
    assert list(rows_of_table(table, SECTIONS)) == [("Tin phố", "thong-bao")]
