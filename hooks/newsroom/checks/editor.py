"""Check of the files that follow the settings: they are stale once mkdocs.yml was edited."""

from collections.abc import Iterator
from pathlib import Path

from newsroom.content.editor import editor_files
from newsroom.content.newsroom import Newsroom
from newsroom.content.problem import Problem


def stale_editor_files(project: Path, newsroom: Newsroom) -> Iterator[Problem]:
    """Those that are there and are not what the settings give."""
    for path, content in editor_files(project, newsroom):
        file = project / path
        if file.is_file() and file.read_bytes().replace(b"\r\n", b"\n") != content:
            yield Problem(
                path,
                "tệp không còn khớp với mkdocs.yml.",
                "Hãy chạy: python scripts/portal.py editor",
                blocking=False,
            )
