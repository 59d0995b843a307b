"""The display of an article's page: all that its layout may see besides the rendered text."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from newsroom.catalogue.lookup import Lookup
from newsroom.catalogue.progress import Progress
from newsroom.catalogue.queries import BESIDE_IN_SECTION, RELATED_ARTICLES
from newsroom.content.article import Article, Publication
from newsroom.content.photo import Photo
from newsroom.content.title_card import TitleCard


@dataclass(frozen=True, slots=True)
class Line:
    """An article as a single line shows it."""

    uri: str
    title: str
    published: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDisplay:
    """An article, and those beside it."""

    article: Article
    """Without its text."""
    publication: Publication
    photos: tuple[tuple[str, Photo], ...] = ()
    """What is derived of the pictures that it names, by their paths below the articles folder."""
    sizes: tuple[tuple[str, int], ...] = ()
    """The bytes of the other files that it names, by the same paths."""
    title_card: TitleCard | None = None
    """What is shared in place of a photo."""
    is_over: bool = False
    """Whether its deadline, or its event, has passed."""
    is_outdated: bool = False
    """Whether it is a notice that may no longer hold."""
    progress: Progress | None = None
    """How far its campaign has come."""
    newer: Line | None = None
    """The next article of the section in time."""
    older: Line | None = None
    related: tuple[Line, ...] = ()

    def address_of(self, path: str) -> str:
        """The address on the site of a file that the article names, relative to its own."""
        photo = dict(self.photos).get(self.article.file_path(path))
        return photo.uri(photo.fallback) if photo else self.article.file_uri(path)

    def size_of(self, path: str) -> int | None:
        """The bytes of a document that the article names, by its path relative to it."""
        return dict(self.sizes).get(self.article.file_path(path))


def article_display(path: str, lookup: Lookup, now: datetime) -> ArticleDisplay:
    """What the page of the article at that path shows. One that residents cannot read has no
    neighbours.

    A record is valid only between the article's own moments, so the page becomes a candidate when
    its deadline passes, or its notice becomes a year old.
    """
    record = lookup.record(path)
    article = lookup.article(path)
    alone = ArticleDisplay(
        article=article,
        publication=Publication[record.publication],
        photos=tuple(record.photos.items()),
        sizes=tuple(record.sizes.items()),
        title_card=record.shared_card,
        is_over=article.is_over(now),
        is_outdated=article.outdated is not None and article.outdated <= now,
    )
    if not record.is_public:
        return alone
    newer, older = lookup.ask(BESIDE_IN_SECTION, path)
    return replace(
        alone,
        progress=lookup.progress(article.campaign) if article.campaign else None,
        newer=line_of(newer) if newer else None,
        older=line_of(older) if older else None,
        related=lines_of(lookup.ask(RELATED_ARTICLES, path)),
    )


def lines_of(articles: Iterable[Article | None]) -> tuple[Line, ...]:
    """The articles as lines show them."""
    return tuple(line_of(article) for article in articles if article)


def line_of(article: Article) -> Line:
    """The article as a line shows it."""
    return Line(article.uri, article.title, article.published)
