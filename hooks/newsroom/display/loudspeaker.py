"""What the ward's loudspeaker says of an article: title, lead and facts, ready to be read out."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from newsroom.content.article import Article, Event
from newsroom.text.abbreviations import Abbreviation, any_of
from newsroom.text.dates import format_day
from newsroom.text.fold import fold
from newsroom.text.spoken import spoken_text

_SYLLABLES_A_SECOND = 2.5
"""An announcer reads slowly: 150 syllables a minute."""
_ENDS = (".", "!", "?", "…", ":")


class Announcement(NamedTuple):
    """A text to be read out."""

    sentences: tuple[str, ...]
    """A line each."""
    length: str
    """How long that takes, roughly: 40 giây."""


def announcement(article: Article, abbreviations: Sequence[Abbreviation]) -> Announcement:
    """What is read out of the article."""
    meanings = {one.short: one.full_forms for one in abbreviations}
    sentences = tuple(_sentence(line, meanings) for line in _lines(article) if line)
    syllables = sum(len(sentence.split()) for sentence in sentences)
    return Announcement(sentences, _length(syllables / _SYLLABLES_A_SECOND))


def _length(seconds: float) -> str:
    return (
        f"{max(1, round(seconds / 10)) * 10} giây" if seconds < 90 else f"{seconds / 60:.0f} phút"
    )


def _lines(article: Article) -> Iterator[str]:
    yield article.title
    yield article.lead
    if article.deadline:
        yield f"Hạn chót: {_moment(article.deadline)}"
    if article.event:
        yield f"Thời gian: {_times(article.event)}"
        yield f"Địa điểm: {article.event.place}" if article.event.place else ""
    yield f"Ai cần hỏi, xin liên hệ: {article.contact}" if article.contact else ""


def _times(event: Event) -> str:
    start, end = event.start, event.end
    if not end:
        return _moment(start)
    if end.date() == start.date():
        return f"từ {start:%H:%M} đến {_moment(end)}"
    return f"từ {_moment(start)} đến {_moment(end)}"


def _moment(moment: datetime) -> str:
    clock = f"{moment:%H:%M}"
    at = {"23:59": "hết ", "00:00": ""}.get(clock, f"{clock} ")
    return f"{at}ngày {format_day(moment)}"


def _sentence(text: str, meanings: Mapping[str, Sequence[str]]) -> str:
    said = spoken_text(_in_full(text, meanings)).strip()
    return _begun(said if said.endswith(_ENDS) else f"{said}.")


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _in_full(text: str, meanings: Mapping[str, Sequence[str]]) -> str:
    """The text with every abbreviation in its words; one that only stands behind its words in
    brackets goes."""
    if not meanings:
        return text
    said, end = "", 0
    for found in any_of(tuple(meanings)).finditer(text):
        said += text[end : found.start()]
        end = found.end()
        if _is_said(said, meanings[found[0]]) and text.startswith(")", end):
            said, end = said.removesuffix("(").rstrip(), end + 1
        else:
            said += meanings[found[0]][0]
    return said + text[end:]


def _is_said(before: str, full_forms: Sequence[str]) -> bool:
    """Whether what precedes an abbreviation is a bracket behind its words."""
    said = fold(before).rstrip()
    return said.endswith("(") and said[:-1].rstrip().endswith(tuple(map(fold, full_forms)))
