"""The importer: places in the folder, the second run, and what becomes of a bad file."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from newsroom.importing.writing.importer import Importer, Status

TEXT = (
    "Thông báo\n\nLịch họp tổ\nNgày đăng 01/02/2023 | 08:00\n\nMở đầu của bài.\n\nNội dung của bài."
)


def test_article_is_imported_once_even_when_staff_rename_and_edit_it(
    tmp_path: Path, new_importer: Callable[..., Importer]
) -> None:
    source = tmp_path / "lich.txt"
    source.write_text(TEXT, encoding="utf-8")
    importer = new_importer()
    first = importer.import_file(source)
    assert first.status is Status.NEW
    assert first.article
    assert importer.import_file(source).status is Status.KNOWN

    written = importer.folder / first.article
    text = written.read_text(encoding="utf-8").replace("Mở đầu", "Câu mở đầu")
    written.unlink()
    renamed = importer.folder / "khac" / "ten-moi.md"
    renamed.parent.mkdir()
    renamed.write_text(text.replace("Nội dung", "Nội dung mới"), encoding="utf-8")

    again = new_importer().import_file(source)
    assert again.status is Status.KNOWN
    assert again.article == PurePosixPath("khac/ten-moi.md")
    assert [path.name for path in importer.folder.rglob("*.md")] == ["ten-moi.md"]


def test_article_with_an_old_address_of_another_is_the_same(
    tmp_path: Path, new_importer: Callable[..., Importer], import_cases: Path
) -> None:
    importer = new_importer()
    page = import_cases / "page" / "nukeviet.html"
    outcome = importer.import_file(page)
    assert outcome.article
    written = importer.folder / outcome.article
    text = written.read_text(encoding="utf-8")
    written.write_text(text.replace("2024-06-16 08:40", "2024-06-17 07:00"), encoding="utf-8")

    assert new_importer().import_file(page).status is Status.KNOWN


def test_article_whose_title_was_corrected_is_known_by_its_old_address(
    new_importer: Callable[..., Importer], import_cases: Path
) -> None:
    importer = new_importer()
    page = import_cases / "page" / "nukeviet.html"
    article = importer.import_file(page).article
    assert article
    text = (importer.folder / article).read_text(encoding="utf-8")
    (importer.folder / article).write_text(text.replace("đổi rác", "gom giấy"), encoding="utf-8")

    assert new_importer().import_file(page).status is Status.KNOWN


def test_other_article_of_the_same_minute_and_lead_is_not_taken_for_known(
    tmp_path: Path, new_importer: Callable[..., Importer]
) -> None:
    importer = new_importer()
    for name in ("tổ 1", "tổ 2"):
        source = tmp_path / f"{name}.txt"
        source.write_text(TEXT.replace("họp tổ", f"họp {name}"), encoding="utf-8")
        assert importer.import_file(source).status is Status.NEW


def test_address_that_two_pages_claim_stays_with_the_first(
    tmp_path: Path, new_importer: Callable[..., Importer], import_cases: Path
) -> None:
    importer = new_importer()
    page = import_cases / "page" / "nukeviet.html"
    importer.import_file(page)
    other = tmp_path / "khac.html"
    html = page.read_text(encoding="utf-8").replace("Ngày hội", "Phiên chợ")
    later = html.replace("16/06/2024", "18/06/2024").replace("2024-06-16", "2024-06-18")
    other.write_text(later, encoding="utf-8")

    article = importer.import_file(other).article

    assert article
    assert "aliases" not in (importer.folder / article).read_text(encoding="utf-8")


def test_two_articles_with_one_slug_get_two_files(
    tmp_path: Path, new_importer: Callable[..., Importer]
) -> None:
    importer = new_importer()
    paths = []
    for day in ("01", "02", "03"):
        source = tmp_path / f"{day}.txt"
        source.write_text(
            TEXT.replace("01/02/2023", f"{day}/02/2023").replace("Mở đầu", f"Mở đầu {day}"),
            encoding="utf-8",
        )
        paths.append(str(importer.import_file(source).article))

    assert paths == ["2023/lich-hop-to.md", "2023/lich-hop-to-2.md", "2023/lich-hop-to-3.md"]


def test_slug_is_at_most_sixty_characters(
    tmp_path: Path, new_importer: Callable[..., Importer]
) -> None:
    source = tmp_path / "dai.txt"
    source.write_text(TEXT.replace("Lịch họp tổ", "Một tiêu đề rất dài " * 9), encoding="utf-8")

    article = new_importer().import_file(source).article
    assert article
    assert len(article.stem) <= 60


def test_picture_of_a_renamed_article_is_not_overwritten(
    new_importer: Callable[..., Importer], import_cases: Path
) -> None:
    importer = new_importer()
    images = importer.folder / "2024" / "images"
    images.mkdir(parents=True)
    kept = images / "ngay-hoi-doi-rac-lay-qua-mot-ngay-ba-tan-giay-1.jpg"
    kept.write_bytes(b"another picture")

    outcome = importer.import_file(import_cases / "page" / "nukeviet.html")

    assert kept.read_bytes() == b"another picture"
    assert str(outcome.article).endswith("-2.md")


def test_article_of_an_unknown_section_is_a_draft_with_proposals_until_staff_say_where_it_goes(
    new_importer: Callable[..., Importer], import_cases: Path
) -> None:
    source = import_cases / "text" / "chuyen-muc-la.txt"

    importer = new_importer()
    waits = importer.import_file(source)
    assert waits.status is Status.DRAFT
    assert "chưa rõ chuyên mục “Tin tức sự vụ”" in waits.notes[0]
    assert "tin-tuc-su-kien" in waits.notes[0]
    assert waits.article
    file = importer.folder / waits.article
    draft = file.read_text(encoding="utf-8")
    assert 'category: "Tin tức sự vụ"\ndraft: true\n' in draft
    assert new_importer().import_file(source).status is Status.DRAFT

    assert new_importer("thong-bao").import_file(source).status is Status.SETTLED
    assert file.read_text(encoding="utf-8") == draft.replace(
        'category: "Tin tức sự vụ"\ndraft: true\n', "category: thong-bao\n"
    )


def test_date_in_the_future_is_told_and_the_article_kept(
    tmp_path: Path, new_importer: Callable[..., Importer]
) -> None:
    source = tmp_path / "mai.txt"
    source.write_text(TEXT.replace("2023", "2033"), encoding="utf-8")

    outcome = new_importer().import_file(source)

    assert outcome.status is Status.NEW
    assert "tương lai" in outcome.notes[0]


def test_numbers_that_contradict_each_other_are_told_and_left_as_they_are(
    tmp_path: Path, new_importer: Callable[..., Importer]
) -> None:
    source = tmp_path / "hop.txt"
    source.write_text(f"{TEXT} Có mặt 1160/2500 đạt tỷ lệ 46,6%.", encoding="utf-8")
    importer = new_importer()

    outcome = importer.import_file(source)

    (note,) = (note for note in outcome.notes if "46,4" in note)
    assert note.startswith("dòng 9: “1160/2500 đạt tỷ lệ 46,6%”: 1.160 trên 2.500 là 46,4%.")
    assert outcome.article
    assert "tỷ lệ 46,6%" in (importer.folder / outcome.article).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["bai.docx", "bai.rtf", "bai"])
def test_other_kinds_of_file_are_refused_with_a_cure(
    name: str, tmp_path: Path, new_importer: Callable[..., Importer]
) -> None:
    source = tmp_path / name
    source.write_bytes(b"x")

    outcome = new_importer().import_file(source)

    assert outcome.status is Status.FAILED
    assert ".txt" in outcome.notes[0]


def test_file_that_vanished_does_not_stop_the_others(
    tmp_path: Path, new_importer: Callable[..., Importer]
) -> None:
    assert new_importer().import_file(tmp_path / "mat.txt").status is Status.FAILED
