"""Photos of hand-written pages: derived of the pictures below docs/ that their texts name.

The pictures themselves are published too, since a template or a stylesheet may name them, but
without what they tell of their photographer.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from functools import partial
from html import unescape
from pathlib import Path
from typing import TypeVar
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
from newsroom.site.mkdocs.run import Run, run_of
from newsroom.site.mkdocs.site_files import SiteFiles
from newsroom.site.theme.photos import BodyPhotos

_CLEAN, _PHOTO = "clean picture", "page photo"
_SOURCE = re.compile(r'<img\b[^>]*?\bsrc="([^"]+)"')

Made = TypeVar("Made", bytes, Photo)


def clean_pictures(files: Files, config: MkDocsConfig) -> None:
    """Let the pictures below docs/ be published without metadata."""
    for file in _pictures(files):
        if cleaned := _made(_CLEAN, file, bytes, _cleaned, config):
            source = file.abs_src_path
            file.content_bytes = cleaned
            file.abs_src_path = source  # of which photos are derived


def with_page_photos(html: str, page: Page, files: SiteFiles, config: MkDocsConfig) -> str:
    """The text of a hand-written page with its photos; notes their files, to be published."""
    if "<img" not in html:
        return html
    pictures = {file.dest_uri: file for file in _pictures(files)}
    photos = {}
    for link in set(_SOURCE.findall(html)):
        uri = posixpath.normpath(posixpath.join(page.url, unquote(unescape(link))))
        file = pictures.get(uri)
        derive = partial(_derived, run_of(config))
        if file and (photo := _made(_PHOTO, file, Photo, derive, config)):
            photos[uri] = photo
            files.page_photos[photo] = _source(file)
    if not photos:
        return html
    return BodyPhotos(photos, page.url, partial(get_relative_url, other=page.url)).put_into(html)


def _pictures(files: Files) -> Iterator[File]:
    return (one for one in files.media_files() if one.abs_src_path and is_picture(one.src_uri))


def _made(
    key: str,
    file: File,
    kind: type[Made],
    make: Callable[[Path], Made | None],
    config: MkDocsConfig,
) -> Made | None:
    """What is made of the picture, kept while its file has the same stamp: to look at pictures in
    every build takes as long as a small one."""
    store, stat = run_of(config).store, _source(file).stat()
    inputs = digest(reading_digest(config), f"{stat.st_mtime_ns} {stat.st_size}")
    row = f"{key}/{file.src_uri}"
    known = recall(store, row, inputs, list[kind])  # type: ignore[valid-type]
    if known is None:
        made = make(_source(file))
        known = [] if made is None else [made]
        remember(store, row, inputs, known)
    return known[0] if known else None


def _cleaned(source: Path) -> bytes | None:
    return clean(patiently(source.read_bytes))


def _derived(run: Run, source: Path) -> Photo | None:
    name = digest(patiently(source.read_bytes)).hex()
    found = run.library.photos({name: source})[name]
    return found if isinstance(found, Photo) else None


def _source(file: File) -> Path:
    return Path(file.abs_src_path or "")
