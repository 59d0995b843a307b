"""Text of a Word document in pre-Unicode fonts (.VnTime, VNI-Times), written in Unicode."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from xml.etree.ElementTree import Element

from newsroom.importing.formats.docx.names import Tree, name
from newsroom.importing.formats.docx.styles import Styles
from newsroom.text.encoding import has_letters_of_unicode
from newsroom.text.old_fonts import draws_capitals, font_encoding, in_unicode

_SECOND_OF_VNI = re.compile(r"[øùûõïåèäàáâêëéæØÙÛÕÏÅÈÄÀÁÂÊËÉÆ]")


@dataclass(frozen=True, slots=True)
class _Typed:
    """A stretch of text in one font."""

    text: Element
    paragraph: Element | None
    encoding: str
    is_capital: bool


def convert_fonts(tree: Tree, styles: Styles) -> set[str]:
    """Write in Unicode what is typed for old fonts; returns their encodings.

    What stands in such a font and has letters that only Unicode has was typed in Unicode, and Word
    takes another font to show it.
    """
    converted = set()
    typed = list(_typed(tree, styles))
    for encoding in {one.encoding for one in typed}:
        own = [one for one in typed if one.encoding == encoding]
        if has_letters_of_unicode(" ".join(one.text.text or "" for one in own)):
            continue
        converted.add(encoding)
        for _, group in groupby(own, lambda one: id(one.paragraph)):
            _convert(list(group), encoding)
    return converted


def _typed(tree: Tree, styles: Styles) -> Iterator[_Typed]:
    for run in tree.all("w:r"):
        texts = [text for text in run.findall(name("w:t")) if text.text]
        paragraph = tree.nearest(run, "w:p") if texts else None
        font = _old_font(run, paragraph, styles) if texts else ""
        encoding = font_encoding(font)
        for text in texts if encoding else ():
            yield _Typed(text, paragraph, encoding or "", draws_capitals(font))


def _old_font(run: Element, paragraph: Element | None, styles: Styles) -> str:
    """The old font of the run; empty where it has none. Word has a font for plain Latin letters
    and another for those with marks."""
    fonts = styles.says_of_run(run, paragraph, "w:rFonts")
    named = (
        () if fonts is None else (fonts.get(name(f"w:{key}")) or "" for key in ("hAnsi", "ascii"))
    )
    return next((font for font in named if font_encoding(font)), "")


def _convert(typed: list[_Typed], encoding: str) -> None:
    """Convert the text of a paragraph, though Word may have parted it in the midst of a word."""
    texts = [one.text.text or "" for one in typed]
    if encoding == "VNI":
        _join_letters(texts)
        converted = [in_unicode(text, encoding) for text in texts]
    else:
        # A sign is a letter, so that what is converted as a whole can be parted as it was.
        whole = in_unicode("".join(texts), encoding)
        ends = [sum(map(len, texts[:n])) for n in range(len(texts) + 1)]
        converted = [whole[start:end] for start, end in pairwise(ends)]
    for one, text in zip(typed, converted, strict=True):
        one.text.text = text.upper() if one.is_capital else text


def _join_letters(texts: list[str]) -> None:
    """Move a sign that belongs to the letter before it to that letter."""
    for place in range(1, len(texts)):
        before, text = texts[place - 1], texts[place]
        if before[-1:].isalpha() and _SECOND_OF_VNI.match(text):
            texts[place - 1 : place + 1] = [before + text[0], text[1:]]
