"""Plain paragraphs and headings go straight to the processor that takes them."""

import re
from xml.etree.ElementTree import Element

from markdown import blockprocessors as stock
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.md_in_html import MarkdownInHtmlProcessor
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor
from markdown.extensions.tables import TableProcessor

KNOWN: frozenset[type[BlockProcessor]] = frozenset({
    stock.EmptyBlockProcessor, stock.ListIndentProcessor, stock.CodeBlockProcessor,
    stock.HashHeaderProcessor, stock.SetextHeaderProcessor, stock.HRProcessor,
    stock.OListProcessor, stock.UListProcessor, stock.BlockQuoteProcessor,
    stock.ReferenceProcessor, stock.ParagraphProcessor, AdmonitionProcessor,
    FootnoteBlockProcessor, MarkdownInHtmlProcessor, SaneOListProcessor, SaneUListProcessor,
    TableProcessor,
})  # fmt: skip
"""Processors that take no plain block, apart from those of paragraphs and of headings."""

_START = r"""(?:\*\*)?(?:[^\W_]|["'“”‘’(–])"""
"""How a line may start that is nothing but text."""
_PARAGRAPH = rf"(?!\d+\.){_START}.*(?:\n{_START}.*)*"
"""No numbered list. Nor a table: its second line has only signs."""
_HEADING = r"#{1,6}[^#\\\n]+"
_PLAIN = re.compile(rf"(?:{_PARAGRAPH}|{_HEADING})\Z")


class QuickBlocks(BlockProcessor):
    """Is asked before all others, and knows the blocks that they would all say no to."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self._knows_all = False

    def look_around(self) -> None:
        """See whether all other processors are known; else this one takes no block."""
        others = (type(p) for p in self.parser.blockprocessors if p is not self)
        self._knows_all = KNOWN.issuperset(others)

    def test(self, parent: Element, block: str) -> bool:
        """Whether this is a plain paragraph or heading."""
        return self._knows_all and _PLAIN.match(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Give this block, and the plain ones after it, to the library's processors."""
        paragraph = self.parser.blockprocessors["paragraph"]
        heading = self.parser.blockprocessors["hashheader"]
        while blocks and _PLAIN.match(blocks[0]):
            (heading if blocks[0].startswith("#") else paragraph).run(parent, blocks)
