"""Doc values: a column of sections, of campaigns and of views, for filters and sorting.

A value for each number of the sealed segment, read by an engine when a query needs it; those of
the head stand in the manifest, which every engine has read.
Held by tests/newsroom/search/update/test_indexing.py; decision 8.
"""

from collections.abc import Sequence
from typing import Any

from newsroom.search.format.encoding import to_json
from newsroom.search.format.layout import COLUMNS, Layout, path_of
from newsroom.search.words.documents import ListedDocument


def doc_values_contents(entries: Sequence[ListedDocument], layout: Layout) -> dict[str, bytes]:
    """The files of the sealed segment's doc values, a column each."""
    if not layout.sealed:
        return {}
    columns = columns_of(entries[: layout.sealed])
    epoch = layout.columns_epoch.hex()
    return {
        path_of("c", number): to_json({"epoch": epoch, **_spread(columns[name], layout)})
        for number, name in enumerate(COLUMNS)
    }


Column = dict[str, list[int] | list[str]]


def columns_of(entries: Sequence[ListedDocument]) -> dict[str, Column]:
    """The columns of some documents, in their order."""
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
    """The column by number instead of by document; 0 for a number without a document."""
    values: list[Any] = [0] * layout.head
    for number, value in zip(layout.numbers, column["values"], strict=False):
        values[number] = value
    return {**column, "values": values}
