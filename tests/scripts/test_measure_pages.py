"""Budgets of pages: which pages are measured, and what counts as missed."""

from pathlib import Path

import pytest

import measure_pages as module
from measure_pages import Budget, Visit, heaviest, misses


def test_heaviest_page_of_each_kind_that_the_site_has_is_measured(tmp_path: Path) -> None:
    pages = {"": "x", "tin/2023/04/mot/": "<picture>" * 2, "tin/2023/04/hai/": "x" * 99}
    for name, text in pages.items():
        file = tmp_path / name / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    assert heaviest(tmp_path) == {
        "home": "", "article": "tin/2023/04/hai/", "photos": "tin/2023/04/mot/"
    }  # fmt: skip


def test_pictures_count_as_bytes_and_neither_as_text_nor_as_requests() -> None:
    seen = Visit()
    for number, kind in enumerate(("Document", "Image")):
        seen.receive({"requestId": number, "type": kind})
        seen.finish({"requestId": number, "encodedDataLength": 100})

    assert (seen.requests, seen.text, seen.bytes) == (1, 100, 200)


def test_budget_is_of_one_kind_or_of_every_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BUDGETS", (Budget("height", 9, "home"), Budget("requests", 2)))
    visits = {"home": Visit(height=10, requests=2), "article": Visit(height=99, requests=3)}

    assert [line.split(", ")[0] for line in misses(visits)] == [
        "over budget: home: height 10.00",
        "over budget: article: requests 3.00",
    ]
