"""Checks of old addresses beside all that the site holds, known without building it."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain
from pathlib import Path, PurePosixPath

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import entry_of
from newsroom.catalogue.redirects import redirects_of
from newsroom.catalogue.taken import Taken
from newsroom.content.article import Article
from newsroom.content.files import scan
from newsroom.content.media import media_uri
from newsroom.content.newsroom import Newsroom
from newsroom.content.problem import Problem
from newsroom.display.groups import index_groups

_MARKDOWN = ".md"


def old_address_problems(
    articles: Iterable[Article], folder: Path, docs: Path, newsroom: Newsroom, now: datetime
) -> Iterable[Problem]:
    """What is wrong with the old addresses of these articles of the folder.

    docs: the folder of the hand-written pages.
    """
    entries = [entry_of(article) for article in articles]
    if not any(entry.aliases for entry in entries):
        return ()

    def generated() -> Iterator[str]:
        groups = index_groups(Catalogue.at(now, articles), newsroom, now.date())
        return (group.uri for group in groups)

    beside = (media_uri(path) for path, _ in scan(folder) if not path.endswith(_MARKDOWN))
    hand_written = (_published_as(path) for path, _ in scan(docs))
    taken = Taken(chain(hand_written, beside), (entry.uri for entry in entries), generated)
    return redirects_of(entries, taken, newsroom.articles_dir).problems


def _published_as(path: str) -> str:
    """Where a file of the hand-written pages will be."""
    page = PurePosixPath(path)
    if page.suffix != _MARKDOWN:
        return path
    is_home = page.stem in ("index", "README")
    return f"{page.parent if is_home else page.with_suffix('')}/index.html".removeprefix("./")
