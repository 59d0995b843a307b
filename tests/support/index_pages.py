"""Every index page of a site, whatever it is made from."""

from collections.abc import Iterator
from datetime import date

from newsroom.catalogue.catalogue import Catalogue
from newsroom.content.newsroom import Newsroom
from newsroom.display.groups import index_groups
from newsroom.display.indexes import Index


def index_pages(catalogue: Catalogue, newsroom: Newsroom, today: date) -> Iterator[Index]:
    """Those of that day."""
    for group in index_groups(catalogue, newsroom, today):
        yield from group.pages()
