"""The library's Markdown with the quick processors in their places."""

from typing import Self

from markdown import Markdown

from newsroom.quick_markdown.blocks import QuickBlocks
from newsroom.quick_markdown.inline import QuickInline


class QuickMarkdown(Markdown):
    """The library's Markdown whose processors look first whether they have anything to do."""

    def build_parser(self) -> Self:
        """Put the quick processors in the places of those that the library starts with."""
        super().build_parser()
        self._blocks = QuickBlocks(self.parser)
        self.parser.blockprocessors.register(self._blocks, "newsroom_quick", 1000)
        self.treeprocessors.register(QuickInline(self), "inline", 20)
        return self

    def convert(self, source: str) -> str:
        """The HTML of the source."""
        self._blocks.look_around()
        return super().convert(source)
