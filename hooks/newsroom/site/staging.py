"""Staging: a build works beside the published site and takes its place only when it is whole."""

import shutil
import tempfile
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


class Staging:
    """The staging folder of one build at a time.

    MkDocs ends a strict build with its warnings after the last event of a build, and an
    interrupted one without any, so the exchange is made at shut-down, and only of a build that
    was completed and then had no error.
    """

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._site: Path | None = None
        self._is_complete = False

    def open(self, config: MkDocsConfig) -> None:
        """Let the build write into a new folder beside its site."""
        self._site = Path(config.site_dir)
        self._site.parent.mkdir(parents=True, exist_ok=True)
        restore(self._site)
        prefix = f".{self._site.name}-"
        self._folder = Path(tempfile.mkdtemp(prefix=prefix, dir=self._site.parent))
        self._folder.chmod(0o755)
        self._is_complete = False
        config.site_dir = str(self._folder)

    def complete(self) -> None:
        """Say that everything was written."""
        self._is_complete = True

    def discard(self) -> None:
        """Drop what was built: the last site stays as it is."""
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = None

    def close(self) -> None:
        """Put a completed build in the site's place, drop any other."""
        if self._folder and self._site and self._is_complete:
            exchange(self._folder, self._site)
            self._folder = None
        self.discard()


def exchange(built: Path, site: Path) -> None:
    """Move the built folder to the site's place; the old site goes once the new one is there."""
    old = _old(site)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    try:
        built.rename(site)
    except OSError:
        restore(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def restore(site: Path) -> None:
    """Bring the old site back where an exchange was cut off between its two steps."""
    old = _old(site)
    if old.exists() and not site.exists():
        old.rename(site)


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}-old")
