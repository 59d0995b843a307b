"""For every document a file with what a result shows, and the check of its number."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.search.document import to_json
from newsroom.search.shard import DamagedError, gzip, unpack


@dataclass(frozen=True, slots=True)
class ShownFile:
    """What a file is made of."""

    path: str
    check: str
    shown: bytes
    """As it was prepared."""


def shown_contents(batch: Sequence[ShownFile]) -> list[tuple[str, bytes]]:
    """The files: pure, and to be called in any process."""
    return [(file.path, _content(file)) for file in batch]


def _content(file: ShownFile) -> bytes:
    packed = unpack(file.shown)
    try:
        fields = json.loads(packed)
    except ValueError as error:
        raise DamagedError("what shows a document cannot be read") from error
    return gzip(to_json({"check": file.check, **fields}))
