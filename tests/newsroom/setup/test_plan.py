"""The sample's articles: which of them go, and that a change that fails undoes the others."""

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.content.settings import read_settings
from newsroom.setup import plan as plans
from newsroom.setup.answers import named, today
from newsroom.setup.plan import Project, carry_out, planned, read_project
from newsroom.setup.sample import LIST

SETTINGS = Path(__file__).parents[1] / "cases" / "mkdocs-mau.yml"
HEAD = "---\ntitle: Bài {0}\ndate: 2023-04-01\ncategory: {1}\ncampaign: {2}\n---\n\nNội dung.\n"


def article(folder: Path, name: str, section: str, campaign: str, more: str = "") -> None:
    file = folder / "articles" / "2023" / f"{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(HEAD.format(name, section, campaign) + more, encoding="utf-8", newline="\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A portal of three sample articles with two pictures."""
    shutil.copy(SETTINGS, tmp_path / "mkdocs.yml")
    article(tmp_path, "mot", "thong-bao", "vi-nguoi-ngheo")
    article(tmp_path, "hai", "the-thao", "doi-song-van-hoa")
    article(tmp_path, "ba", "chuyen-lang", "vi-nguoi-ngheo")
    articles = tmp_path / "articles"
    for name in ("cho.jpg", "lang.jpg"):
        (articles / "2023" / "images").mkdir(exist_ok=True)
        (articles / "2023" / "images" / name).write_bytes(name.encode())
    files = sorted(path for path in articles.rglob("*") if path.is_file())
    lines = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(articles).as_posix()}"
        for file in files
    ]
    text = "\n".join(["# Phường Mẫu", *lines, ""])
    (articles / LIST).write_text(text, encoding="utf-8")
    return tmp_path


def read(folder: Path) -> Project:
    newsroom = read_settings(folder / "mkdocs.yml").newsroom
    assert newsroom
    return read_project(folder, newsroom)


def set_up(folder: Path, *, moves_sample: bool = True) -> plans.Plan:
    project = read(folder)
    before = today(project.newsroom, project.site, is_sample=project.is_sample)
    answers = named(before, "Phường Hoa Sen", is_sample=project.is_sample)
    plan = planned(project, answers, moves_sample=moves_sample)
    carry_out(plan)
    return plan


def files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and ".vscode" not in file.parts
    }


def test_untouched_sample_goes_whole_and_its_campaigns_with_it(folder: Path) -> None:
    before = files(folder)

    plan = set_up(folder)

    after = files(folder)
    moved = {name.replace("articles/", "bai-mau/", 1) for name in before if "articles" in name}
    assert after.keys() == moved | {"mkdocs.yml"}
    assert all(after[name.replace("articles/", "bai-mau/", 1)] == before[name]
               for name in before if "articles" in name)  # fmt: skip
    assert plan.dropped_campaigns == ("Vì người nghèo", "Đời sống văn hóa")
    assert not read(folder).newsroom.campaigns
    assert not read(folder).is_sample


def test_what_staff_wrote_or_changed_stays_with_all_that_it_uses(folder: Path) -> None:
    article(folder, "ba", "chuyen-lang", "vi-nguoi-ngheo", "Sửa.\n")
    article(folder, "cua-toi", "the-thao", "", "![chợ](images/cho.jpg)\n")

    plan = set_up(folder)

    left = {name for name in files(folder) if name.startswith("articles/")}
    assert left == {f"articles/2023/{name}" for name in ("ba.md", "cua-toi.md", "images/cho.jpg")}
    assert {"chuyen-lang", "the-thao"} < read(folder).newsroom.sections.keys()
    assert plan.kept_sections == ("Chuyện làng", "Thể thao")
    assert plan.kept_campaigns == ("Vì người nghèo",)
    assert list(read(folder).newsroom.campaigns) == ["vi-nguoi-ngheo"]


def test_ends_of_lines_of_windows_are_no_change(folder: Path) -> None:
    file = folder / "articles" / "2023" / "mot.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    assert read(folder).files.changed == ()


def test_sample_that_stays_keeps_its_sections_and_campaigns(folder: Path) -> None:
    set_up(folder, moves_sample=False)

    assert len(read(folder).newsroom.campaigns) == 2
    assert {"thong-bao", "the-thao", "chuyen-lang"} < read(folder).newsroom.sections.keys()
    assert (folder / "articles" / "2023" / "mot.md").exists()


def test_second_time_nothing_is_lost(folder: Path) -> None:
    set_up(folder)
    before = files(folder)

    set_up(folder)

    assert files(folder) == before


def test_nothing_on_the_shelf_is_overwritten(folder: Path) -> None:
    (folder / "bai-mau").mkdir()
    (folder / "bai-mau" / "giu.txt").write_text("giữ", encoding="utf-8")

    set_up(folder)

    assert [path.name for path in (folder / "bai-mau").iterdir()] == ["giu.txt"]
    assert (folder / "bai-mau-2" / "2023" / "mot.md").exists()


@pytest.mark.parametrize("failing", ["mkdocs.yml", "articles.code-snippets"])
def test_failure_leaves_the_project_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    (folder / ".vscode").mkdir()
    (folder / ".vscode" / "article.schema.json").write_text("cũ", encoding="utf-8")
    before = files(folder)
    write = plans.write_atomically

    def failing_once(path: Path, data: bytes) -> None:
        if path.name == failing:
            raise PermissionError(13, "Permission denied", str(path))
        write(path, data)

    monkeypatch.setattr(plans, "write_atomically", failing_once)
    with pytest.raises(PermissionError):
        set_up(folder)

    assert files(folder) == before
    schema = folder / ".vscode" / "article.schema.json"
    assert schema.read_text(encoding="utf-8") == "cũ"


def test_picture_that_cannot_be_moved_brings_the_others_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, rename = files(folder), Path.rename

    def held(self: Path, target: Path) -> Path:
        if self.name == "lang.jpg":
            raise PermissionError(13, "Permission denied", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", held)
    with pytest.raises(PermissionError):
        set_up(folder)

    assert files(folder) == before


def test_answers_keep_what_follows_from_no_name(folder: Path) -> None:
    set_up(folder)
    project = read(folder)
    answers = today(project.newsroom, replace(project.site, name="Tin làng"), is_sample=False)

    assert named(answers, "Xã Khác", is_sample=False).site.name == "Tin làng"
