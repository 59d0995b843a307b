"""The words of an article, whatever they are marked with: whether two articles say the same."""

import hashlib
import re
from collections import Counter
from dataclasses import replace
from html import unescape

from newsroom.content.front_matter import FrontMatter
from newsroom.importing.record import ImportedArticle
from newsroom.text.characters import as_read
from newsroom.text.fold import fold

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+")
_ENOUGH = 0.8
"""The share of the words of an article that are still there after staff have edited it."""


def in_letters(record: ImportedArticle) -> ImportedArticle:
    """The record with letters in place of signs that look like such (𝐓𝐇𝐎̂𝐍𝐆 𝐁𝐀́𝐎)."""
    return replace(
        record,
        section_names=tuple(map(as_read, record.section_names)),
        title=as_read(record.title),
        lead=as_read(record.lead),
        body=as_read(record.body),
        author=as_read(record.author),
        source=as_read(record.source),
    )


def words_of_record(record: ImportedArticle) -> list[str]:
    """What the record says below its title, in order."""
    return _words(f"{record.lead} {unescape(_TAG.sub(' ', record.body))}")


def digest_of(record: ImportedArticle) -> str:
    """What tells the content of a record from that of every other: its words; where it has none,
    its pictures."""
    words = words_of_record(record)
    pictures = [picture for picture in (record.lead_picture, *record.pictures) if picture]
    parts = [" ".join(words).encode()] if words else [picture.data for picture in pictures]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def are_in(words: list[str], file: FrontMatter) -> bool:
    """Whether the file says these words, though staff may have edited it since."""
    summary = file.entries.get("summary")
    there = Counter(_words(f"{summary.value if summary else ''} {file.body}"))
    kept = (Counter(words) & there).total()
    return not words or kept >= _ENOUGH * len(words)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(as_read(text)))
