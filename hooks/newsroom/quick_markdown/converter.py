"""Markdown as the library makes it, byte for byte, with quick ways past what articles do not use.

What they rely on, and what holds them: docs/decisions/0013-quick-markdown.md.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import markdown
from markdown import Markdown
from markdown.extensions import Extension

from newsroom.machine.shortcuts import Shortcut, is_taken

LIBRARY = "3.11.3"
"""The version of the library that the quick ways were compared with; any other goes without."""


def markdown_with(
    extensions: Sequence[str | Extension], configs: Mapping[str, Mapping[str, Any]]
) -> Markdown:
    """Markdown with these extensions."""
    if markdown.__version__ != LIBRARY or not is_taken(Shortcut.QUICK_MARKDOWN):
        return Markdown(extensions=extensions, extension_configs=configs)
    # Another version may lack the processors that the quick ones are made of.
    from newsroom.quick_markdown.quick import QuickMarkdown  # noqa: PLC0415

    return QuickMarkdown(extensions=extensions, extension_configs=configs)
