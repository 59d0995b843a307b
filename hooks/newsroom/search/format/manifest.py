"""The manifest: what an engine must know before anything else, and the head's doc values."""

from collections.abc import Iterable, Sequence

from newsroom.search.format.doc_values import columns_of
from newsroom.search.format.encoding import to_json
from newsroom.search.format.layout import BLOCK, FORMAT, HEAD_SHARDS, Layout
from newsroom.search.words.contraction import Contraction
from newsroom.search.words.documents import ListedDocument
from newsroom.text.search_words import SearchWords


def manifest(
    entries: Sequence[ListedDocument],
    layout: Layout,
    contraction: Contraction,
    words: SearchWords,
    common: Iterable[str],
) -> bytes:
    """The manifest as JSON; `entries` are all documents in the order of their numbers; common: the
    forms of words whose lists are cut."""
    shape = layout.shape
    content = {
        "format": FORMAT,
        "documents": shape.documents,
        "size": layout.size,
        "sealed": layout.head,
        "block": BLOCK,
        "epochs": {
            "shards": layout.shards_epoch.hex(),
            "columns": layout.columns_epoch.hex(),
            "head": layout.head_epoch.hex(),
        },
        "shards": {"w": shape.word_shards, "p": shape.pair_shards, "h": HEAD_SHARDS},
        "checks": layout.checks,
        "quarters": _quarters(entries, layout.numbers),
        "sections": _titles((e.section_slug, e.section_title) for e in entries),
        "campaigns": _titles((e.campaign_slug, e.campaign_title) for e in entries),
        "head": {"numbers": layout.head_numbers, **columns_of(entries[shape.sealed :])},
        "contractions": contraction.table,
        "little": words.question_words,
        "synonyms": words.synonyms,
        "common": " ".join(common),
    }
    return to_json(content)


def _quarters(entries: Sequence[ListedDocument], numbers: Iterable[int]) -> list[tuple[str, int]]:
    """Every quarter that has documents, with the number of its first: numbers ascend with dates."""
    first: dict[str, int] = {}
    for number, entry in zip(numbers, entries, strict=True):
        if entry.quarter:
            first.setdefault(entry.quarter, number)
    return list(first.items())


def _titles(names: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Slugs and titles, sorted by title."""
    return sorted({slug: title for slug, title in names if slug}.items(), key=lambda n: n[1])
