"""The search index of a site: relative file paths and what each file holds.

w/ words · p/ pairs · h/ the newest documents · t/ word tables · c/ columns for filters and order ·
d/ what a result shows · manifest.bin, the only file whose name an engine needs to know.
"""

from collections.abc import Iterable

from newsroom.search.abbreviations import Abbreviation
from newsroom.search.contraction import Contraction
from newsroom.search.document import DocumentTerms, SearchDocument, document_terms
from newsroom.search.layout import Layout, index_paths
from newsroom.search.memory import Entry, Prepared, prepare
from newsroom.search.shard import DamagedError
from newsroom.search.update import update_index, update_texts

__all__ = [
    "DamagedError",
    "DocumentTerms",
    "Entry",
    "Layout",
    "Prepared",
    "SearchDocument",
    "build_index",
    "document_terms",
    "index_paths",
    "prepare",
    "update_index",
    "update_texts",
]


def build_index(
    documents: Iterable[SearchDocument], abbreviations: Iterable[Abbreviation]
) -> dict[str, bytes]:
    """All files of the index, the same bytes for the same documents in any order."""
    by_uri = {document.uri: document for document in documents}
    contraction = Contraction.of(abbreviations)
    changes = update_index(
        [Entry.of(document, b"") for document in by_uri.values()],
        lambda uris: (prepare(by_uri[uri], contraction) for uri in uris),
        contraction,
        {},
    )
    return {path: content for path, content in changes if content is not None}
