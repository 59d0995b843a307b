"""The pages of the site: those that do not hold any more are rendered, the others stay."""

from collections.abc import Iterator, Mapping

from newsroom.content.article import Article
from newsroom.incremental.buckets import Buckets
from newsroom.incremental.fingerprint import joined
from newsroom.site.bodies import PLAIN, BodyNote, body_key, body_row
from newsroom.site.rendering import ALONE, Beside, PageJob, Renderer
from newsroom.site.session import Session
from newsroom.site.settings import newsroom_of
from newsroom.site.shown import Shown


class Pages:
    """The article pages and index pages of one build."""

    def __init__(self, session: Session, renderer: Renderer, rules: bytes) -> None:
        """rules: the digest of all that the page around a body is drawn by."""
        self._session = session
        self._renderer = renderer
        self._rules = rules
        self.body_rules = renderer.rules
        self._kept_notes = Buckets[BodyNote](session.store, "bodies", renderer.rules)
        self.notes = self._kept_notes.load()
        self._prefix = f"{newsroom_of(renderer.config).articles_dir}/"

    def publish(self) -> None:
        """Render what does not hold any more."""
        jobs = [*self._stale_articles(), *self._stale_indexes()]
        changed = set(self._session.gone)
        for path in changed:
            self.notes.pop(path, None)
            self._session.store.pop(body_row(path), None)
        for done in self._renderer.render(jobs):
            if done.note is not None:
                path = done.src_uri.removeprefix(self._prefix)
                changed.add(path)
                self.notes[path] = done.note
                self._session.store[body_row(path)] = done.body
                shown = self._session.articles[path]
                self._session.outputs.made_from(_dest(shown), self._fingerprint(shown, done.note))
        self._session.rendered += len(jobs)
        worth = {path: note for path, note in self.notes.items() if note is not PLAIN}
        self._kept_notes.save(worth, changed)

    def visible(self) -> Iterator[tuple[str, Shown, BodyNote]]:
        """The articles that this build has pages of."""
        for path, shown in self._session.articles.items():
            if shown.is_public or self._session.is_preview:
                yield path, shown, self.notes.get(path, PLAIN)

    def src_uri(self, path: str) -> str:
        """The path by which MkDocs knows an article."""
        return self._prefix + path

    def body(self, path: str) -> bytes:
        """The kept body of an article, rendered again where it was damaged."""
        row = self._session.store.get(body_row(path))
        if row is None:
            source = self._session.articles[path].record.source
            job = PageJob(self.src_uri(path), source)
            row = self._renderer.render_body(job).body
            self._session.store[body_row(path)] = row
        return row

    def _stale_articles(self) -> Iterator[PageJob]:
        files, session = self._renderer.files, self._session
        for path, shown, note in self.visible():
            holds = note.holds(files)
            if holds and session.outputs.keep(_dest(shown), self._fingerprint(shown, note)):
                session.reused += 1
                continue
            key = body_key(self._renderer.rules, shown.record.source, note)
            body = session.store.get(body_row(path)) if holds else None
            yield PageJob(self.src_uri(path), shown.record.source, key, body)

    def _stale_indexes(self) -> Iterator[PageJob]:
        for note in self._session.indexes:
            if not (note.is_public or self._session.is_preview):
                continue
            if self._session.outputs.keep(note.dest_uri, joined((self._rules, note.digest))):
                self._session.reused += 1
            else:
                yield PageJob(note.src_uri)

    def _fingerprint(self, shown: Shown, note: BodyNote) -> bytes:
        newer, older, related = self._renderer.beside.get(shown.article.uri, ALONE)
        return joined(
            (
                self._rules,
                shown.record.source,
                shown.card,
                note.digest,
                shown.publication.name.encode(),
                b"%d %d" % shown.picture if shown.picture else b"",
                self._line(newer),
                self._line(older),
                *map(self._line, related),
            )
        )

    def _line(self, article: Article | None) -> bytes:
        return self._session.by_uri[article.uri].record.line if article else b"-"


def beside_each_other(
    session: Session, related: Mapping[str, tuple[str, ...]]
) -> dict[str, Beside]:
    """What stands beside each article that residents can read, by its address."""
    by_uri = session.by_uri
    return {
        article.uri: (newer, older, tuple(by_uri[uri].article for uri in related[article.uri]))
        for article, newer, older in session.catalogue.beside_in_section()
    }


def _dest(shown: Shown) -> str:
    return f"{shown.article.uri}index.html"
