"""The common words: those whose posting list is so long that it is published cut.

The manifest names them, so that an engine need not read what it knows of them by their pairs. Which
they are is noted by shard, since an update looks at the shards that it changes only.
Held by tests/newsroom/search/update/test_indexing.py; decision 42.
"""

import json
from collections.abc import Iterable, Iterator

from newsroom.search.format.encoding import DamagedError, pack, to_json, unpack
from newsroom.search.update.cache import Cache
from newsroom.search.words.term_counts import form_of

_ROW = "common"


class CommonWords:
    """The names of the cut lists of words, by the path of their shard."""

    def __init__(self) -> None:
        self._names: dict[str, list[str]] = {}

    @classmethod
    def kept_in(cls, cache: Cache) -> "CommonWords":
        """Those of the last update."""
        words = cls()
        try:
            words._names = json.loads(unpack(cache.get(_ROW, b"")))
        except ValueError as error:
            raise DamagedError("the common words cannot be read") from error
        return words

    def keep(self, cache: Cache) -> None:
        """Leave them to the next update."""
        cache[_ROW] = pack(to_json(self._names))

    def clear(self) -> None:
        """Forget all, before every shard is noted anew."""
        self._names.clear()

    def note(self, path: str, names: Iterable[str]) -> None:
        """These are the lists of a shard that are cut now."""
        if names := list(names):
            self._names[path] = names
        else:
            self._names.pop(path, None)

    def __iter__(self) -> Iterator[str]:
        """Their forms in order."""
        return iter(sorted(form_of(name) for names in self._names.values() for name in names))
