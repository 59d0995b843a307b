"""What this build shows beside articles: the files beside them, and index pages."""

from pathlib import Path
from typing import NamedTuple


class Media(NamedTuple):
    """A file that an article shows."""

    source: Path
    content: bytes
    """The digest of its bytes."""
    is_public: bool
    """Whether an article that residents can read shows it."""


class IndexNote(NamedTuple):
    """What must be known of an index page to see whether it still holds."""

    uri: str
    title: str
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
