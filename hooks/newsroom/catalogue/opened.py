"""Articles opened: unpacked from what is remembered, each when a page first shows it."""

from collections.abc import Callable, Mapping, Sequence

from newsroom.catalogue.entries import Articles, Entry
from newsroom.catalogue.records import Record, unpacked_article
from newsroom.content.article import Article

Packed = Callable[[str], bytes]


def _unread(path: str) -> bytes:
    raise LookupError(path)


class OpenArticles:
    """The articles of one build."""

    def __init__(
        self, records: Mapping[str, Record] | None = None, packed: Packed = _unread
    ) -> None:
        """packed: gives the packed article of a path."""
        self._records = records or {}
        self._packed = packed
        self._at_hand: dict[str, bytes] = {}
        self._opened: dict[str, Article] = {}

    def __call__(self, entry: Entry) -> Article:
        """The article of the entry, without its body, and without a picture that is lost."""
        article = self._opened.get(entry.path)
        if article is None:
            article = self._opened[entry.path] = self._open(entry.path)
        return article

    def of(self, entries: Sequence[Entry]) -> Articles:
        """The articles of these entries."""
        return Articles(entries, self)

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
