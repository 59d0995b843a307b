"""Reading the files of articles for their records. A build in which none changed does not load this
module, nor the parsers that it depends on."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from math import inf
from pathlib import Path, PurePosixPath

from newsroom.build.digests import digest
from newsroom.catalogue.entries import entry_of
from newsroom.catalogue.record import ReadFile, Record, pack_article
from newsroom.content.article import Article
from newsroom.content.links import Link
from newsroom.content.newsroom import Newsroom
from newsroom.content.reader import ArticleReader
from newsroom.content.recordings import captions_of, is_video
from newsroom.content.rules import FAR
from newsroom.content.source import EncodingFault, bytes_of


def read_chunk(
    folder: Path, newsroom: Newsroom, now: datetime, paths: Sequence[str]
) -> list[ReadFile]:
    """The results of reading these files; depends on nothing but the disk, so that any process may
    call it."""
    reader = ArticleReader(newsroom, now)
    return [reading_of(path, bytes_of(folder, path), reader) for path in paths]


def reading_of(path: str, data: bytes | EncodingFault, reader: ArticleReader) -> ReadFile:
    """The result of reading a file of those bytes."""
    reading = reader.read(PurePosixPath(path), data)
    article = reading.article
    if article is None or isinstance(data, EncodingFault):
        return ReadFile(path, None, b"", reading.told)
    light = article.without_body()
    since, until = _holding(reading.moments, reader.now)
    record = Record(
        entry=entry_of(light)._replace(
            pinned=light.is_pinned(reader.now), card=digest(repr(light))
        ),
        source=digest(data),
        publication=light.publication(reader.now).name,
        picture=light.file_path(light.images[0].path) if light.images else "",
        files=tuple(dict.fromkeys(map(article.file_path, named_files(article, reading.links)))),
        photos={},
        sizes={},
        title_card=light.title_card(reader.newsroom.ward.name, reader.now),
        since=since,
        until=until,
    )
    return ReadFile(path, record, pack_article(light), reading.told)


def named_files(article: Article, links: Iterable[Link]) -> Iterator[str]:
    """The paths, relative to the article, of the files beside it that it shows or links to.

    links: those of its body.
    """
    if article.image:
        yield article.image.path
    yield from (attachment.path for attachment in article.attachments)
    for path in filter(None, (link.local_path for link in links)):
        yield path
        if is_video(path):
            yield captions_of(path)


def _holding(own: Iterable[datetime], now: datetime) -> tuple[float, float]:
    """The rules know the moment only by its place among the article's own, and those less FAR."""
    moments = [when.timestamp() for moment in own for when in (moment, moment - FAR)]
    then = now.timestamp()
    return (
        max((moment for moment in moments if moment <= then), default=-inf),
        min((moment for moment in moments if moment > then), default=inf),
    )
