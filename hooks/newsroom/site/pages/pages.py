"""The pages of the site: those that do not hold any more are rendered, the others stay."""

from collections.abc import Iterator, Set

from newsroom.build.digests import joined
from newsroom.build.table import Table
from newsroom.catalogue.entries import Entry
from newsroom.catalogue.records import PUBLIC, Record
from newsroom.site.mkdocs.settings import newsroom_of
from newsroom.site.pages.beside import BesideEachOther
from newsroom.site.pages.bodies import Body, BodyNote, body_key, body_row, unpacked_body
from newsroom.site.pages.notes import Notes
from newsroom.site.pages.rendering import PageJob, Rendered, Renderer
from newsroom.site.run.session import Session

_RULES = "pages"
"""Where the digest of all that the pages of the last build were drawn by is kept."""


class Pages:
    """The article pages and index pages of one build."""

    def __init__(
        self, session: Session, renderer: Renderer, beside: BesideEachOther, rules: bytes
    ) -> None:
        """rules: the digest of all that the page around a body is drawn by."""
        self._session = session
        self._renderer = renderer
        self._beside = beside
        self.rules = rules
        self.body_rules = renderer.rules
        self.notes = Notes(session.store, renderer.rules)
        self._prefix = f"{newsroom_of(renderer.config).articles_dir}/"
        self.visible = session.records if session.is_preview else {
            path: record for path, record in session.records.items() if record.publication == PUBLIC
        }  # fmt: skip
        """The articles that this build has pages of."""
        self.is_sure: bool = self.notes.is_known and session.store.get(_RULES) == rules
        self.is_sure &= session.outputs.is_known
        if not self.notes.is_known:
            self.notes.gather(self.visible)
        self.rendered: set[str] = set()
        """The paths of the articles whose bodies were rendered."""

    def publish(self) -> None:
        """Render what does not hold any more."""
        session = self._session
        for path in session.changed - self.visible.keys():
            self.notes.drop(path)
            session.store.pop(body_row(path), None)
        doubtful = self._doubtful() if self.is_sure else self.visible.keys()
        session.outputs.keep_all(
            _dest(record) for path, record in self.visible.items() if path not in doubtful
        )
        session.reused += len(self.visible) - len(doubtful)
        jobs = [*self._stale_articles(doubtful), *self._stale_indexes()]
        for done in self._renderer.render(jobs):
            if done.note is not None:
                self._take(done, done.note)
        session.rendered += len(jobs)
        self.notes.save()
        session.store[_RULES] = self.rules

    def src_uri(self, path: str) -> str:
        """The path by which MkDocs knows an article."""
        return self._prefix + path

    def body(self, path: str) -> Body:
        """The kept body of an article, rendered again where it was damaged."""
        if body := unpacked_body(self._session.store.get(body_row(path), b"")):
            return body
        job = PageJob(self.src_uri(path), self._session.records[path].source)
        row = self._session.store[body_row(path)] = self._renderer.render_body(job).body
        if body := unpacked_body(row):
            return body
        raise LookupError(path)

    def text_digests(self) -> dict[str, bytes]:
        """For every article that residents can read, by its address, the digest of all that its
        text was made from."""
        session, rules = self._session, self.body_rules
        table = Table[bytes](session.store, "texts", bytes, rules)
        is_sure = self.is_sure and table.is_known
        touched = session.changed | self.rendered if is_sure else self.visible.keys()
        now: dict[str, bytes] = {}
        for path in touched & self.visible.keys():
            record = self.visible[path]
            if record.is_public:
                parts = (rules, record.source, record.entry.card, self.notes.get(path).digest)
                now[record.entry.uri] = joined(parts)
        before = {session.before[path].entry.uri for path in touched & session.before.keys()}
        table.update(now, before | now.keys() if is_sure else table.values().keys() | now.keys())
        table.save()
        return table.values()

    def _doubtful(self) -> set[str]:
        """The paths of the articles whose pages may be others than the last build left."""
        session, media = self._session, self._session.stamps.changed
        touched = {*session.changed, *self._beside.touched()}
        touched |= self.notes.disappointed(self._renderer.files)
        if media:
            touched |= {path for path, one in self.visible.items() if one.picture in media}
        return touched & self.visible.keys()

    def _take(self, done: Rendered, note: BodyNote) -> None:
        path = done.src_uri.removeprefix(self._prefix)
        record = self._session.records[path]
        self.rendered.add(path)
        self.notes.put(path, note)
        self._session.store[body_row(path)] = done.body
        self._session.outputs.made_from(_dest(record), self._fingerprint(record, note))

    def _stale_articles(self, doubtful: Set[str]) -> Iterator[PageJob]:
        files, session = self._renderer.files, self._session
        for path in sorted(doubtful):
            record, note = self.visible[path], self.notes.get(path)
            holds = note.holds(files)
            if holds and session.outputs.keep(_dest(record), self._fingerprint(record, note)):
                session.reused += 1
                continue
            key = body_key(self._renderer.rules, record.source, note)
            body = session.store.get(body_row(path)) if holds else None
            yield PageJob(self.src_uri(path), record.source, key, body)

    def _stale_indexes(self) -> Iterator[PageJob]:
        for note in self._session.indexes:
            if not (note.is_public or self._session.is_preview):
                continue
            if self._session.outputs.keep(note.dest_uri, joined((self.rules, note.digest))):
                self._session.reused += 1
            else:
                yield PageJob(note.src_uri)

    def _fingerprint(self, record: Record, note: BodyNote) -> bytes:
        picture = self._session.known(record.picture) if record.picture else None
        return joined(
            (
                self.rules,
                record.source,
                record.entry.card,
                note.digest,
                record.publication.encode(),
                picture[2] if picture else b"",
                *map(self._line, self._beside.of(record.entry).entries),
            )
        )

    def _line(self, entry: Entry | None) -> bytes:
        return entry.line if entry else b"-"


def _dest(record: Record) -> str:
    return f"{record.entry.uri}index.html"
