"""Photos in pages: each as <picture>, of which a browser fetches the width that it needs."""

import posixpath
import re
from collections.abc import Callable, Mapping
from functools import partial
from html import unescape
from urllib.parse import unquote

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from newsroom.content.media import is_picture
from newsroom.content.photo import Photo
from newsroom.display.article import ArticleDisplay
from newsroom.site.theme.links import url

To = Callable[[str], str]
"""Writes a link to an address of the site."""
TEXT_SIZES = "(min-width: 48rem) 44rem, 100vw"
"""How wide a photo of an article is shown."""
_CARD_SIZE = (480, 270)
"""The room that lists keep for a photo, whatever its own size."""
_GALLERY_SIZES = "(min-width: 48rem) 22rem, 50vw"
_FILES = "tin/"
"""Where the files of articles lie, as MkDocs writes links to them."""
_IMAGE = r"<img\b[^>]*>"
_ALONE = re.compile(
    rf"<p>\s*(?P<images>(?:{_IMAGE}\s*(?:<br\s*/?>)?\s*)+)(?:<em>(?P<below>[^<]*)</em>\s*)?</p>"
    r"(?:\s*<p><em>(?P<after>[^<]*)</em></p>)?"
)
"""A paragraph that holds nothing but pictures, with a caption in italics in it or right below."""
_ONE = re.compile(_IMAGE)
_LINK = re.compile(r'(<a\b[^>]*\bhref=")([^"]*)(")')
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


@pass_context
def picture(
    context: Context,
    photo: Photo,
    alt: str = "",
    sizes: str = TEXT_SIZES,
    *,
    css: str = "",
    is_first: bool = False,
) -> Markup:
    """The photo. is_first: whether it is seen at once, so that it is fetched before all others."""
    return _picture(photo, _links_from(context), alt, sizes, css, is_first=is_first)


@pass_context
def card(context: Context, photo: Photo, *, css: str = "", is_first: bool = False) -> Markup:
    """The photo as lists show it, without words: they stand beside it."""
    to = _links_from(context)
    image = _image(photo, to, "", _CARD_SIZE, css, is_first=is_first)
    if not photo.scaled:
        return image
    crop = Markup('<source type="image/avif" srcset="{}">').format(to(photo.uri(photo.card)))
    return Markup("<picture>{}{}</picture>").format(crop, image)


@pass_context
def with_photos(context: Context, html: str, display: ArticleDisplay) -> Markup:
    """The body of an article with its photos in the place of the pictures that it names."""
    article, to = display.article, _links_from(context)
    photos = at_addresses(dict(display.photos))
    body = BodyPhotos(photos, article.uri, to, is_first=not article.image)
    return Markup(body.put_into(html))  # noqa: S704 - a body is HTML


def at_addresses(photos: Mapping[str, Photo]) -> dict[str, Photo]:
    """Photos that are known by the paths of pictures below the articles folder, as BodyPhotos knows
    them."""
    return {_FILES + path: photo for path, photo in photos.items()}


class BodyPhotos:
    """The photos of the body of one page.

    A picture alone in its paragraph is a figure, with a caption where one is written; several are a
    gallery. One that is lost, broken or not to be shown leaves its description.
    """

    def __init__(
        self, photos: Mapping[str, Photo], page: str, to: To, *, is_first: bool = False
    ) -> None:
        """photos: by the addresses that the pictures would have; page: the address that links are
        written from; is_first: whether the first photo is seen at once."""
        self._photos, self._page, self._to = photos, page, to
        self._is_first = is_first

    def put_into(self, html: str) -> str:
        """The body with its photos."""
        if "<img" not in html and "<a " not in html:
            return html
        html = _ALONE.sub(self._figure, html)
        return _LINK.sub(self._link, _ONE.sub(self._inline, html))

    def _figure(self, found: re.Match[str]) -> str:
        images = _ONE.findall(found["images"])
        if not all(map(self._address_in, images)):
            return found[0]
        caption = found["below"] or found["after"] or _attributes(images[0]).get("title", "")
        is_one = len(images) == 1
        shown = "".join(map(self._shown if is_one else self._in_gallery, images))
        opened = shown if is_one else f'<div class="gallery">{shown}</div>'
        ended = f"<figcaption>{caption}</figcaption>" if caption else ""
        return f'<figure class="photo">{opened}{ended}</figure>'

    def _inline(self, found: re.Match[str]) -> str:
        is_ours = self._address_in(found[0]) or "src" not in _attributes(found[0])
        return self._shown(found[0]) if is_ours else found[0]

    def _link(self, found: re.Match[str]) -> str:
        photo = self._photos.get(self._address(found[2]))
        if photo is None:
            return found[0]
        return f"{found[1]}{escape(self._to(photo.uri(photo.fallback)))}{found[3]}"

    def _in_gallery(self, image: str) -> str:
        photo = self._photos.get(self._address_in(image))
        shown = self._shown(image, _GALLERY_SIZES)
        if photo is None:
            return shown
        large = escape(self._to(photo.uri(photo.largest)))
        return f'<a class="gallery__link" href="{large}">{shown}</a>'

    def _shown(self, image: str, sizes: str = TEXT_SIZES) -> str:
        attributes = _attributes(image)
        photo = self._photos.get(self._address_in(image))
        alt, css = (unescape(attributes.get(name, "")) for name in ("alt", "class"))
        if photo is None:
            return Markup('<span class="photo-lost">{}</span>').format(alt)
        is_first, self._is_first = self._is_first, False
        return _picture(photo, self._to, alt, sizes, css, is_first=is_first)

    def _address_in(self, image: str) -> str:
        return self._address(_attributes(image).get("src", ""))

    def _address(self, link: str) -> str:
        """The address on the site of a picture that has a photo, or has lost it; empty for any
        other file."""
        written = unquote(unescape(link))
        if "//" in written or not is_picture(written):
            return ""
        there = posixpath.normpath(posixpath.join(self._page, written))
        return there if there in self._photos or there.startswith(_FILES) else ""


def _picture(photo: Photo, to: To, alt: str, sizes: str, css: str, *, is_first: bool) -> Markup:
    size = (photo.width, photo.height)
    image = _image(photo, to, alt, size, css, is_first=is_first)
    if not photo.scaled:
        return image
    srcset = ", ".join(f"{to(photo.uri(one))} {one.width}w" for one in photo.scaled)
    source = Markup('<source type="image/avif" srcset="{}" sizes="{}">').format(srcset, sizes)
    return Markup("<picture>{}{}</picture>").format(source, image)


def _image(
    photo: Photo, to: To, alt: str, size: tuple[int, int], css: str, *, is_first: bool
) -> Markup:
    named = Markup(' class="{}"').format(css) if css else Markup()
    when = ("fetchpriority", "high") if is_first else ("loading", "lazy")
    return Markup('<img{} src="{}" alt="{}" width="{}" height="{}" {}="{}">').format(
        named, to(photo.uri(photo.fallback)), alt, *size, *when
    )


def _links_from(context: Context) -> To:
    return partial(url, context)


def _attributes(tag: str) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(tag))
