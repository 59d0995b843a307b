"""`portal.py verify` and `compare`: exit codes, what they print, and what they tell GitHub."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.built import walk as walking

Portal = Callable[..., int]
Capture = pytest.CaptureFixture[str]
PAGE = "<title>{0} – Phường Thử</title><body>{0} {1}</body>"


def build(folder: Path, **links: str) -> str:
    """A site with the pages that it needs and one page for each link."""
    pages = {"index": PAGE.format("Tin", ""), "404": PAGE.format("Không có", "")}
    pages |= {name: PAGE.format(f"Bài {name}", link) for name, link in links.items()}
    folder.mkdir()
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    (folder / "sitemap.xml").write_text("<urlset/>", encoding="utf-8")
    return str(folder)


DEAD = '<a href="mat/">Mất</a>'
NO_STYLE = '<link rel="stylesheet" href="mat.css">'


@pytest.fixture(autouse=True)
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that a workflow shows as the summary of its job."""
    file = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    return file


def test_sound_site_is_exit_code_0(tmp_path: Path, portal: Portal, capsys: Capture) -> None:
    assert portal("verify", build(tmp_path / "site")) == 0
    assert capsys.readouterr().out.startswith("Đã kiểm tra 2 trang, 3 tệp, 1 kB: không có")


def test_dead_link_is_exit_code_1_and_is_told(
    tmp_path: Path, portal: Portal, capsys: Capture, summary: Path
) -> None:
    assert portal("verify", build(tmp_path / "site", mot=DEAD)) == 1
    out = capsys.readouterr().out
    assert "nên sửa: /mot.html: liên kết “mat/” dẫn tới /mat/, mà trang web không có. Hãy" in out
    assert "0 lỗi chặn đăng, 1 chỗ nên sửa." in out
    assert not summary.exists()


@pytest.mark.parametrize(("fault", "code"), [(DEAD, 0), (NO_STYLE, 1)])
def test_publishing_stops_for_grave_faults_only(
    tmp_path: Path, portal: Portal, fault: str, code: int
) -> None:
    assert portal("verify", "--blocking", build(tmp_path / "site", mot=fault)) == code


def test_github_is_told_by_annotations_and_a_summary(
    tmp_path: Path, portal: Portal, capsys: Capture, summary: Path
) -> None:
    site = build(tmp_path / "site", mot=DEAD, hai=NO_STYLE, ba='<a href="%0A::x/">X</a>')

    assert portal("verify", "--format", "github", site) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("::error title=chặn đăng::/hai.html: tệp định dạng “mat.css”")
    assert [line.partition(" ")[0] for line in lines[1:3]] == ["::warning", "::warning"]
    assert len(lines) == 4
    text = summary.read_text(encoding="utf-8")
    assert "### Kiểm tra trang web đã dựng" in text
    assert "- **chặn đăng**: `/hai.html: " in text


def test_nearly_full_site_is_told_and_published(
    tmp_path: Path, portal: Portal, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = build(tmp_path / "site")
    size = sum(file.stat().st_size for file in (tmp_path / "site").iterdir())
    monkeypatch.setattr(walking, "SITE_LIMIT", size)

    assert portal("verify", "--format", "github", site) == 0
    assert "::warning title=Dung lượng::Trang web nặng" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["verify", "compare"])
def test_folder_that_is_not_there_is_exit_code_2(
    tmp_path: Path, portal: Portal, capsys: Capture, command: str
) -> None:
    folders = [str(tmp_path / "khong")] * (1 if command == "verify" else 2)

    assert portal(command, *folders) == 2
    assert "Hãy dựng trang trước: python3 scripts/portal.py build" in capsys.readouterr().err


def test_comparison_is_printed_and_put_into_the_summary(
    tmp_path: Path, portal: Portal, capsys: Capture, summary: Path
) -> None:
    old, new = build(tmp_path / "cu"), build(tmp_path / "moi", mot="")

    assert portal("compare", old, new) == 0
    assert "- Bài mot – `/mot.html`" in capsys.readouterr().out
    assert "- Bài mot – `/mot.html`" in summary.read_text(encoding="utf-8")


def test_comparison_of_equal_sites_says_so(tmp_path: Path, portal: Portal, capsys: Capture) -> None:
    assert portal("compare", build(tmp_path / "cu"), build(tmp_path / "moi")) == 0
    assert capsys.readouterr().out == "Không trang nào thay đổi.\n"
