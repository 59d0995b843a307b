"""The data beside the pages of reviews, as products: made from what their pages show."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import write_file

from newsroom.build.digests import joined
from newsroom.build.engine import Product
from newsroom.content import uris
from newsroom.display.index_notes import IndexNotes
from newsroom.display.indexes import Index
from newsroom.display.open_data import as_csv, as_json, data_of

Text = Callable[[Index], str]


def data_products(indexes: IndexNotes, inputs: bytes, config: MkDocsConfig) -> Iterator[Product]:
    """Two files beside each page that has data, with the page's own key: the page is opened only
    where it has changed."""
    for note in indexes:
        if note.has_data:
            for name, text in ((uris.DATA_CSV, _csv), (uris.DATA_JSON, _json)):
                path = f"{note.uri}{name}"
                key = joined((inputs, note.digest))
                draw = partial(_draw, indexes, note.uri, text, Path(config.site_dir, path))
                yield Product(path, key, draw)


def _draw(indexes: IndexNotes, uri: str, text: Text, file: Path) -> None:
    write_file(text(indexes.display(uri)).encode(), str(file))


def _csv(page: Index) -> str:
    return as_csv(data_of(page)["so_lieu"])


def _json(page: Index) -> str:
    return as_json(data_of(page))
