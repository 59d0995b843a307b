"""The benchmark of imports invents articles that come in, and divides the right figures."""

from pathlib import Path

import pytest

import benchmark_import
from benchmarking.old_portal import export, save_pages
from benchmarking.process import Cost
from newsroom.importing.formats.reading import read_records
from newsroom.importing.record import ImportedArticle


def test_what_it_invents_is_imported_without_a_note(tmp_path: Path) -> None:
    save_pages(tmp_path / "trang", 2)
    export(tmp_path / "cu.xml", 2)

    pages = sorted((tmp_path / "trang").rglob("*.html"))
    records = [record for file in (*pages, tmp_path / "cu.xml") for record in read_records(file)]

    assert len(records) == 4
    for record in records:
        assert isinstance(record, ImportedArticle), record
        assert record.section_names
        assert not [note for note in record.notes if "mất" in note or "không chắc" in note]
    assert records[0].lead_picture  # type: ignore[union-attr]


def test_bars_are_of_one_article_and_of_the_processor() -> None:
    few = benchmark_import.Result("x", 10, Cost(9, 1), Cost(9, 0.1))
    many = benchmark_import.Result("x", 100, Cost(9, 11, 70), Cost(9, 0.55, 80))

    growth, unchanged, peak = benchmark_import.bars([few, many])

    assert growth.value == pytest.approx(1.1)
    assert unchanged.value == pytest.approx(0.05)
    assert peak.value == 80
