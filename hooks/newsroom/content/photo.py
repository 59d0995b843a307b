"""A photo as the site has it: files that are derived from a picture, which itself stays behind."""

from typing import NamedTuple

from newsroom.content.uris import PHOTOS

CARD = "card.avif"
"""The name of the crop that lists show."""
SHARE = "share.jpg"
"""The name of the crop that chats and social networks show of an article."""
SHARE_SIZE = (1200, 630)
"""In pixels, as they want it."""
NARROW = 960
"""Pixels of the widest file that is kept for articles of long ago, where a ward wants room."""
ANIMATED = "animated"
"""The name, before its ending, of a moving picture, which is neither scaled nor cropped."""
_TYPES = {"avif": "image/avif", "gif": "image/gif", "jpg": "image/jpeg", "png": "image/png",
          "webp": "image/webp"}  # fmt: skip


class Variant(NamedTuple):
    """One of the files."""

    name: str
    """Its width and ending, such as 960.avif; or CARD, or SHARE."""
    width: int
    """In pixels, as the height."""
    height: int
    size: int
    """In bytes."""

    @property
    def type(self) -> str:
        """Its media type."""
        return _TYPES[self.name.rpartition(".")[2]]


class Photo(NamedTuple):
    """A photo, upright."""

    digest: str
    """Of the picture's bytes, in hexadecimal: the files are named by it."""
    width: int
    """Of the picture, in pixels, as the height."""
    height: int
    variants: tuple[Variant, ...]
    """From the narrowest to the widest AVIF, then the fallback, the card, and what is shared. Of a
    moving picture there is only one."""

    def narrow(self) -> "Photo":
        """The photo without its wide files, as articles show it after some years."""
        kept = [one for one in self.scaled if one.width <= NARROW] or self.scaled[:1]
        wide = set(self.scaled).difference(kept)
        return self._replace(variants=tuple(one for one in self.variants if one not in wide))

    def uri(self, variant: Variant) -> str:
        """The address of a file on the site."""
        return f"{PHOTOS}{self.digest}-{variant.name}"

    @property
    def scaled(self) -> tuple[Variant, ...]:
        """Those among which a browser chooses by width."""
        return tuple(one for one in self.variants if one.name.endswith("avif") and one.name != CARD)

    @property
    def fallback(self) -> Variant:
        """What a browser is given that knows no AVIF, and whoever shows the photo elsewhere."""
        others = (one for one in self.variants if one.name != SHARE)
        return next(one for one in others if not one.name.endswith("avif"))

    @property
    def largest(self) -> Variant:
        """What is shown at large."""
        return self.scaled[-1] if self.scaled else self.fallback

    @property
    def card(self) -> Variant:
        """What lists show."""
        return next((one for one in self.variants if one.name == CARD), self.fallback)

    @property
    def share(self) -> Variant:
        """What is shown where an article is shared."""
        return next((one for one in self.variants if one.name == SHARE), self.fallback)


class DescribedPhoto(NamedTuple):
    """A photo of an article, and what is seen on it."""

    photo: Photo
    alt: str
