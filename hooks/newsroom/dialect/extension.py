"""The extension of Python-Markdown by which pages are read as they are meant."""

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from newsroom.dialect.meant import as_meant

_OWN_MARK = re.compile(r"(?:[a-zđ]|\d{1,3})[.)] ")


class _Meant(Preprocessor):
    """Stands before all of the library's own, which would take tabs for blanks."""

    def run(self, lines: list[str]) -> list[str]:
        return as_meant("\n".join(lines)).split("\n")


class _OwnMarks(Treeprocessor):
    """Says of a list whose items bring their own marks that it needs no bullets."""

    def run(self, root: Element) -> None:
        for one in root.iter("ul"):
            if all(_OWN_MARK.match(_first_words(item)) for item in one):
                one.set("class", "own-marks")


def _first_words(item: Element) -> str:
    text = (item.text or "").strip()
    return text or (item[0].text or "" if len(item) else "")


class DialectExtension(Extension):
    """Markdown as it is meant."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Put the two in their places: before everything, and before words are looked into."""
        md.preprocessors.register(_Meant(md), "newsroom_meant", 35)
        md.treeprocessors.register(_OwnMarks(md), "newsroom_own_marks", 25)


def makeExtension(**settings: Any) -> DialectExtension:  # noqa: N802
    """What the library asks a module for that mkdocs.yml names."""
    return DialectExtension(**settings)
