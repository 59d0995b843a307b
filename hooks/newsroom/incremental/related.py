"""Related articles, looked for again only where something near them in a group has changed."""

import marshal
from collections.abc import Iterator, MutableMapping, Sequence

from newsroom.catalogue import RELATED_REACH, Catalogue, related_weight
from newsroom.incremental.rows import recall, remember

Uris = tuple[str, ...]
_KEY = "related"


def related_uris(
    catalogue: Catalogue, count: int, rules: bytes, memory: MutableMapping[str, bytes]
) -> dict[str, Uris]:
    """For every article of the catalogue, by its address, those of its related articles.

    rules: the digest of the code that finds them.
    """
    known, marks_then = _remembered(memory, rules)
    marks = _marks(catalogue)
    if marks == marks_then:
        return known
    affected = set(_affected(marks_then, marks))
    found: dict[str, Uris] = {}
    for article in catalogue.articles:
        uri = article.uri
        if uri in affected or uri not in known:
            found[uri] = tuple(other.uri for other in catalogue.related(article, count))
        else:
            found[uri] = known[uri]
    remember(memory, _KEY, rules, marshal.dumps((found, marks)))
    return found


def _remembered(
    memory: MutableMapping[str, bytes], rules: bytes
) -> tuple[dict[str, Uris], dict[str, list[str]]]:
    known: dict[str, Uris] = {}
    marks: dict[str, list[str]] = {}
    if row := recall(memory, _KEY, rules):
        known, marks = marshal.loads(row)  # noqa: S302 - our own file
    return known, marks


def _marks(catalogue: Catalogue) -> dict[str, list[str]]:
    """For every group its articles, each by what decides on its place and its distance."""
    mark = {a: f"{a.uri} {a.date.isoformat()}" for a in catalogue.articles}
    return {
        " ".join(name): [mark[article] for article in group]
        for name, group in catalogue.groups.items()
    }


def _affected(then: dict[str, list[str]], now: dict[str, list[str]]) -> Iterator[str]:
    """The addresses of the articles near a change of a group."""
    for name in then.keys() | now.keys():
        old, new = then.get(name, []), now.get(name, [])
        if old != new:
            for mark in _near_changes(old, new):
                yield mark.partition(" ")[0]


def _near_changes(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    if not old or not new or related_weight(len(old)) != related_weight(len(new)):
        yield from old
        yield from new
        return
    shorter = min(len(old), len(new))
    start = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - start
    end = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    for marks in (old, new):
        yield from marks[max(0, start - RELATED_REACH) : len(marks) - end + RELATED_REACH]
