"""What the engine must know of all documents: the manifest, and columns for filters and order."""

from collections.abc import Iterable, Sequence
from typing import Any

from newsroom.search.contraction import Contraction
from newsroom.search.document import to_json
from newsroom.search.layout import BLOCK, COLUMNS, FORMAT, HEAD_SHARDS, Layout, path_of
from newsroom.search.memory import Entry


def column_contents(entries: Sequence[Entry], layout: Layout) -> dict[str, bytes]:
    """For the sealed documents: section, campaign, views; a file each, read when it is used."""
    if not layout.sealed:
        return {}
    columns = _columns(entries[: layout.sealed])
    epoch = layout.columns_epoch.hex()
    return {
        path_of("c", number): to_json({"epoch": epoch, **_spread(columns[name], layout)})
        for number, name in enumerate(COLUMNS)
    }


def manifest(entries: Sequence[Entry], layout: Layout, contraction: Contraction) -> bytes:
    """What the engine must know before it can read anything else."""
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
        "head": {"numbers": layout.head_numbers, **_columns(entries[shape.sealed :])},
        "contractions": contraction.table,
    }
    return to_json(content)


Column = dict[str, list[int] | list[str]]


def _columns(entries: Sequence[Entry]) -> dict[str, Column]:
    return {
        "section": _column([entry.section_slug for entry in entries]),
        "campaign": _column([entry.campaign_slug for entry in entries]),
        "views": {"values": [entry.views for entry in entries]},
    }


def _column(slugs: Sequence[str]) -> Column:
    names = sorted(set(slugs))
    places = {name: place for place, name in enumerate(names)}
    return {"names": names, "values": [places[slug] for slug in slugs]}


def _spread(column: Column, layout: Layout) -> Column:
    """The column by number instead of by document; 0 where a number has no document."""
    values: list[Any] = [0] * layout.head
    for number, value in zip(layout.numbers, column["values"], strict=False):
        values[number] = value
    return {**column, "values": values}


def _quarters(entries: Sequence[Entry], numbers: Iterable[int]) -> list[tuple[str, int]]:
    """Every quarter that has documents, and the number of the first: dates ascend."""
    first: dict[str, int] = {}
    for number, entry in zip(numbers, entries, strict=True):
        if entry.quarter:
            first.setdefault(entry.quarter, number)
    return list(first.items())


def _titles(names: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Slugs and titles, as a reader lists them: by title."""
    return sorted({slug: title for slug, title in names if slug}.items(), key=lambda n: n[1])
