"""Notes of the bodies: what each depends on beside its article, and what it told staff."""

from collections.abc import Iterable, Iterator

from newsroom.build.rows import recall, remember
from newsroom.build.store import Store
from newsroom.site.mkdocs.site_files import Answer, SiteFiles
from newsroom.site.pages.bodies import PLAIN, BodyNote

_ASKED, _TOLD = "asked", "told"


class Notes:
    """The notes of all bodies that were rendered by the same rules.

    A note is read when its body is looked at. Beside them two summaries are kept, so that a build
    need not look at every body: what all of them asked for, and what some have to tell.
    """

    def __init__(self, store: Store, rules: bytes) -> None:
        self._store = store
        self._rules = rules
        self._changed = False
        asked = recall(store, _ASKED, rules, dict[str, tuple[Answer, list[str]]])
        told = recall(store, _TOLD, rules, dict[str, BodyNote])
        self.is_known = asked is not None and told is not None
        """Whether the summaries were remembered."""
        self._asked, self._told = asked or {}, told or {}

    def get(self, path: str) -> BodyNote:
        """The note of an article's body."""
        return recall(self._store, _row(path), self._rules, BodyNote) or PLAIN

    def put(self, path: str, note: BodyNote) -> None:
        """Note what a body that was rendered depends on."""
        if note == self.get(path):
            return
        self.drop(path)
        if note == PLAIN:
            return
        remember(self._store, _row(path), self._rules, note)
        self._add(path, note)

    def drop(self, path: str) -> None:
        """Forget the note of an article."""
        old = self.get(path)
        for asked, _ in old.asked:
            askers = self._asked.get(asked, (None, []))[1]
            if path in askers:
                askers.remove(path)
            if not askers:
                self._asked.pop(asked, None)
        self._told.pop(path, None)
        self._store.pop(_row(path), None)
        self._changed = True

    def disappointed(self, files: SiteFiles) -> set[str]:
        """The paths of the articles whose links would be told something else now."""
        return {
            path
            for asked, (answer, askers) in self._asked.items()
            if files.answer(asked) != answer
            for path in askers
        }

    def telling(self) -> Iterator[tuple[str, BodyNote]]:
        """The bodies that have something to tell."""
        yield from sorted(self._told.items())

    def gather(self, paths: Iterable[str]) -> None:
        """Make the summaries anew from the notes of these articles."""
        self._asked, self._told, self._changed = {}, {}, True
        for path in paths:
            self._add(path, self.get(path))

    def save(self) -> None:
        """Write down the summaries."""
        if self._changed or not self.is_known:
            remember(self._store, _ASKED, self._rules, self._asked)
            remember(self._store, _TOLD, self._rules, self._told)

    def _add(self, path: str, note: BodyNote) -> None:
        for asked, answer in note.asked:
            _, askers = self._asked.setdefault(asked, (answer, []))
            self._asked[asked] = answer, askers
            askers.append(path)
        if note.messages or note.links:
            self._told[path] = note


def _row(path: str) -> str:
    return f"note/{path}"
