"""The stylesheet: all files that mkdocs.yml lists under extra_css, as one, so that a first visit
fetches one. Its name has the digest of its content, so no browser keeps an old one."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from newsroom.build.digests import digest

STYLESHEET = "newsroom_stylesheet"
"""Where `extra` holds its address."""
_FOLDER = "stylesheets/"
"""Where the listed files lie, so that addresses in them stay right."""


def know_stylesheet(config: MkDocsConfig) -> None:
    """Let templates know its address."""
    name = digest(stylesheet(config)).hex()[:12]
    config.extra[STYLESHEET] = f"{_FOLDER}all-{name}.css"


def stylesheet(config: MkDocsConfig) -> str:
    """Its text; a file that is not there is left out, which `check` tells."""
    files = (Path(config.docs_dir, path) for path in config.extra_css)
    return "\n".join(file.read_text(encoding="utf-8") for file in files if file.is_file())
