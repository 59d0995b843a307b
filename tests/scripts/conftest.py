"""The launcher's commands on a small project in a temporary folder."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

import commands
from commands import check_articles, editor_settings, new_article, project, propose_figures
from newsroom.text.dates import VIETNAM

CASES = Path(__file__).resolve().parents[1] / "newsroom" / "cases"
NOON = datetime(2024, 1, 1, 12, tzinfo=VIETNAM)


@pytest.fixture
def small_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a mkdocs.yml and one good article, as seen at noon of 1/1/2024."""
    shutil.copy(CASES / "mkdocs.yml", tmp_path / "mkdocs.yml")
    (tmp_path / "articles" / "2023").mkdir(parents=True)
    good = (CASES / "problems" / "bai-dung.md").read_bytes()
    (tmp_path / "articles" / "2023" / "tot.md").write_bytes(good)
    for module in (
        commands,
        project,
        check_articles,
        editor_settings,
        new_article,
        propose_figures,
    ):
        monkeypatch.setattr(module, "ROOT", tmp_path)
    for module in (check_articles, new_article, propose_figures):
        monkeypatch.setattr(module, "now", lambda: NOON)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def portal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Runs a command of the launcher; its exit code."""
    monkeypatch.setenv("LANGUAGE", "vi")
    return lambda *arguments: commands.portal(arguments)


@pytest.fixture
def add_article(small_project: Path) -> Callable[..., Path]:
    """Writes articles/2023/<name>.md from a file of cases/problems, or from bytes."""

    def add(name: str, content: bytes | None = None) -> Path:
        file = small_project / "articles" / "2023" / f"{name}.md"
        file.write_bytes(content or (CASES / "problems" / f"{name}.md").read_bytes())
        return file

    return add
