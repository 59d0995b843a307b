"""The search index of a site: relative file paths and what each file holds.

w/ words · p/ pairs · h/ the newest documents · t/ word tables · c/ columns for filters and order ·
d/ what a result shows · manifest.bin, the only file whose name an engine needs to know.
"""

from collections.abc import Iterable, Iterator, Sequence

from newsroom.search.abbreviations import Abbreviation
from newsroom.search.contraction import Contraction
from newsroom.search.document import (
    DocumentTerms,
    SearchDocument,
    document_terms,
    shown,
    to_json,
)
from newsroom.search.head import head_files
from newsroom.search.layout import BLOCK, FORMAT, HEAD_SHARDS, Layout
from newsroom.search.sealed import sealed_files
from newsroom.search.shard import gzip

__all__ = ["DocumentTerms", "Layout", "SearchDocument", "build_index", "document_terms"]

MANIFEST = "manifest.bin"


def build_index(
    documents: Iterable[SearchDocument], abbreviations: Iterable[Abbreviation]
) -> dict[str, bytes]:
    """All files of the index, the same bytes for the same documents in any order."""
    layout = Layout.of(tuple(documents))
    contraction = Contraction.of(abbreviations)
    terms = [document_terms(document, contraction) for document in layout.documents]
    return index_files(layout, terms, contraction)


def index_files(
    layout: Layout, terms: Sequence[DocumentTerms], contraction: Contraction
) -> dict[str, bytes]:
    """All files of the index; `terms` are those of `layout.documents`, in their order.

    The parts can be kept apart: sealed_files depends on the sealed documents' uris and terms,
    head_files on those and the head's, document_files and column_files on the documents alone.
    """
    return {
        **sealed_files(layout, terms[: layout.sealed]),
        **head_files(layout, terms[layout.sealed :]),
        **dict(document_files(layout)),
        **column_files(layout),
        MANIFEST: manifest(layout, contraction),
    }


def document_files(layout: Layout) -> Iterator[tuple[str, bytes]]:
    """For every document a file with what a result shows, and the check of its number."""
    for start in range(0, len(layout.documents), BLOCK):
        check = layout.check(start)
        for number in range(start, min(start + BLOCK, len(layout.documents))):
            own = check if number < layout.sealed else layout.check(number)
            content = {"check": own, **shown(layout.documents[number])}
            yield f"d/{number // BLOCK:x}/{number % BLOCK:x}.bin", gzip(to_json(content))


def column_files(layout: Layout) -> dict[str, bytes]:
    """For the sealed documents: section, campaign, views; a file each, read when it is used."""
    sealed = layout.documents[: layout.sealed]
    epoch = layout.sealed_epoch.hex()
    return {
        f"c/{name}.bin": gzip(to_json({"epoch": epoch, **column}))
        for name, column in _columns(sealed).items()
    } if sealed else {}  # fmt: skip


def manifest(layout: Layout, contraction: Contraction) -> bytes:
    """What the engine must know before it can read anything else."""
    documents = layout.documents
    content = {
        "format": FORMAT,
        "documents": len(documents),
        "sealed": layout.sealed,
        "block": BLOCK,
        "epochs": {"sealed": layout.sealed_epoch.hex(), "head": layout.head_epoch.hex()},
        "shards": {"w": layout.word_shards, "p": layout.pair_shards, "h": HEAD_SHARDS},
        "checks": layout.checks,
        "quarters": _quarters(documents),
        "sections": _titles((d.section_slug, d.section_title) for d in documents),
        "campaigns": _titles((d.campaign_slug, d.campaign_title) for d in documents),
        "head": _columns(documents[layout.sealed :]),
        "contractions": contraction.table,
    }
    return gzip(to_json(content))


def _columns(documents: Sequence[SearchDocument]) -> dict[str, dict[str, list[int] | list[str]]]:
    return {
        "section": _column([document.section_slug for document in documents]),
        "campaign": _column([document.campaign_slug for document in documents]),
        "views": {"values": [document.views for document in documents]},
    }


def _column(slugs: Sequence[str]) -> dict[str, list[int] | list[str]]:
    names = sorted(set(slugs))
    places = {name: place for place, name in enumerate(names)}
    return {"names": names, "values": [places[slug] for slug in slugs]}


def _quarters(documents: Sequence[SearchDocument]) -> list[tuple[str, int]]:
    """Every quarter that has documents, and the number of the first: dates ascend."""
    first: dict[str, int] = {}
    for number, document in enumerate(documents):
        if document.quarter:
            first.setdefault(document.quarter, number)
    return list(first.items())


def _titles(names: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Slugs and titles, as a reader lists them: by title."""
    return sorted({slug: title for slug, title in names if slug}.items(), key=lambda n: n[1])
