"""Texts that no inline pattern can match are kept from the patterns."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from markdown import inlinepatterns as stock
from markdown.extensions.footnotes import FootnoteInlineProcessor
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import STX

SIGNS: dict[tuple[type[Pattern], str], tuple[str, ...]] = {
    (stock.BacktickInlineProcessor, stock.BACKTICK_RE): ("`",),
    (stock.EscapeInlineProcessor, stock.ESCAPE_RE): ("\\",),
    (FootnoteInlineProcessor, r"\[\^([^\]]*)\]"): ("[^",),
    (stock.ReferenceInlineProcessor, stock.REFERENCE_RE): ("[",),
    (stock.LinkInlineProcessor, stock.LINK_RE): ("[",),
    (stock.ImageInlineProcessor, stock.IMAGE_LINK_RE): ("![",),
    (stock.ImageReferenceInlineProcessor, stock.IMAGE_REFERENCE_RE): ("![",),
    (stock.ShortReferenceInlineProcessor, stock.REFERENCE_RE): ("[",),
    (stock.ShortImageReferenceInlineProcessor, stock.IMAGE_REFERENCE_RE): ("![",),
    (stock.AutolinkInlineProcessor, stock.AUTOLINK_RE): ("<",),
    (stock.AutomailInlineProcessor, stock.AUTOMAIL_RE): ("<",),
    (stock.SubstituteTagInlineProcessor, stock.LINE_BREAK_RE): ("  \n",),
    (stock.HtmlInlineProcessor, stock.HTML_RE): ("<",),
    (stock.HtmlInlineProcessor, stock.ENTITY_RE): ("&",),
    (stock.DelimiterProcessor, r"\*|_"): ("*", "_"),
}
"""The known patterns. None of them matches a text that has none of its signs."""
_ALL_SIGNS = {STX, *(sign for signs in SIGNS.values() for sign in signs)}
"""All signs, and what begins the place of something that was set aside."""


class QuickInline(InlineProcessor):
    """The library's own, which is shown only the texts that a pattern may match: the others are
    taken out meanwhile, since it passes by an element whose text is None."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply the inline patterns to the texts of the tree."""
        elements = list(tree.iter())
        written = "".join(text for e in elements for text in (e.text, e.tail) if text)
        signs = [sign for sign in _ALL_SIGNS if sign in written]
        may_match = _test(self.inlinePatterns, signs)
        plain = [
            (element, name, text)
            for element in elements
            for name, text in (("text", element.text), ("tail", element.tail))
            if text and not may_match(text)
        ]
        for element, name, _ in plain:
            setattr(element, name, None)
        try:
            return super().run(tree, ancestors)
        finally:
            for element, name, text in plain:
                setattr(element, name, text)


def _test(patterns: Iterable[Any], signs: Sequence[str]) -> Callable[[str], bool]:
    """What says whether a pattern may match a text: a sign does, or an unknown pattern itself."""
    others = [p.getCompiledRegExp().search for p in patterns if _key(p) not in SIGNS]

    def may_match(text: str) -> bool:
        for sign in signs:
            if sign in text:
                return True
        return bool(others) and any(search(text) for search in others)

    return may_match


def _key(pattern: Pattern) -> tuple[type[Pattern], str]:
    return type(pattern), pattern.getCompiledRegExp().pattern
