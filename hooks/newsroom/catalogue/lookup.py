"""The lookup: the one door through which a page gets articles and answers of the catalogue.

Whatever passes through it is recorded as a dependency of the page, so a page can show something new
without a rule for when it is stale. Articles are opened here as well: unpacked from the store when
a page first shows them.

Held by tests/incremental/test_a_page_that_shows_more.py; decision 21.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from newsroom.build.dependencies import Changed, Provider, Recorder
from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import Entry
from newsroom.catalogue.moves import Moves
from newsroom.catalogue.progress import Progress, Told, digest_of_told, progress_of
from newsroom.catalogue.queries import QUERIES, Queried, Query, digest_of
from newsroom.catalogue.record import Record, unpacked_article
from newsroom.content.article import Article
from newsroom.content.newsroom import Campaign
from newsroom.content.photo import DescribedPhoto, Photo

ARTICLES = "articles"
"""The provider of articles and records, by path."""
PROGRESS = "progress"
"""The provider of how far campaigns have come, by slug."""
Packed = Callable[[str], bytes]


class OpenArticles:
    """The articles of one build."""

    def __init__(self, records: Mapping[str, Record], packed: Packed) -> None:
        """packed: returns the packed article of a path."""
        self._records = records
        self._packed = packed
        self._at_hand: dict[str, bytes] = {}
        self._opened: dict[str, Article] = {}

    def __call__(self, entry: Entry) -> Article:
        """The article of the entry, without its body, and without its picture if that is lost."""
        article = self._opened.get(entry.path)
        if article is None:
            article = self._opened[entry.path] = self._open(entry.path)
        return article

    def keep_at_hand(self) -> None:
        """Load all into memory, because forked processes cannot read the store."""
        for path in self._records:
            self._at_hand[path] = self._packed(path)

    def _open(self, path: str) -> Article:
        article = unpacked_article(self._at_hand.get(path) or self._packed(path))
        if article is None:
            raise LookupError(path)
        record = self._records[path]
        if not article.images:
            return article
        if record.photo is None:
            return article.without("image", "body_images")
        return article.with_photos(tuple(_described(article, record.photos)))


def _described(article: Article, photos: Mapping[str, Photo]) -> Iterator[DescribedPhoto]:
    for image in article.images:
        if photo := photos.get(article.file_path(image.path)):
            yield DescribedPhoto(photo, image.alt)


class Lookup:
    """Gives articles and answers queries, and records both."""

    def __init__(
        self,
        records: Mapping[str, Record],
        catalogue: Catalogue,
        open_entry: OpenArticles,
        recorder: Recorder,
    ) -> None:
        self._records = records
        self._catalogue = catalogue
        self._open = open_entry
        self._recorder = recorder

    def record(self, path: str) -> Record:
        """The record of the article at that path."""
        self._recorder.note(ARTICLES, path)
        return self._records[path]

    def article(self, path: str) -> Article:
        """The article of that path, without its body."""
        return self._open(self.record(path).entry)

    def ask(self, query: Query, key: str) -> list[Article | None]:
        """The articles that answer the query about that key, in its order."""
        answer = query.answer(self._catalogue, key)
        self._recorder.note(query.name, key, digest_of(answer))
        return [entry and self.article(entry.path) for entry in answer]

    def progress(self, campaign: Campaign) -> Progress | None:
        """How far the campaign has come; None where it has no goal."""
        if campaign.goal:
            self._recorder.note(
                PROGRESS, campaign.slug, digest_of_told(self._catalogue, campaign.slug)
            )
        return progress_of(self._catalogue, campaign)


def providers(catalogue: Catalogue, changed: Iterable[str], moves: Moves) -> dict[str, Provider]:
    """The providers of everything that a lookup gives, by name.

    changed: the paths of the articles that were added, removed or changed.
    """
    queried = {query.name: Queried(query, catalogue, moves) for query in QUERIES}
    return {ARTICLES: Changed(frozenset(changed)), PROGRESS: Told(catalogue), **queried}
