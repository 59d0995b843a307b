"""A title card: what stands for an article without a picture where it is shared."""

from datetime import timedelta
from hashlib import blake2b
from typing import NamedTuple

from newsroom.content.photo import SHARE_SIZE
from newsroom.content.uris import PHOTOS

SHARED_FOR = timedelta(days=400)
"""How long an article has a card of its own. Messages are passed on in their first days, and a card
takes twenty thousand bytes; the ward's picture stands for older ones."""


class TitleCard(NamedTuple):
    """What is written on it."""

    ward: str
    title: str
    below: str
    """The section and the day."""

    @property
    def digest(self) -> str:
        """Of the words, in hexadecimal."""
        return blake2b(repr(tuple(self)).encode(), digest_size=12).hexdigest()

    @property
    def size(self) -> tuple[int, int]:
        """Its width and height in pixels."""
        return SHARE_SIZE

    @property
    def uri(self) -> str:
        """The address of its file on the site."""
        return f"{PHOTOS}{self.digest}-tieu-de.png"
