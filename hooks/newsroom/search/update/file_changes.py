"""Which files of the index change in one update, and what they will hold.

It saves writing all of it: one new article writes 66 of 5,167 files (decision 42).

The plan of an update, in this order:
1. Prepare documents whose digest is new; note whose words and whose stored fields changed by that.
2. Stored fields: write the files whose content, number or check changed.
3. Sealed segment: patch the shards of documents whose words or number changed; rebuild it if the
   epoch or the abbreviations changed, or too many documents did.
4. Head segment: rewrite it if its documents, their words or the abbreviations changed.
5. Doc values and manifest, always made, written if they differ.

It relies on the cache being what the last update left: a file is written if the cache does not hold
its content (or digest) yet. Anything in the cache that does not fit raises DamagedError, and the
caller starts over without it. Held by tests/newsroom/search/update/test_indexing.py, which compares
with an index built from scratch after random sequences of changes; decisions 8 and 10.
"""

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
from newsroom.search.format.layout import MANIFEST, DocumentFile, Layout, path_of
from newsroom.search.format.manifest import manifest
from newsroom.search.format.sealed_segment import ShardFile, Shards
from newsroom.search.format.stored_fields import stored_fields_content
from newsroom.search.update.cache import Cache
from newsroom.search.update.common_words import CommonWords
from newsroom.search.update.forward_index import ForwardIndex, Prepared
from newsroom.search.update.posting_lists import NumberedWords, posting_lists_of
from newsroom.search.update.shard_patches import DocumentDelta, patched_shards
from newsroom.search.update.snapshot import Snapshot
from newsroom.search.words.contraction import Contraction
from newsroom.search.words.documents import ListedDocument
from newsroom.text.search_words import SearchWords

Change = tuple[str, bytes | None]
"""A path and its new content, or None where the file is to be deleted."""
Prepare = Callable[[Sequence[str]], Iterable[Prepared]]
"""Prepares the documents of these uris, in their order, in whatever processes."""

_FEW, _MANY = 32, 16
"""Rebuilding is as fast as patching more documents than _FEW and than one in _MANY."""


@dataclass
class Update:
    """An update in progress; without `before`, every file is written whatever the cache holds."""

    before: Snapshot | None
    after: Snapshot
    contraction: Contraction
    cache: Cache
    run: Map
    has_documents: bool = True
    """Whether the forward index may be used."""
    fields_changed: set[str] = field(default_factory=set)
    """Uris of documents known before whose stored fields changed."""
    old_words: dict[str, bytes] = field(default_factory=dict)
    """The former words of documents known before whose words changed, by uri; b"" once they are too
    many to be patched."""
    common: CommonWords = field(init=False)

    def __post_init__(self) -> None:
        self.common = CommonWords.kept_in(self.cache) if self.before else CommonWords()

    def changes(
        self, entries: Sequence[ListedDocument], prepare: Prepare, words: SearchWords
    ) -> Iterator[Change]:
        """Every file to write."""
        self._analyze(prepare)
        yield from self._stored_fields()
        yield from self._sealed_segment()
        yield from self._head_segment()
        layout = self.after.layout
        contents = doc_values_contents(entries, layout)
        contents[MANIFEST] = manifest(entries, layout, self.contraction, words, self.common)
        self.common.keep(self.cache)
        for path, content in self._write_only(contents):
            yield path, gzip(content)

    def _analyze(self, prepare: Prepare) -> None:
        """Prepare the documents that the forward index lacks, and note what that changes."""
        rows = ForwardIndex(self.cache)
        known = self.before.by_uri if self.before else {}
        wanted = self._wanted(rows)
        for uri, prepared in zip(wanted, prepare(wanted) if wanted else (), strict=True):
            if uri in known:
                words = rows.words(uri, known[uri])
                if rows.stored_fields(uri, known[uri]) != prepared.stored_fields:
                    self.fields_changed.add(uri)
                if words != prepared.words:
                    self.old_words[uri] = words if len(self.old_words) < self._most else b""
            rows.put(uri, self.after.by_uri[uri], prepared)

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
        """How many documents are patched before the segment is rebuilt instead."""
        return max(_FEW, self.after.layout.sealed // _MANY)

    def _stored_fields(self) -> Iterator[Change]:
        rows = ForwardIndex(self.cache)
        digests = self.after.by_uri
        for number, uri, check in sorted(self._changed_document_files()):
            fields = rows.stored_fields(uri, digests[uri])
            yield path_of("d", number), stored_fields_content(fields, check)

    def _changed_document_files(self) -> set[DocumentFile]:
        """The documents whose files of stored fields change."""
        before, after = self.before, self.after.layout
        if before is None:
            return set(after.document_files)
        changed = set(after.document_files_of(self.fields_changed))
        if before.layout is after:
            return changed
        return changed.union(set(after.document_files).difference(before.layout.document_files))

    def _sealed_segment(self) -> Iterator[Change]:
        after = self.after.layout
        if not after.sealed:
            self.common.clear()
            return
        before = self.before.layout if self.before and not self._is_contracted_anew else None
        if not before or not before.sealed or before.shards_epoch != after.shards_epoch:
            yield from self._rebuild_sealed()
            return
        changed = self._moved(before)
        changed.update(uri for uri in self.old_words if after.sealed_number(uri) is not None)
        if changed and max(len(changed), len(self.old_words)) > self._most:
            yield from self._rebuild_sealed()
        elif changed:
            yield from self._patch_sealed(changed)

    @property
    def _is_contracted_anew(self) -> bool:
        return self.before is not None and self.before.contraction != self.after.contraction

    def _moved(self, before: Layout) -> set[str]:
        """Uris of documents whose number changed, or that entered or left the sealed segment."""
        if before is self.after.layout:
            return set()
        both = before.sealed_numbers.items() ^ self.after.layout.sealed_numbers.items()
        return {uri for uri, _ in both}

    def _patch_sealed(self, changed: Iterable[str]) -> Iterator[Change]:
        deltas = [
            DocumentDelta(self._sealed_before(uri), self._sealed_now(uri))
            for uri in sorted(changed)
        ]
        both = Shards.both(self.after.layout)
        before: DocumentFrequencies = {}
        after: DocumentFrequencies = {}
        for patched in patched_shards(deltas, self.contraction, both, self.cache):
            yield from self._shards([patched.file])
            before |= patched.before
            after |= patched.after
        yield from self._files(patched_dictionary_files(before, after, self.cache))

    def _sealed_before(self, uri: str) -> NumberedWords | None:
        number = self.before.layout.sealed_number(uri) if self.before else None
        if not self.before or number is None:
            return None
        digests = self.after.by_uri if uri in self.after.by_uri else self.before.by_uri
        words = self.old_words.get(uri) or ForwardIndex(self.cache).words(uri, digests[uri])
        return number, words

    def _sealed_now(self, uri: str) -> NumberedWords | None:
        number = self.after.layout.sealed_number(uri)
        if number is None:
            return None
        return number, ForwardIndex(self.cache).words(uri, self.after.by_uri[uri])

    def _rebuild_sealed(self) -> Iterator[Change]:
        from newsroom.search.update.inversion import inverted  # noqa: PLC0415 - loads numpy

        layout = self.after.layout
        documents = zip(layout.numbers, self._words(0, layout.sealed), strict=False)
        frequencies: DocumentFrequencies = {}
        self.common.clear()
        for merged in inverted(documents, self.contraction, Shards.both(layout), self.run):
            frequencies |= merged.frequencies
            yield from self._shards(merged.shards)
        yield from self._files(dictionary_files(frequencies))

    def _head_segment(self) -> Iterator[Change]:
        layout = self.after.layout
        uris = layout.uris[layout.sealed :]
        is_same = self.before and _head_key(self.before) == _head_key(self.after)
        if not uris or (is_same and self.old_words.keys().isdisjoint(uris)):
            return
        own = zip(layout.head_numbers, self._words(layout.sealed, len(layout.uris)), strict=True)
        words, pairs = posting_lists_of(own, self.contraction)
        yield from self._write_only(head_files(layout.head_epoch, words, pairs))
        if not layout.sealed:
            yield from self._files(dictionary_files(document_frequencies(words)))

    def _words(self, start: int, end: int) -> Iterator[bytes]:
        rows = ForwardIndex(self.cache)
        for uri in islice(self.after.layout.uris, start, end):
            yield rows.words(uri, self.after.by_uri[uri])

    def _shards(self, files: Iterable[ShardFile]) -> Iterator[Change]:
        for file in files:
            self.common.note(file.path, file.cut)
            if self._is_new(file.path, file.uncut):
                yield file.path, file.content

    def _files(self, files: Mapping[str, bytes]) -> Iterator[Change]:
        for path, content in files.items():
            if self._is_new(path, content):
                yield path, content

    def _write_only(self, contents: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
        """Files that no update reads again: of those the cache keeps a digest only."""
        for path, content in contents.items():
            if self._is_new(path, blake2b(path.encode() + content, digest_size=16).digest()):
                yield path, content

    def _is_new(self, path: str, kept: bytes) -> bool:
        """Whether the file must be written: the cache holds something else of it, or nothing."""
        if self.before and self.cache.get(path) == kept:
            return False
        self.cache[path] = kept
        return True


def _head_key(snapshot: Snapshot) -> tuple[bytes, bool, str]:
    """What the head segment depends on besides words; with nothing sealed, the dictionary too."""
    layout = snapshot.layout
    return layout.head_epoch, not layout.sealed, snapshot.contraction
