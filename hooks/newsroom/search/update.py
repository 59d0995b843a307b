"""The index brought up to date: the files that change, as if it had been made anew."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice, zip_longest

from newsroom.incremental.processes import Map
from newsroom.search.amend import Correction, amended_files
from newsroom.search.columns import column_contents, manifest
from newsroom.search.contraction import Contraction
from newsroom.search.head import head_files
from newsroom.search.layout import MANIFEST, oldest_first, path_of
from newsroom.search.memory import DocumentRows, Entry, Memory, Prepared, State
from newsroom.search.sealed import Slice, chunks_of, invert, lists_of, merge_slice
from newsroom.search.sealed_lists import ShardFile, Shards
from newsroom.search.shard import DamagedError, gzip
from newsroom.search.shown_files import ShownFile, shown_contents
from newsroom.search.tables import Table, table_files, table_of

Change = tuple[str, bytes | None]
"""A path and its new content, or None where the file is to be deleted."""
Prepare = Callable[[Sequence[str]], Iterable[Prepared]]
"""Prepares the documents of these uris, in their order, in whatever processes."""

_FEW, _MANY = 32, 16
"""Where more documents changed, and more than one in so many, making all anew is as fast."""


def update_index(
    entries: Iterable[Entry],
    prepare: Prepare,
    contraction: Contraction,
    memory: Memory,
    run: Map = map,
) -> Iterator[Change]:
    """Every file of the index that is to be written or deleted since the last update.

    `entries` are all documents that can be found now, each with a uri of its own, in any order.
    `prepare` is called with the uris whose digest is new, and again with all where the memory
    shows to be damaged. `memory` is what earlier updates left, or empty; it and the files must be
    kept together. Where it is lost, damaged or of an update that was not read to its end, all
    files are given, some twice, and `index_paths` tells which others are to be deleted.
    """
    ordered = oldest_first(entries)
    after = State.of(ordered)
    before = State.taken_from(memory)
    try:
        yield from _Update(before, after, memory, run).changes(ordered, prepare, contraction)
    except DamagedError:
        anew = _Update(None, after, memory, run, has_documents=False)
        yield from anew.changes(ordered, prepare, contraction)
    if before:
        for path in before.layout.shape.paths(without=after.layout.shape):
            memory.pop(path, None)
            yield path, None
        for uri in before.by_uri.keys() - after.by_uri.keys():
            DocumentRows(memory).drop(uri)
    after.keep(memory)


@dataclass
class _Update:
    """An update under way; without `before` every file is given, whatever the memory has."""

    before: State | None
    after: State
    memory: Memory
    run: Map
    has_documents: bool = True
    """Whether the documents' rows may be used."""
    reshown: set[str] = field(default_factory=set)
    """Uris of known documents that are shown in another way."""
    reworded: dict[str, bytes] = field(default_factory=dict)
    """By uri of known documents whose terms changed, the old ones."""

    def changes(
        self, entries: Sequence[Entry], prepare: Prepare, contraction: Contraction
    ) -> Iterator[Change]:
        """The files to be written."""
        self._renew(prepare)
        yield from self._shown()
        yield from self._sealed()
        yield from self._head()
        layout = self.after.layout
        contents = column_contents(entries, layout)
        contents[MANIFEST] = manifest(entries, layout, contraction)
        for path, content in contents.items():
            if self._is_new(path, blake2b(content, digest_size=16).digest()):
                yield path, gzip(content)

    def _renew(self, prepare: Prepare) -> None:
        """Prepare what is not kept, and find out what that changes."""
        rows = DocumentRows(self.memory)
        digests = self.after.by_uri
        known = self.before.by_uri if self.before else {}
        wanted = list(self._wanted(rows))
        for uri, prepared in zip(wanted, prepare(wanted) if wanted else (), strict=True):
            if uri in known:
                terms = rows.terms(uri, known[uri])
                if rows.shown(uri, known[uri]) != prepared.shown:
                    self.reshown.add(uri)
                if terms != prepared.terms:
                    self.reworded[uri] = terms if len(self.reworded) < self._most else b""
            rows.put(uri, digests[uri], prepared)

    def _wanted(self, rows: DocumentRows) -> Iterator[str]:
        known = self.before.by_uri if self.before else {}
        for uri, digest in self.after.by_uri.items():
            if self.before:
                is_kept = known.get(uri) == digest
            else:
                is_kept = self.has_documents and rows.has(uri, digest)
            if not is_kept:
                yield uri

    @property
    def _most(self) -> int:
        """How many documents are corrected one by one."""
        return max(_FEW, self.after.layout.sealed // _MANY)

    def _shown(self) -> Iterator[Change]:
        rows = DocumentRows(self.memory)
        known = self.before.layout.numbered if self.before else ()
        files = (
            ShownFile(path_of("d", number), new[1], rows.shown(new[0], self.after.digests[number]))
            for number, (old, new) in enumerate(zip_longest(known, self.after.layout.numbered))
            if new and (new != old or new[0] in self.reshown)
        )
        for contents in self.run(shown_contents, chunks_of(files)):
            yield from contents

    def _sealed(self) -> Iterator[Change]:
        uris = self.after.layout.sealed_uris
        if not self.before or self.before.layout.sealed_uris != uris:
            yield from self._sealed_anew()
            return
        changed = [number for number, uri in enumerate(uris) if uri in self.reworded]
        if len(self.reworded) > self._most:
            yield from self._sealed_anew() if changed else ()
        else:
            yield from self._amended(changed)

    def _amended(self, changed: Iterable[int]) -> Iterator[Change]:
        uris = self.after.layout.uris
        corrections = [
            Correction(number, self.reworded[uris[number]], *self._terms(number, number + 1))
            for number in changed
        ]
        both = Shards.both(self.after.layout.shape, self.after.layout.sealed_epoch)
        files, tables = amended_files(corrections, both, self.memory)
        yield from self._shards(files)
        yield from self._files(tables)

    def _sealed_anew(self) -> Iterator[Change]:
        layout = self.after.layout
        if not layout.sealed:
            return
        terms = self._terms(0, layout.sealed)
        columns = zip(*self.run(invert, chunks_of(terms)), strict=True)
        tasks = (
            Slice(number, chunks, layout.shape, layout.sealed_epoch)
            for number, chunks in enumerate(columns)
        )
        table: Table = {}
        for merged in self.run(merge_slice, tasks):
            table |= merged.table
            yield from self._shards(merged.shards)
        yield from self._files(table_files(table))

    def _head(self) -> Iterator[Change]:
        layout = self.after.layout
        uris = layout.uris[layout.sealed :]
        is_same = self.before and self.before.layout.head_epoch == layout.head_epoch
        if not uris or (is_same and self.reworded.keys().isdisjoint(uris)):
            return
        words, pairs = lists_of(list(self._terms(layout.sealed, len(layout.uris))))
        yield from self._files(head_files(layout.head_epoch, words, pairs))
        if not layout.sealed:
            yield from self._files(table_files(table_of(words)))

    def _terms(self, start: int, end: int) -> Iterator[bytes]:
        rows = DocumentRows(self.memory)
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

    def _is_new(self, path: str, kept: bytes) -> bool:
        """Whether a file is to be given, because not this is kept of it."""
        if self.before and self.memory.get(path) == kept:
            return False
        self.memory[path] = kept
        return True
