"""The index brought up to date: the files that change, as if it had been made anew."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from newsroom.machine.processes import Map
from newsroom.search.changes import Change, Prepare, Update
from newsroom.search.contraction import Contraction
from newsroom.search.memory import STATE, DocumentRows, Entry, Memory, State
from newsroom.search.numbers import Numbered
from newsroom.search.shard import DamagedError


def update_index(
    entries: Iterable[Entry],
    prepare: Prepare,
    contraction: Contraction,
    memory: Memory,
    run: Map = map,
    anew: Callable[[], None] = lambda: None,
) -> Iterator[Change]:
    """Every file of the index that is to be written or deleted since the last update.

    `entries` are all documents that can be found now, each with a uri of its own, in any order.
    `prepare` is called with the uris whose digest is new, and again with all where the memory
    shows to be damaged. `memory` is what earlier updates left, or empty; it and the files must be
    kept together. Where it is lost, damaged or of an update that was not read to its end, all
    files are given, some twice; where it does not even tell which files there were, `anew` is
    called, and whatever is not given is to be deleted.
    """
    numbered = Numbered.of(entries)
    after, ordered = State.of(numbered), numbered.documents
    before = State.taken_from(memory, after.layout)
    if before is None:
        anew()
    try:
        yield from Update(before, after, memory, run).changes(ordered, prepare, contraction)
    except DamagedError:
        whole = Update(None, after, memory, run, has_documents=False)
        yield from whole.changes(ordered, prepare, contraction)
    if before and before.layout is not after.layout:
        for path in before.layout.paths(without=after.layout):
            memory.pop(path, None)
            yield path, None
        for uri in before.by_uri.keys() - after.by_uri.keys():
            DocumentRows(memory).drop(uri)
    after.keep(memory)


def update_texts(
    digests: Mapping[str, bytes], prepare: Prepare, memory: Memory, run: Map = map
) -> Iterator[Change]:
    """The same where nothing but texts changed: every document has the date, the section, the
    campaign and the views that it had, none came or went, and the abbreviations are as they were.

    Raises DamagedError where only `update_index` can tell; it is to be called then, in any case.
    digests: those of all entries, by uri.
    """
    before = State.kept_in(memory)
    if before is None or before.by_uri.keys() != digests.keys():
        raise DamagedError("the last update is unknown")
    after = State(before.layout, tuple(digests[uri].hex() for uri in before.layout.uris))
    memory.pop(STATE, None)
    yield from Update(before, after, memory, run).texts(prepare)
    after.keep(memory)
