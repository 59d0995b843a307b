"""On a slow line counts show before any text has arrived, results once their places are certain."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect
from readers import Readers
from search_site import Site, cases, document, ranked_documents
from test_search_field import OPTIONS
from test_search_field import PAGE as FIELD
from test_search_page import PAGE, reading

CLEAR = [
    *(
        document(n, title=f"Tin {n}", text=f"Sáng nay, họp tổ. Chiều, dân phố {n}.")
        for n in range(4)
    ),
    document(9, title="Họp tổ dân phố"),
]
"""One has all words in a row."""
HELD = "**/search/d/**"


def uris(items: list[dict[str, Any]]) -> list[str]:
    return [item["uri"] for item in items]


def test_counts_are_told_before_any_text_is_asked_for(site: Site, node: Any) -> None:
    site.publish(CLEAR)
    told, answer = node("early", base=site.index_address, query="họp tổ dân phố", late=0).values()

    assert (told[0]["texts"], told[0]["items"]) == (0, [])
    counts = ("total", "full", "approximate", "asked", "missing")
    assert [told[0][name] for name in counts] == [answer[name] for name in counts]


def test_a_result_is_told_while_a_text_is_on_its_way_that_cannot_come_before_it(
    site: Site, node: Any
) -> None:
    site.publish(CLEAR)
    told, answer = node("early", base=site.index_address, query="họp tổ dân phố", late=4).values()

    assert uris(told[-1]["items"]) == uris(answer["items"])[:1] == ["tin/9/"]


def test_no_result_is_told_before_a_text_that_may_come_before_it(site: Site, node: Any) -> None:
    site.publish([document(n, title="Tin", text=f"Họp tổ {n}.") for n in range(4)])
    told, answer = node("early", base=site.index_address, query="họp tổ", late=0).values()

    assert [one["items"] for one in told] == [[]]
    assert len(answer["items"]) == 4


@pytest.mark.parametrize("late", range(5))
@pytest.mark.parametrize(
    "query", ["hoa giai", "quy vi nguoi", "so ket quy 2", "ubnd", "tổ dân phố"]
)
def test_what_is_told_early_stands_in_its_place(
    site: Site, node: Any, abbreviations: Any, query: str, late: int
) -> None:
    site.publish(ranked_documents(cases("ranking.yml")), abbreviations)
    told, answer = node("early", base=site.index_address, query=query, late=late).values()

    for one in told:
        assert uris(one["items"]) == uris(answer["items"])[: len(one["items"])]


@pytest.fixture
def page(readers: Readers, site: Site) -> Iterator[Page]:
    site.files |= {"tim-kiem/index.html": PAGE.encode(), "index.html": FIELD.encode()}
    site.publish(CLEAR)
    with reading(readers) as opened:
        yield opened


@pytest.fixture
def held(page: Page) -> list[Route]:
    """The texts that are on their way: from the first on, all but it."""
    waiting: list[Route] = []
    seen: list[str] = []

    def hold(route: Route) -> None:
        seen.append(route.request.url)
        if len(seen) > 1:
            waiting.append(route)
        else:
            route.continue_()

    page.route(HELD, hold)
    return waiting


COUNT = """(status) => {
  window.changes = 0;
  new MutationObserver(() => { window.changes += 1; }).observe(status, { childList: true });
}"""


def test_the_page_shows_first_what_is_certain_and_room_for_the_rest(
    page: Page, site: Site, held: list[Route]
) -> None:
    page.goto(f"{site.address}tim-kiem/")
    page.locator("[data-search-status]").evaluate(COUNT)
    page.get_by_role("searchbox").fill("họp tổ dân phố")
    expect(page.locator(".search-hit")).to_have_text(re.compile("Họp tổ dân phố"))
    expect(page.locator(".search-awaited[aria-hidden=true]")).to_have_count(4)
    expect(page.get_by_role("status")).to_contain_text("5 bài có đủ các chữ")
    first = page.locator(".search-hit").first
    first.evaluate("(hit) => { window.first = hit; }")
    place = first.bounding_box()
    for route in held:
        route.continue_()

    expect(page.locator(".search-hit")).to_have_count(5)
    expect(page.locator(".search-awaited")).to_have_count(0)
    assert first.evaluate("(hit) => hit === window.first")
    assert first.bounding_box() == place
    assert page.evaluate("window.changes") == 1


def test_the_field_shows_first_what_is_certain_and_keeps_the_choice(
    page: Page, site: Site, held: list[Route]
) -> None:
    page.goto(site.address)
    field = page.get_by_label("Từ cần tìm")
    page.get_by_role("status").evaluate(COUNT)
    field.fill("họp tổ dân phố")
    expect(page.locator(OPTIONS)).to_have_count(2)
    field.press("ArrowDown")
    field.press("ArrowDown")
    for route in held:
        route.continue_()

    expect(page.locator(OPTIONS)).to_have_count(6)
    expect(page.locator("[role=option][aria-selected=true]")).to_contain_text("Họp tổ dân phố")
    ids = page.locator(OPTIONS).evaluate_all("(all) => all.map(({ id }) => id)")
    assert len(set(ids)) == 6
    assert page.evaluate("window.changes") == 1
