"""Hand-written pages as they may be published: whatever stands in a file, it stops no build."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsroom.content.bounds import Excess, find_excess
from newsroom.content.links import find_links
from newsroom.content.nesting import excess_of
from newsroom.content.problem import Problem
from newsroom.content.proof import Failure, find_failure
from newsroom.content.source import EncodingFault, decode

_FRONT_MATTER = re.compile(r"\A---\n(?P<fields>.*?)^---\n", re.DOTALL | re.MULTILINE)
_BEING_MENDED = "# Trang đang được sửa\n\nMời bạn quay lại sau.\n"
"""What residents read in the place of a page that nobody can read or draw."""
_NOWHERE = "#"
"""Where a link leads whose address is none."""


class HandWritten(NamedTuple):
    """The text of a page, whole with its front matter, and what is wrong with its file."""

    text: str
    problems: tuple[Problem, ...] = ()


def read_hand_written(content: bytes | EncodingFault, shown: str) -> HandWritten:
    """The page of a file that has that content; shown: the file as staff know it.

    Only the page itself is at stake, so no problem is blocking.
    """
    text = decode(content)
    if isinstance(text, EncodingFault):
        return _being_mended(Problem(shown, text.found, text.cure, text.line, blocking=False))
    head = _FRONT_MATTER.match(text)
    start = head.end() if head else 0
    if head and (deep := excess_of(head["fields"], 2)):
        return _being_mended(Problem(shown, deep.found, deep.cure, deep.line, blocking=False))
    if excess := find_excess(text[start:]):
        return _being_mended(_told(shown, text, start, excess))
    faulty = dict(_faulty_links(shown, text))
    mended = text
    for destination in faulty:  # MkDocs cannot read such an address, and ends
        mended = mended.replace(destination, _NOWHERE)
    if failure := find_failure(mended[start:]):
        return _being_mended(_told(shown, text, start, failure))
    return HandWritten(mended, tuple(faulty.values()))


def _told(shown: str, text: str, start: int, fault: Excess | Failure) -> Problem:
    line = text.count("\n", 0, start + fault.offset) + 1
    return Problem(shown, fault.found, fault.cure, line, blocking=False)


def _being_mended(problem: Problem) -> HandWritten:
    return HandWritten(_BEING_MENDED, (problem,))


def _faulty_links(shown: str, text: str) -> Iterator[tuple[str, Problem]]:
    for link in find_links(text):
        if not link.is_address:
            yield (
                link.destination,
                Problem(
                    shown,
                    f"“{link.destination}” không phải là địa chỉ.",
                    "Hãy sửa địa chỉ, hoặc chỉ để lại chữ.",
                    text.count("\n", 0, link.offset) + 1,
                    blocking=False,
                ),
            )
