"""Which articles are the same, and which are only called alike."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.importing.writing.importer import Importer, Outcome, Status

HEAD = "Thông báo\nLịch trực tuần\nNgày đăng {day}\n"
DAY = "10/05/2023"
FIRST = "Thứ Hai ông Bình trực cả ngày ở phòng tiếp dân.\nThứ Ba bà Hạnh trực buổi sáng."
SECOND = "Cuối tuần dân phòng trực ở nhà văn hóa.\nĐiện thoại trực dán ở bảng tin."


@pytest.fixture
def bring(tmp_path: Path, new_importer: Callable[..., Importer]) -> Callable[..., Outcome]:
    """Imports an article of that body, each time as a new run does."""

    def run(body: str, day: str = DAY, name: str = "bai") -> Outcome:
        source = tmp_path / f"{name}.txt"
        source.write_text(HEAD.format(day=day) + body, encoding="utf-8")
        return new_importer().import_file(source)

    return run


def test_another_article_of_the_same_title_and_day_is_kept_apart_and_told(
    bring: Callable[..., Outcome],
) -> None:
    bring(FIRST)
    other = bring(SECOND)

    assert other.status is Status.NEW
    assert str(other.article) == "2023/lich-truc-tuan-2.md"
    assert "2023/lich-truc-tuan.md nhưng nội dung khác" in other.notes[0]
    assert bring(FIRST).status is bring(SECOND).status is Status.KNOWN


def test_one_number_makes_another_notice_as_long_as_staff_have_not_edited_the_first(
    bring: Callable[..., Outcome],
) -> None:
    notice = "Ngõ {} mất điện từ 8 giờ đến 11 giờ, bà con chủ động nước sinh hoạt và thang máy."
    bring(notice.format(12))

    assert bring(notice.format(53)).status is Status.NEW


def test_article_that_staff_have_edited_is_known_and_the_difference_told(
    bring: Callable[..., Outcome], tmp_path: Path
) -> None:
    article = bring(FIRST).article
    assert article
    file = tmp_path / "articles" / article
    edited = file.read_text(encoding="utf-8").replace("ông Bình", "ông Bình, phó ban,")
    file.write_text(edited, encoding="utf-8")
    (tmp_path / "journals").rename(tmp_path / "lost")

    again = bring(FIRST)

    assert again.status is Status.KNOWN
    assert "viết khác" in again.notes[0]


def test_same_notice_of_another_day_is_another_article(bring: Callable[..., Outcome]) -> None:
    bring(FIRST)

    assert bring(FIRST, day="17/05/2023").status is Status.NEW


def test_same_notice_at_two_hours_of_a_day_is_one_article(bring: Callable[..., Outcome]) -> None:
    bring(FIRST, day=f"{DAY} | 08:00")

    assert bring(FIRST, day=f"{DAY} | 08:05").status is Status.KNOWN


def test_trial_run_tells_the_same_as_a_real_one(
    tmp_path: Path, new_importer: Callable[..., Importer]
) -> None:
    importer = new_importer(writes=False)
    found = []
    for number, body in enumerate((FIRST, SECOND, FIRST)):
        source = tmp_path / f"{number}.txt"
        source.write_text(HEAD.format(day=DAY) + body, encoding="utf-8")
        found.append(importer.import_file(source).status)

    assert found == [Status.NEW, Status.NEW, Status.KNOWN]


def test_address_that_a_portal_gives_to_all_its_pages_makes_them_not_one(
    tmp_path: Path, new_importer: Callable[..., Importer]
) -> None:
    importer = new_importer("thong-bao")
    for number, words in enumerate(("Bà con quét sân. " * 9, "Xe rác đến muộn. " * 9)):
        source = tmp_path / f"{number}.html"
        source.write_text(
            "<head><link rel=canonical href='https://cu.example/tin-tuc'></head><body>"
            f"<h1>Tin trong tuần</h1><p>Ngày đăng {DAY}</p><div class=content>"
            f"<p>{words}</p><p>{words}</p></div></body>",
            encoding="utf-8",
        )
        assert importer.import_file(source).status is Status.NEW
