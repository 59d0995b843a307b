"""Numbers of documents: they ascend with the date, and a change moves few of them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.search.format.document_numbers import NumberedDocuments
from newsroom.text.dates import VIETNAM

START = datetime(2019, 1, 1, tzinfo=VIETNAM)


@dataclass(frozen=True)
class Document:
    uri: str
    date: datetime | None


def numbers(documents: list[Document]) -> dict[str, int]:
    numbered = NumberedDocuments.of(documents)
    uris = [document.uri for document in numbered.documents]
    return dict(zip(uris, numbered.numbers, strict=True))


def articles(count: int, days: int = 1500) -> list[Document]:
    """Written at any time of working days, as a ward's are."""
    chance = Random(7)  # noqa: S311
    made = []
    for number in range(count):
        date = START + timedelta(days=chance.randrange(days))
        date += timedelta(days=min(0, 4 - date.weekday()), minutes=chance.randrange(450, 1050))
        made.append(Document(f"tin/{number}/", date))
    return made


PAGES = [Document(f"trang-{number}/", None) for number in range(20)]
dates = st.none() | st.datetimes(timezones=st.just(VIETNAM))


@given(st.lists(dates, max_size=40))
def test_numbers_ascend_with_the_date_and_pages_come_first(given_dates: list[datetime]) -> None:
    documents = [Document(f"tin/{n}/", date) for n, date in enumerate(given_dates)]
    numbered = NumberedDocuments.of(documents)

    assert list(numbered.numbers) == sorted(set(numbered.numbers))
    stamps = [d.date.timestamp() if d.date else -float("inf") for d in numbered.documents]
    assert stamps == sorted(stamps)
    assert NumberedDocuments.of(reversed(documents)) == numbered


@pytest.mark.parametrize("gone", range(0, 3000, 250))
def test_an_article_that_goes_moves_only_the_next_ones(gone: int) -> None:
    documents = articles(3000)
    before = numbers(documents)
    after = numbers([*documents[:gone], *documents[gone + 1 :]])

    moved = [uri for uri in after if after[uri] != before[uri]]
    assert len(moved) <= 20
    days = [documents[int(uri.split("/")[1])].date for uri in moved]
    assert all(abs(day - documents[gone].date) < timedelta(days=10) for day in days)


@pytest.mark.parametrize("page", PAGES[::4])
def test_a_page_that_goes_moves_no_article_and_few_pages(page: Document) -> None:
    documents = [*articles(300), *PAGES]
    before = numbers(documents)
    after = numbers([document for document in documents if document is not page])

    moved = [uri for uri in after if after[uri] != before[uri]]
    assert len(moved) <= 5
    assert all(uri.startswith("trang") for uri in moved)


def test_one_more_newest_article_moves_none() -> None:
    documents = articles(3000)
    before = numbers(documents)
    after = numbers([*documents, Document("tin/moi/", START + timedelta(days=1501))])

    assert before.items() <= after.items()


@pytest.mark.parametrize("count", [1, 50, 3000])
def test_a_date_of_another_century_makes_no_endless_numbers(count: int) -> None:
    strange = [1, 1969, 2106, 9998]
    far = [Document(f"tin/nam-{year}/", datetime(year, 7, 1, tzinfo=VIETNAM)) for year in strange]

    assert max(numbers([*articles(count), *far]).values()) < 12 * max(count, 100) + 100


def test_articles_of_one_moment_follow_each_other() -> None:
    found = sorted(numbers([Document(f"tin/{n}/", START) for n in range(500)]).values())

    assert found == list(range(found[0], found[0] + 500))
