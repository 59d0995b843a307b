"""Photos of hand-written pages: derived of the pictures below docs/ that their texts name.

The pictures themselves are published too, since a template or a stylesheet may name them, but
without what they tell of their photographer.
"""

import posixpath
import re
from functools import partial
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from newsroom.build.digests import digest
from newsroom.build.rows import recall, remember
from newsroom.content.media import is_picture
from newsroom.content.photo import Photo
from newsroom.machine.trouble import patiently
from newsroom.pictures.sources import clean
from newsroom.site.mkdocs.environment import reading_digest
from newsroom.site.mkdocs.run import run_of
from newsroom.site.mkdocs.site_files import SiteFiles
from newsroom.site.theme.photos import BodyPhotos

_CLEAN, _PHOTOS = "clean pictures", "page photos"
_SOURCE = re.compile(r'<img\b[^>]*?\bsrc="([^"]+)"')

Stamp = tuple[int, int]
"""When a file was last written, in nanoseconds, and its bytes. To look at pictures only where they
changed saves a tenth of a second, as long as a small build takes."""


def clean_pictures(files: Files, config: MkDocsConfig) -> None:
    """Let the pictures below docs/ be published without metadata."""
    store, inputs = run_of(config).store, reading_digest(config)
    known = recall(store, _CLEAN, inputs, dict[str, Stamp]) or {}
    clean_ones = {}
    for file in files.media_files():
        if not file.abs_src_path or not is_picture(file.src_uri):
            continue
        stamp = _stamp(file)
        cleaned = None
        if known.get(file.src_uri) != stamp:
            cleaned = clean(patiently(Path(file.abs_src_path).read_bytes))
        if cleaned:
            _replace(file, cleaned)
        else:
            clean_ones[file.src_uri] = stamp
    if clean_ones != known:
        remember(store, _CLEAN, inputs, clean_ones)


def with_page_photos(html: str, page: Page, files: SiteFiles, config: MkDocsConfig) -> str:
    """The text of a hand-written page with its photos; notes their files, to be published."""
    photos = {}
    for link in set(_SOURCE.findall(html)) if "<img" in html else ():
        uri = posixpath.normpath(posixpath.join(page.url, unquote(unescape(link))))
        file = next((one for one in files.media_files() if one.dest_uri == uri), None)
        if file and file.abs_src_path and is_picture(uri) and (photo := _photo_of(file, config)):
            photos[uri] = photo
            files.page_photos[photo] = Path(file.abs_src_path)
    if not photos:
        return html
    return BodyPhotos(photos, page.url, partial(get_relative_url, other=page.url)).put_into(html)


def _photo_of(file: File, config: MkDocsConfig) -> Photo | None:
    """What is derived of the picture, by its stamp; None where it cannot be read."""
    run, inputs = run_of(config), reading_digest(config)
    key, stamp = f"{_PHOTOS}/{file.src_uri}", _stamp(file)
    known = recall(run.store, key, inputs, tuple[Stamp, Photo])
    if known and known[0] == stamp:
        return known[1]
    source = Path(file.abs_src_path or "")
    name = digest(patiently(source.read_bytes)).hex()
    photo = run.library.photos({name: source})[name]
    if not isinstance(photo, Photo):
        return None
    remember(run.store, key, inputs, (stamp, photo))
    return photo


def _stamp(file: File) -> Stamp:
    stat = Path(file.abs_src_path or "").stat()
    return stat.st_mtime_ns, stat.st_size


def _replace(file: File, content: bytes) -> None:
    source = file.abs_src_path
    file.content_bytes = content
    file.abs_src_path = source  # of which photos are derived
