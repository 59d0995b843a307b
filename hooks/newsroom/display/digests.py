"""The digest of a display: equal for two displays exactly if they show the same.

Displays hold articles, and lists of articles that are not opened yet. Each counts by its card, the
digest of all that a page may show of it, so none need be opened to see what changed. A text counts
by the digest that it carries, so none need be read. Held by
tests/newsroom/display/test_digests.py.
"""

import io
import pickle
from collections.abc import Callable

from newsroom.build.digests import digest, joined
from newsroom.catalogue.entries import Articles
from newsroom.content.article import Article
from newsroom.display.text import Text

Card = Callable[[str], bytes]
"""Returns the digest of all that a page may show of the article at that path."""


def digest_of(display: object, card: Card) -> bytes:
    """The digest of plain values: dataclasses, tuples, lists, enumerations, articles."""
    buffer = io.BytesIO()
    pickler = _Cards(buffer, protocol=4)
    pickler.card = card
    pickler.fast = True  # no memo: the same bytes whether equal parts are one object or two
    pickler.dump(display)
    return digest(buffer.getvalue())


class _Cards(pickle.Pickler):
    """Writes cards in place of articles, digests in place of texts. Nothing is ever unpickled."""

    card: Card

    def persistent_id(self, value: object) -> bytes | None:
        if isinstance(value, Articles):
            return joined(entry.card for entry in value.entries)
        if isinstance(value, Text):
            return value.digest
        return self.card(str(value.path)) if isinstance(value, Article) else None
