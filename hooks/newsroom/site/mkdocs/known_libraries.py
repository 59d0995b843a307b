"""The versions of libraries that the shortcuts were tested with; with any other, pages are made the
plain way, which is slower and correct."""

from collections.abc import Iterator
from logging import Logger, LoggerAdapter

import markdown
import mkdocs

from newsroom.quick_markdown.converter import LIBRARY

MKDOCS = "1.6.1"


def is_mkdocs_known() -> bool:
    """Whether this is the version of MkDocs that the shortcuts were tested with."""
    return mkdocs.__version__ == MKDOCS


def tell_of_others(log: "LoggerAdapter[Logger]") -> None:
    """Log once which libraries keep this build from taking shortcuts."""
    if others := ", ".join(_others()):
        log.info(
            "Dựng theo cách thường, chậm hơn nhưng vẫn đúng, vì có thư viện bản khác: %s.", others
        )


def _others() -> Iterator[str]:
    for name, found, known in (
        ("Markdown", markdown.__version__, LIBRARY),
        ("MkDocs", mkdocs.__version__, MKDOCS),
    ):
        if found != known:
            yield f"{name} {found} (đã thử: {known})"
