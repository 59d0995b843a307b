"""Records of the articles: what reading each file gave, kept while the file and the rules stay."""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence, Set
from datetime import datetime
from functools import partial
from math import inf
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from newsroom.content.article import Article
from newsroom.content.folder import Stamp, is_article
from newsroom.content.links import Link
from newsroom.content.newsroom import Newsroom
from newsroom.content.reader import ArticleReader
from newsroom.incremental.buckets import Buckets
from newsroom.incremental.fingerprint import digest
from newsroom.incremental.processes import Map, batched
from newsroom.problem import Problem


class Record(NamedTuple):
    """What one file of the articles folder says."""

    stamp: Stamp
    source: bytes
    """Digest of its bytes."""
    article: Article | None
    """Without its body; None where the file cannot be published."""
    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    """The files that it names, relative to the articles folder."""
    card: bytes
    """Digest of all but the body."""
    line: bytes
    """Digest of what a mere line shows: address, title and day."""
    since: float
    until: float
    """Seconds since 1970 between which a reading gives the same."""


_NOT_READ = Record(Stamp(0, 0), b"", None, (), (), b"", b"", inf, -inf)


def read_records(
    folder: Path,
    stamps: Mapping[str, Stamp],
    reader: ArticleReader,
    rules: bytes,
    memory: MutableMapping[str, bytes],
    run: Map = map,
) -> tuple[dict[str, Record], Set[str]]:
    """A record for every article among the files of the folder, by its path, in their order; and
    the paths of those that were remembered and are no more.

    rules: the digest of the code and settings that reading depends on; what was remembered under
    other rules, or of other files, is read anew.
    """
    now = reader.now.timestamp()
    memory_of_records = Buckets[Record](memory, "records", rules)
    known = memory_of_records.load()
    records: dict[str, Record] = {}
    touched = []
    for path, stamp in stamps.items():
        if is_article(path):
            record = known.get(path)
            records[path] = record or _NOT_READ
            if not record or record.stamp != stamp or not record.since <= now < record.until:
                touched.append(path)
    stale = []
    for path in touched:
        record = known.get(path)
        if record and record.since <= now < record.until and record.source == _source(folder, path):
            records[path] = record._replace(stamp=stamps[path])
        else:
            stale.append(path)
    for chunk in run(partial(_read_chunk, folder, reader.newsroom, reader.now), batched(stale)):
        records.update((path, record._replace(stamp=stamps[path])) for path, record in chunk)
    gone = known.keys() - records.keys()
    memory_of_records.save(records, {*touched, *gone})
    return records, gone


def record_of(path: str, data: bytes, reader: ArticleReader) -> Record:
    """The record of a file with those bytes; its stamp is left empty."""
    reading = reader.read(PurePosixPath(path), data)
    article = reading.article
    source = digest(data)
    if article is None:
        return _NOT_READ._replace(source=source, problems=reading.problems)
    light = article.without_body()
    since, until = _holding(light, reader.now)
    return Record(
        stamp=Stamp(0, 0),
        source=source,
        article=light,
        problems=reading.problems,
        files=tuple(dict.fromkeys(map(article.file_path, named_files(article, reading.links)))),
        card=digest(repr(light)),
        line=digest(light.uri, light.title, light.date.isoformat()),
        since=since,
        until=until,
    )


def named_files(article: Article, links: Iterable[Link]) -> Iterator[str]:
    """The paths, relative to the article, of the files beside it that it shows or links to.

    links: those of its body.
    """
    if article.image:
        yield article.image.path
    yield from (attachment.path for attachment in article.attachments)
    yield from (link.local_path for link in links if link.local_path)


def _source(folder: Path, path: str) -> bytes:
    return digest((folder / path).read_bytes())


def _holding(article: Article, now: datetime) -> tuple[float, float]:
    """The rules know the moment only by its place among the article's own."""
    own = (article.date, article.publish_at, article.expires_at)
    moments = [moment.timestamp() for moment in own if moment]
    then = now.timestamp()
    return (
        max((moment for moment in moments if moment <= then), default=-inf),
        min((moment for moment in moments if moment > then), default=inf),
    )


def _read_chunk(
    folder: Path, newsroom: Newsroom, now: datetime, paths: Sequence[str]
) -> list[tuple[str, Record]]:
    reader = ArticleReader(newsroom, now)
    return [(path, record_of(path, (folder / path).read_bytes(), reader)) for path in paths]
