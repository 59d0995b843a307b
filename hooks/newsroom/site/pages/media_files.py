"""The files of articles as products: documents as they are, pictures as what is derived of them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import write_file

from newsroom.build.digests import digest
from newsroom.build.engine import Product
from newsroom.catalogue.record import Record
from newsroom.content.media import is_picture, on_disk
from newsroom.content.photo import SHARE, Photo, Variant
from newsroom.content.title_card import TitleCard
from newsroom.display.site_content import Media
from newsroom.machine.trouble import patiently
from newsroom.pictures import title_card
from newsroom.site.mkdocs.problem_report import Log
from newsroom.site.mkdocs.run import run_of
from newsroom.site.mkdocs.settings import articles_dir, newsroom_of
from newsroom.site.mkdocs.site_files import SiteFiles


def media_products(
    files: SiteFiles, config: MkDocsConfig, log: Log, *, is_preview: bool
) -> Iterator[Product]:
    """The files of articles that readers of this build can see. No picture is among them, since it
    tells where and by whom it was taken."""
    content = files.content
    for uri, media in content.media.items():
        if (is_preview or media.is_public) and not is_picture(uri):
            yield Product(uri, media.content, partial(_copy, uri, media, config, log))
    shown = content.records if is_preview else content.shown
    yield from _photos(shown.values(), files.page_photos, config)
    yield from _title_cards(shown.values(), config)


def _photos(
    records: Iterable[Record], page_photos: Mapping[Photo, Path], config: MkDocsConfig
) -> Iterator[Product]:
    """The files of the photos that articles and pages show, each once. Only what stands for an
    article is shared."""
    folder, widths = articles_dir(config), repr(newsroom_of(config).photo_widths)
    shown = [
        (photo, (folder, path), path == record.picture)
        for record in records
        for path, photo in record.photos.items()
    ]
    shown += [(photo, (one.parent, one.name), False) for photo, one in page_photos.items()]
    drawn = {
        photo.uri(variant): (photo, variant, source)
        for photo, source, is_shared in shown
        for variant in photo.variants
        if variant.name != SHARE or is_shared
    }
    for uri, (photo, variant, source) in drawn.items():
        draw = partial(_draw_photo, photo, variant, source, config)
        yield Product(uri, digest(photo.digest, widths), draw)


def _title_cards(records: Iterable[Record], config: MkDocsConfig) -> Iterator[Product]:
    for card in {record.shared_card for record in records} - {None}:
        if card:
            key = digest(card.digest, title_card.recipe())
            yield Product(card.uri, key, partial(_draw_title_card, card, config))


def _draw_title_card(card: TitleCard, config: MkDocsConfig) -> None:
    write_file(title_card.draw(card), str(Path(config.site_dir, card.uri)))


def _draw_photo(
    photo: Photo, variant: Variant, source: tuple[Path, str], config: MkDocsConfig
) -> None:
    content = run_of(config).library.file(photo, variant, on_disk(*source))
    write_file(content, str(Path(config.site_dir, photo.uri(variant))))


def _copy(uri: str, media: Media, config: MkDocsConfig, log: Log) -> None:
    """Copy the file; one that another program holds is reported and left out."""
    try:
        content = patiently(media.source.read_bytes)
    except OSError as error:
        log.warning(
            "%s: không mở được tệp (%s), nên chưa đăng. Hãy đóng chương trình đang mở tệp, chờ "
            "OneDrive hay Google Drive tải xong, rồi dựng lại.",
            media.source, error.strerror,
        )  # fmt: skip
    else:
        write_file(content, str(Path(config.site_dir, uri)))
