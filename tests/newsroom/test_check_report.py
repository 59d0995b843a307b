"""Everything that `check` finds besides the front matter: files, characters, repeated titles."""

import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path, PurePosixPath

import pytest
from PIL import Image

from newsroom.checks import Report, check_articles
from newsroom.checks.mending import mended
from newsroom.checks.settings import settings_problems
from newsroom.content.newsroom import Newsroom
from newsroom.content.reader import ArticleReader
from newsroom.content.source import edited
from newsroom.text.dates import VIETNAM

Check = Callable[..., Report]


@pytest.fixture
def check(tmp_path: Path, newsroom: Newsroom, now: datetime) -> Check:
    """Checks a folder with these files: 2023/a.md is articles/2023/a.md."""

    def report(**files: str) -> Report:
        for name, text in files.items():
            file = tmp_path / "articles" / "2023" / f"{name}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        return check_articles(tmp_path / "articles", tmp_path / "docs", newsroom, now)

    return report


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = tmp_path / "articles" / "2023" / "images"
    folder.mkdir(parents=True)
    return folder


def told(report: Report) -> list[str]:
    return [str(problem) for problem in report.problems]


def test_good_articles_have_no_problem(check: Check, file_with: Callable[..., str]) -> None:
    report = check(a=file_with({"title": "Một"}), b=file_with({"title": "Hai"}))

    assert told(report) == []
    assert list(report.checked) == ["articles/2023/a.md", "articles/2023/b.md"]


def test_problems_are_sorted_by_file_and_line(check: Check, file_with: Callable[..., str]) -> None:
    bad = file_with({"views": "x", "tilte": "y"}, body="![](mat.jpg)\n\n<script>")

    report = check(b=bad, a=bad.replace("Bài viết", "Khác"))

    places = [(problem.path, problem.line) for problem in report.problems]
    assert places == sorted(places, key=lambda place: (place[0], place[1] or 0))
    assert len(places) == 10


def test_missing_picture_is_told_with_the_nearest_name(
    check: Check, file_with: Callable[..., str], pictures: Path
) -> None:
    Image.new("RGB", (4, 4)).save(pictures / "hoi-nghi.jpg")

    report = check(a=file_with({"image": "images/hoi-nghi.jpeg", "image_alt": "Hội nghị"}))

    assert told(report) == [
        (
            "articles/2023/a.md:5: image: không có tệp “images/hoi-nghi.jpeg”. "
            "Có phải là: images/hoi-nghi.jpg"
        )
    ]


def test_picture_that_is_there_is_right(
    check: Check, file_with: Callable[..., str], pictures: Path
) -> None:
    Image.new("RGB", (640, 360)).save(pictures / "hội nghị.png")
    fields = {"image": '"images/hội nghị.png"', "image_alt": "Hội nghị"}

    assert (
        told(check(a=file_with(fields, body="![Sân](images/h%E1%BB%99i%20ngh%E1%BB%8B.png)"))) == []
    )


@pytest.mark.parametrize("alt", ["", "  "])
def test_picture_without_alt_is_told(
    check: Check, file_with: Callable[..., str], pictures: Path, alt: str
) -> None:
    Image.new("RGB", (4, 4)).save(pictures / "a.jpg")

    report = check(a=file_with(body=f"Đoạn.\n\n![{alt}](images/a.jpg)"))

    assert told(report) == [
        (
            "articles/2023/a.md:9: ảnh “images/a.jpg” chưa có mô tả. "
            "Hãy viết điều nhìn thấy trong ảnh: ![mô tả ảnh](images/anh.jpg)"
        )
    ]


def test_picture_as_a_phone_makes_it_needs_nothing(
    check: Check, file_with: Callable[..., str], pictures: Path
) -> None:
    Image.new("1", (9001, 2)).save(pictures / "dai.png")
    Image.new("RGB", (1200, 720)).save(pictures / "nang.png", compress_level=0)

    assert told(check(a=file_with(body="![a](images/dai.png) ![b](images/nang.png)"))) == []


def test_photo_of_a_document_is_told(
    check: Check, file_with: Callable[..., str], pictures: Path
) -> None:
    paper = Image.new("RGB", (1200, 1600), (238, 236, 230))
    paper.paste((30, 30, 30), (100, 100, 1100, 480))
    paper.save(pictures / "giay.jpg")
    Image.new("RGB", (400, 1600), (90, 120, 90)).save(pictures / "dai.jpg")
    Image.new("RGB", (1200, 1600), (90, 120, 90)).save(pictures / "canh.jpg")
    body = "".join(f"![Ảnh](images/{name}.jpg)\n\n" for name in ("giay", "dai", "canh"))

    found = [problem.found for problem in check(a=file_with(body=body)).problems]

    assert found == [
        f"ảnh “images/{name}.jpg” có lẽ chụp một văn bản; không ai tìm được chữ trong ảnh."
        for name in ("giay", "dai")
    ]


@pytest.mark.parametrize("creator", ["Nguyễn Văn Soạn", ""])
def test_word_file_that_names_its_writer_is_told(
    check: Check, file_with: Callable[..., str], tmp_path: Path, creator: str
) -> None:
    properties = f"<x><dc:creator>{creator}</dc:creator><cp:lastModifiedBy/></x>"
    document = tmp_path / "articles/2023/tai-lieu/mau.docx"
    document.parent.mkdir(parents=True)
    with zipfile.ZipFile(document, "w") as parts:
        parts.writestr("docProps/core.xml", properties)

    report = check(a=file_with(body="[Mẫu](tai-lieu/mau.docx)"))

    found = [problem.found for problem in report.problems]
    told_as = f"tệp Word “tai-lieu/mau.docx” còn ghi tên người soạn: {creator}."
    assert found == ([told_as] if creator else [])


def test_lead_picture_that_is_narrow_is_told(
    check: Check, file_with: Callable[..., str], pictures: Path
) -> None:
    Image.new("RGB", (599, 400)).save(pictures / "a.jpg")
    fields = {"image": "images/a.jpg", "image_alt": "Sân đình"}

    report = check(a=file_with(fields, body="![Sân](images/a.jpg)"))

    (problem,) = report.problems
    assert "chỉ rộng 599 điểm ảnh" in problem.found
    assert not problem.blocking


def test_picture_that_says_where_it_was_taken_is_told(
    check: Check, file_with: Callable[..., str], pictures: Path
) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 2.0, 3.0)})
    Image.new("RGB", (800, 400)).save(pictures / "a.jpg", exif=exif)
    Image.new("RGB", (800, 400)).save(pictures / "b.jpg")

    report = check(a=file_with(body="![Sân](images/a.jpg) ![Sân](images/b.jpg)"))

    (problem,) = report.problems
    assert "ảnh “images/a.jpg” còn ghi nơi chụp" in problem.found
    assert not problem.blocking


def test_picture_too_huge_to_open_is_told_and_no_crash(
    check: Check, file_with: Callable[..., str], pictures: Path
) -> None:
    (pictures / "ap-phich.png").write_bytes(png_that_says(30_000, 30_000))

    report = check(a=file_with(body="![a](images/ap-phich.png)"))

    assert ["quá lớn" in problem.found for problem in report.problems] == [True]


def png_that_says(width: int, height: int) -> bytes:
    """The head of a PNG of that size, without its pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def test_file_that_is_no_picture_is_told(
    check: Check, file_with: Callable[..., str], pictures: Path
) -> None:
    (pictures / "a.jpg").write_bytes(b"khong phai anh")

    report = check(a=file_with(body="![a](images/a.jpg)"))

    assert [p.found for p in report.problems] == ["“images/a.jpg” không phải là ảnh đọc được."]


def test_broken_link_between_articles_is_told(check: Check, file_with: Callable[..., str]) -> None:
    body = "[b](b.md), [c](c.md#muc), [ngoài](https://vi-du.vn/x.md), [mục](#muc)"

    report = check(a=file_with(body=body), b=file_with({"title": "Hai"}))

    assert [problem.found for problem in report.problems] == ["không có tệp “c.md”."]


def test_link_to_a_hand_written_page_is_looked_up_in_docs(
    check: Check, file_with: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "lien-he.md").write_text("# Liên hệ", encoding="utf-8")

    report = check(a=file_with(body="[a](/lien-he.md) [b](/lien-hee.md)"))

    assert told(report) == [
        "articles/2023/a.md:7: không có tệp “lien-hee.md”. Có phải là: lien-he.md"
    ]


def test_missing_document_is_told(check: Check, file_with: Callable[..., str]) -> None:
    report = check(a=file_with({"attachments": "[{title: Kế hoạch, file: k.pdf}]"}))

    assert [(p.field, p.found) for p in report.problems] == [
        ("attachments", "không có tệp “k.pdf”.")
    ]


def test_name_longer_than_any_file_is_told_and_no_crash(
    check: Check, file_with: Callable[..., str]
) -> None:
    caption = "Toàn cảnh hội nghị sơ kết của phường " * 10

    report = check(a=file_with({"image": caption, "image_alt": "x"}, body=f"[x]({caption}.md)"))

    assert report.problems


def test_same_title_in_another_spelling_is_told_at_the_later_file(
    check: Check, file_with: Callable[..., str]
) -> None:
    report = check(a=file_with({"title": "Lễ hội Xuân"}), b=file_with({"title": "LỄ HỘI  xuân"}))

    assert told(report) == [
        (
            "articles/2023/b.md:2: title: “LỄ HỘI  xuân” trùng tiêu đề với articles/2023/a.md. "
            "Nếu là một bài thì xóa bớt; nếu là hai bài thì thêm ngày hoặc kỳ vào tiêu đề."
        )
    ]


def test_letters_in_pieces_are_told_and_mended(check: Check, file_with: Callable[..., str]) -> None:
    text = file_with({"title": "Tin vui"}, body="Phường ta đẹp.")
    typed = unicodedata.normalize("NFD", text)

    report = check(a=typed)

    lines = {problem.line for problem in report.problems}
    assert lines == {2 if "Tin" not in text else 7}
    mended = edited(typed.encode(), [p.edit for p in report.problems if p.edit])
    assert mended == unicodedata.normalize("NFC", text).encode()


def test_hidden_character_is_told_and_mended(check: Check, file_with: Callable[..., str]) -> None:
    text = file_with(body="Dòng trên\x0bdòng dưới.")

    report = check(a=text)

    assert told(report) == [
        (
            "articles/2023/a.md:7: có ký tự ẩn U+000B, thường do dán từ Word hoặc từ trang web. "
            "Hãy chạy check --fix để bỏ đi."
        )
    ]
    assert edited(text.encode(), [p.edit for p in report.problems if p.edit]) == (
        text.replace("\x0b", "\n").encode()
    )


def test_joiner_of_emoji_is_left_alone(check: Check, file_with: Callable[..., str]) -> None:
    assert told(check(a=file_with(body="Chúc mừng \U0001f469\u200d\u2695\ufe0f!"))) == []


def test_styled_letters_and_hard_spaces_of_fields_are_mended(
    check: Check, file_with: Callable[..., str]
) -> None:
    text = file_with({"title": "\u00a0𝐓𝐇𝐎̂𝐍𝐆 tin"}, body="Kính 𝐦𝐨̛̀𝐢\u00a0bà con.")

    report = check(a=text)

    assert [problem.line for problem in report.problems] == [2, 2, 7]
    mended = edited(text.encode(), [p.edit for p in report.problems if p.edit]).decode()
    assert mended == file_with({"title": " THÔNG tin"}, body="Kính mời\u00a0bà con.")


@pytest.mark.sample
def test_sample_articles_have_no_problem_at_all(root: Path) -> None:
    from newsroom.content.settings import read_settings

    sample = read_settings(root / "mkdocs.yml").newsroom
    assert sample

    day = datetime(2026, 12, 1, tzinfo=VIETNAM)  # its newest article is of the week before
    report = check_articles(root / "articles", root / "docs", sample, day)

    assert told(report) == []


@pytest.mark.parametrize(
    ("megabytes", "told_as"),
    [
        (20, []),
        (20.1, [(False, "tệp “tai-lieu/k.pdf” nặng 20,1 MB.")]),
        (100, [(False, "tệp “tai-lieu/k.pdf” nặng 100,0 MB.")]),
        (
            130,
            [
                (
                    True,
                    (
                        "tệp “tai-lieu/k.pdf” nặng 130,0 MB; GitHub không nhận tệp quá 100 MB, "
                        "nên cả lần đưa bài lên sẽ bị từ chối."
                    ),
                )
            ],
        ),
    ],
)
@pytest.mark.parametrize("in_body", [True, False])
def test_document_that_is_too_heavy_is_told_where_it_is_named(
    check: Check,
    file_with: Callable[..., str],
    tmp_path: Path,
    megabytes: float,
    told_as: list[tuple[bool, str]],
    in_body: bool,
) -> None:
    sparse_file(tmp_path / "articles/2023/tai-lieu/k.pdf", megabytes)
    fields = {} if in_body else {"attachments": "[{title: Kế hoạch, file: tai-lieu/k.pdf}]"}

    report = check(a=file_with(fields, body="[k](tai-lieu/k.pdf)" if in_body else "Chữ."))

    own = [p for p in report.problems if p.path == "articles/2023/a.md"]
    assert [(problem.blocking, problem.found) for problem in own] == told_as
    assert all(problem.line == (7 if in_body else 5) for problem in own)


def test_file_that_the_host_refuses_is_told_though_no_article_names_it(
    check: Check, file_with: Callable[..., str], tmp_path: Path
) -> None:
    sparse_file(tmp_path / "articles/2023/phim.mp4", 101)
    sparse_file(tmp_path / "articles/2023/vua.mp4", 90)

    report = check(a=file_with())

    assert [(p.path, p.blocking) for p in report.problems] == [("articles/2023/phim.mp4", True)]
    assert (report.published, report.held) == (1, 0)


def sparse_file(file: Path, megabytes: float) -> None:
    """A file of that size which takes no room on the disk."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        stream.truncate(int(megabytes * 1_000_000))


def test_what_mkdocs_yml_names_and_docs_lacks_is_told_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "docs" / "assets").mkdir(parents=True)
    (tmp_path / "docs" / "lien-he.md").touch()
    (tmp_path / "docs" / "assets" / "logo.svg").touch()
    (tmp_path / "mkdocs.yml").write_text(
        """\
nav:
  - Trang chủ: index.md
  - Chuyên mục: chuyen-muc/*
  - Phường:
      - Liên hệ: lien-he.md
      - gioi-thieu.md
  - Kho: luu-tru/index.md
extra:
  newsroom:
    ward:
      logo: assets/logo.svg
      share_image: assets/chia-se.png
""",
        encoding="utf-8",
    )

    told = [str(problem) for problem in settings_problems(tmp_path / "docs")]

    assert [line.split(". ")[0] for line in told] == [
        "mkdocs.yml:6: nav: trong thư mục docs không có tệp “gioi-thieu.md”",
        (
            "mkdocs.yml:12: extra.newsroom.ward.share_image: trong thư mục docs không có tệp "
            "“assets/chia-se.png”"
        ),
    ]


def test_report_of_a_task_that_nobody_promised_is_told_with_the_nearest_one(
    check: Check, file_with: Callable[..., str]
) -> None:
    own = {"organization": "Công an phường Thử"}
    promise = file_with({**own, "quarter": "2022-Q4", "date": "2023-01-05", "title": "Quý IV",
                         "tasks": "[Vận động quỹ, Tuần tra ban đêm]"})  # fmt: skip
    review = file_with({**own, "quarter": "2023-Q1", "title": "Quý I"})
    updates = (
        "task_updates:\n  - {task: Vận động quỹ, state: hoàn thành}\n"
        "  - {task: Tuần tra đêm, state: hoàn thành}\n---\n\n- [x] Việc khác\n\nNội dung"
    )

    report = check(a=promise, b=review.replace("---\n\nNội dung", updates))

    assert told(report) == [
        (
            "articles/2023/b.md:9: task_updates: đơn vị chưa có nhiệm vụ nào là “Tuần tra đêm”. "
            'Có phải là: task: "Tuần tra ban đêm"'
        )
    ]
    assert not report.problems[0].blocking


def test_numbers_that_contradict_each_other_are_advice(
    check: Check, file_with: Callable[..., str]
) -> None:
    report = check(a=file_with({}, body="Một.\n\nCó mặt 1160/2500 đạt tỷ lệ 46,6%."))

    assert told(report) == [
        (
            "articles/2023/a.md:9: “1160/2500 đạt tỷ lệ 46,6%”: 1.160 trên 2.500 là 46,4%. "
            "Hãy xem lại số nào đúng; máy không tự sửa."
        )
    ]
    assert (report.published, report.held) == (1, 0)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<div align="center">\n\nCuối bài.', "7: thẻ <div> mở mà không đóng."),
        ("Cuối bài.</center>", "7: thẻ </center> đóng mà không mở."),
        ("Chữ <b>đậm.", "7: thẻ <b> mở mà không đóng, nên trang hiện nguyên như chữ."),
        ('<video src="a.mp4" controls></video>', "7: không có tệp “a.mp4”."),
        ("Xem [nhóm](zalo://nhom).", "7: liên kết “zalo://nhom” không mở được"),
    ],
)
def test_html_that_does_not_do_what_was_meant_is_told(
    check: Check, file_with: Callable[..., str], body: str, said: str
) -> None:
    (line,) = told(check(a=file_with(body=body)))

    assert line.startswith(f"articles/2023/a.md:{said}")


def test_html_that_is_in_order_is_not_told(check: Check, file_with: Callable[..., str]) -> None:
    body = "<p>Một\n\n<details><summary>Hỏi</summary>Đáp</details> <Mã thẻ> `<div>` <br>"

    assert told(check(a=file_with(body=body))) == []


def test_letters_that_an_old_program_lost_are_told(
    check: Check, file_with: Callable[..., str]
) -> None:
    body = "Đài phư\ufffdng phát.\n\nBu?i sáng 5 gi?, bu?i chi?u 17 gi?.\n\nMấy giờ?Xem https://a.vn/?b=c"

    report = check(a=file_with(body=body), b=file_with({"title": "Hai"}, body="Mở chưa?Rồi."))

    assert [problem.found for problem in report.problems] == [
        "chữ “phư\ufffdng” đã mất chữ cái khi chuyển mã.",
        "chữ “Bu?i” đã mất chữ cái khi chuyển mã.",
    ]


def test_line_break_within_a_row_of_a_table_is_mended_without_tearing_it(
    check: Check, file_with: Callable[..., str]
) -> None:
    text = file_with(body="| Buổi\x0bhọc | Phòng |\n| --- | --- |\n| 1 | 2 |\n\nHết\x0bgiờ.")
    edits = [problem.edit for problem in check(a=text).problems if problem.edit]

    mended_text = edited(text.encode(), edits).decode()

    assert "| Buổi<br>học | Phòng |\n" in mended_text
    assert mended_text.rstrip().endswith("Hết\ngiờ.")


@pytest.mark.parametrize(
    ("draft", "weights", "counts"),
    [("true", {False}, (1, 1, 0)), ("có", {False}, (1, 1, 0)), ("false", {False, True}, (1, 0, 1))],
)
def test_what_a_draft_lacks_keeps_nothing_off_the_site(
    check: Check,
    file_with: Callable[..., str],
    draft: str,
    weights: set[bool],
    counts: tuple[int, int, int],
) -> None:
    waiting = file_with({"title": "Chờ", "category": "chua-ro", "draft": draft, "views": "x"})

    report = check(a=waiting, b=file_with({"title": "Hai"}))

    assert {problem.blocking for problem in report.problems} == weights
    assert "articles/2023/a.md:4: category: không có chuyên mục “chua-ro”." in told(report)[0]
    assert (report.published, report.hidden, report.held) == counts


@pytest.mark.parametrize(
    "first",
    [
        "# Họp tổ dân phố",
        "HỌP TỔ DÂN PHỐ",
        "**Họp tổ dân phố.**",
        "Họp tổ dân phố\n====",
        "##Họp tổ dân phố",
    ],
)
def test_body_that_begins_with_its_title_is_told_and_mended(
    check: Check,
    file_with: Callable[..., str],
    newsroom: Newsroom,
    now: datetime,
    first: str,
) -> None:
    text = file_with({"title": "Họp tổ dân phố"}, body=f"{first}\n\nHọp tổ lúc 8 giờ.")

    (problem,) = check(a=text).problems

    assert "dòng này lặp lại tiêu đề" in str(problem)
    assert problem.edit
    path = PurePosixPath("2023/a.md")
    made = mended(ArticleReader(newsroom, now), path, text.encode(), [problem.edit])
    assert made == file_with({"title": "Họp tổ dân phố"}, body="Họp tổ lúc 8 giờ.").encode()


@pytest.mark.parametrize("body", ["Họp tổ dân phố", "Họp tổ dân phố lúc 8 giờ.\n\nMời bà con."])
def test_body_that_only_speaks_of_its_title_is_left(
    check: Check, file_with: Callable[..., str], body: str
) -> None:
    assert told(check(a=file_with({"title": "Họp tổ dân phố"}, body=body))) == []
