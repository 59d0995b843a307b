"""`portal.py setup`: asked and typed, taken from options, looked at only."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import commands
from commands import check_articles, editor_settings, project, set_up_ward
from newsroom.content.newsroom import Newsroom
from newsroom.content.settings import read_settings
from newsroom.setup.sample import LIST

Portal = Callable[..., int]
Capture = pytest.CaptureFixture[str]
CASES = Path(__file__).resolve().parents[1] / "newsroom" / "cases"


@pytest.fixture
def sample_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portal that is still the sample ward's, with one article of its staff."""
    shutil.copy(CASES / "mkdocs-mau.yml", tmp_path / "mkdocs.yml")
    (tmp_path / "articles" / "2023").mkdir(parents=True)
    good = (CASES / "problems" / "bai-dung.md").read_bytes()
    (tmp_path / "articles" / "2023" / "tot.md").write_bytes(good)
    (tmp_path / "articles" / LIST).write_text("# Phường Mẫu\n", encoding="utf-8")
    for module in (commands, project, check_articles, editor_settings, set_up_ward):
        monkeypatch.setattr(module, "ROOT", tmp_path)
    return tmp_path


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lets these lines be typed."""
    from io import StringIO

    return lambda *lines: monkeypatch.setattr("sys.stdin", StringIO("\n".join(lines) + "\n"))


def settings(folder: Path) -> Newsroom:
    found = read_settings(folder / "mkdocs.yml").newsroom
    assert found
    return found


def test_typed_answers_become_the_settings(
    sample_project: Path, portal: Portal, type_in: Callable[..., None], capsys: Capture
) -> None:
    type_in(
        "Hoa Sen", "Phường Hoa Sen", "Tỉnh Đồng Tháp", "", "Số 5: đường #3", "0277 3999 888",
        "khong phai thu", "vp@hoasen.example", "", "", "", "hoasen.example.vn",
        "https://hoasen.example.vn", "11", "9, 1", "Chuyện xóm", "", "2", "Hội Làm vườn", "", "có",
    )  # fmt: skip

    assert portal("setup") == 0

    told, newsroom = capsys.readouterr().out, settings(sample_project)
    assert "Hãy viết đủ, bắt đầu bằng Phường, Xã, Thị trấn hoặc Đặc khu" in told
    assert "“khong phai thu” không phải là địa chỉ thư." in told
    assert "Hãy viết đủ: https://" in told
    assert "Hãy gõ các số từ 1 đến 10" in told
    assert newsroom.ward.name == "Phường Hoa Sen"
    assert newsroom.ward.address == "Số 5: đường #3"
    assert (newsroom.ward.district, newsroom.ward.notice) == ("", "")
    assert list(newsroom.sections) == ["thong-bao", "tin-tuc-su-kien", "chuyen-xom"]
    titles = {organization.title for organization in newsroom.organizations}
    assert titles == {"Ủy ban nhân dân phường Hoa Sen", "Hội Làm vườn"}
    text = (sample_project / "mkdocs.yml").read_text(encoding="utf-8")
    assert '!ENV [SITE_URL, "https://hoasen.example.vn/"]' in text
    assert "# Ghi chú đầu tệp" in text


def test_second_time_enter_keeps_every_answer_and_a_stroke_empties_one(
    sample_project: Path, portal: Portal, type_in: Callable[..., None]
) -> None:
    options = ["--name", "Xã Mới", "--city", "Tỉnh A", "--phone", "0912", "--section", "thong-bao"]
    assert portal("setup", "--yes", *options) == 0
    before = settings(sample_project)
    type_in("", "", "", "", "-", *[""] * 10, "co")

    assert portal("setup") == 0

    after = settings(sample_project)
    assert before.ward.phone == "0912"
    assert after.ward.phone == ""
    assert (after.ward.city, after.sections) == ("Tỉnh A", before.sections)
    assert after.organizations == before.organizations


@pytest.mark.parametrize("last", ["không", "khong", "k"])
def test_nothing_is_changed_without_the_last_yes(
    sample_project: Path, portal: Portal, type_in: Callable[..., None], last: str
) -> None:
    before = (sample_project / "mkdocs.yml").read_bytes()
    type_in("Phường Hoa Sen", *[""] * 12, last)

    assert portal("setup") == 1

    assert (sample_project / "mkdocs.yml").read_bytes() == before
    assert not (sample_project / ".vscode").exists()


def test_stopping_half_way_changes_nothing(
    sample_project: Path, portal: Portal, type_in: Callable[..., None], capsys: Capture
) -> None:
    before = (sample_project / "mkdocs.yml").read_bytes()
    type_in("Phường Hoa Sen", "Tỉnh A")

    assert portal("setup") == 1

    assert "Đã dừng." in capsys.readouterr().err
    assert (sample_project / "mkdocs.yml").read_bytes() == before


def test_dry_run_shows_every_line_and_writes_none(
    sample_project: Path, portal: Portal, capsys: Capture
) -> None:
    before = (sample_project / "mkdocs.yml").read_bytes()

    assert portal("setup", "--name", "Xã Mới", "--yes", "--dry-run") == 0

    told = capsys.readouterr().out
    assert "+      name: Xã Mới" in told
    assert "-      name: Phường Mẫu" in told
    assert "Chỉ xem thử: chưa đổi gì cả." in told
    assert (sample_project / "mkdocs.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "--name: Hãy viết đủ"),
        (["--name", "Hoa Sen"], "--name: Hãy viết đủ"),
        (["--name", "Xã A", "--email", "x"], "--email: “x” không phải là địa chỉ thư."),
        (["--name", "Xã A", "--site-url", "a.vn"], "--site-url: “a.vn/” không phải là"),
        (["--name", "Xã A", "--phone", "09\x00"], "--phone: Có ký tự ẩn"),
        (["--name", "Xã A", "--section", "???"], "--section: “???”: tên chuyên mục phải có chữ"),
    ],
)
def test_wrong_option_is_told_and_nothing_is_written(
    sample_project: Path, portal: Portal, capsys: Capture, options: list[str], told: str
) -> None:
    before = (sample_project / "mkdocs.yml").read_bytes()

    assert portal("setup", "--yes", *options) == 2

    assert told in capsys.readouterr().err
    assert (sample_project / "mkdocs.yml").read_bytes() == before


def test_editors_files_follow_the_settings(sample_project: Path, portal: Portal) -> None:
    assert portal("setup", "--yes", "--name", "Xã Mới") == 0

    snippets = (sample_project / ".vscode" / "articles.code-snippets").read_text(encoding="utf-8")
    assert "Ủy ban MTTQ Việt Nam xã Mới" in snippets


def test_file_that_cannot_be_written_is_named_and_the_rest_undone(
    sample_project: Path, portal: Portal, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, data: bytes) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("newsroom.setup.plan.write_atomically", refused)

    assert portal("setup", "--yes", "--name", "Xã Mới") == 1

    told = capsys.readouterr().err
    assert "article.schema.json" in told
    assert "Mọi tệp đã trở lại như cũ." in told
