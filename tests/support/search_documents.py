"""Invented articles for the tests of the search index."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from newsroom.search.format.document_numbers import Dated, NumberedDocuments
from newsroom.search.format.layout import Layout
from newsroom.search.words.documents import SearchDocument
from newsroom.text.dates import VIETNAM

WORDS = [
    "phường", "họp", "dân", "đường", "hòa", "giải", "quỹ", "vì", "người", "nghèo", "tổ", "phố",
    "chợ", "trường", "sạch", "đẹp",
]  # fmt: skip


def document(number: int, **fields: Any) -> SearchDocument:
    chance = random.Random(number)  # noqa: S311
    text = ". ".join(" ".join(chance.choices(WORDS, k=8)) for _ in range(5))
    date = datetime(2023, 1, 1, 8, tzinfo=VIETNAM) + timedelta(days=number)
    made = SearchDocument(
        f"tin/{number}/", date, "thong-bao", "Thông báo", "", "",
        f"{date.year}-Q{(date.month + 2) // 3}", number, f"Bài {number}", text[:30], text,
    )  # fmt: skip
    return replace(made, **fields)


def index_paths(documents: Iterable[Dated]) -> Iterator[str]:
    """The paths of all files of the index of these documents."""
    return Layout.of(NumberedDocuments.of(documents)).paths()
