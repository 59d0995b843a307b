"""The files of articles as products: documents as they are, pictures as what is derived of them."""

from collections.abc import Iterable, Iterator
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
from newsroom.pictures.title_card import draw, recipe
from newsroom.site.mkdocs.problem_report import Log
from newsroom.site.mkdocs.run import run_of
from newsroom.site.mkdocs.settings import articles_dir
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
    folder = articles_dir(config)
    variants = {one: on_disk(folder, path) for one, path in _variants(shown.values()).items()}
    for photo, source in files.page_photos.items():
        variants |= {(photo, one): source for one in photo.variants if one.name != SHARE}
    for (photo, variant), source in variants.items():
        draw = partial(_draw, photo, variant, source, config)
        yield Product(photo.uri(variant), bytes.fromhex(photo.digest), draw)

    yield from _title_cards(shown.values(), config)


def _title_cards(records: Iterable[Record], config: MkDocsConfig) -> Iterator[Product]:
    for card in {record.shared_card for record in records} - {None}:
        if card:
            key = digest(card.digest, recipe())
            yield Product(card.uri, key, partial(_draw_title_card, card, config))


def _draw_title_card(card: TitleCard, config: MkDocsConfig) -> None:
    write_file(draw(card), str(Path(config.site_dir, card.uri)))


def _variants(records: Iterable[Record]) -> dict[tuple[Photo, Variant], str]:
    """The files of the photos that the articles show, each once, by the path of a picture that it
    is of. Only what stands for an article is shared."""
    return {
        (photo, variant): path
        for record in records
        for path, photo in record.photos.items()
        for variant in photo.variants
        if variant.name != SHARE or path == record.picture
    }


def _draw(photo: Photo, variant: Variant, source: Path, config: MkDocsConfig) -> None:
    content = run_of(config).library.file(photo, variant, source)
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
