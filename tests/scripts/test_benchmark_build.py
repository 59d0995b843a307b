"""The benchmark invents good articles, always the same, and divides the right figures."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePosixPath

import pytest

import benchmark_build
from benchmarking.articles import Newsroom, edited
from benchmarking.eleventy import Eleventy
from benchmarking.hugo import Hugo
from benchmarking.material import Material
from benchmarking.pelican import Pelican
from benchmarking.portal import Portal, Sample
from benchmarking.prices import NONE_LEFT_OUT, WARM, WHOLE, price, price_table
from benchmarking.process import Cost, FailedError, family, measure, median
from benchmarking.report import Bar, bar_table, bars, figure_table, grown
from benchmarking.serving import SAVED
from benchmarking.site import Site
from benchmarking.steps import (
    ADD,
    COLD,
    DELETE,
    EDIT,
    START_UP,
    UNCHANGED,
    builds,
    change,
)
from newsroom.content.reader import ArticleReader
from newsroom.content.settings import read_settings
from newsroom.text.dates import VIETNAM

NOON = datetime(2024, 1, 1, 12, tzinfo=VIETNAM)
COUNT = 400


def test_same_seed_gives_same_articles() -> None:
    assert list(Newsroom(30)) == list(Newsroom(30))
    assert Newsroom(30).article(7) != Newsroom(30, seed=2).article(7)


def test_articles_are_spread_over_ten_years_and_eight_sections() -> None:
    articles = list(Newsroom(COUNT))
    assert {article.date.year for article in articles} == set(range(2014, 2024))
    assert len({article.section for article in articles}) == 8
    assert len({article.title for article in articles}) == COUNT
    assert any(article.quarter for article in articles)
    assert any(article.campaign for article in articles)


@pytest.mark.thorough
def test_newsroom_reads_every_article_without_a_problem(tmp_path: Path) -> None:
    portal = Portal(tmp_path, tmp_path)
    portal.prepare(Newsroom(COUNT))
    settings = read_settings(tmp_path / "mkdocs.yml")
    assert settings.newsroom
    assert not settings.problems
    reader = ArticleReader(settings.newsroom, NOON)
    folder = tmp_path / "articles"
    files = list(folder.rglob("*.md"))
    assert len(files) == COUNT
    for file in files:
        data = file.read_bytes()
        reading = reader.read(PurePosixPath(file.relative_to(folder).as_posix()), data)
        assert [str(problem) for problem in reading.problems] == []
        assert 4 * 1024 <= len(data) <= 8 * 1024


def test_every_link_leads_to_an_article_of_the_newsroom() -> None:
    articles = list(Newsroom(COUNT))
    paths = {f"](../{article.path})" for article in articles}
    for article in articles:
        assert article.body.count(".md)") == sum(article.body.count(path) for path in paths)


def test_edit_changes_one_paragraph_of_the_text() -> None:
    article = Newsroom(COUNT).article(5)
    changed = edited(article, "71234567")
    before, after = article.body.split("\n\n"), changed.body.split("\n\n")
    assert [new for old, new in zip(before, after, strict=True) if old != new and "71234567" in new]
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1
    assert replace(changed, body=article.body) == article


@pytest.mark.parametrize("kind", [EDIT, ADD, DELETE])
def test_every_turn_changes_another_article(kind: str) -> None:
    newsroom = Newsroom(COUNT)
    changes = [change(kind, newsroom, turn) for turn in range(9)]
    assert len({one.article.path for one in changes}) == 9
    assert {bool(one.shown) for one in changes} == {kind != DELETE}


def test_edited_articles_are_of_the_middle_of_the_years() -> None:
    years = [change(EDIT, Newsroom(COUNT), turn).article.date.year for turn in range(5)]
    assert set(years) <= {2018, 2019, 2020, 2021}


@pytest.mark.parametrize("peer", [Portal, Hugo, Material, Pelican, Eleventy])
def test_every_peer_gets_the_same_words(peer: type[Site], tmp_path: Path) -> None:
    article = Newsroom(COUNT).article(12)
    text = peer(tmp_path, tmp_path).text(article)
    assert article.title in text
    assert article.body.split("\n\n")[0] in text


def test_what_is_left_of_an_earlier_run_goes(tmp_path: Path) -> None:
    portal = Portal(tmp_path, tmp_path)
    portal.prepare(Newsroom(4))
    portal.write(edited(Newsroom(4).article(1), "71234567"))
    portal.write(Newsroom(4).article(9))
    portal.prepare(Newsroom(4))
    assert len(list((tmp_path / "articles").rglob("*.md"))) == 4
    file = tmp_path / "articles" / Newsroom(4).article(1).path
    assert "71234567" not in file.read_text(encoding="utf-8")


def test_bars_divide_what_was_measured() -> None:
    figures = {
        START_UP: Cost(0.5), f"portal: {COLD}": Cost(30, peak=120), f"portal: {EDIT}": Cost(1),
        f"portal: {UNCHANGED}": Cost(0.75), f"hugo: {COLD}": Cost(25), f"hugo: {EDIT}": Cost(20),
        f"mkdocs-material: {COLD}": Cost(150), f"{grown(5000)}: {COLD}": Cost(15),
        f"{grown(50_000)}: {COLD}": Cost(165, peak=300), f"{grown(50_000)}: {EDIT}": Cost(3),
        f"{SAVED}: {EDIT}": Cost(0.9), f"{SAVED}: {ADD}": Cost(0.8),
    }  # fmt: skip
    found = {bar.name: round(bar.value, 3) for bar in bars(figures, 10_000, [5000, 50_000])}
    assert found == {
        "warm edit / Hugo rebuild": 0.05, "warm edit / start-up": 2,
        "nothing changed / start-up": 1.5, "cold / Hugo full build": 1.2,
        "cold / stock MkDocs+Material": 0.2, "warm edit, 50,000 / 10,000": 3,
        "cold build per article, 50,000 / 5,000": 1.1,
        "peak memory of any build of the portal, MB": 300,
        "save to reload: one article edited, s": 0.9, "save to reload: one article added, s": 0.8,
    }  # fmt: skip


def test_bar_without_its_figures_is_not_told() -> None:
    assert list(bars({f"portal: {EDIT}": Cost(1)}, 10_000, [5000, 50_000])) == []


def test_tables_tell_every_run_and_whether_a_bar_is_kept() -> None:
    cost = median([Cost(1.5, 2, 80), Cost(1, 3, 90), Cost(4, 4, 70)])
    assert list(figure_table({"portal: x": cost}))[2:] == [
        "| portal: x | 3 | 1.50 | 1.00–4.00 | 3.00 | 90 |"
    ]
    rows = list(bar_table(iter([Bar("a", 0.1, 1 / 12), Bar("b", 2.5, 2.5)])))[2:]
    assert rows == ["| a | 0.100 | 1/12 | missed |", "| b | 2.500 | 2.5 | kept |"]


class Told(Portal):
    """A portal whose builds only say what they go without."""

    def command(self) -> list[str]:
        write = "print(os.environ['PORTAL_WITHOUT'], file=open('told', 'a'))"
        return [sys.executable, "-c", f"import os; {write}"]


@pytest.mark.thorough
def test_builds_with_and_without_a_shortcut_take_turns(tmp_path: Path) -> None:
    portal = Told(tmp_path / "portal", tmp_path)
    portal.prepare(Newsroom(3))
    articles = [file.read_bytes() for file in (portal.folder / "articles").rglob("*.md")]

    costs = price(portal, ["near-keys"], repeat=2, cold=1)

    turn = [NONE_LEFT_OUT, "near-keys"]
    told = (portal.folder / "told").read_text(encoding="utf-8").splitlines()
    assert told == [NONE_LEFT_OUT, *turn * (2 * 1 + 2 * 2)]
    assert set(costs) == {(name, kind) for name in turn for kind in (*WHOLE, *WARM)}
    assert articles != [file.read_bytes() for file in (portal.folder / "articles").rglob("*.md")]
    assert "copyright: Lần" in (portal.folder / "mkdocs.yml").read_text(encoding="utf-8")


def test_price_is_the_part_of_a_build_that_a_shortcut_saves() -> None:
    costs = {("", COLD): Cost(2, 8), ("near-keys", COLD): Cost(4, 10)}
    assert list(price_table(costs)) == [
        f"| CPU · wall s | {COLD} |",
        "| --- | ---: |",
        "| with all | 8.00 · 2.00 |",
        "| near-keys | 10.00 (20%) · 4.00 (50%) |",
    ]


def test_shortcut_that_nobody_knows_has_no_price(capsys: pytest.CaptureFixture[str]) -> None:
    assert benchmark_build.main(["--prices", "near-keys,magic"]) == 2
    assert "unknown shortcuts: magic" in capsys.readouterr().out


@pytest.mark.sample
def test_sample_is_built_by_its_own_settings(tmp_path: Path) -> None:
    sample = Sample(tmp_path, tmp_path)
    sample.prepare(())

    settings = read_settings(tmp_path / "mkdocs.yml")

    assert settings.newsroom
    assert not settings.problems
    assert list((tmp_path / "articles").rglob("*.md"))


@pytest.mark.sample
def test_every_change_of_the_portal_reaches_its_search(tmp_path: Path) -> None:
    """The portal is measured with the repository's own hand-written pages."""
    portal, newsroom = Portal(tmp_path / "portal", tmp_path), Newsroom(4)
    before: dict[Path, bytes] = {}
    for name, _ in builds(portal, newsroom, (UNCHANGED, EDIT, ADD, DELETE), repeat=1):
        after = search_of(portal)
        assert (after == before) == name.endswith(UNCHANGED), name
        before = after


def search_of(portal: Portal) -> dict[Path, bytes]:
    files = (portal.folder / portal.output / "search").rglob("*.bin")
    return {file: file.read_bytes() for file in files}


def test_cost_of_a_process_is_its_own(tmp_path: Path) -> None:
    cost = measure([sys.executable, "-c", "sum(range(10**6))"], tmp_path, tmp_path / "log")
    assert cost.wall > 0
    with pytest.raises(FailedError, match="ended with 3"):
        measure([sys.executable, "-c", "raise SystemExit(3)"], tmp_path, tmp_path / "log")


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="no list of processes")
def test_processes_that_end_while_they_are_counted_are_left_out() -> None:
    with subprocess.Popen(["sleep", "60"]) as child:
        assert child.pid in family(os.getpid())
        child.kill()
    assert family(child.pid) == [child.pid]


def test_median_is_of_the_times_and_memory_the_largest() -> None:
    costs = [Cost(1, 5, 10), Cost(3, 4, 30), Cost(2, 6, 20)]
    assert median(costs) == Cost(2, 5, 30, (1, 3, 2))
