"""Records of the articles: the result of reading each file, kept while file and inputs stay."""

from collections.abc import Iterable, Mapping, MutableMapping, Set
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from newsroom.build.digests import digest
from newsroom.build.rows import recall, remember, stay_inside
from newsroom.build.table import Table
from newsroom.catalogue.photos import Derive, with_photos, with_sizes
from newsroom.catalogue.record import ReadFile, Record
from newsroom.catalogue.stamps import Stamps
from newsroom.content.files import is_article
from newsroom.content.media import on_disk
from newsroom.content.newsroom import Newsroom
from newsroom.content.problem import Problem
from newsroom.machine.processes import Map, batched
from newsroom.machine.shortcuts import Shortcut, is_taken

_PROBLEMS = "problems"


@dataclass
class Records:
    """The records of all articles, by their paths."""

    by_path: dict[str, Record]
    before: dict[str, Record]
    """The records of the last build."""
    problems: dict[str, tuple[Problem, ...]]
    """What staff should put right, by path; only files that have problems."""


def read_records(
    folder: Path,
    stamps: Stamps,
    newsroom: Newsroom,
    moment: datetime,
    inputs: bytes,
    store: MutableMapping[str, bytes],
    derive: Derive,
    run: Map = map,
) -> Records:
    """The records of the articles in the folder, as of that moment.

    derive: finds what is derived of the pictures of some paths.

    inputs: the digest of the code and settings that reading depends on; files recorded under other
    inputs are read again, as are files that changed, and those that name a picture that did.
    """
    table = Table[Record](store, "records", Record, inputs)
    before, problems = _remembered(table, store, inputs)
    stale = _stale(folder, stamps, before, problems.keys(), moment.timestamp())
    if not stale:
        return Records(before, before, problems)
    from newsroom.catalogue.reading import read_chunk  # noqa: PLC0415 - see its docstring

    there = batched(sorted(stale & stamps.now.keys()))
    readings = run(partial(read_chunk, folder, newsroom, moment), there)
    records = Records(dict(before), before, dict(problems))
    read = [with_sizes(reading, stamps) for chunk in readings for reading in chunk]
    _take(with_photos(read, derive, newsroom, moment), stale, records, inputs, store)
    table.update(records.by_path, stale if before else stale | table.values().keys())
    table.save()
    remember(store, _PROBLEMS, inputs, records.problems)
    return records


def packed_article(path: str, inputs: bytes, store: Mapping[str, bytes]) -> bytes:
    """The stored article, packed and without its body; empty if it is damaged."""
    row = store.get(_article_row(path), b"")
    return row[len(inputs) :] if row.startswith(inputs) else b""


def _take(
    readings: Iterable[ReadFile],
    stale: set[str],
    records: Records,
    inputs: bytes,
    store: MutableMapping[str, bytes],
) -> None:
    """Replace the records of the stale paths by the results of reading."""
    gone = set(stale)
    for path in stale:
        records.problems.pop(path, None)
    for path, record, article, problems in readings:
        if problems:
            records.problems[path] = problems
        if record:
            records.by_path[path] = record
            store[_article_row(path)] = inputs + article
            gone.discard(path)
    for path in gone:
        records.by_path.pop(path, None)
        store.pop(_article_row(path), None)


def _stale(
    folder: Path, stamps: Stamps, before: Mapping[str, Record], faulty: Set[str], now: float
) -> set[str]:
    """The paths of the articles whose files must be read, or are gone."""
    if not is_taken(Shortcut.KEPT_READINGS):
        return {path for path in stamps.now.keys() | before.keys() if is_article(path)}
    touched = {path for path in (stamps.changed if before else stamps.now) if is_article(path)}
    touched |= faulty - before.keys()  # faulty files are read and reported each time
    touched |= {path for path, one in before.items() if not one.since <= now < one.until}
    stale = {path for path in touched if not _is_same(folder, path, before.get(path), now)}
    if files := stamps.changed - touched:
        stale |= {path for path, one in before.items() if not files.isdisjoint(one.files)}
    return stale


def _is_same(folder: Path, path: str, record: Record | None, now: float) -> bool:
    """Whether the record is of the file's present bytes and still valid at that moment."""
    if record is None or not record.since <= now < record.until:
        return False
    try:
        return digest(on_disk(folder, path).read_bytes()) == record.source
    except OSError:
        return False


def _remembered(
    table: Table[Record], store: MutableMapping[str, bytes], inputs: bytes
) -> tuple[dict[str, Record], dict[str, tuple[Problem, ...]]]:
    problems = recall(store, _PROBLEMS, inputs, dict[str, tuple[Problem, ...]])
    records = dict(table.values())
    if not table.is_known or problems is None or not _stay_inside(records):
        return {}, {}
    return records, problems


def _stay_inside(records: Mapping[str, Record]) -> bool:
    """Whether no path or address of theirs leads out of the folders they belong to."""
    entries = [record.entry for record in records.values()]
    written = (path for e in entries for path in (e.uri, *(path for path, *_ in e.aliases)))
    return stay_inside(records) and stay_inside(written)


def _article_row(path: str) -> str:
    return f"article/{path}"
