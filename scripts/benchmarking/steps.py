"""What is measured: builds of a site from nothing, and after each kind of change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarking.articles import Invented, Newsroom, edited
from benchmarking.process import Cost, FailedError, measure, median
from benchmarking.site import Site

START_UP = "build of an empty Material site"
COLD = "cold build"
UNCHANGED = "nothing changed"
EDIT = "one article edited"
ADD = "one article added"
DELETE = "one article deleted"


@dataclass(frozen=True)
class Change:
    """What somebody does to one article."""

    article: Invented
    shown: str = ""
    """What its page says from then on; nothing where the article is gone."""

    def save(self, site: Site) -> None:
        """Do it."""
        if self.shown:
            site.write(self.article)
        else:
            site.remove(self.article)


def change(kind: str, newsroom: Newsroom, turn: int) -> Change:
    """Of another article every turn: new ones are the newest, the others from around the middle."""
    if kind == ADD:
        article = newsroom.article(newsroom.count + turn)
        return Change(article, article.slug)
    step = max(1, newsroom.count // 37)
    if kind == DELETE:
        return Change(newsroom.article((newsroom.count // 2 - step * turn - 1) % newsroom.count))
    number = (newsroom.count // 2 + step * turn) % newsroom.count
    mark = str(70_000_000 + 100 * number + turn)
    return Change(edited(newsroom.article(number), mark), mark)


def start_up(site: Site, repeat: int) -> Iterator[tuple[str, Cost]]:
    """The same one page, again and again."""
    site.prepare(())
    _run(site)
    yield START_UP, median(_run(site) for _ in range(repeat))


def builds(
    site: Site, newsroom: Newsroom, kinds: Iterable[str], repeat: int, cold: int = 1
) -> Iterator[tuple[str, Cost]]:
    """From nothing, then, as the site is built already, after each kind of change."""
    site.prepare(newsroom)
    yield f"{site.name}: {COLD}", median(_cold(site) for _ in range(cold))
    for kind in kinds:
        costs = (_after(site, newsroom, kind, turn) for turn in range(repeat))
        yield f"{site.name}: {kind}", median(costs)


def log_of(site: Site) -> Path:
    """Where the output of the site's last build is kept."""
    return site.folder.parent / f"{site.folder.name}.log"


def _cold(site: Site) -> Cost:
    site.clear()
    return _run(site)


def _after(site: Site, newsroom: Newsroom, kind: str, turn: int) -> Cost:
    """The cost of the build after a change; that the page shows it is looked at, unmeasured."""
    if kind == UNCHANGED:
        return _run(site)
    one = change(kind, newsroom, turn)
    one.save(site)
    cost = _run(site)
    page = site.page(one.article)
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    if one.shown not in text or bool(one.shown) != bool(text):
        raise FailedError(f"{site.name}: {page} does not show the change")
    return cost


def _run(site: Site) -> Cost:
    return measure(site.command(), site.folder, log_of(site), site.variables)
