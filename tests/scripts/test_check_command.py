"""`portal.py check`: exit codes, the three formats, paths, and --fix."""

import json
import unicodedata
from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from phone_pictures import NAME, drawn, exif, opened, saved
from PIL import Image

Portal = Callable[..., int]
AddArticle = Callable[..., Path]
Capture = pytest.CaptureFixture[str]
GOOD = b"---\ntitle: A\ndate: 2023-04-01\ncategory: thong-bao\n---\nx\n"


def test_all_right_is_exit_code_0(small_project: Path, portal: Portal, capsys: Capture) -> None:
    assert portal("check") == 0
    assert capsys.readouterr().out == (
        "Đã kiểm tra 1 bài: không còn lỗi nào.\nMọi bài vẫn đăng được: sẽ đăng 1 bài.\n"
    )


def test_problems_are_exit_code_1_and_are_all_told(
    portal: Portal, add_article: AddArticle, capsys: Capture
) -> None:
    add_article("ngay-khong-co")
    add_article("chuyen-muc-go-nham")

    assert portal("check") == 1
    out = capsys.readouterr().out
    assert "articles/2023/ngay-khong-co.md:3: date: “30/02/2023” không phải là ngày: tháng 2" in out
    assert "articles/2023/chuyen-muc-go-nham.md:4: category: không có chuyên mục “thong-bap”" in out


def test_problems_stand_below_their_article_with_their_weight_and_are_summed_up(
    portal: Portal, add_article: AddArticle, capsys: Capture
) -> None:
    add_article("hong", b"---\ntitle: X\ndate: mai\ncategory: thong-bao\nviews: 1.234\n---\nx\n")
    add_article("so-luot-xem-nhom", GOOD.replace(b"title: A", b"title: B\nviews: 1.234"))
    add_article("nhap", GOOD.replace(b"title: A", b"title: C\ndraft: true"))

    assert portal("check") == 1
    assert capsys.readouterr().out.splitlines() == [
        "articles/2023/hong.md: bị giữ lại, chưa đăng",
        (
            "  chặn đăng: articles/2023/hong.md:3: date: “mai” không phải là ngày. "
            "Hãy viết năm-tháng-ngày giờ:phút, ví dụ: date: 2025-03-14 08:30"
        ),
        (
            "  nên sửa: articles/2023/hong.md:5: views: “1.234” chưa đúng dạng số. "
            "Hãy viết: views: 1234"
        ),
        "articles/2023/so-luot-xem-nhom.md",
        (
            "  nên sửa: articles/2023/so-luot-xem-nhom.md:3: views: “1.234” chưa đúng dạng số. "
            "Hãy viết: views: 1234"
        ),
        "Chưa đăng: articles/2023/hong.md",
        "Còn 3 lỗi trong 2 tệp: 1 lỗi chặn đăng, 2 lỗi nên sửa.",
        "Sẽ đăng 2 bài; 1 bài bị giữ lại, chưa đăng; 1 bài là bản nháp, hẹn giờ hoặc đã hết hạn.",
        "Một số lỗi tự sửa được: thêm --fix vào cuối lệnh.",
    ]


def test_asked_for_what_blocks_only_that_is_told_and_counts(
    portal: Portal, add_article: AddArticle, capsys: Capture
) -> None:
    file = add_article("nhe", GOOD.replace(b"title: A", b"title: B\nviews: 1.234"))

    assert portal("check", "--blocking") == 0
    assert capsys.readouterr().out.startswith("Đã kiểm tra 2 bài: không còn lỗi chặn đăng nào.\n")

    file.write_bytes(file.read_bytes().replace(b"2023-04-01", b"2023-04-31"))

    assert portal("check", "--blocking", "--format", "github") == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(",")[0] for line in lines] == ["::error file=articles/2023/nhe.md"]


def test_problem_that_only_reminds_is_exit_code_1_too(
    portal: Portal, add_article: AddArticle, capsys: Capture
) -> None:
    add_article("so-luot-xem-nhom")

    assert portal("check", "articles/2023/so-luot-xem-nhom.md") == 1
    assert "Một số lỗi tự sửa được: thêm --fix vào cuối lệnh." in capsys.readouterr().out


def test_json_can_be_read_by_a_program(
    portal: Portal, add_article: AddArticle, capsys: Capture
) -> None:
    add_article("so-luot-xem-nhom")

    assert portal("check", "--format", "json", "articles/2023/so-luot-xem-nhom.md") == 1
    rows = json.loads(capsys.readouterr().out)
    assert rows[0] == {
        "path": "articles/2023/so-luot-xem-nhom.md",
        "line": 5,
        "field": "views",
        "found": "“1.234” chưa đúng dạng số.",
        "cure": "Hãy viết: views: 1234",
        "blocking": False,
        "fixable": True,
    }


def test_json_of_nothing_is_an_empty_list(
    small_project: Path, portal: Portal, capsys: Capture
) -> None:
    assert portal("check", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_github_gets_an_annotation_a_problem(
    portal: Portal, add_article: AddArticle, capsys: Capture
) -> None:
    add_article("tai-lieu-thieu-tep")
    add_article("so-luot-xem-nhom")
    body = "---\ntitle: A\ndate: 2023-04-01\ncategory: thong-bao\n---\n![x](100%,a:b\n)"
    add_article("la", body.encode())
    add_article("100%, vui", body.replace("title: A", "title: B").encode())

    assert portal("check", "--format", "github") == 1
    lines = capsys.readouterr().out.splitlines()
    assert all(
        line.startswith(("::error file=articles/2023/", "::warning file=")) for line in lines
    )
    assert (
        "::warning file=articles/2023/tai-lieu-thieu-tep.md,line=5,title=attachments::"
        "mỗi tài liệu cần đúng hai dòng title và file. Mục này bị bỏ, không chặn bài. "
        "Hãy viết: attachments: [{title: Kế hoạch, file: tai-lieu/ke-hoach.pdf}]"
    ) in lines
    assert (
        "::warning file=articles/2023/so-luot-xem-nhom.md,line=5,title=views::"
        "“1.234” chưa đúng dạng số. Hãy viết: views: 1234"
    ) in lines
    assert any("100%25,a:b" in line for line in lines)
    assert any("file=articles/2023/100%25%2C vui.md," in line for line in lines)


def test_workflow_gets_a_summary_of_what_is_held_back(
    portal: Portal,
    add_article: AddArticle,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("Đã có.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    add_article("hong", GOOD.replace(b"thong-bao", b'"<b>`|` @ai [x](y)"\nviews: 1.234'))

    assert portal("check", "--format", "github") == 1
    assert summary.read_text(encoding="utf-8") == (
        "Đã có.\n"
        "### Bài bị giữ lại, chưa đăng\n\n"
        "Sẽ đăng 1 bài; 1 bài bị giữ lại, chưa đăng.\n\n"
        "**`articles/2023/hong.md`**\n\n"
        "- Dòng 4, `category`: không có chuyên mục “\\<b\\>\\`\\|\\` \\@ai \\[x\\](y)”. "
        "Hãy chọn một trong: thong-bao, mat-tran-doan-the, tin-tuc-su-kien.\n\n"
        "Hãy sửa tệp theo từng dòng trên rồi đưa lên lại.\n\n"
        "Ngoài ra có 1 lỗi nên sửa; bài vẫn đăng.\n\n"
    )


def test_file_that_the_host_refuses_is_told_to_keep_everything_off(
    portal: Portal, small_project: Path, capsys: Capture
) -> None:
    with (small_project / "articles" / "2023" / "phim.mp4").open("wb") as film:
        film.truncate(101 << 20)

    assert portal("check", "--blocking") == 1
    out = capsys.readouterr().out
    assert "  chặn đăng: articles/2023/phim.mp4: " in out
    assert "Chưa đăng được bài nào cho tới khi sửa xong articles/2023/phim.mp4." in out


def test_without_a_workflow_no_summary_is_written(
    portal: Portal, small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    before = sorted(small_project.rglob("*"))

    assert portal("check", "--format", "github") == 0
    assert sorted(small_project.rglob("*")) == before


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_value_can_neither_command_a_terminal_nor_a_workflow(
    portal: Portal, add_article: AddArticle, capsys: Capture, form: str
) -> None:
    value = r'"a\n::error::b\r::add-mask::c\e[31m\x9b31m\u202e##[add-mask]d"'
    add_article("la", GOOD.replace(b"thong-bao", value.encode()))

    assert portal("check", "--format", form) == 1
    out = capsys.readouterr().out
    assert not {"\x1b", "\x9b", "\r", "\u202e"} & set(out)
    if form != "json":
        assert "##[" not in out
        commands = [line for line in out.splitlines() if line.lstrip().startswith("::")]
        assert len(commands) == (form == "github")
    assert "\\x1b" in out or "\\u001b" in out


def test_unknown_format_is_wrong_usage(small_project: Path, portal: Portal) -> None:
    assert portal("check", "--format", "xml") == 2


@pytest.mark.parametrize("path", ["articles/2023", "articles", ".", "articles/2023/tot.md"])
def test_paths_choose_what_is_checked(
    portal: Portal, add_article: AddArticle, capsys: Capture, small_project: Path, path: str
) -> None:
    add_article("ngay-khong-co", b"---\ntitle: X\ndate: mai\ncategory: thong-bao\n---\nx\n")

    code = portal("check", path)

    assert code == (0 if path.endswith(".md") else 1)
    assert ("ngay-khong-co" in capsys.readouterr().out) == (code == 1)


def test_absolute_path_is_understood(small_project: Path, portal: Portal) -> None:
    assert portal("check", str(small_project / "articles" / "2023" / "tot.md")) == 0


@pytest.mark.parametrize("path", ["mkdocs.yml", "khong-co.md"])
def test_path_that_is_no_article_is_wrong_usage(
    small_project: Path, portal: Portal, capsys: Capture, path: str
) -> None:
    assert portal("check", path) == 2
    assert path in capsys.readouterr().err


def test_fix_rewrites_the_value_and_no_other_byte(
    portal: Portal, add_article: AddArticle, capsys: Capture
) -> None:
    text = (
        "\ufeff---\r\ntitle:   'Bài'  # tiêu đề\r\n# chú thích\r\n"
        'date: "01/04/2023 6:15:00 CH"   # ngày\r\ncategory: Thông báo\r\nviews: 1.234\r\n'
        "organization: Đơn vị\r\n---\r\n\r\nbài  \r\n\r\n"
    )
    file = add_article("sua", text.encode())

    assert portal("check", "--fix", "articles/2023/sua.md") == 0
    assert file.read_bytes().decode() == (
        text.replace('"01/04/2023 6:15:00 CH"', "2023-04-01 18:15")
        .replace("category: Thông báo", "category: thong-bao")
        .replace("1.234", "1234")
    )
    assert "Đã tự sửa 3 chỗ." in capsys.readouterr().out


def test_fix_goes_on_until_nothing_is_left_that_is_certain(
    portal: Portal, add_article: AddArticle
) -> None:
    article = "---\n{}\ndate: 2023-04-01\n{}\ncategory: {}\n---\n\nBài.\n"
    typed = article.format("Title: Họp tổ: kết quả", "Views:20", "thong_bao")
    file = add_article("sua", typed.encode())

    assert portal("check", "--fix", "articles/2023/sua.md") == 0
    meant = article.format('title: "Họp tổ: kết quả"', "views: 20", "thong-bao")
    assert file.read_text(encoding="utf-8") == meant


def test_fix_of_a_value_on_lines_of_its_own_keeps_the_next_field(
    portal: Portal, add_article: AddArticle
) -> None:
    text = "---\ntitle: Bài\ndate: >-\n  1-4-2023\ncategory: thong-bao\n---\n\nbài\n"
    file = add_article("khoi", text.encode())

    assert portal("check", "--fix", str(file)) == 0
    assert file.read_bytes().decode() == text.replace(">-\n  1-4-2023", "2023-04-01 00:00")


def test_fix_leaves_what_is_not_certain(portal: Portal, add_article: AddArticle) -> None:
    file = add_article("nhieu-loi")
    before = file.read_bytes()

    assert portal("check", "--fix", str(file)) == 1
    assert file.read_bytes() == before


def test_fix_touches_only_the_files_asked_for(portal: Portal, add_article: AddArticle) -> None:
    asked, other = add_article("so-luot-xem-nhom"), add_article("ngay-chua-dung-dang")
    before = other.read_bytes()

    portal("check", "--fix", str(asked))

    assert b"views: 1234\n" in asked.read_bytes()
    assert other.read_bytes() == before


def test_one_fix_is_enough_even_where_one_mending_uncovers_another(
    portal: Portal, add_article: AddArticle
) -> None:
    text = (
        "---\ntitle: Phường\ndate: ngày 1 tháng 4 năm 2023\ncategory: Thông báo\n---\n\n"
        "Chữ tổ hợp\x0bẩn.\n"
    )
    file = add_article("to-hop", unicodedata.normalize("NFD", text).encode())

    assert portal("check", "--fix", str(file)) == 0
    assert file.read_bytes().decode() == (
        text.replace("ngày 1 tháng 4 năm 2023", "2023-04-01 00:00")
        .replace("Thông báo", "thong-bao")
        .replace("\x0b", "\n")
    )


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("text", "mkdocs.yml:5: extra.newsroom.ward.nmae: không có mục này."),
        ("json", '"field": "extra.newsroom.ward.nmae"'),
        ("github", "::error file=mkdocs.yml,line=5,title=extra.newsroom.ward.nmae::"),
    ],
)
def test_faults_of_the_settings_are_problems_in_every_format(
    small_project: Path, portal: Portal, capsys: Capture, form: str, told: str
) -> None:
    file = small_project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8").replace("{ name: Phường Thử", "{ nmae: Phường Thử")
    file.write_text(text, encoding="utf-8")

    assert portal("check", "--format", form) == 1

    assert told in capsys.readouterr().out


def test_dead_link_of_a_page_and_stale_editor_file_are_told(
    small_project: Path, portal: Portal, capsys: Capture
) -> None:
    portal("editor")
    (small_project / ".vscode" / "article.schema.json").write_text("{}", encoding="utf-8")
    (small_project / "docs").mkdir()
    page = small_project / "docs" / "trang.md"
    page.write_text("# Trang\n\n[a](mat.md) {{ ward.ten }}\n", encoding="utf-8")

    assert portal("check") == 1

    told = capsys.readouterr().out
    assert ".vscode/article.schema.json: tệp không còn khớp với mkdocs.yml." in told
    assert "docs/trang.md:3: liên kết “mat.md” không trỏ tới tệp nào." in told
    assert "docs/trang.md:3: không có chỗ điền “{{ ward.ten }}”." in told


@pytest.mark.parametrize(
    ("typed", "field"), [("start: 2123-02-15", "start"), ("start: 1923-02-15", "start"),
                         ("start: 2023-02-15\n        end: 2123-02-28", "end")]
)  # fmt: skip
def test_campaign_decades_away_is_told_at_its_line_and_holds_nothing_back(
    small_project: Path, portal: Portal, capsys: Capture, typed: str, field: str
) -> None:
    file = small_project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8").replace("start: 2023-02-15", typed)
    file.write_text(text, encoding="utf-8")

    assert portal("check", "--blocking") == 0
    assert portal("check") == 1
    day = typed.rpartition(" ")[2]
    line = next(n for n, line in enumerate(text.splitlines(), 1) if day in line)
    out = capsys.readouterr().out
    assert f"nên sửa: mkdocs.yml:{line}: extra.newsroom.campaigns.{field}: " in out
    assert "Mọi bài vẫn đăng được: sẽ đăng 1 bài." in out


def test_campaign_that_goes_on_without_an_article_is_told_at_its_line(
    small_project: Path, portal: Portal, capsys: Capture, add_article: AddArticle
) -> None:
    file = small_project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    begin = "    campaigns:\n"
    text = text.replace(begin, f"{begin}      - {{ slug: moi, title: Mới, start: 2024-01-06 }}\n")
    file.write_text(text, encoding="utf-8")

    assert portal("check") == 1
    line = next(n for n, line in enumerate(text.splitlines(), 1) if "slug: moi" in line)
    out = capsys.readouterr().out
    assert f"nên sửa: mkdocs.yml:{line}: extra.newsroom.campaigns: phong trào moi chưa có" in out

    add_article("mo-dau", GOOD.replace(b"\n---\n", b"\ncampaign: moi\n---\n", 1))
    portal("check")
    assert "chưa có bài nào" not in capsys.readouterr().out


def test_picture_that_was_pasted_into_an_article_becomes_a_file_beside_it(
    portal: Portal, add_article: AddArticle, small_project: Path
) -> None:
    picture = BytesIO()
    Image.effect_noise((90, 60), 50).save(picture, "PNG")  # long enough to hold the article back
    pasted = f"![Hội trường][anh]\n\n[anh]: <data:image/png;base64,{b64(picture)}>\n"
    file = add_article("dan-anh", GOOD.replace(b"\nx\n", f"\n{pasted}".encode()))

    portal("check", "--fix")

    (kept,) = (file.parent / "images").glob("anh-*.png")
    assert kept.read_bytes() == picture.getvalue()
    assert file.read_text(encoding="utf-8").endswith(
        f"![Hội trường][anh]\n\n[anh]: <images/{kept.name}>\n"
    )
    assert portal("check", "--blocking") == 0


def b64(data: BytesIO) -> str:
    return b64encode(data.getvalue()).decode()


def test_fixing_takes_out_of_photos_where_they_were_taken(
    portal: Portal, add_article: AddArticle, capsys: Capture
) -> None:
    photo = saved(drawn(3000, 1500), "JPEG", exif=exif())
    body = "\n![Hội trường](a.JPG)\n".encode()
    file = add_article("anh-dien-thoai", GOOD.replace(b"\nx\n", body))
    (file.parent / "a.JPG").write_bytes(photo)
    portal("check")
    assert "“a.JPG” còn ghi nơi chụp" in capsys.readouterr().out

    assert portal("check", "--fix") == 0

    kept = (file.parent / "a.JPG").read_bytes()
    assert (NAME.encode() in kept, len(kept) < len(photo)) == (False, True)
    assert opened(kept).size == (2560, 1280)
    assert capsys.readouterr().out.startswith("articles/2023/a.JPG: bỏ nơi chụp, máy chụp; ")


def test_fixing_one_article_leaves_the_photos_of_others(
    portal: Portal, add_article: AddArticle, small_project: Path
) -> None:
    file = add_article("mot-bai", GOOD)
    other = small_project / "articles/2022/images/b.jpg"
    other.parent.mkdir(parents=True)
    other.write_bytes(saved(drawn(), "JPEG", exif=exif()))

    portal("check", "--fix", str(file))

    assert NAME.encode() in other.read_bytes()
