"""The benchmark invents good articles, always the same, and divides the right figures."""

from datetime import datetime
from pathlib import Path, PurePosixPath

import pytest

from benchmarking.articles import Newsroom, edited
from benchmarking.eleventy import Eleventy
from benchmarking.hugo import Hugo
from benchmarking.material import Material
from benchmarking.pelican import Pelican
from benchmarking.portal import Portal
from benchmarking.process import Cost, FailedError, measure, median
from benchmarking.report import ratios
from benchmarking.site import Site
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


def test_edit_changes_title_and_one_sentence() -> None:
    article = Newsroom(COUNT).article(5)
    changed = edited(article, "R1")
    assert changed.title.endswith("R1")
    before, after = article.body.split("\n\n"), changed.body.split("\n\n")
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1
    assert changed.path == article.path


@pytest.mark.parametrize("peer", [Portal, Hugo, Material, Pelican, Eleventy])
def test_every_peer_gets_the_same_words(peer: type[Site], tmp_path: Path) -> None:
    article = Newsroom(COUNT).article(12)
    text = peer(tmp_path, tmp_path).text(article)
    assert article.title in text
    assert article.body.split("\n\n")[0] in text


def test_what_is_left_of_an_earlier_run_goes(tmp_path: Path) -> None:
    portal = Portal(tmp_path, tmp_path)
    portal.prepare(Newsroom(4))
    portal.write(edited(Newsroom(4).article(1), "R1"))
    portal.write(Newsroom(4).article(9))
    portal.prepare(Newsroom(4))
    assert len(list((tmp_path / "articles").rglob("*.md"))) == 4
    file = tmp_path / "articles" / Newsroom(4).article(1).path
    assert "R1" not in file.read_text(encoding="utf-8")


def test_ratios_divide_what_was_measured() -> None:
    figures = {
        "start-up": Cost(0.5), "portal cold": Cost(30, peak=120), "portal edit": Cost(1),
        "portal unchanged": Cost(0.75), "hugo cold": Cost(25), "hugo edit": Cost(20),
        "mkdocs-material cold": Cost(150), "portal at 5,000 cold": Cost(15),
        "portal at 50,000 cold": Cost(165, peak=300), "portal at 50,000 edit": Cost(3),
        "save to reload: edit": Cost(0.9), "save to reload: new article": Cost(0.8),
    }  # fmt: skip
    found = {ratio.name: round(ratio.value, 3) for ratio in ratios(figures)}
    assert found == {
        "edit / Hugo rebuild": 0.05, "edit / start-up": 2, "nothing changed / start-up": 1.5,
        "cold / Hugo full build": 1.2, "cold / stock MkDocs+Material": 0.2,
        "edit, 50,000 / 10,000": 3, "cold per article, 50,000 / 5,000": 1.1,
        "peak memory, MB": 300, "save to reload, s (slowest kind)": 0.9,
    }  # fmt: skip


def test_ratio_without_its_figures_is_not_told() -> None:
    assert list(ratios({"portal edit": Cost(1)})) == []


def test_cost_of_a_process_is_its_own(tmp_path: Path) -> None:
    import sys

    cost = measure([sys.executable, "-c", "sum(range(10**6))"], tmp_path, tmp_path / "log")
    assert cost.wall > 0
    with pytest.raises(FailedError, match="ended with 3"):
        measure([sys.executable, "-c", "raise SystemExit(3)"], tmp_path, tmp_path / "log")


def test_median_is_of_each_figure_and_memory_the_largest() -> None:
    costs = [Cost(1, 5, 1, 10), Cost(3, 4, 2, 30), Cost(2, 6, 3, 20)]
    assert median(costs) == Cost(2, 5, 2, 30)
