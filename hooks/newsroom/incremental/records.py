"""Records of the articles: what reading each file gave, kept while the file and the rules stay."""

import pickle
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple, cast

from newsroom.content.article import Article, Publication
from newsroom.content.files import is_article
from newsroom.content.media import on_disk
from newsroom.content.newsroom import Newsroom
from newsroom.entries import Entry
from newsroom.incremental.fingerprint import digest
from newsroom.incremental.processes import Map, batched
from newsroom.incremental.rows import recall, remember
from newsroom.incremental.stamps import Stamps
from newsroom.incremental.table import Table
from newsroom.problem import Problem

_PROBLEMS = "problems"
PUBLIC = Publication.PUBLISHED.name


class Record(NamedTuple):
    """What one file of the articles folder says, as far as a build must know it while the article
    stays as it was."""

    entry: Entry
    source: bytes
    """Digest of its bytes."""
    publication: str
    """The name of its Publication."""
    picture: str
    """The file of the picture that stands for it, relative to the articles folder as all others."""
    files: tuple[str, ...]
    """The files that it names."""
    since: float
    until: float
    """Seconds since 1970 between which a reading gives the same."""

    @property
    def is_public(self) -> bool:
        """Whether residents can read the article."""
        return self.publication == PUBLIC


Plain = tuple[Any, ...]
"""A record as it is kept: its entry as a plain tuple, then its other fields."""
_FIELDS = len(Record._fields)


class Reading(NamedTuple):
    """What reading one file gave."""

    path: str
    record: Record | None
    """None where the file cannot be published."""
    article: bytes
    """The article without its body, packed."""
    problems: tuple[Problem, ...]


@dataclass
class Records:
    """The records of all articles, by their paths."""

    by_path: dict[str, Record]
    before: dict[str, Record]
    """What the last build knew."""
    problems: dict[str, tuple[Problem, ...]]
    """What staff should put right, by path, in whichever files have any."""


def read_records(
    folder: Path,
    stamps: Stamps,
    newsroom: Newsroom,
    moment: datetime,
    rules: bytes,
    memory: MutableMapping[str, bytes],
    run: Map = map,
) -> Records:
    """The records of the articles among the files of the folder, as of that moment.

    rules: the digest of the code and settings that reading depends on; what was remembered under
    other rules, or of other files, is read anew.
    """
    table = Table[Plain](memory, "records", rules)
    before, problems = _remembered(table, memory, rules)
    now = moment.timestamp()
    touched = {path for path in (stamps.changed if before else stamps.now) if is_article(path)}
    touched |= problems.keys() - before.keys()  # faulty files are read and told each time
    touched |= {path for path, one in before.items() if not one.since <= now < one.until}
    stale = {path for path in touched if not _is_same(folder, path, before.get(path), now)}
    if not stale:
        return Records(before, before, problems)
    from newsroom.incremental.reading import read_chunk  # noqa: PLC0415 - see its docstring

    there = batched(sorted(stale & stamps.now.keys()))
    readings = run(partial(read_chunk, folder, newsroom, moment), there)
    records = Records(dict(before), before, dict(problems))
    _take((reading for chunk in readings for reading in chunk), stale, records, rules, memory)
    plain = {path: _plain(records.by_path[path]) for path in stale & records.by_path.keys()}
    table.update(plain, stale if before else stale | table.values().keys())
    table.save()
    remember(memory, _PROBLEMS, rules, pickle.dumps(records.problems))
    return records


def packed_article(path: str, rules: bytes, memory: Mapping[str, bytes]) -> bytes:
    """The remembered article, without its body, packed; empty where it was damaged."""
    return recall(memory, _article_row(path), rules)


def unpacked_article(packed: bytes) -> Article:
    """The article that was packed."""
    return cast("Article", pickle.loads(packed))  # noqa: S301 - our own file


def _take(
    readings: Iterable[Reading],
    stale: set[str],
    records: Records,
    rules: bytes,
    memory: MutableMapping[str, bytes],
) -> None:
    """Put what was read in the place of what was remembered of the stale paths."""
    gone = set(stale)
    for path in stale:
        records.problems.pop(path, None)
    for path, record, article, problems in readings:
        if problems:
            records.problems[path] = problems
        if record:
            records.by_path[path] = record
            remember(memory, _article_row(path), rules, article)
            gone.discard(path)
    for path in gone:
        records.by_path.pop(path, None)
        memory.pop(_article_row(path), None)


def _is_same(folder: Path, path: str, record: Record | None, now: float) -> bool:
    """Whether the file has the bytes of which the record is, and the moment changes nothing."""
    if record is None or not record.since <= now < record.until:
        return False
    try:
        return digest(on_disk(folder, path).read_bytes()) == record.source
    except OSError:
        return False


def _remembered(
    table: Table[Plain], memory: MutableMapping[str, bytes], rules: bytes
) -> tuple[dict[str, Record], dict[str, tuple[Problem, ...]]]:
    problems = recall(memory, _PROBLEMS, rules)
    if not table.is_known or not problems:
        return {}, {}
    rows = table.values()
    first, *others = (map(itemgetter(place), rows.values()) for place in range(_FIELDS))
    made = map(Record, map(Entry._make, first), *others)
    return dict(zip(rows, made, strict=True)), pickle.loads(problems)  # noqa: S301 - our own file


def _plain(record: Record) -> Plain:
    return tuple(record.entry), *record[1:]


def _article_row(path: str) -> str:
    return f"article/{path}"
