"""A tiny real site: MkDocs itself with the repository's hooks and layouts."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest
import yaml
from compiled_templates import templates_compiled_once
from mkdocs.commands import build
from mkdocs.config import load_config
from processes import finished, python_module
from quick_settings import Dumper, settings_read_quickly

from newsroom.machine.shortcuts import VARIABLE, Shortcut

ROOT = Path(__file__).resolve().parents[2]
NOON = "1704085200"
"""The moment of the tests, 2024-01-01 12:00 in Vietnam, as SOURCE_DATE_EPOCH."""
OF_THE_PROGRAM = (
    "theme", "plugins", "hooks", "markdown_extensions", "extra_javascript", "exclude_docs",
    "validation",
)  # fmt: skip
"""What a site here takes from the repository's mkdocs.yml; all else is a ward's own to change."""
PUBLISHING = """
extra:
  generator: false
  newsroom:
    quarantine: !ENV [PORTAL_QUARANTINE, false]
"""
"""The rest of what the program asks of every ward's file."""


class TinySite:
    """The sources of a site, and its builds."""

    spreads = False
    """Whether builds in the test's own process spread over others: with a few pages that costs a
    third more. That a site is the same either way holds tests/incremental/test_shortcuts.py."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site = folder / "site"
        self.newsroom: dict[str, Any] = {
            "ward": {"name": "Phường Thử", "city": "Hà Nội", "email": "thu@phuong.example"},
            "sections": [
                {"slug": "tin", "title": "Tin tức"},
                {"slug": "thong-bao", "title": "Thông báo"},
            ],
            "campaigns": [{"slug": "he", "title": "Hè vui", "start": "2023-06-01"}],
        }
        self.settings: dict[str, Any] = {
            "INHERIT": "program.yml",
            "site_name": "Tin phường Thử",
            "site_description": "Tin của phường",
            "site_url": "https://thu.example/",
            "docs_dir": "docs",
            "nav": [{"Trang chủ": "index.md"}, {"Chuyên mục": "chuyen-muc/*"}],
            "theme": {"custom_dir": str(ROOT / "docs" / "overrides")},
            "hooks": [str(ROOT / hook) for hook in repository_hooks()],
            "watch": [],
            "extra_css": [],
        }
        self.write("program.yml", program_settings() + PUBLISHING)
        self.write("docs/gioi-thieu.md", "# Giới thiệu\n\nPhường ta.\n")
        self.settings["nav"].append({"Giới thiệu": "gioi-thieu.md"})

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file of the sources."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    def article(
        self, name: str, fields: Mapping[str, str] | None = None, body: str = "Nội dung."
    ) -> Path:
        """Write articles/2023/<name>.md, a good article where nothing else is said."""
        good = {"title": f"Bài {name}", "date": "2023-04-01 18:15", "category": "tin"}
        lines = [f"{key}: {value}" for key, value in {**good, **(fields or {})}.items()]
        return self.write(f"articles/2023/{name}.md", "\n".join(["---", *lines, "---", body, ""]))

    def write_settings(self) -> Path:
        """Write mkdocs.yml from the settings."""
        content = {**self.settings, "extra": {"newsroom": self.newsroom}}
        text = yaml.dump(content, Dumper=Dumper, allow_unicode=True, sort_keys=False)
        return self.write("mkdocs.yml", text)

    def build(self, serve_url: str | None = None, **options: Any) -> Path:
        """Build as `mkdocs build` does, or as `mkdocs serve` does where a serve_url is given."""
        with pytest.MonkeyPatch.context() as patch:
            if not self.spreads:
                patch.setenv(VARIABLE, Shortcut.PROCESSES.value)
            config = load_config(str(self.write_settings()), **options)
            config.plugins.on_startup(command="serve" if serve_url else "build", dirty=False)
            try:
                build.build(config, serve_url=serve_url)
            finally:
                config.plugins.on_shutdown()
        self.site = self.folder / (".cache/newsroom/preview" if serve_url else "site")
        return self.site

    def run_mkdocs(self, *options: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        """Run `mkdocs build` with the options as a process of its own."""
        self.write_settings()
        return finished(
            python_module("mkdocs", "build", *options),
            cwd=self.folder,
            env={**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", **variables},
        )

    def photo(self, path: str, *, is_shared: bool = False) -> str:
        """The address of what is derived of that picture for any browser, or for where its article
        is shared; empty where the site has nothing."""
        content = (self.folder / path).read_bytes()
        digest = blake2b(content, digest_size=16).hexdigest()
        name = "share.jpg" if is_shared else "[0-9]*[!f]"
        found = self.site.glob(f"anh/{digest}-{name}")
        return next((file.relative_to(self.site).as_posix() for file in found), "")

    def page(self, uri: str) -> str:
        """The HTML of a built page."""
        return (self.site / uri / "index.html").read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """Every file of the built site with its bytes."""
        return {
            file.relative_to(self.site).as_posix(): file.read_bytes()
            for file in self.site.rglob("*")
            if file.is_file()
        }

    def mentions(self, word: str) -> list[str]:
        """The built files that hold the word."""
        return sorted(name for name, data in self.files().items() if word.encode() in data)


@cache
def program_settings() -> str:
    """What of the repository's mkdocs.yml belongs to the program, as YAML with its tags."""
    whole = repository_settings()
    whole.value = [pair for pair in whole.value if pair[0].value in OF_THE_PROGRAM]
    text: str = yaml.serialize(whole, allow_unicode=True)
    return text


@cache
def repository_hooks() -> tuple[str, ...]:
    """The hooks of the repository's mkdocs.yml, in their order."""
    return tuple(hook.value for hook in _repository_list("hooks"))


def repository_extensions() -> list[str]:
    """The names of the Markdown extensions of the repository's mkdocs.yml."""
    items = _repository_list("markdown_extensions")
    return [item.value[0][0].value if item.id == "mapping" else item.value for item in items]


def _repository_list(name: str) -> list[Any]:
    (found,) = (value for key, value in repository_settings().value if key.value == name)
    return list(found.value)


def repository_settings() -> yaml.MappingNode:
    """The repository's mkdocs.yml as nodes: what its tags stand for is not looked up."""
    root = yaml.compose((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert isinstance(root, yaml.MappingNode)
    return root


@contextmanager
def nothing_of_the_machine(**variables: str) -> Iterator[None]:
    """Let builds know of the environment only these variables, and no workflow that runs them.

    What they compile and look up they share, which shows in nothing but the time.
    """
    with (
        pytest.MonkeyPatch.context() as patch,
        templates_compiled_once(),
        settings_read_quickly(),
    ):
        for name, value in {"NO_MKDOCS_2_WARNING": "1", **variables}.items():
            patch.setenv(name, value)
        patch.delenv("PORTAL_QUARANTINE", raising=False)
        patch.delenv("GITHUB_STEP_SUMMARY", raising=False)
        yield
