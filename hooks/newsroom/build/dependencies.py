"""Dependencies: the answers that each product was given while it was made, by their digests.

Making ten thousand displays only to find that three of them changed takes longer than a build of
those three. So products are made through doors that record every key asked for together with the
digest of the answer, and the next build makes only the candidates: products one of whose answers
may differ now ("verifying traces" in Mokhov, Mitchell, Peyton Jones: Build Systems à la Carte,
2018). Records only choose candidates. Whether a file is drawn again is decided by the digest of
what it shows, so recording too much costs time and nothing else.

Held by tests/newsroom/build/test_dependencies.py and, as a whole, tests/incremental; decision 21.
"""

from collections.abc import Iterator, Mapping, MutableMapping, Set
from contextlib import contextmanager
from typing import NamedTuple, Protocol

from newsroom.build.rows import recall, remember

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


class _Kept(NamedTuple):
    """The dependencies of all products, by what was asked: far fewer objects than by product, since
    an answer is the same for everybody who asks."""

    names: list[str]
    """Of the products, by number; empty for one that was dropped."""
    answers: Recorded
    askers: dict[str, dict[str, list[int]]]
    """The numbers of the products that asked, by provider and key."""


class Dependencies:
    """The dependencies of the products of one kind, as each was last made, by name."""

    def __init__(self, store: MutableMapping[str, bytes], name: str, inputs: bytes) -> None:
        """inputs: the digest of what products are made by; records under another are dropped."""
        self._store, self._row, self._inputs = store, f"dependencies/{name}", inputs
        kept = recall(store, self._row, inputs, _Kept)
        self.is_known = kept is not None
        """Whether the records of the last build are present and undamaged."""
        self._kept = kept or _Kept([], {}, {})
        self._numbers = {name: number for number, name in enumerate(self._kept.names) if name}
        self._new: dict[str, Recorded | None] = {}

    def candidates(self, names: Set[str], providers: Mapping[str, Provider]) -> set[str]:
        """The named products that may show something else now, including new ones."""
        found = set(names - self._numbers.keys())
        for provider, answers in self._kept.answers.items():
            known = providers.get(provider)  # None if the record was forged
            for key in known.changed(answers) if known else answers:
                found.update(map(self._name_of, self._kept.askers.get(provider, {}).get(key, ())))
        return found & names

    def put(self, name: str, recorded: Recorded) -> None:
        """Keep the dependencies of a product."""
        self._new[name] = recorded

    def drop(self, name: str) -> None:
        """Drop a product that is gone."""
        if name in self._numbers:
            self._new[name] = None

    def save(self) -> None:
        """Store what changed."""
        if not self._new and self.is_known:
            return
        self._forget({self._numbers[name] for name in self._new if name in self._numbers})
        for name, recorded in self._new.items():
            if recorded is None:
                self._kept.names[self._numbers.pop(name)] = ""
            else:
                self._enter(name, recorded)
        self._new.clear()
        remember(self._store, self._row, self._inputs, self._kept)
        self.is_known = True

    def _name_of(self, number: int) -> str:
        return self._kept.names[number] if number < len(self._kept.names) else ""

    def _forget(self, numbers: Set[int]) -> None:
        """Take the products out of everything that they asked."""
        for provider, askers in self._kept.askers.items():
            touched = [key for key, those in askers.items() if not numbers.isdisjoint(those)]
            for key in touched:
                askers[key] = [number for number in askers[key] if number not in numbers]
                if not askers[key]:
                    del askers[key], self._kept.answers[provider][key]

    def _enter(self, name: str, recorded: Recorded) -> None:
        """Enter a product that was forgotten or is new. Whoever was given another answer before is
        a candidate, so nobody else is left to have asked for it."""
        if name not in self._numbers:
            self._numbers[name] = len(self._kept.names)
            self._kept.names.append(name)
        for provider, answers in recorded.items():
            self._kept.answers.setdefault(provider, {}).update(answers)
            askers = self._kept.askers.setdefault(provider, {})
            for key in answers:
                askers.setdefault(key, []).append(self._numbers[name])
