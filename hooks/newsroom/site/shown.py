"""What this build shows: articles, the files beside them, index pages; and what each stands on."""

from pathlib import Path
from typing import NamedTuple

from newsroom.content.article import Article, Publication
from newsroom.content.folder import Stamp
from newsroom.incremental.records import Record


class Shown(NamedTuple):
    """An article, and what its pages and lists depend on."""

    article: Article
    """Without its body, and without a picture that is lost."""
    record: Record
    publication: Publication
    card: bytes
    """Digest of all that a list may show of it."""
    picture: Stamp | None
    """Of its picture's file."""

    @property
    def is_public(self) -> bool:
        """Whether residents can read it."""
        return self.publication is Publication.PUBLISHED


class Media(NamedTuple):
    """A file that an article shows."""

    source: Path
    stamp: Stamp
    is_public: bool
    """Whether an article that residents can read shows it."""


class IndexNote(NamedTuple):
    """What must be known of an index page to see whether it still holds."""

    uri: str
    digest: bytes
    """Of all that it shows."""
    last_change: str
    """The day, as the sitemap wants it; empty for a page without articles."""
    is_public: bool
    """Whether residents see it, too."""

    @property
    def src_uri(self) -> str:
        """The path under which MkDocs knows it."""
        return f"{self.uri}index.md"

    @property
    def dest_uri(self) -> str:
        """The path of its file on the site."""
        return f"{self.uri}index.html"
