"""The index brought up to date: the files that change, as if it had been made anew."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from newsroom.machine.processes import Map
from newsroom.search.format.document_numbers import NumberedDocuments
from newsroom.search.format.encoding import DamagedError
from newsroom.search.update.cache import Cache
from newsroom.search.update.file_changes import Change, Prepare, Update
from newsroom.search.update.forward_index import ForwardIndex, prepare
from newsroom.search.update.snapshot import STATE, Snapshot
from newsroom.search.words.contraction import Contraction
from newsroom.search.words.documents import ListedDocument, SearchDocument
from newsroom.text.abbreviations import Abbreviation


def update_index(
    entries: Iterable[ListedDocument],
    prepare: Prepare,
    contraction: Contraction,
    cache: Cache,
    run: Map = map,
    anew: Callable[[], None] = lambda: None,
) -> Iterator[Change]:
    """Every file of the index that is to be written or deleted since the last update.

    `entries` are all documents that can be found now, each with a uri of its own, in any order.
    `prepare` is called with the uris whose digest is new, and again with all where the cache
    shows to be damaged. `cache` is what earlier updates left, or empty; it and the files must be
    kept together. Where it is lost, damaged or of an update that was not read to its end, all
    files are given, some twice; where it does not even tell which files there were, `anew` is
    called, and whatever is not given is to be deleted.
    """
    numbered = NumberedDocuments.of(entries)
    after, ordered = Snapshot.of(numbered), numbered.documents
    before = Snapshot.taken_from(cache, after.layout)
    if before is None:
        anew()
    try:
        yield from Update(before, after, cache, run).changes(ordered, prepare, contraction)
    except DamagedError:
        whole = Update(None, after, cache, run, has_documents=False)
        yield from whole.changes(ordered, prepare, contraction)
    if before and before.layout is not after.layout:
        for path in before.layout.paths(without=after.layout):
            cache.pop(path, None)
            yield path, None
        for uri in before.by_uri.keys() - after.by_uri.keys():
            ForwardIndex(cache).drop(uri)
    after.keep(cache)


def update_texts(
    digests: Mapping[str, bytes], prepare: Prepare, cache: Cache, run: Map = map
) -> Iterator[Change]:
    """The same where nothing but texts changed: every document has the date, the section, the
    campaign and the views that it had, none came or went, and the abbreviations are as they were.

    Raises DamagedError where only `update_index` can tell; it is to be called then, in any case.
    digests: those of all entries, by uri.
    """
    before = Snapshot.kept_in(cache)
    if before is None or before.by_uri.keys() != digests.keys():
        raise DamagedError("the last update is unknown")
    after = Snapshot(before.layout, tuple(digests[uri].hex() for uri in before.layout.uris))
    cache.pop(STATE, None)
    yield from Update(before, after, cache, run).texts(prepare)
    after.keep(cache)


def build_index(
    documents: Iterable[SearchDocument], abbreviations: Iterable[Abbreviation]
) -> dict[str, bytes]:
    """All files of the index, the same bytes for the same documents in any order."""
    by_uri = {document.uri: document for document in documents}
    contraction = Contraction.of(abbreviations)
    changes = update_index(
        [ListedDocument.of(document, b"") for document in by_uri.values()],
        lambda uris: (prepare(by_uri[uri], contraction) for uri in uris),
        contraction,
        {},
    )
    return {path: content for path, content in changes if content is not None}
