"""What became of many files, summed up by what staff should know of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsroom.importing.writing.importer import Outcome, Status

_VALUE = re.compile(r"“[^”]*”(?:, “[^”]*”)*|\S*\d[\d.,:/%-]*\S*|\S+/\S+")
"""What differs between notes of one kind: what is quoted, numbers, files."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A note that many files share but for its values, as the first of them has it."""

    note: str
    outcomes: Sequence[Outcome]


def reasons_of(outcomes: Iterable[Outcome]) -> list[Reason]:
    """The kinds of notes, the most frequent first; each file once a kind."""
    kinds: dict[str, dict[int, tuple[str, Outcome]]] = defaultdict(dict)
    for number, outcome in enumerate(outcomes):
        for note in outcome.notes:
            kinds[_VALUE.sub("…", note)].setdefault(number, (note, outcome))
    reasons = [
        Reason(next(iter(found.values()))[0], [outcome for _, outcome in found.values()])
        for found in kinds.values()
    ]
    return sorted(reasons, key=lambda reason: -len(reason.outcomes))


def unknown_sections(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """How many articles wait for each name of a section that nobody knows, the most first."""
    counts: dict[str, int] = defaultdict(int)
    for outcome in outcomes:
        if outcome.status in (Status.DRAFT, Status.ASKS):
            counts[outcome.section_name] += 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
