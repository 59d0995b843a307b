"""Old addresses: which of them can lead to an article, and what is told of the others."""

from dataclasses import replace
from datetime import datetime

import pytest

from newsroom.importing.record import ImportedArticle
from newsroom.importing.writing.addresses import with_usable_addresses
from newsroom.text.dates import VIETNAM

RECORD = ImportedArticle((), "Tin", datetime(2024, 1, 1, tzinfo=VIETNAM), "", "<p>Tin</p>")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (["/tin/bai-1.html"], ("/tin/bai-1.html",)),
        (["/Default.aspx?tabid=12&id=5"], ("/Default.aspx?tabid=12&id=5",)),
        (["/Default.aspx", "/Default.aspx?id=5"], ("/Default.aspx?id=5",)),
        (["/tin-chi-tiet.aspx"], ("/tin-chi-tiet.aspx",)),
        (["/tin/a.html?fbclid=IwAR2x&utm_source=zalo"], ("/tin/a.html",)),
        (["/x?id=7&utm_medium=social"], ("/x?id=7",)),
        (["https://cu.example/tin/a.html#binh-luan"], ("/tin/a.html",)),
        (["/", ""], ()),
    ],
)
def test_address_is_kept_with_the_query_that_tells_the_article(
    typed: list[str], kept: tuple[str, ...]
) -> None:
    record = with_usable_addresses(replace(RECORD, addresses=tuple(typed)))

    assert record.addresses == kept
    assert record.notes == ()


@pytest.mark.parametrize("typed", ["/?p=20", "/a/../b.html", "/con/bai.html", "/tep.pdf"])
def test_address_that_no_static_site_answers_is_named(typed: str) -> None:
    record = with_usable_addresses(replace(RECORD, addresses=(typed,)))

    assert record.addresses == ()
    assert f"không giữ được địa chỉ cũ: “{typed}”" in record.notes[0]
