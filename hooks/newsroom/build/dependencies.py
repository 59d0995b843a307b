"""Dependencies: what each product asked for while it was made, and what it was told.

To make ten thousand displays in order to see that three of them changed takes longer than a build
of those three. So a product is made through doors that record every question together with a digest
of its answer, and the next build makes only the candidates: the products one of whose answers may
be another now ("verifying traces" in Mokhov, Mitchell, Peyton Jones: Build Systems à la Carte,
2018). A record only chooses candidates. Whether a file is drawn again is decided by the digest of
what it shows, so asking about too much costs time and nothing else.

Held by tests/newsroom/build/test_dependencies.py and, as a whole, tests/incremental; decision 21.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, MutableMapping, Set
from contextlib import contextmanager
from typing import Protocol

from newsroom.build.table import Table

Recorded = dict[str, dict[str, bytes]]
"""By the name of a provider and the key that it was asked for: the digest of its answer."""


class Provider(Protocol):
    """Gives products what they depend on, by key."""

    def changed(self, recorded: Mapping[str, bytes]) -> Set[str]:
        """Those of the keys whose answer may be another one than was recorded."""


class Changed:
    """A provider that was told which of its keys changed since the last build."""

    def __init__(self, keys: Set[str]) -> None:
        self._keys = keys

    def changed(self, recorded: Mapping[str, bytes]) -> Set[str]:
        """As for any provider."""
        return self._keys & recorded.keys()


class Recorder:
    """Notes what is asked for while something is made."""

    def __init__(self) -> None:
        self._recorded: Recorded | None = None

    def note(self, provider: str, key: str, answer: bytes = b"") -> None:
        """Note a question, and the digest of its answer where the provider compares answers."""
        if self._recorded is not None:
            self._recorded.setdefault(provider, {})[key] = answer

    @contextmanager
    def recording(self) -> Iterator[Recorded]:
        """Note all that is asked for meanwhile, here and wherever this happens within."""
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
    """What the products of one kind asked for when each was last made, by their names."""

    def __init__(self, store: MutableMapping[str, bytes], name: str, inputs: bytes) -> None:
        """inputs: the digest of what products are made by; records of others are forgotten."""
        self._table = Table[Recorded](store, f"dependencies/{name}", Recorded, inputs)
        self.is_known = self._table.is_known
        """Whether the records of the last build are there, undamaged."""

    def candidates(self, names: Set[str], providers: Mapping[str, Provider]) -> set[str]:
        """Those of the named products that may show something else now, new ones among them."""
        recorded = self._table.values()
        by_provider: dict[str, dict[str, bytes]] = defaultdict(dict)
        for answers_by_provider in recorded.values():
            for provider, answers in answers_by_provider.items():
                by_provider[provider].update(answers)
        found = set(names - recorded.keys())
        for provider, answers in by_provider.items():
            known = providers.get(provider)  # nobody, where the record was forged
            keys = known.changed(answers) if known else answers.keys()
            for name, answers_by_provider in recorded.items() if keys else ():
                if not keys.isdisjoint(answers_by_provider.get(provider, ())):
                    found.add(name)
        return found & names

    def put(self, name: str, recorded: Recorded) -> None:
        """Keep what a product asked for."""
        old = self._table.get(name)
        if recorded != old:
            self._table.put(name, recorded, is_new=old is None)

    def drop(self, name: str) -> None:
        """Forget a product that is gone."""
        if self._table.get(name) is not None:
            self._table.remove(name)

    def save(self) -> None:
        """Write down what changed."""
        self._table.save()
