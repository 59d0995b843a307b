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
    assert run(source, "--category", "tin-tuc") == 0
    assert "category: tin-tuc" in (tmp_path / written(tmp_path)[0]).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["khong-co.txt"], "Không có tệp hay thư mục «khong-co.txt»"),
        ([], "NGUỒN"),
        ([".", "--category", "thong-bo"], "thong-bao"),
    ],
)
def test_wrong_usage_is_told_in_vietnamese(
    arguments: list[str], message: str, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    assert message in capsys.readouterr().err


def test_empty_folder_is_told(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rong").mkdir()

    assert run(tmp_path / "rong") == 1
    assert "Không có tệp" in capsys.readouterr().out


def test_help_is_vietnamese(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("--help")

    shown = capsys.readouterr().out
    assert "Nhập bài từ cổng tin cũ" in shown
    for option in ("--into", "--category", "--dry-run"):
        assert option in shown
