"""The versions of libraries that speed-ups were compared with; with any other, pages are made in
the plain way: more slowly, and right."""

from collections.abc import Iterator
from logging import Logger, LoggerAdapter

import markdown
import mkdocs

from newsroom.quick_markdown.converter import LIBRARY

MKDOCS = "1.6.1"


def is_mkdocs_known() -> bool:
    """Whether this MkDocs is the one that the speed-ups around it were compared with."""
    return mkdocs.__version__ == MKDOCS


def tell_of_others(log: "LoggerAdapter[Logger]") -> None:
    """Say once which speed-ups this build goes without."""
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
