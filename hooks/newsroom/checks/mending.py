"""Mending a file, and the proof that nobody loses by it what could be published or read before."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from newsroom.checks.repeated_title import own_body
from newsroom.content.article import Article
from newsroom.content.problem import Edit
from newsroom.content.reader import ArticleReader, body_of
from newsroom.content.source import decode, edited
from newsroom.text.characters import BREAK_IN_CELL, as_read
from newsroom.text.mojibake import find_mojibake

_TITLE = re.compile(r"^title:(.*)$", re.MULTILINE)
_WORD = re.compile(r"\w+")
_SIGNS = '`~"“”'
"""Of code and quotations: no words."""


def mended(
    reader: ArticleReader, path: PurePosixPath, before: bytes, edits: Sequence[Edit]
) -> bytes | None:
    """The bytes of the article's file with the edits made; None where an article that can be
    published no longer could, where a word would be gone or where a new fault would come."""
    after = edited(before, list(edits))
    before = edited(before, [edit for edit in edits if edit.needs or edit.of_code])  # no words
    old, new = reader.read(path, before), reader.read(path, after)
    is_worse = len(new.problems) > len(old.problems) and old.article is not None
    if is_worse or (old.article and not new.article):
        return None
    if old.article and new.article:
        return None if _words_of(old.article) - _words_of(new.article) else after
    before = _repaired(before)
    had = _words(body_of(before)) + _title_words(before)
    return None if had - _words(body_of(after)) - _title_words(after) else after


def _repaired(data: bytes) -> bytes:
    """The file without misread UTF-8, whose mending changes every word of a line."""
    text = decode(data)
    garbled = find_mojibake(text) if isinstance(text, str) else ()
    return edited(data, [Edit(one.start, one.end, one.meant) for one in garbled if one.meant])


def _words_of(article: Article) -> Counter[str]:
    return _words(article.title, own_body(article.title, article.body))


def _title_words(data: bytes) -> Counter[str]:
    """Those of a title that cannot be read as one, without the signs around them."""
    text = decode(data)
    line = _TITLE.search(text) if isinstance(text, str) else None
    return Counter(_WORD.findall(as_read(line[1]).replace(BREAK_IN_CELL, " ")) if line else ())


def _words(*texts: str) -> Counter[str]:
    read = (as_read(text).replace(BREAK_IN_CELL, " ") for text in texts)
    return Counter(bare for text in read for word in text.split() if (bare := word.strip(_SIGNS)))
