"""Names of files for articles that are called alike."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from newsroom.importing.record import ImportedArticle
from newsroom.importing.writing import destination
from newsroom.importing.writing.destination import free_destination
from newsroom.importing.writing.known_articles import KnownArticles
from newsroom.text.dates import VIETNAM

RECORD = ImportedArticle(
    (), "Lịch tiếp công dân", datetime(2023, 5, 4, tzinfo=VIETNAM), "", "<p>a</p>"
)


def test_hundreds_of_one_title_are_numbered_without_asking_for_all_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, asked = KnownArticles(tmp_path), 0

    def counted(title: str, longest: int) -> str:
        nonlocal asked
        asked += 1
        return "lich-tiep-cong-dan"

    monkeypatch.setattr(destination, "slugify", counted)
    names = []
    for day in range(200):
        record = replace(RECORD, date=RECORD.date.replace(day=day % 28 + 1))
        place = free_destination(record, tmp_path, known)
        known.add(place.path, record)
        names.append(place.slug)

    assert names[:3] == ["lich-tiep-cong-dan", "lich-tiep-cong-dan-2", "lich-tiep-cong-dan-3"]
    assert len(set(names)) == 200
    assert asked < 3 * 200


def test_name_that_was_not_used_after_all_is_given_again(tmp_path: Path) -> None:
    known = KnownArticles(tmp_path)

    first, second = (free_destination(RECORD, tmp_path, known) for _ in range(2))

    assert first == second
