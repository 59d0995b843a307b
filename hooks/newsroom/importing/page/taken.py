"""What was taken of a page, and what was left out, in words for staff."""

from dataclasses import dataclass, field

from bs4 import Tag

_SHOWN = 12
"""So many words of a piece are quoted."""


@dataclass(slots=True)
class Taken:
    """The pieces of the article in order, and what was left out in doubt."""

    above: list[Tag] = field(default_factory=list)
    below: list[Tag] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    @property
    def notes(self) -> list[str]:
        """What staff should look at."""
        quoted = "; ".join(dict.fromkeys(map(quoted_words, self.doubts)))
        cure = "Hãy mở trang gốc xem lại, chép thêm vào bài nếu cần."
        return [f"để ngoài bài vì không chắc thuộc bài: {quoted}. {cure}"] if quoted else []


def quoted_words(words: str) -> str:
    """The beginning of the words in quotes, with their number where they are many."""
    split = words.split()
    if len(split) <= _SHOWN:
        return f"“{words}”"
    return f"“{' '.join(split[:_SHOWN])} …” ({len(split)} chữ)"
