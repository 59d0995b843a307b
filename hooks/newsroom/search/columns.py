"""What the engine must know of all documents: the manifest, and columns for filters and order."""

from collections.abc import Iterable, Sequence

from newsroom.search.contraction import Contraction
from newsroom.search.document import to_json
from newsroom.search.layout import BLOCK, COLUMNS, FORMAT, HEAD_SHARDS, Layout, path_of
from newsroom.search.memory import Entry


def column_contents(entries: Sequence[Entry], layout: Layout) -> dict[str, bytes]:
    """For the sealed documents: section, campaign, views; a file each, read when it is used."""
    if not layout.sealed:
        return {}
    columns = _columns(entries[: layout.sealed])
    epoch = layout.sealed_epoch.hex()
    return {
        path_of("c", number): to_json({"epoch": epoch, **columns[name]})
        for number, name in enumerate(COLUMNS)
    }


def manifest(entries: Sequence[Entry], layout: Layout, contraction: Contraction) -> bytes:
    """What the engine must know before it can read anything else."""
    shape = layout.shape
    content = {
        "format": FORMAT,
        "documents": shape.documents,
        "sealed": shape.sealed,
        "block": BLOCK,
        "epochs": {"sealed": layout.sealed_epoch.hex(), "head": layout.head_epoch.hex()},
        "shards": {"w": shape.word_shards, "p": shape.pair_shards, "h": HEAD_SHARDS},
        "checks": layout.checks,
        "quarters": _quarters(entries),
        "sections": _titles((e.section_slug, e.section_title) for e in entries),
        "campaigns": _titles((e.campaign_slug, e.campaign_title) for e in entries),
        "head": _columns(entries[shape.sealed :]),
        "contractions": contraction.table,
    }
    return to_json(content)


def _columns(entries: Sequence[Entry]) -> dict[str, dict[str, list[int] | list[str]]]:
    return {
        "section": _column([entry.section_slug for entry in entries]),
        "campaign": _column([entry.campaign_slug for entry in entries]),
        "views": {"values": [entry.views for entry in entries]},
    }


def _column(slugs: Sequence[str]) -> dict[str, list[int] | list[str]]:
    names = sorted(set(slugs))
    places = {name: place for place, name in enumerate(names)}
    return {"names": names, "values": [places[slug] for slug in slugs]}


def _quarters(entries: Sequence[Entry]) -> list[tuple[str, int]]:
    """Every quarter that has documents, and the number of the first: dates ascend."""
    first: dict[str, int] = {}
    for number, entry in enumerate(entries):
        if entry.quarter:
            first.setdefault(entry.quarter, number)
    return list(first.items())


def _titles(names: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Slugs and titles, as a reader lists them: by title."""
    return sorted({slug: title for slug, title in names if slug}.items(), key=lambda n: n[1])
