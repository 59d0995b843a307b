"""The command `import`: what staff type and what they read."""

from collections.abc import Callable
from pathlib import Path

import pytest

import commands.import_articles
import commands.project
from commands import portal

TEXT = (
    "Thông báo\n\nLịch họp tổ dân phố\nNgày đăng 01/02/2023 | 08:00 | Lượt xem: 7\n\n"
    "Tổ dân phố họp tối thứ bảy.\n\nBà con mang theo sổ hộ khẩu."
)
SETTINGS = """\
extra:
  newsroom:
    ward: {name: Phường Thử}
    sections:
      - {slug: thong-bao, title: Thông báo}
      - {slug: tin-tuc, title: Tin tức}
"""

Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `portal.py import …` in a project of its own, on a console of 100 columns."""
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.setattr(commands.project, "ROOT", tmp_path)
    monkeypatch.setattr(commands.import_articles, "ROOT", tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return lambda *arguments: portal(["import", *map(str, arguments)])


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "cu" / "lich-hop.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def written(tmp_path: Path) -> list[str]:
    return sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.md"))


def test_new_article_is_written_and_told(
    run: Run, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(source) == 0
    assert written(tmp_path) == ["articles/2023/lich-hop-to-dan-pho.md"]
    assert "1 mới, 0 đã có, 0 lỗi" in capsys.readouterr().out


def test_second_run_writes_nothing(
    run: Run, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(source)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.md")}

    assert run(source.parent) == 0
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.md")} == before
    assert "0 mới, 1 đã có, 0 lỗi" in capsys.readouterr().out


def test_trial_run_writes_nothing(
    run: Run, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(source, "--dry-run") == 0
    assert not (tmp_path / "articles").exists()
    assert "chưa ghi tệp nào: 1 mới" in capsys.readouterr().out


def test_articles_go_into_the_folder_that_is_named(run: Run, source: Path, tmp_path: Path) -> None:
    assert run(source, "--into", tmp_path / "khac") == 0
    assert written(tmp_path) == ["khac/2023/lich-hop-to-dan-pho.md"]


def test_bad_file_is_told_and_the_others_go_on(
    run: Run, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source.with_name("a-trong.txt").write_bytes(b"")

    assert run(source.parent) == 1
    assert written(tmp_path) == ["articles/2023/lich-hop-to-dan-pho.md"]
    assert "tệp trống" in capsys.readouterr().out


def test_category_is_for_articles_whose_section_is_unknown(
    run: Run, source: Path, tmp_path: Path
) -> None:
    source.write_text(TEXT.replace("Thông báo", "Chuyện lạ"), encoding="utf-8")

    assert run(source) == 1
    assert "draft: true" in (tmp_path / written(tmp_path)[0]).read_text(encoding="utf-8")
    assert run(source, "--category", "tin-tuc") == 0
    assert "category: tin-tuc\n" in (tmp_path / written(tmp_path)[0]).read_text(encoding="utf-8")


@pytest.fixture
def old_sections(source: Path) -> Path:
    """A folder of 24 articles of two old sections, one of them with a keyword of today's."""
    folder = source.parent
    source.unlink()
    for number in range(1, 25):
        name = "Tin hội" if number % 2 else "Loa phường"
        text = TEXT.replace("Thông báo", name).replace("Lịch họp", f"Lịch họp {number} của")
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def test_many_files_are_summed_up_by_reason_with_the_sections_once(
    run: Run, old_sections: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (old_sections / "rong.txt").touch()
    (old_sections / "so.xls").touch()

    assert run(old_sections) == 1

    shown = capsys.readouterr().out
    assert "“Loa phường” 12 bài, “Tin hội” 12 bài" in shown
    assert shown.count("thong-bao: Thông báo") == 1
    assert "1 tệp (rong.txt)\n    tệp trống." in shown
    assert ".xls: 1 tệp (so.xls)" in shown
    assert "0 mới, 24 bản nháp chờ chuyên mục, 0 đã có, 1 lỗi" in shown
    table = (tmp_path / "bao-cao-nhap-bai.csv").read_text(encoding="utf-8-sig")
    assert table.count("bản nháp chờ chuyên mục") == 24
    assert "rong.txt" in table


def test_map_and_table_say_where_old_sections_go_also_to_drafts_that_wait(
    run: Run, old_sections: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(old_sections)
    table = tmp_path / "chuyen-muc.csv"
    table.write_text("Tên cũ;Mã\nLOA PHUONG;tin-tuc\n", encoding="utf-8-sig")

    assert run(old_sections, "--map", "Tin hội=Thông báo", "--map", table) == 0

    assert "24 bản nháp cũ đã có chuyên mục" in capsys.readouterr().out
    texts = [(tmp_path / name).read_text(encoding="utf-8") for name in written(tmp_path)]
    assert sum("category: tin-tuc\n" in text for text in texts) == 12
    assert not any("draft" in text for text in texts)


def test_unknown_sections_are_asked_once_for_the_folder(
    run: Run, old_sections: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    answers = iter(["9", "thông báo", ""])
    monkeypatch.setattr(commands.import_articles, "can_ask", lambda: True)
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))

    assert run(old_sections) == 1

    assert next(answers, None) is None
    shown = capsys.readouterr().out
    assert "từ 1 đến 2" in shown
    assert "thong-bao: keywords: [Loa phường]" in shown
    assert "12 mới, 12 bản nháp chờ chuyên mục, 0 đã có" in shown
    texts = [(tmp_path / name).read_text(encoding="utf-8") for name in written(tmp_path)]
    assert sum("category: thong-bao\n" in text for text in texts) == 12


def test_articles_of_one_file_are_told_once_also_where_some_wait_for_an_answer(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    items = "".join(
        f"<item><title>Tin số {number}</title><pubDate>2023-05-0{number}</pubDate>"
        f"<category>{section}</category><description>Nội dung số {number}.</description></item>"
        for number, section in enumerate(("Tin tức", "Loa phường", "Tin tức"), 1)
    )
    undated = "<item><title>Không ngày</title><description>Chữ.</description></item>"
    (tmp_path / "cu.rss").write_text(f"<rss>{items}{undated}</rss>", encoding="utf-8")
    monkeypatch.setattr(commands.import_articles, "can_ask", lambda: True)
    monkeypatch.setattr("click.prompt", lambda *_, **__: "thong-bao")

    assert run(tmp_path / "cu.rss") == 1

    shown = capsys.readouterr().out
    assert "3 mới, 0 đã có, 1 lỗi" in shown
    assert "“Không ngày”" in " ".join(shown.split())
    assert len(written(tmp_path)) == 3


def test_last_import_is_taken_back(
    run: Run, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(source)

    assert run("--undo", "--dry-run") == 0
    assert written(tmp_path)
    assert run("--undo") == 0
    assert written(tmp_path) == []
    assert "xóa 1 bài, 0 ảnh" in capsys.readouterr().out
    assert run("--undo") == 1
    assert "Không còn lần nhập nào" in capsys.readouterr().out


def test_import_that_is_interrupted_says_how_to_go_on(
    run: Run, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    def interrupt(path: Path, data: bytes) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands.import_articles, "write_atomically", interrupt)
    assert run(source) == 1
    assert "chạy lại lệnh ấy để nhập tiếp" in capsys.readouterr().out


def test_archive_of_a_merged_ward_is_named_in_each_article(
    run: Run, source: Path, tmp_path: Path
) -> None:
    run(source, "--archive", "Phường Hoa Mai (trước 7/2025)")

    text = (tmp_path / written(tmp_path)[0]).read_text(encoding="utf-8")
    assert 'archive: "Phường Hoa Mai (trước 7/2025)"\n' in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["khong-co.txt"], "Không có tệp hay thư mục “khong-co.txt”"),
        ([], "NGUỒN"),
        ([".", "--map", "Tin hội=tin-tucs"], "Có phải là: tin-tuc"),
        ([".", "--map", "khong-co.csv"], "khong-co.csv"),
        ([".", "--undo"], "không nhận NGUỒN"),
        ([".", "--category", "thong-bo"], "thong-bao"),
    ],
)
def test_wrong_usage_is_told_in_vietnamese(
    arguments: list[str], message: str, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    assert message in capsys.readouterr().err


def test_documents_of_articles_are_named_at_the_end(
    run: Run, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (source.parent / "uploads").mkdir()
    for name in ("uploads/bang.pdf", "don.pdf"):
        (source.parent / name).write_bytes(b"%PDF-1.4")
    (source.parent / "trang.html").write_text("<a href='don.pdf'>đơn</a>", encoding="utf-8")

    run(source.parent)

    told = capsys.readouterr().out
    assert written(tmp_path) == ["articles/2023/lich-hop-to-dan-pho.md"]
    assert "1 mới, 0 đã có, 1 lỗi" in told
    assert "1 thư mục (uploads)" in told
    assert "1 tệp (don.pdf)" in told


def test_empty_folder_is_told(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rong").mkdir()

    assert run(tmp_path / "rong") == 1
    assert "Không có tệp" in capsys.readouterr().out


def test_help_is_vietnamese(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("--help")

    shown = capsys.readouterr().out
    assert "Nhập bài từ cổng tin cũ" in shown
    for option in ("--into", "--category", "--map", "--archive", "--dry-run", "--undo"):
        assert option in shown
