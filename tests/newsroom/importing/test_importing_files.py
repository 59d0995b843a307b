"""Files: encodings, front matter, places in the folder, and the second run."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.content.front_matter import FrontMatter, read_front_matter
from newsroom.content.newsroom import Newsroom, Organization
from newsroom.content.quarter import Quarter
from newsroom.content.reader import ArticleReader
from newsroom.importing.article_file import PicturePaths, article_file, quoted
from newsroom.importing.decoding import decode_page, decode_text
from newsroom.importing.importer import Importer, State
from newsroom.importing.quarterly_review import reporting_organization, reviewed_quarter
from newsroom.importing.record import ImportedArticle, Refusal
from newsroom.importing.saved_files import files_to_import
from newsroom.importing.white_space import tidy
from newsroom.text.dates import VIETNAM

TEXT = (
    "Thông báo\n\nLịch họp tổ\nNgày đăng 01/02/2023 | 08:00\n\nMở đầu của bài.\n\nNội dung của bài."
)
ANY = st.text(st.characters(exclude_categories=["Cs"]))
Split = Callable[[str], tuple[dict[str, str], str]]


@given(ANY)
def test_any_words_are_quoted_so_that_they_are_read_back(text: str) -> None:
    parts = read_front_matter(f"---\ntitle: {quoted(text)}\nsummary: x\n---\n\nThân bài\n")

    assert isinstance(parts, FrontMatter)
    assert parts.entries["title"].value == tidy(text)
    assert parts.entries["summary"].value == "x"


@pytest.mark.parametrize(
    "title",
    ['Họp: "bàn việc" # 5', "it's", "'", '"', "- a", "{a: b}", "[x]", "~", "null", "2023", "&a *b",
     "| x", "> y", "%", "@", "`", "a\\nb", "---", "😀"],
)  # fmt: skip
def test_title_with_signs_of_yaml_is_accepted_as_it_is(title: str, newsroom: Newsroom) -> None:
    date = datetime(2023, 2, 1, 8, tzinfo=VIETNAM)
    record = ImportedArticle((), title, date, title, "<p>Nội dung</p>", addresses=("/a b, c.html",))
    text = article_file(record, newsroom.sections["thong-bao"], PicturePaths(), newsroom)
    assert isinstance(text, str)

    reading = ArticleReader(newsroom, date).read(PurePosixPath("2023/bai.md"), text.encode())

    assert reading.problems == ()
    assert reading.article
    assert reading.article.title == reading.article.summary == title
    assert [str(address) for address in reading.article.aliases] == ["/a b, c.html"]


@pytest.mark.parametrize(
    "case", ["text/so-ket-hoi-phu-nu.txt", "text/ky-hieu-la.txt", "text/so-bat-dau-tu-bay.txt",
             "page/nukeviet.html", "page/cong-tu-lam.htm", "page/bai-trong-the-article.html"]
)  # fmt: skip
def test_imported_article_is_read_without_a_problem(
    case: str, imported: Callable[[str], str], newsroom: Newsroom
) -> None:
    reader = ArticleReader(newsroom, datetime(2024, 12, 1, tzinfo=VIETNAM))

    assert reader.read(PurePosixPath("2024/bai.md"), imported(case).encode()).problems == ()


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


def test_article_is_imported_once_even_when_staff_rename_and_edit_it(
    tmp_path: Path, new_importer: Callable[..., Importer]
) -> None:
    source = tmp_path / "lich.txt"
    source.write_text(TEXT, encoding="utf-8")
    importer = new_importer()
    first = importer.import_file(source)
    assert first.state is State.NEW
    assert first.article
    assert importer.import_file(source).state is State.KNOWN

    written = importer.folder / first.article
    text = written.read_text(encoding="utf-8").replace("Mở đầu", "Câu mở đầu")
    written.unlink()
    renamed = importer.folder / "khac" / "ten-moi.md"
    renamed.parent.mkdir()
    renamed.write_text(text.replace("Nội dung", "Nội dung mới"), encoding="utf-8")

    again = new_importer().import_file(source)
    assert again.state is State.KNOWN
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

    assert new_importer().import_file(page).state is State.KNOWN


def test_article_whose_title_was_corrected_is_known_by_its_old_address(
    new_importer: Callable[..., Importer], import_cases: Path
) -> None:
    importer = new_importer()
    page = import_cases / "page" / "nukeviet.html"
    article = importer.import_file(page).article
    assert article
    text = (importer.folder / article).read_text(encoding="utf-8")
    (importer.folder / article).write_text(text.replace("đổi rác", "gom giấy"), encoding="utf-8")

    assert new_importer().import_file(page).state is State.KNOWN


def test_other_article_of_the_same_minute_and_lead_is_not_taken_for_known(
    tmp_path: Path, new_importer: Callable[..., Importer]
) -> None:
    importer = new_importer()
    for name in ("tổ 1", "tổ 2"):
        source = tmp_path / f"{name}.txt"
        source.write_text(TEXT.replace("họp tổ", f"họp {name}"), encoding="utf-8")
        assert importer.import_file(source).state is State.NEW


def test_address_that_two_pages_claim_stays_with_the_first(
    tmp_path: Path, new_importer: Callable[..., Importer], import_cases: Path
) -> None:
    importer = new_importer()
    page = import_cases / "page" / "nukeviet.html"
    importer.import_file(page)
    other = tmp_path / "khac.html"
    html = page.read_text(encoding="utf-8").replace("Ngày hội", "Phiên chợ")
    other.write_text(html.replace("16/06/2024", "18/06/2024"), encoding="utf-8")

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


def test_section_that_is_unknown_is_reported_with_proposals_or_given_by_staff(
    new_importer: Callable[..., Importer], import_cases: Path
) -> None:
    source = import_cases / "text" / "chuyen-muc-la.txt"

    refused = new_importer().import_file(source)
    assert refused.state is State.FAILED
    assert "không có chuyên mục «Tin tức sự vụ»" in refused.notes[0]
    assert "tin-tuc-su-kien" in refused.notes[0]

    assert new_importer("thong-bao").import_file(source).state is State.NEW


def test_date_in_the_future_is_told_and_the_article_kept(
    tmp_path: Path, new_importer: Callable[..., Importer]
) -> None:
    source = tmp_path / "mai.txt"
    source.write_text(TEXT.replace("2023", "2033"), encoding="utf-8")

    outcome = new_importer().import_file(source)

    assert outcome.state is State.NEW
    assert "tương lai" in outcome.notes[0]


@pytest.mark.parametrize("name", ["bai.docx", "bai.mhtml", "bai"])
def test_other_kinds_of_file_are_refused_with_a_cure(
    name: str, tmp_path: Path, new_importer: Callable[..., Importer]
) -> None:
    source = tmp_path / name
    source.write_bytes(b"x")

    outcome = new_importer().import_file(source)

    assert outcome.state is State.FAILED
    assert ".txt" in outcome.notes[0]


def test_file_that_vanished_does_not_stop_the_others(
    tmp_path: Path, new_importer: Callable[..., Importer]
) -> None:
    assert new_importer().import_file(tmp_path / "mat.txt").state is State.FAILED


def test_folder_is_searched_without_the_folders_of_saved_pictures(tmp_path: Path) -> None:
    names = ["b.txt", "a.html", "sau/c.htm", "d.docx", "a_files/e.html", ".an/f.txt", "~$d.docx",
             "g.jpg"]  # fmt: skip
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")

    found = files_to_import([tmp_path, tmp_path / "b.txt"])

    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "a.html", "b.txt", "d.docx", "sau/c.htm",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "lead", "day", "quarter"),
    [
        ("Sơ kết công tác quý I năm 2023", "", "2023-04-01", "2023-Q1"),
        ("Nhìn lại 3 tháng đầu năm 2023", "Hội nghị sơ kết họp sáng nay", "2023-04-01", "2023-Q1"),
        ("Sơ kết 6 tháng đầu năm 2023", "", "2023-07-05", "2023-Q2"),
        ("Sơ kết sáu tháng đầu năm", "", "2023-07-05", "2023-Q2"),
        ("Tổng kết 9 tháng năm 2023", "", "2023-10-05", "2023-Q3"),
        ("Sơ kết quý IV/2022, nhiệm vụ quý I/2023", "", "2023-01-05", "2022-Q4"),
        ("Sơ kết quý IV và phương hướng năm sau", "", "2023-01-05", "2022-Q4"),
        ("TỔNG KẾT CÔNG TÁC QUÝ 3 NĂM 2023", "", "2023-09-29", "2023-Q3"),
        ("Triển khai nhiệm vụ quý II năm 2023", "", "2023-04-01", None),
        ("Sơ kết quý I năm 2023", "", "2023-12-01", None),
        ("Sơ kết 6 tháng cuối năm", "", "2023-12-20", None),
        ("Sơ kết công tác năm", "", "2023-12-20", None),
    ],
)
def test_reviewed_quarter_is_found(title: str, lead: str, day: str, quarter: str | None) -> None:
    published = datetime.fromisoformat(day).replace(tzinfo=VIETNAM)

    found = reviewed_quarter(title, lead, published)

    assert found == (Quarter.parse(quarter) if quarter else None)


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        ("UBMTTQ phường cùng Công an sơ kết", "", "Mặt trận"),
        ("Công an cùng UBMTTQ sơ kết", "", "Công an"),
        ("Sơ kết quý", "Uỷ ban Mttq phường họp", "Mặt trận"),
        ("Tạo công ăn việc làm", "", None),
        ("Sơ kết quý", "", None),
    ],
)
def test_organization_is_found_by_its_first_keyword(
    title: str, lead: str, expected: str | None
) -> None:
    organizations = (
        Organization("Mặt trận", ("UBMTTQ", "Ủy ban MTTQ")),
        Organization("Công an", ("Công an",)),
    )

    found = reporting_organization(title, lead, organizations)

    assert (found.title if found else None) == expected
