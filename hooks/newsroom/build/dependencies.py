"""Dependencies: the answers that each product was given while it was made, by their digests.

Making ten thousand displays only to find that three of them changed takes longer than a build of
those three. So products are made through doors that record every key asked for together with the
digest of the answer, and the next build makes only the candidates: products one of whose answers
may differ now ("verifying traces" in Mokhov, Mitchell, Peyton Jones: Build Systems à la Carte,
2018). Records only choose candidates. Whether a file is drawn again is decided by the digest of
what it shows, so recording too much costs time and nothing else.

Held by tests/newsroom/build/test_dependencies.py and, as a whole, tests/incremental; decision 21.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, MutableMapping, Set
from contextlib import contextmanager
from typing import Protocol

from newsroom.build.table import Table

Recorded = dict[str, dict[str, bytes]]
"""The digest of each answer, by the name of its provider and the key that was asked for."""


class Provider(Protocol):
    """Answers products by key."""

    def changed(self, recorded: Mapping[str, bytes]) -> Set[str]:
        """The keys whose answers may differ from those recorded."""


class Changed:
    """A provider that knows which of its keys changed since the last build."""

    def __init__(self, keys: Set[str]) -> None:
        self._keys = keys

    def changed(self, recorded: Mapping[str, bytes]) -> Set[str]:
        """The recorded keys among those that changed."""
        return self._keys & recorded.keys()


class Recorder:
    """Records which answers something is given while it is made."""

    def __init__(self) -> None:
        self._recorded: Recorded | None = None

    def note(self, provider: str, key: str, answer: bytes = b"") -> None:
        """Record a key, and the digest of the answer if the provider compares answers."""
        if self._recorded is not None:
            self._recorded.setdefault(provider, {})[key] = answer

    @contextmanager
    def recording(self) -> Iterator[Recorded]:
        """Record every key asked for within; an outer recording gets them, too."""
        outer, inner = self._recorded, Recorded()
        self._recorded = inner
        try:
            yield inner
        finally:
            self._recorded = outer
        for provider, answers in inner.items() if outer is not None else ():
            for key, answer in answers.items():
                self.note(provider, key, answer)


class Dependencies:
    """The dependencies of the products of one kind, as each was last made, by name."""

    def __init__(self, store: MutableMapping[str, bytes], name: str, inputs: bytes) -> None:
        """inputs: the digest of what products are made by; records under another are dropped."""
        self._table = Table[Recorded](store, f"dependencies/{name}", Recorded, inputs)
        self.is_known = self._table.is_known
        """Whether the records of the last build are present and undamaged."""

    def candidates(self, names: Set[str], providers: Mapping[str, Provider]) -> set[str]:
        """The named products that may show something else now, including new ones."""
        recorded = self._table.values()
        by_provider: dict[str, dict[str, bytes]] = defaultdict(dict)
        for answers_by_provider in recorded.values():
            for provider, answers in answers_by_provider.items():
                by_provider[provider].update(answers)
        found = set(names - recorded.keys())
        for provider, answers in by_provider.items():
            known = providers.get(provider)  # None if the record was forged
            keys = known.changed(answers) if known else answers.keys()
            for name, answers_by_provider in recorded.items() if keys else ():
                if not keys.isdisjoint(answers_by_provider.get(provider, ())):
                    found.add(name)
        return found & names

    def put(self, name: str, recorded: Recorded) -> None:
        """Keep the dependencies of a product."""
        if recorded != self._table.get(name):
            self._table.put(name, recorded)

    def drop(self, name: str) -> None:
        """Drop a product that is gone."""
        self._table.remove(name)

    def save(self) -> None:
        """Write down what changed."""
        self._table.save()
