"""Preprocessors that leave the lines alone where no line has what they look for."""

from markdown.extensions.md_in_html import HtmlBlockPreprocessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.util import ETX, STX


class QuickWhitespace(NormalizeWhitespace):
    """Only adds the two lines at the end where there is no other white space to change."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with Unix line ends, without tabs, and blank lines empty."""
        source = "\n".join(lines)
        if any(sign in source for sign in (" \n", "\t", "\r", STX, ETX)):
            return super().run(lines)
        return f"{source}\n\n".split("\n")


class QuickHtmlBlocks(HtmlBlockPreprocessor):
    """Looks for a tag or an entity first."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with blocks of HTML set aside."""
        source = "\n".join(lines)
        if "<" in source or "&" in source:
            return super().run(lines)
        return source.split("\n")
