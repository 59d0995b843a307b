"""What is measured: builds of a site from nothing, and after each kind of change."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from benchmarking.articles import Invented, Newsroom, edited
from benchmarking.process import Cost, measure, median
from benchmarking.site import Site

Figures = dict[str, Cost]
"""Cost by name, such as "portal edit"."""


def empty_build(site: Site, repeat: int) -> Iterator[tuple[str, Cost]]:
    """Start-up: the same one page, again and again."""
    site.prepare(())
    _run(site)
    yield f"{site.name}", median(_run(site) for _ in range(repeat))


def cold_and_edit(
    site: Site, newsroom: Newsroom, repeat: int, cold: int = 1
) -> Iterator[tuple[str, Cost]]:
    """From nothing, then after each edit of one article."""
    site.prepare(newsroom)
    yield f"{site.name} cold", median(_cold(site) for _ in range(cold))
    yield f"{site.name} edit", median(_edits(site, newsroom, repeat))


def portal_changes(site: Site, newsroom: Newsroom, repeat: int) -> Iterator[tuple[str, Cost]]:
    """Of a site that is built already: every change that staff make."""
    yield f"{site.name} unchanged", median(_run(site) for _ in range(repeat))
    kinds: dict[str, Callable[[int], None]] = {
        "views": lambda turn: _change_views(site, newsroom, turn),
        "new article": lambda turn: _add(site, newsroom, turn),
        "deleted article": lambda turn: site.remove(newsroom.article(newsroom.count // 2 + turn)),
    }
    for name, change in kinds.items():
        yield f"{site.name} {name}", median(_after(site, change, repeat))


def _cold(site: Site) -> Cost:
    site.clear()
    return _run(site)


def _edits(site: Site, newsroom: Newsroom, repeat: int) -> Iterator[Cost]:
    """One old and one new article in turn; what the page then says is looked at, unmeasured."""
    for turn in range(2 * repeat):
        number = newsroom.count - 10 - turn if turn % 2 else turn + newsroom.count // 20
        article = edited(newsroom.article(number), f"R{turn}x{number}")
        site.write(article)
        cost = _run(site)
        _expect(site, article, f"R{turn}x{number}")
        yield cost


def _after(site: Site, change: Callable[[int], None], repeat: int) -> Iterator[Cost]:
    for turn in range(repeat):
        change(turn)
        yield _run(site)


def _change_views(site: Site, newsroom: Newsroom, turn: int) -> None:
    article = newsroom.article(newsroom.count // 3 + turn)
    site.write(replace(article, views=article.views + 1))


def _add(site: Site, newsroom: Newsroom, turn: int) -> None:
    site.write(newsroom.article(newsroom.count + turn))


def _expect(site: Site, article: Invented, mark: str) -> None:
    page = site.page(article)
    if not page.exists() or page.read_text(encoding="utf-8").count(mark) < 2:
        raise SystemExit(f"{site.name}: {page} does not show the edit")


def _run(site: Site) -> Cost:
    return measure(site.command(), site.folder, log_of(site))


def log_of(site: Site) -> Path:
    """Where the output of the site's last build is kept."""
    return site.folder.parent / f"{site.folder.name}.log"
