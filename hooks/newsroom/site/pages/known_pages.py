"""What a build remembers of the pages of articles: what each depends on, tells and says."""

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
        """inputs: the digest of all that pages are drawn by; body_inputs: that of all that bodies
        are rendered by."""
        self._store = store
        self._inputs, self._body_inputs = inputs, body_inputs
        self._dependencies = Dependencies(store, "pages", body_inputs)
        notices = recall(store, _NOTICES, body_inputs, dict[str, Notices])
        self._notices = dict(notices or {})
        self._texts = Table[bytes](store, "texts", bytes, body_inputs)
        self.is_sure = store.get(_INPUTS) == inputs and notices is not None
        """Whether a page none of whose dependencies changed is as it was."""
        self.is_sure &= self._dependencies.is_known and self._texts.is_known
        self._new_texts: dict[str, bytes] = {}
        self._dropped_texts: set[str] = set()

    def candidates(self, paths: Set[str], providers: Mapping[str, Provider]) -> Set[str]:
        """The paths of the articles whose pages may be others now, where all is sure."""
        return self._dependencies.candidates(paths, providers)

    def forget(self, path: str, before: Record | None) -> None:
        """Forget an article that changed or is gone; before: what was known of it."""
        if before:
            self._dropped_texts.add(before.entry.uri)
        self._notices.pop(path, None)

    def drop(self, path: str) -> None:
        """Forget an article that has no page any more."""
        self._dependencies.drop(path)
        self._store.pop(body_row(path), None)

    def put(self, path: str, record: Record, recorded: Recorded, body: KeptBody) -> None:
        """Keep what came of making a page; of the body only what its head says."""
        self._dependencies.put(path, recorded)
        self._notices.pop(path, None)
        if body.notices != Notices():
            self._notices[path] = body.notices
        if record.is_public:
            self._new_texts[record.entry.uri] = joined((record.entry.card, body.digest))

    def notices(self) -> Iterator[tuple[str, Notices]]:
        """The articles whose bodies have something to tell, by path."""
        yield from sorted(self._notices.items())

    def save(self) -> None:
        """Write down what changed."""
        self._dependencies.save()
        keys = self._dropped_texts | self._new_texts.keys()
        self._texts.update(
            self._new_texts, keys if self.is_sure else keys | self._texts.values().keys()
        )
        self._texts.save()
        remember(self._store, _NOTICES, self._body_inputs, self._notices)
        self._store[_INPUTS] = self._inputs

    def texts(self) -> dict[str, bytes]:
        """For every article that residents can read, by its address, the digest of all that the
        search makes of it; once all is saved."""
        return self._texts.values()
