"""Without any one shortcut, and without all of them, a site is the same byte for byte."""

import os
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from changes import add_article, delete_article, edit_body, edit_title
from newspaper import fill
from sites import Outcome, Project, assert_same
from tiny_site import ROOT

from newsroom.build import engine
from newsroom.machine import processes
from newsroom.machine.shortcuts import VARIABLE, Shortcut

NAMES = [shortcut.value for shortcut in Shortcut]
CHANGES = (edit_body, edit_title, add_article, delete_article)


@pytest.fixture(scope="module", autouse=True)
def _few_are_many() -> Iterator[None]:
    """Let the shortcuts that pay for many articles be taken for a few."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "_MANY", 4)
        yield


def outcomes(project: Project) -> list[Outcome]:
    """Of a build from nothing, of one after an edit, and of one after changes of all kinds."""
    found = [project.publish()]
    edit_body(project, 1)
    found.append(project.publish())
    for number, change in enumerate(CHANGES):
        change(project, number)
    return [*found, project.publish()]


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    """What builds with all shortcuts give."""
    return outcomes(fill(Project(tmp_path_factory.mktemp("ca") / "bao")))


@pytest.mark.parametrize("without", [*NAMES, ",".join(NAMES)], ids=[*NAMES, "all"])
def test_site_is_the_same_without(
    project: Project, right: list[Outcome], without: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, without)

    for found, expected in zip(outcomes(project), right, strict=True):
        assert_same(found, expected)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="pages are shared by processes that are forked")
def test_pages_that_all_cores_draw_are_the_same(
    project: Project, right: list[Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []
    start = processes._start

    def started(*arguments: object) -> object:
        begun.append(arguments)
        return start(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(processes, "_start", started)
    monkeypatch.setattr(processes, "_FEW", 2)
    monkeypatch.setattr(engine, "batched", partial(processes.batched, size=4))
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)

    for found, expected in zip(outcomes(project), right, strict=True):
        assert_same(found, expected)
    assert begun


@pytest.mark.parametrize("shortcut", Shortcut)
def test_every_shortcut_is_asked_for_in_one_place(shortcut: Shortcut) -> None:
    sources = (ROOT / "hooks" / "newsroom").rglob("*.py")
    asked = [
        file for file in sources if f"Shortcut.{shortcut.name})" in file.read_text(encoding="utf-8")
    ]

    assert len(asked) == 1
