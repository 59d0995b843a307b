"""The changes of one update of the index: which files are to be written, and with what."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice

from newsroom.machine.processes import Map
from newsroom.search.format.dictionary import (
    DocumentFrequencies,
    dictionary_files,
    document_frequencies,
    patched_dictionary_files,
)
from newsroom.search.format.doc_values import doc_values_contents
from newsroom.search.format.encoding import gzip
from newsroom.search.format.head_segment import head_files
from newsroom.search.format.layout import MANIFEST, Layout, Shown, path_of
from newsroom.search.format.manifest import manifest
from newsroom.search.format.sealed_segment import ShardFile, Shards
from newsroom.search.format.stored_fields import StoredFieldsFile, stored_fields_contents
from newsroom.search.update.cache import Cache
from newsroom.search.update.forward_index import ForwardIndex, Prepared
from newsroom.search.update.inversion import Slice, chunks_of, invert, merge_slice, posting_lists_of
from newsroom.search.update.shard_patches import DocumentDelta, SealedDocument, patched_shards
from newsroom.search.update.snapshot import Snapshot
from newsroom.search.words.contraction import Contraction
from newsroom.search.words.documents import ListedDocument

Change = tuple[str, bytes | None]
"""A path and its new content, or None where the file is to be deleted."""
Prepare = Callable[[Sequence[str]], Iterable[Prepared]]
"""Prepares the documents of these uris, in their order, in whatever processes."""

_FEW, _MANY = 32, 16
"""Where more documents changed, and more than one in so many, making all anew is as fast."""


@dataclass
class Update:
    """An update under way; without `before` every file is given, whatever the cache has."""

    before: Snapshot | None
    after: Snapshot
    cache: Cache
    run: Map
    has_documents: bool = True
    """Whether the documents' rows may be used."""
    reshown: set[str] = field(default_factory=set)
    """Uris of known documents that are shown in another way."""
    reworded: dict[str, bytes] = field(default_factory=dict)
    """By uri of known documents whose terms changed, the old ones."""

    def changes(
        self, entries: Sequence[ListedDocument], prepare: Prepare, contraction: Contraction
    ) -> Iterator[Change]:
        """The files to be written."""
        yield from self.texts(prepare)
        layout = self.after.layout
        contents = doc_values_contents(entries, layout)
        contents[MANIFEST] = manifest(entries, layout, contraction)
        for path, content in self._others(contents):
            yield path, gzip(content)

    def texts(self, prepare: Prepare) -> Iterator[Change]:
        """Those of them that are made from texts."""
        self._renew(prepare)
        yield from self._shown()
        yield from self._sealed()
        yield from self._head()

    def _renew(self, prepare: Prepare) -> None:
        """Prepare what is not kept, and find out what that changes."""
        rows = ForwardIndex(self.cache)
        digests = self.after.by_uri
        known = self.before.by_uri if self.before else {}
        wanted = self._wanted(rows)
        for uri, prepared in zip(wanted, prepare(wanted) if wanted else (), strict=True):
            if uri in known:
                terms = rows.terms(uri, known[uri])
                if rows.shown(uri, known[uri]) != prepared.shown:
                    self.reshown.add(uri)
                if terms != prepared.terms:
                    self.reworded[uri] = terms if len(self.reworded) < self._most else b""
            rows.put(uri, digests[uri], prepared)

    def _wanted(self, rows: ForwardIndex) -> list[str]:
        digests = self.after.by_uri.items()
        if self.before:
            known = self.before.by_uri
            return [uri for uri, digest in digests if known.get(uri) != digest]
        return [
            uri for uri, digest in digests if not (self.has_documents and rows.has(uri, digest))
        ]

    @property
    def _most(self) -> int:
        """How many documents are corrected one by one."""
        return max(_FEW, self.after.layout.sealed // _MANY)

    def _shown(self) -> Iterator[Change]:
        rows = ForwardIndex(self.cache)
        digests = self.after.by_uri
        files = (
            StoredFieldsFile(path_of("d", number), check, rows.shown(uri, digests[uri]))
            for number, uri, check in sorted(self._reshown_documents())
        )
        for contents in self.run(stored_fields_contents, chunks_of(files)):
            yield from contents

    def _reshown_documents(self) -> set[Shown]:
        """The documents whose files change."""
        before, after = self.before, self.after.layout
        if before is None:
            return set(after.shown)
        reshown = set(after.shown_of(self.reshown))
        if before.layout is after:
            return reshown
        return reshown.union(set(after.shown).difference(before.layout.shown))

    def _sealed(self) -> Iterator[Change]:
        after = self.after.layout
        if not after.sealed:
            return
        before = self.before.layout if self.before else None
        if not before or not before.sealed or before.shards_epoch != after.shards_epoch:
            yield from self._sealed_anew()
            return
        changed = self._moved(before)
        changed.update(uri for uri in self.reworded if after.sealed_number(uri) is not None)
        if changed and max(len(changed), len(self.reworded)) > self._most:
            yield from self._sealed_anew()
        elif changed:
            yield from self._amended(changed)

    def _moved(self, before: Layout) -> set[str]:
        """Uris of documents whose number was or is another one, or sealed only then or now."""
        if before is self.after.layout:
            return set()
        both = before.sealed_numbers.items() ^ self.after.layout.sealed_numbers.items()
        return {uri for uri, _ in both}

    def _amended(self, changed: Iterable[str]) -> Iterator[Change]:
        corrections = [
            DocumentDelta(self._sealed_before(uri), self._sealed_now(uri))
            for uri in sorted(changed)
        ]
        both = Shards.both(self.after.layout)
        before: DocumentFrequencies = {}
        after: DocumentFrequencies = {}
        for amended in patched_shards(corrections, both, self.cache):
            yield from self._shards([amended.file])
            before |= amended.before
            after |= amended.after
        yield from self._files(patched_dictionary_files(before, after, self.cache))

    def _sealed_before(self, uri: str) -> SealedDocument | None:
        number = self.before.layout.sealed_number(uri) if self.before else None
        if not self.before or number is None:
            return None
        digests = self.after.by_uri if uri in self.after.by_uri else self.before.by_uri
        terms = self.reworded.get(uri) or ForwardIndex(self.cache).terms(uri, digests[uri])
        return SealedDocument(number, terms)

    def _sealed_now(self, uri: str) -> SealedDocument | None:
        number = self.after.layout.sealed_number(uri)
        if number is None:
            return None
        return SealedDocument(number, ForwardIndex(self.cache).terms(uri, self.after.by_uri[uri]))

    def _sealed_anew(self) -> Iterator[Change]:
        layout = self.after.layout
        terms = self._terms(0, layout.sealed)
        columns = zip(*self.run(invert, chunks_of(terms)), strict=True)
        both = Shards.both(layout)
        tasks = (
            Slice(number, chunks, layout.numbers, both) for number, chunks in enumerate(columns)
        )
        table: DocumentFrequencies = {}
        for merged in self.run(merge_slice, tasks):
            table |= merged.table
            yield from self._shards(merged.shards)
        yield from self._files(dictionary_files(table))

    def _head(self) -> Iterator[Change]:
        before, layout = self.before and self.before.layout, self.after.layout
        uris = layout.uris[layout.sealed :]
        is_same = before and _head_key(before) == _head_key(layout)
        if not uris or (is_same and self.reworded.keys().isdisjoint(uris)):
            return
        terms = list(self._terms(layout.sealed, len(layout.uris)))
        words, pairs = posting_lists_of(terms, layout.head_numbers)
        yield from self._others(head_files(layout.head_epoch, words, pairs))
        if not layout.sealed:
            yield from self._files(dictionary_files(document_frequencies(words)))

    def _terms(self, start: int, end: int) -> Iterator[bytes]:
        rows = ForwardIndex(self.cache)
        for uri in islice(self.after.layout.uris, start, end):
            yield rows.terms(uri, self.after.by_uri[uri])

    def _shards(self, files: Iterable[ShardFile]) -> Iterator[Change]:
        for file in files:
            if self._is_new(file.path, file.whole):
                yield file.path, file.content

    def _files(self, files: Mapping[str, bytes]) -> Iterator[Change]:
        for path, content in files.items():
            if self._is_new(path, content):
                yield path, content

    def _others(self, contents: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
        """Those of the contents that are new, of files that no update reads again."""
        for path, content in contents.items():
            if self._is_new(path, blake2b(path.encode() + content, digest_size=16).digest()):
                yield path, content

    def _is_new(self, path: str, kept: bytes) -> bool:
        """Whether a file is to be given, because not this is kept of it."""
        if self.before and self.cache.get(path) == kept:
            return False
        self.cache[path] = kept
        return True


def _head_key(layout: Layout) -> tuple[bytes, bool]:
    """What the head's files depend on but its terms: where nothing is sealed, tables are of it."""
    return layout.head_epoch, not layout.sealed
