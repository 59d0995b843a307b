"""The lookup: the one door by which a page gets at articles and at what the catalogue knows.

What goes through it is recorded with the page's dependencies, so a page that shows something new
needs nobody to say when it is stale. Articles are opened here, too: unpacked from what is
remembered, each when a page first shows it.
"""

from collections.abc import Callable, Iterable, Mapping

from newsroom.build.dependencies import Changed, Provider, Recorder
from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import Entry
from newsroom.catalogue.moves import Moves
from newsroom.catalogue.queries import QUERIES, Queried, Query, digest_of
from newsroom.catalogue.record import Record, unpacked_article
from newsroom.content.article import Article

ARTICLES = "articles"
"""The provider of articles and records, by path."""
Packed = Callable[[str], bytes]


class OpenArticles:
    """The articles of one build."""

    def __init__(self, records: Mapping[str, Record], packed: Packed) -> None:
        """packed: gives the packed article of a path."""
        self._records = records
        self._packed = packed
        self._at_hand: dict[str, bytes] = {}
        self._opened: dict[str, Article] = {}

    def __call__(self, entry: Entry) -> Article:
        """The article of the entry, without its body, and without a picture that is lost."""
        article = self._opened.get(entry.path)
        if article is None:
            article = self._opened[entry.path] = self._open(entry.path)
        return article

    def keep_at_hand(self) -> None:
        """Have all in memory, as processes that are forked cannot ask the store."""
        for path in self._records:
            self._at_hand[path] = self._packed(path)

    def _open(self, path: str) -> Article:
        article = unpacked_article(self._at_hand.get(path) or self._packed(path))
        if article is None:
            raise LookupError(path)
        has_lost = article.share_image is not None and not self._records[path].picture
        return article.without("image", "body_image") if has_lost else article


class Lookup:
    """Gives articles, and answers queries; records both."""

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
        """What the file of that path says."""
        self._recorder.note(ARTICLES, path)
        return self._records[path]

    def article(self, path: str) -> Article:
        """The article of that path, without its body."""
        return self._open(self.record(path).entry)

    def ask(self, query: Query, key: str) -> list[Article | None]:
        """The articles that answer the query about that key, each in its place."""
        answer = query.answer(self._catalogue, key)
        self._recorder.note(query.name, key, digest_of(answer))
        return [entry and self.article(entry.path) for entry in answer]


def providers(catalogue: Catalogue, changed: Iterable[str], moves: Moves) -> dict[str, Provider]:
    """Who knows what changed of all that a lookup gives, by name.

    changed: the paths of the articles that came, went or changed.
    """
    queried = {query.name: Queried(query, catalogue, moves) for query in QUERIES}
    return {ARTICLES: Changed(frozenset(changed)), **queried}
