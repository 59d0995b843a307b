"""The environment of a build: digests of everything that pages depend on besides articles."""

import importlib.util
import logging
import sys
import sysconfig
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from newsroom.build.digests import digest, digest_of_files
from newsroom.site.mkdocs.run import RUN
from newsroom.site.mkdocs.settings import newsroom_of

_NOT_SHOWN = {"site_dir", "strict", "config_file_path", "dev_addr", "watch", "hooks"}
"""Settings that make no difference to any page."""
_OF_BODIES = ("markdown_extensions", "mdx_configs", "use_directory_urls")


def code_digest(config: MkDocsConfig) -> bytes:
    """The digest of the code that builds: Python, installed packages, our own, and the hooks."""
    hooks = [Path(file).read_bytes() for file in _hook_files(config)]
    return digest(sys.version, *_installed(), _own_code(), *hooks)


def reading_digest(config: MkDocsConfig) -> bytes:
    """The digest of everything that reading an article depends on, except its file and the code:
    what a store holds was made by the same code."""
    return digest(repr(newsroom_of(config)))


def body_digest(config: MkDocsConfig) -> bytes:
    """The digest of everything that rendering a body depends on, except its links."""
    settings = [_canonical(config[name]) for name in _OF_BODIES]
    # When debugging, MkDocs does not validate anchors.
    is_debugging = logging.getLogger("mkdocs").getEffectiveLevel() <= logging.DEBUG
    return digest(
        reading_digest(config), *settings, _canonical(config.validation), str(is_debugging)
    )


def page_digest(config: MkDocsConfig, nav: Navigation, bodies: bytes) -> bytes:
    """The digest of everything that pages are drawn by; bodies: that of rendering bodies."""
    shown = {name: value for name, value in config.items() if name not in _NOT_SHOWN}
    shown["extra"] = {name: value for name, value in config.extra.items() if name != RUN}
    overrides = config.theme.custom_dir
    return digest(
        bodies,
        _canonical({**shown, "plugins": list(config.plugins), "theme": dict(config.theme)}),
        digest_of_files(Path(overrides)) if overrides else b"",
        str(nav),
    )


def _hook_files(config: MkDocsConfig) -> list[str]:
    modules: Mapping[str, Any] = config["hooks"]  # by name, though MkDocs declares a list
    return [module.__file__ for module in modules.values()]


def _installed() -> list[str]:
    """The names and versions of the installed packages."""
    folders = {sysconfig.get_path(name) for name in ("purelib", "platlib")}
    return sorted(path.name for folder in folders for path in Path(folder).glob("*.dist-info"))


@cache
def _own_code() -> bytes:
    package = importlib.util.find_spec("newsroom")
    folders = package.submodule_search_locations if package else None
    return digest(*(digest_of_files(Path(folder), "*.py") for folder in folders or ()))


def _canonical(value: object) -> str:
    """The value as text, the same in every process."""
    if isinstance(value, Mapping):
        pairs = sorted((str(key), _canonical(item)) for key, item in value.items())
        return f"{{{', '.join(f'{key}: {item}' for key, item in pairs)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_canonical, value))}]"
    if isinstance(value, set | frozenset):
        return f"({', '.join(sorted(map(_canonical, value)))})"
    if callable(value):
        return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', type(value))}"
    return repr(value)
