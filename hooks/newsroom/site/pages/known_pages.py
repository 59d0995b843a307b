"""What builds remember of article pages: dependencies, notices, and digests of texts."""

from collections.abc import Iterator, Mapping, Set

from newsroom.build.dependencies import Dependencies, Provider, Recorded
from newsroom.build.digests import joined
from newsroom.build.rows import recall, remember
from newsroom.build.store import Store
from newsroom.build.table import Table
from newsroom.catalogue.record import Record
from newsroom.site.pages.bodies import KeptBody, Notices, body_row

_INPUTS, _NOTICES = "pages", "notices"


class KnownPages:
    """The pages of articles as the last build left them, brought up to date by this one."""

    def __init__(self, store: Store, inputs: bytes, body_inputs: bytes) -> None:
        """inputs: the digest of everything that pages are drawn by; body_inputs: of everything that
        bodies are rendered by."""
        self._store = store
        self._inputs, self._body_inputs = inputs, body_inputs
        self._dependencies = Dependencies(store, "pages", body_inputs)
        notices = recall(store, _NOTICES, body_inputs, dict[str, Notices])
        self._notices = dict(notices or {})
        self._texts = Table[bytes](store, "texts", bytes, body_inputs)
        self.is_sure = store.get(_INPUTS) == inputs and notices is not None
        """Whether a page is certainly unchanged if none of its dependencies changed."""
        self.is_sure &= self._dependencies.is_known and self._texts.is_known
        self._new_texts: dict[str, bytes] = {}
        self._dropped_texts: set[str] = set()

    def candidates(self, paths: Set[str], providers: Mapping[str, Provider]) -> Set[str]:
        """The paths of the articles whose pages may differ now; only if `is_sure`."""
        return self._dependencies.candidates(paths, providers)

    def forget(self, path: str, before: Record | None) -> None:
        """Forget the notices and text of an article that changed or is gone; before: its record."""
        if before:
            self._dropped_texts.add(before.entry.uri)
        self._notices.pop(path, None)

    def drop(self, path: str) -> None:
        """Drop an article that has no page any more."""
        self._dependencies.drop(path)
        self._store.pop(body_row(path), None)

    def put(self, path: str, record: Record, recorded: Recorded, body: KeptBody) -> None:
        """Keep the results of making a page, except the body itself."""
        self._dependencies.put(path, recorded)
        self._notices.pop(path, None)
        if body.notices != Notices():
            self._notices[path] = body.notices
        if record.is_public:
            self._new_texts[record.entry.uri] = joined((record.entry.card, body.digest))

    def notices(self) -> Iterator[tuple[str, Notices]]:
        """The articles whose bodies have notices, in the order of their paths."""
        yield from sorted(self._notices.items())

    def save(self) -> None:
        """Store what changed."""
        self._dependencies.save()
        keys = self._dropped_texts | self._new_texts.keys()
        self._texts.update(
            self._new_texts, keys if self.is_sure else keys | self._texts.values().keys()
        )
        self._texts.save()
        remember(self._store, _NOTICES, self._body_inputs, self._notices)
        self._store[_INPUTS] = self._inputs

    def texts(self) -> Mapping[str, bytes]:
        """The digest of everything that the search takes from an article, for all that residents
        can read, by address; only after `save`."""
        return self._texts.values()
