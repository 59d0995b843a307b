"""The library's Markdown with the quick processors in their places."""

from collections.abc import Mapping
from typing import Any, Self

from markdown import Markdown
from markdown.extensions import Extension

from newsroom.quick_markdown.blocks import QuickBlocks
from newsroom.quick_markdown.extensions import quick_extension
from newsroom.quick_markdown.inline import QuickInline
from newsroom.quick_markdown.preprocessors import QuickWhitespace


class QuickMarkdown(Markdown):
    """The library's Markdown whose processors look first whether they have anything to do."""

    def build_parser(self) -> Self:
        """Put the quick processors in the places of those that the library starts with."""
        super().build_parser()
        self.preprocessors.register(QuickWhitespace(self), "normalize_whitespace", 30)
        self._blocks = QuickBlocks(self.parser)
        self.parser.blockprocessors.register(self._blocks, "newsroom_quick", 1000)
        self.treeprocessors.register(QuickInline(self), "inline", 20)
        return self

    def build_extension(self, ext_name: str, configs: Mapping[str, Any]) -> Extension:
        """The extension of that name, in its quick form where there is one."""
        return quick_extension(super().build_extension(ext_name, configs), configs)

    def convert(self, source: str) -> str:
        """The HTML of the source."""
        self._blocks.look_around()
        return super().convert(source)
