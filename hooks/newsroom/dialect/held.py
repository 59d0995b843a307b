"""What stays as it was typed, code and comments, held aside while the text around it is read."""

import re
from collections.abc import Iterable, Iterator

from newsroom.text.spans import find_spans

_PREFORMATTED = re.compile(r"<(pre|script|style|textarea)\b", re.IGNORECASE)
_PLACE = re.compile("\x02(\\d+)\x03")
_SIGNS = ("\x02", "\x03")
"""The library takes them out of every source before it reads it."""


class Held:
    """Pieces of a text, and how to put them back."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def aside(self, text: str) -> str:
        """The text with a place of each piece that must stay as it is."""
        for sign in _SIGNS:
            text = text.replace(sign, "")
        text = self._without(_preformatted(text), text)
        spans = find_spans(text)
        return self._without([(s.start, s.end) for s in spans], text)

    def back(self, text: str) -> str:
        """The text with the pieces in their places, also those within others."""
        while (put := _PLACE.sub(lambda place: self._pieces[int(place[1])], text)) != text:
            text = put
        return text

    def _without(self, places: Iterable[tuple[int, int]], text: str) -> str:
        parts, done = [], 0
        for start, end in places:
            if start >= done:
                parts += [text[done:start], self._shown(text[start:end])]
                done = end
        return "".join([*parts, text[done:]])

    def _shown(self, piece: str) -> str:
        """The place of a piece, or what stands for signs that open nothing: the library would look
        for others that close them."""
        if not piece.strip("`"):
            return "&#96;" * len(piece)
        return self._place(piece) if _holds_together(piece) else piece

    def _place(self, piece: str) -> str:
        self._pieces.append(piece)
        return f"\x02{len(self._pieces) - 1}\x03"


def _holds_together(piece: str) -> bool:
    """Whether it is one piece for the library too, which looks for headings and lists before it
    looks for code in a text."""
    return "\n" not in piece or piece.lstrip().startswith(("```", "~~~", "<"))


def _preformatted(text: str) -> Iterator[tuple[int, int]]:
    """Where elements stand in which every blank counts; what nobody closes is looked for once."""
    if "<" not in text:
        return
    lower, endless, done = text.lower(), set[str](), 0
    for opening in _PREFORMATTED.finditer(lower):
        name = opening[1]
        if opening.start() < done or name in endless:
            continue
        closing = lower.find(f"</{name}>", opening.end())
        if closing < 0:
            endless.add(name)
        else:
            done = closing + len(name) + len("</>")
            yield opening.start(), done
