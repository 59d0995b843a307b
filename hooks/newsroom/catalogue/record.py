"""A record: what builds remember of one file of the articles folder."""

from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple, get_type_hints

from newsroom.build.rows import packed, unpacked
from newsroom.catalogue.entries import Entry
from newsroom.content.article import Article, Change, Event, Publication
from newsroom.content.photo import Photo
from newsroom.content.problem import Problem
from newsroom.content.title_card import TitleCard
from newsroom.text.dates import VIETNAM

PUBLIC = Publication.PUBLISHED.name


class Record(NamedTuple):
    """What a build must know of an article whose file has not changed."""

    entry: Entry
    source: bytes
    """The digest of its bytes."""
    publication: str
    """The name of its Publication."""
    picture: str
    """The file of its picture, relative to the articles folder like all other paths; empty where it
    has none that can be shown."""
    files: tuple[str, ...]
    """The files that it names."""
    photos: dict[str, Photo]
    """What is derived of the pictures among them, by path; not of one that is lost or broken."""
    sizes: dict[str, int]
    """The bytes of the documents among them, by path; not of one that is lost."""
    title_card: TitleCard | None
    """What stands for it where it has no photo."""
    since: float
    until: float
    """The interval, in seconds since 1970, in which reading the file gives the same result."""

    @property
    def is_public(self) -> bool:
        """Whether residents can read the article."""
        return self.publication == PUBLIC

    @property
    def photo(self) -> Photo | None:
        """What is derived of the picture that stands for it."""
        return self.photos.get(self.picture)

    @property
    def shared_card(self) -> TitleCard | None:
        """The title card that is shown where the article is shared."""
        return None if self.photo else self.title_card

    @property
    def dest_uri(self) -> str:
        """Where its page lies on the site."""
        return f"{self.entry.uri}index.html"


class ReadFile(NamedTuple):
    """The result of reading one file."""

    path: str
    record: Record | None
    """None if the file cannot be published."""
    article: bytes
    """The article without its body, packed."""
    problems: tuple[Problem, ...]


def pack_article(article: Article) -> bytes:
    """The article as it is stored."""
    return packed([getattr(article, name) for name in Article.__slots__])


def unpacked_article(row: bytes) -> Article | None:
    """The article that was packed; None if it is damaged."""
    values = unpacked(row, _kind_of_articles())
    if values is None:
        return None
    article = object.__new__(Article)  # its address and its lead are stored as well
    try:
        for name, value in zip(Article.__slots__, values, strict=True):
            object.__setattr__(article, name, _in_vietnam(value))
    except OverflowError:  # a moment beyond what datetime can hold
        return None
    return article


def _in_vietnam(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(VIETNAM)
    if isinstance(value, tuple) and value and isinstance(value[0], Change):
        return tuple(replace(change, date=_in_vietnam(change.date)) for change in value)
    if isinstance(value, Event):
        start, end = _in_vietnam(value.start), _in_vietnam(value.end)
        return replace(value, start=start, end=end)
    return value


@cache
def _kind_of_articles() -> Any:
    kinds = get_type_hints(Article)
    return tuple[tuple(kinds[name] for name in Article.__slots__)]  # type: ignore[misc]
