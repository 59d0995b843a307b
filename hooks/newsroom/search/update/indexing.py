"""The index brought up to date: the files that changed, as if it had been built from scratch.

It relies on whoever calls it to write or delete every file that it yields before the next update,
and to keep the cache together with the files. An update that is not read to its end leaves no
snapshot, so the next one writes everything.
Held by tests/newsroom/search/update/test_indexing.py; decisions 8 and 10.
"""

from collections.abc import Callable, Iterable, Iterator

from newsroom.machine.processes import Map
from newsroom.search.format.document_numbers import NumberedDocuments
from newsroom.search.format.encoding import DamagedError
from newsroom.search.update.cache import Cache
from newsroom.search.update.file_changes import Change, Prepare, Update
from newsroom.search.update.forward_index import ForwardIndex, prepare
from newsroom.search.update.snapshot import Snapshot
from newsroom.search.words.contraction import Contraction
from newsroom.search.words.documents import ListedDocument, SearchDocument
from newsroom.text.abbreviations import Abbreviation
from newsroom.text.search_words import NO_WORDS, SearchWords


def update_index(
    entries: Iterable[ListedDocument],
    prepare: Prepare,
    contraction: Contraction,
    cache: Cache,
    run: Map = map,
    anew: Callable[[], None] = lambda: None,
    words: SearchWords = NO_WORDS,
) -> Iterator[Change]:
    """Every file of the index to write or delete since the last update.

    `entries` are all documents that can be found now, in any order; no two share a uri.
    `prepare` is called with the uris whose digest is new, and again with all of them if the cache
    turns out to be damaged. `cache` is what earlier updates left, or empty. If it is damaged, every
    file is yielded, some of them twice. If it does not even tell which files there were, `anew` is
    called first: every file that is not yielded after that has to be deleted.
    """
    numbered = NumberedDocuments.of(entries)
    after, ordered = Snapshot.of(numbered, contraction), numbered.documents
    before = Snapshot.taken_from(cache, after.layout)
    if before is None:
        anew()
    try:
        update = Update(before, after, contraction, cache, run)
        yield from update.changes(ordered, prepare, words)
    except DamagedError:
        whole = Update(None, after, contraction, cache, run, has_documents=False)
        yield from whole.changes(ordered, prepare, words)
    if before and before.layout is not after.layout:
        for path in before.layout.paths(without=after.layout):
            cache.pop(path, None)
            yield path, None
        for uri in before.by_uri.keys() - after.by_uri.keys():
            ForwardIndex(cache).drop(uri)
    after.keep(cache)


def build_index(
    documents: Iterable[SearchDocument],
    abbreviations: Iterable[Abbreviation],
    words: SearchWords = NO_WORDS,
) -> dict[str, bytes]:
    """Every file of an index built from scratch: the same bytes whatever the order of documents."""
    by_uri = {document.uri: document for document in documents}
    changes = update_index(
        [ListedDocument.of(document, b"") for document in by_uri.values()],
        lambda uris: map(prepare, map(by_uri.__getitem__, uris)),
        Contraction.of(abbreviations),
        {},
        words=words,
    )
    return {path: content for path, content in changes if content is not None}
