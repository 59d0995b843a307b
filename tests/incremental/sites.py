"""A tiny real site that is built again and again, and how its builds are compared."""

import hashlib
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config.config_options import Hooks
from mkdocs.exceptions import Abort
from PIL import Image
from processes import python_module, started
from tiny_site import NOON, ROOT, TinySite, repository_hooks
from trees import Tree, differences, names_of, tree_of

HERE = Path(__file__).resolve().parent
_CACHE_NOTE = "bộ nhớ đệm"
_KNOWN = 4
"""Clean sites that are remembered: each has megabytes, which a build that forks takes along."""


def png(width: int) -> bytes:
    """A picture of that width."""
    picture = BytesIO()
    Image.new("RGB", (width, 2)).save(picture, "PNG")
    return picture.getvalue()


class Project(TinySite):
    """The sources of a site with hooks and layouts of its own, at a moment of its own."""

    spreads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.moment = int(NOON)
        self.articles: dict[str, dict[str, str]] = {}
        """The fields of every article by the name of its file; its text is under `body`."""
        self.known: dict[bytes, Outcome] = {}
        """What sources gave in another folder; shared with the copies."""
        for hook in repository_hooks():
            self.copy(hook)
        shutil.copytree(ROOT / "docs" / "overrides", folder / "docs" / "overrides")
        self.settings["hooks"] = list(repository_hooks())
        self.settings["theme"] = {"custom_dir": "docs/overrides"}

    @property
    def cache(self) -> Path:
        """The folder of what builds remember."""
        return self.folder / ".cache"

    def copy(self, name: str) -> Path:
        """Copy a file of the repository to the same place among the sources."""
        return self.write(name, (ROOT / name).read_bytes())

    def save(self, name: str, **changes: str | None) -> None:
        """Write an article with changed fields; None takes a field away."""
        fields = {**self.articles.get(name, {}), **changes}
        self.articles[name] = {key: value for key, value in fields.items() if value is not None}
        shown = {key: value for key, value in self.articles[name].items() if key != "body"}
        self.article(name, shown, self.articles[name].get("body", "Nội dung."))

    def remove(self, name: str) -> None:
        """Delete an article."""
        del self.articles[name]
        (self.folder / "articles" / "2023" / f"{name}.md").unlink()

    def publish(self, **options: Any) -> "Outcome":
        """Run `mkdocs build` as a process of its own would, hooks loaded anew."""
        Hooks._load_hook.cache_clear()
        aborted = ""
        with moment(self.moment), warnings_of(self.folder) as told:
            try:
                self.build(**options)
            except Abort as error:
                aborted = str(error)
        return Outcome(self.tree(), told, aborted)

    def run(self, *options: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        """Run `mkdocs build` as a process of its own."""
        return self.run_mkdocs(*options, **self.environment(variables))

    def start(
        self, *arguments: str, **variables: str
    ) -> "AbstractContextManager[subprocess.Popen[str]]":
        """Start mkdocs with the arguments as a process of its own, its messages in one pipe."""
        self.write_settings()
        return started(
            python_module("mkdocs", *arguments),
            cwd=self.folder,
            env={**os.environ, "PYTHONUTF8": "1", **self.environment(variables)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def environment(self, variables: Mapping[str, str]) -> dict[str, str]:
        """The variables of the environment for a process, those of the moment among them."""
        own = {"SOURCE_DATE_EPOCH": str(self.moment), "PYTHONDONTWRITEBYTECODE": "1"}
        return {**own, **variables}

    def clean(self, **options: Any) -> "Outcome":
        """What the same sources give in another folder, where nothing was built before, to one
        process alone."""
        with self.elsewhere() as other:
            other.spreads = False
            sources = other.digest(**options)
            if sources not in self.known:
                self.known[sources] = other.publish(**options)
                while len(self.known) > _KNOWN:
                    del self.known[next(iter(self.known))]
        return self.known[sources].copy()

    def digest(self, **options: Any) -> bytes:
        """Tells sources apart by all that a build is made of, but for the files' times."""
        self.write_settings()
        seen = hashlib.sha256(repr((self.moment, sorted(options.items()))).encode())
        for name, content in tree_of(self.folder).items():
            seen.update(f"{name}\0{len(content)}\0".encode() + content)
        return seen.digest()

    @contextmanager
    def elsewhere(self) -> Iterator["Project"]:
        """The same sources in another folder, without what builds left behind."""
        place = self.folder.with_name(f"{self.folder.name}-o-noi-khac")
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.folder, place, ignore=self._built)
        other = self.at(place)
        try:
            yield other
        finally:
            shutil.rmtree(place)

    def at(self, place: Path) -> "Project":
        """The same project in another folder, which has its sources already."""
        own = {**vars(self), "known": None, "folder": place, "site": place / "site"}
        other = object.__new__(Project)
        other.__dict__.update(deepcopy(own), known=self.known)
        return other

    def _built(self, folder: str, names: list[str]) -> list[str]:
        """What of a folder is no source."""
        is_top = Path(folder) == self.folder
        return [n for n in names if is_top and (n in (".cache", "site") or n.startswith(".site"))]

    def tree(self) -> Tree:
        """Every file and folder of the site; a folder's name ends in a slash."""
        return tree_of(self.site)

    def stamps(self) -> dict[str, tuple[int, int]]:
        """For every file of the site what tells that it was written again."""
        found = ((name, (self.site / name).stat()) for name in names_of(self.site))
        return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in found if name[-1] != "/"}

    def left_beside(self) -> list[str]:
        """What builds forgot beside the site."""
        return sorted(path.name for path in self.folder.glob(".site*"))


class Outcome:
    """What a build left, what it warned of, and why it was aborted."""

    def __init__(self, tree: Tree, warnings: list[str], aborted: str = "") -> None:
        self.tree, self.warnings, self.aborted = tree, sorted(warnings), aborted

    def copy(self) -> "Outcome":
        """Another one of the same, which its holder may change."""
        return Outcome(dict(self.tree), self.warnings, self.aborted)


def assert_same(warm: Outcome, clean: Outcome) -> None:
    """Hold a build to what a clean one gives: files, warnings, and whether it was aborted."""
    assert differences(warm.tree, clean.tree) == []
    assert warm.warnings == clean.warnings
    assert warm.aborted == clean.aborted


@contextmanager
def moment(epoch: int) -> Iterator[None]:
    """Let builds take place at that moment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(epoch))
        patch.setattr(sys, "dont_write_bytecode", True)
        yield


@contextmanager
def messages_of(level: int) -> Iterator[list[logging.LogRecord]]:
    """All that MkDocs and the hooks say from that level on."""
    logger, records = logging.getLogger("mkdocs"), []
    handler = logging.Handler(level)
    handler.emit = records.append  # type: ignore[method-assign]
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(min(level, before or level))
    try:
        yield records
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)


@contextmanager
def warnings_of(folder: Path) -> Iterator[list[str]]:
    """The warnings, without the folder of the sources; notes about the cache are none."""
    told: list[str] = []
    with messages_of(logging.WARNING) as records:
        yield told
    texts = [record.getMessage().replace(str(folder), "") for record in records]
    told += [text for text in texts if _CACHE_NOTE not in text]
