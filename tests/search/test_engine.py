"""The engine: what it unpacks, how it takes failures and new builds, and that nothing escapes."""

import base64
import gzip
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from search_site import EngineError, Site, document

from newsroom.search.format.encoding import gzip as packed


def articles(count: int, first: int = 0) -> list[Any]:
    return [
        document(n, title=f"Bài họp số {n}", text=f"Phường họp bàn việc thứ {n}.")
        for n in range(first, first + count)
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a",
        b"abc" * 1000,
        bytes(range(256)) * 300,
        os.urandom(70_000),  # stored, not packed
        "Ủy ban nhân dân phường Sài Đồng. ".encode() * 50 + os.urandom(200),
    ],
    ids=["empty", "one", "repeated", "long", "random", "text"],
)
def test_the_fallback_unpacks_what_gzip_packed(node: Any, data: bytes) -> None:
    for file in (packed(data), gzip.compress(data, 1, mtime=0), gzip.compress(data, 0, mtime=0)):
        answer = node("inflate", data=base64.b64encode(file).decode())
        assert base64.b64decode(answer) == data


def test_the_fallback_refuses_a_file_that_was_cut_short(node: Any) -> None:
    file = packed(b"abcdefgh" * 100)[:-12]

    with pytest.raises(EngineError):
        node("inflate", data=base64.b64encode(file).decode())


def test_a_file_that_the_server_unpacked_is_taken_as_it_is(node: Any) -> None:
    answer = node("gunzip", data=base64.b64encode(b'{"a":1}').decode())

    assert base64.b64decode(answer) == b'{"a":1}'


@pytest.mark.parametrize("start", ["search/manifest", "search/w/", "search/p/", "search/d/"])
def test_a_file_that_fails_once_is_asked_for_again(site: Site, node: Any, start: str) -> None:
    site.publish(articles(40))
    site.broken[start] = 1

    assert node("search", base=site.index_address, query="họp bàn")["total"] == 40


@pytest.mark.parametrize("start", ["search/manifest", "search/w/", "search/h/", "search/d/"])
def test_a_file_that_keeps_failing_is_told_in_vietnamese(site: Site, node: Any, start: str) -> None:
    site.publish(articles(40))
    site.broken[start] = 1000

    with pytest.raises(EngineError, match="Hãy kiểm tra kết nối mạng rồi thử lại"):
        node("search", base=site.index_address, query="họp bàn")


def test_after_a_failure_the_next_query_is_answered(site: Site, node: Any) -> None:
    site.publish(articles(40))
    site.broken["search/w/"] = 1000
    with pytest.raises(EngineError):
        node("search", base=site.index_address, query="họp bàn")
    site.broken.clear()

    assert node("search", base=site.index_address, query="họp bàn")["total"] == 40


def test_a_session_that_began_before_a_new_build_never_shows_a_wrong_title(
    site: Site, node: Any
) -> None:
    site.publish(articles(40))
    node("search", base=site.index_address, query="số 7")
    site.publish(articles(40, first=1000) + articles(40))  # every number has another meaning

    for n in range(40):
        (first, *_) = node("search", base=site.index_address, query=f"họp số {n}")["items"]
        assert first["uri"] == f"tin/{n}/"
        assert first["title"] == f"Bài họp số {n}"


def test_an_article_that_was_taken_down_is_not_shown_from_an_old_session(
    site: Site, node: Any
) -> None:
    site.publish(articles(80))
    node("search", base=site.index_address, query="số 3")
    site.publish([article for article in articles(80) if article.uri != "tin/5/"])

    found = node("search", base=site.index_address, query="họp số 5")["items"]
    assert "tin/5/" not in [item["uri"] for item in found]


OLD = ("search/w/", "search/p/", "search/h/", "search/t/", "search/c/", "search/d/")


@pytest.fixture
def stale(site: Site) -> Callable[[list[Any], list[Any]], None]:
    """Publishes some articles, then others while a cache still has all but the manifest."""

    def publish(before: list[Any], after: list[Any]) -> None:
        site.publish(before)
        site.cached = {path: data for path, data in site.files.items() if path.startswith(OLD)}
        site.publish(after)

    return publish


def change_of(after: str) -> list[Any]:
    """What became of a hundred articles: number 5 is gone, or dated later; or others came."""
    every = articles(100)
    five = every.pop(5)
    match after:
        case "gone":
            return every
        case "dated later":
            return [*every, replace(five, date=every[50].date + timedelta(minutes=1))]
        case "dated as its neighbour":
            return [*every, replace(five, date=every[5].date)]
    return [*every, five, *articles(30, first=2000), *articles(9, first=100)]


@pytest.mark.parametrize("after", ["gone", "dated later", "dated as its neighbour", "others"])
def test_old_files_in_a_cache_never_give_a_wrong_title_date_or_address(
    site: Site, node: Any, stale: Callable[..., None], after: str
) -> None:
    documents = change_of(after)
    stale(articles(100), documents)
    right = {d.uri: (d.title, d.date.isoformat(timespec="minutes")) for d in documents}

    for n in [*range(12), 49, 50, 51, 99]:
        items = node("search", base=site.index_address, session=str(n), query=f"họp số {n}")[
            "items"
        ]
        assert items
        assert all(right[item["uri"]] == (item["title"], item["date"]) for item in items)


def test_an_old_list_that_has_a_withdrawn_article_is_read_anew(
    site: Site, node: Any, stale: Callable[..., None]
) -> None:
    stale(articles(100), change_of("gone"))
    answer = node("search", base=site.index_address, query="số 5")

    assert answer["full"] == 10  # 50 to 59
    assert "tin/5/" not in [item["uri"] for item in answer["items"]]


def test_a_list_from_before_the_manifest_is_asked_for_again(
    site: Site, node: Any, stale: Callable[..., None]
) -> None:
    stale(articles(100), articles(150))
    site.published = format_datetime(datetime.now(UTC) - timedelta(minutes=5), usegmt=True)

    first = node("search", base=site.index_address, query="họp số 120")["items"][0]
    assert first["uri"] == "tin/120/"
    assert len(site.asked("search/manifest")) == 1


def test_a_page_that_stays_open_takes_up_a_new_index(site: Site, node: Any) -> None:
    site.publish(articles(100))
    node("search", base=site.index_address, query="họp số 5")
    site.publish(change_of("gone"))
    node("wait", minutes=11)

    found = node("search", base=site.index_address, query="họp số 5")["items"]
    assert "tin/5/" not in [item["uri"] for item in found]


def test_files_of_two_builds_that_never_fit_end_in_a_message(site: Site, node: Any) -> None:
    site.publish(articles(40))
    old = {name: data for name, data in site.files.items() if name.startswith("search/w/")}
    site.publish(articles(70))
    site.files |= old

    with pytest.raises(EngineError, match="Trang vừa được cập nhật"):
        node("search", base=site.index_address, query="họp bàn")


@pytest.mark.parametrize(
    "query", ["constructor", "__proto__", "toString hasOwnProperty", "a" * 999]
)
def test_names_that_mean_something_to_javascript_are_words(
    site: Site, node: Any, query: str
) -> None:
    site.publish(articles(3))

    assert node("search", base=site.index_address, query=query)["items"] == []


def test_filters_order_and_paging(site: Site, node: Any) -> None:
    documents = [
        document(n, title=f"Họp {n}", views=n * 37 % 50, section_slug="abc"[n % 3],
                 campaign_slug="he" if n % 2 else "")
        for n in range(50)
    ]  # fmt: skip
    site.publish(documents)

    def search(**options: Any) -> Any:
        return node("search", base=site.index_address, query="họp", options=options)

    newest = search(order="newest", limit=50)["items"]
    assert [item["title"] for item in newest] == [f"Họp {n}" for n in reversed(range(50))]
    views = [item["views"] for item in search(order="views", limit=50)["items"]]
    assert views == sorted(views, reverse=True)
    assert search(filters={"section": "b", "campaign": "he"})["total"] == 9
    in_2024 = [d for d in documents if d.quarter.startswith("2024")]
    assert search(filters={"year": "2024"})["total"] == len(in_2024)
    spring = [d for d in documents if d.quarter == "2024-Q2"]
    assert search(filters={"year": "2024", "quarter": "2"})["total"] == len(spring) > 0
    pages = [search(order="newest", limit=7, offset=n)["items"] for n in range(0, 50, 7)]
    assert [item["title"] for page in pages for item in page] == [i["title"] for i in newest]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2023-04-30", "2023-09-12"),
        ("2024-03-26", ""),
        ("", "2023-06-10"),
        ("2023-02-10", "2023-02-10"),
        ("2019-01-01", "2022-12-31"),
        ("2030-01-01", ""),
    ],
)
def test_days_from_and_to_are_both_included(site: Site, node: Any, first: str, last: str) -> None:
    documents = [document(n, title=f"Họp {n}") for n in range(50)]
    site.publish([*documents, document(99, uri="lien-he/", title="Họp", date=None, quarter="")])
    options = {"filters": {"from": first, "to": last}, "limit": 60}
    found = node("search", base=site.index_address, query="họp", options=options)["items"]

    within = [d for d in documents if first <= f"{d.date:%F}" <= (last or "9")]
    assert sorted(item["uri"] for item in found) == sorted(d.uri for d in within)


def test_an_empty_site_and_an_empty_query_find_nothing(site: Site, node: Any) -> None:
    site.publish([])
    assert node("search", base=site.index_address, query="họp")["items"] == []
    assert node("search", base=site.index_address, query=" ?! ")["items"] == []


def test_without_a_query_only_the_manifest_is_read(site: Site, node: Any) -> None:
    site.publish(articles(40))
    node("search", base=site.index_address, query="")

    assert site.requests == ["search/manifest.bin"]


@pytest.mark.parametrize("file", ["w/", "d/"], ids=["a word's list", "an article"])
def test_a_search_that_nobody_waits_for_asks_for_nothing_more(
    site: Site, node: Any, file: str
) -> None:
    site.publish(articles(40))
    asked = node("abandoned", base=site.index_address, query="họp bàn", **{"from": file})

    later = [path for path in asked if path.startswith(("d/", "t/"))]
    assert later == [] or file == "d/"
    assert len(asked) == len(set(asked))  # not once more, as what failed is
