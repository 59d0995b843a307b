"""The search field of every page: a combobox whose answers show while one types."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect
from readers import Readers
from search_site import JS, OLD, SCRIPTS, SLIPS, Site, cases, document, drawn, ranked_documents
from test_search_page import reading

MODULE = '<script type="module" src="/javascripts/search/field.js"></script>'
PAGE = f"""<!doctype html><html lang="vi"><title>Trang</title>{drawn("search_field")}
  <p>Bài</p>{MODULE}</html>"""
OPTIONS = "[role=option]"
NOTHING = "Không có bài nào khớp với “zzzzzz”."


@pytest.fixture
def published(site: Site, abbreviations: Any) -> Site:
    site.files |= {"index.html": PAGE.encode(), "tim-kiem/index.html": b"<title>T</title>"}
    site.publish(ranked_documents(cases("ranking.yml")), abbreviations)
    return site


@pytest.fixture
def page(readers: Readers, published: Site) -> Iterator[Page]:
    with reading(readers) as opened:
        opened.goto(published.address)
        yield opened


@pytest.fixture
def field(page: Page) -> Locator:
    return page.get_by_label("Từ cần tìm")


def found(page: Page, text: str = "Xem tất cả") -> None:
    """Wait until the list shows the text first."""
    expect(page.locator(OPTIONS).first).to_contain_text(text)


def chosen(page: Page) -> str:
    """What the arrows have chosen, as a screen reader is told of it."""
    told = page.get_by_label("Từ cần tìm").get_attribute("aria-activedescendant")
    return page.locator(f"#{told}").inner_text() if told else ""


def test_answers_show_while_one_types_and_all_of_them_come_first(
    page: Page, field: Locator
) -> None:
    expect(field).to_have_role("combobox")
    field.press_sequentially("hòa giải")

    found(page, "Xem tất cả")
    answer = page.locator(OPTIONS).nth(1)
    expect(answer).to_contain_text("Mười năm hòa giải ở cơ sở")
    expect(answer.locator("mark").first).to_have_text("hòa giải")
    expect(answer.locator("time")).to_have_count(1)
    expect(field).to_have_attribute("aria-expanded", "true")


def test_number_of_results_is_spoken(page: Page, field: Locator, site: Site) -> None:
    site.publish([document(n, title=f"Họp {n}") for n in range(14)])
    field.fill("hop")

    expect(page.get_by_role("status")).to_have_text("14 bài có đủ chữ “hop”.")
    expect(page.locator(OPTIONS)).to_have_count(6)  # the way to all, and five


def test_arrows_choose_and_enter_opens_what_is_chosen(
    page: Page, field: Locator, site: Site
) -> None:
    site.files["tin/muoi-nam-hoa-giai/index.html"] = b"<title>H</title>"
    field.fill("hòa giải")
    expect(page.locator(OPTIONS)).to_have_count(4)  # all are there: one may be shown before another
    field.press("ArrowUp")
    last = chosen(page)
    field.press("ArrowDown")
    assert chosen(page) == ""  # in the field itself
    field.press("ArrowDown")
    assert chosen(page).startswith("Xem tất cả")
    field.press("ArrowDown")
    assert "Mười năm" in chosen(page)
    assert last not in ("", chosen(page))
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(1)
    field.press("Enter")

    page.wait_for_url("**/tin/muoi-nam-hoa-giai/")


@pytest.mark.parametrize("pause", [0, 800], ids=["at once", "after the answers"])
def test_enter_without_a_choice_opens_all_results(page: Page, field: Locator, pause: int) -> None:
    field.press_sequentially("hoa giai")
    page.wait_for_timeout(pause)
    field.press("Enter")

    page.wait_for_url("**/tim-kiem/?q=hoa+giai")


def test_escape_closes_the_list_and_keeps_the_words(page: Page, field: Locator) -> None:
    field.fill("hòa giải")
    found(page)
    field.press("Escape")

    expect(page.locator(OPTIONS).first).to_be_hidden()
    expect(field).to_have_value("hòa giải")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press("ArrowDown")
    expect(page.locator(OPTIONS).first).to_be_visible()


@pytest.fixture
def held(page: Page) -> list[Route]:
    """The texts that are on their way."""
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/search/d/**", hold)
    return waiting


def test_what_arrives_after_escape_opens_no_list(
    page: Page, field: Locator, held: list[Route]
) -> None:
    field.fill("hòa giải")
    expect(page.locator(OPTIONS)).to_have_count(1)  # the way to all results
    field.press("Escape")
    for route in held:
        route.continue_()

    expect(page.locator(OPTIONS)).to_have_count(4)
    expect(page.locator(OPTIONS).first).to_be_hidden()
    field.press("ArrowDown")
    expect(page.locator(OPTIONS).first).to_be_visible()
    field.press("Escape")
    field.press_sequentially(" ")
    found(page)
    expect(page.locator(OPTIONS).first).to_be_visible()


def test_list_that_was_opened_again_stays_open(
    page: Page, field: Locator, held: list[Route]
) -> None:
    field.fill("hòa giải")
    expect(page.locator(OPTIONS)).to_have_count(1)
    field.press("Escape")
    field.press("ArrowDown")
    for route in held:
        route.continue_()

    expect(page.locator(OPTIONS)).to_have_count(4)
    expect(page.locator(OPTIONS).first).to_be_visible()


def test_tab_and_a_press_outside_close_the_list(page: Page, field: Locator) -> None:
    field.fill("hòa giải")
    found(page)
    field.press("Tab")
    expect(page.locator(OPTIONS).first).to_be_hidden()
    expect(page.get_by_role("button", name="Tìm")).to_be_focused()

    field.focus()
    expect(page.locator(OPTIONS).first).to_be_visible()
    page.locator("body > p:not([role])").last.click()
    expect(page.locator(OPTIONS).first).to_be_hidden()


def test_a_press_opens_an_answer(page: Page, field: Locator, site: Site) -> None:
    site.files["tin/muoi-nam-hoa-giai/index.html"] = b"<title>H</title>"
    field.fill("hòa giải")
    found(page)
    page.locator(OPTIONS).nth(1).click()

    page.wait_for_url("**/tin/muoi-nam-hoa-giai/")


def test_a_slip_of_the_finger_is_asked_about(page: Page, field: Locator, site: Site) -> None:
    site.publish(SLIPS)
    field.fill("quy vi ngoi ngheo")

    expect(page.locator(OPTIONS).nth(1)).to_have_text("Ý bạn là: quỹ vì người nghèo")
    page.locator(OPTIONS).nth(1).click()
    page.wait_for_url("**/tim-kiem/?q=qu%E1%BB%B9+v%C3%AC+ng%C6%B0%E1%BB%9Di+ngh%C3%A8o")


@contextmanager
def standing_still(browser: Browser, published: Site) -> Iterator[Page]:
    """A first visit whose clock stands still, so that a slow machine changes no pause."""
    with browser.new_context() as context:
        page = context.new_page()
        page.clock.install(time=0)
        page.goto(published.address)
        page.clock.pause_at(60_000)  # ms
        yield page


ALL_IS_LOADED = "document.querySelector('[role=listbox]')"
FOR_ANSWERS = 150
"""Real milliseconds, in which the server answers what the page has asked for."""


def test_what_an_input_method_still_writes_is_not_asked_for(
    browser: Browser, published: Site
) -> None:
    with standing_still(browser, published) as page:
        keyboard = page.context.new_cdp_session(page)

        def compose(text: str) -> None:
            where = {"selectionStart": len(text), "selectionEnd": len(text)}
            keyboard.send("Input.imeSetComposition", {"text": text, **where})

        page.get_by_label("Từ cần tìm").focus()
        compose("hoa gia")
        page.wait_for_function(ALL_IS_LOADED)
        page.clock.run_for(550)
        page.wait_for_timeout(FOR_ANSWERS)
        assert set(published.asked("search/")) <= {"search/manifest.bin"}
        compose("hòa giải")
        keyboard.send("Input.insertText", {"text": "hòa giải"})  # ends the composition
        page.clock.run_for(2000)

        found(page)
        expect(page.locator(OPTIONS).nth(1)).to_contain_text("Mười năm hòa giải")


QUICK, SLOW = 120, 300
"""Milliseconds from key to key."""


def typed_at(browser: Browser, published: Site, pace: int) -> list[str]:
    """What a first visitor's query asks the server for who types at that pace."""
    published.requests.clear()
    with standing_still(browser, published) as page:
        field = page.get_by_label("Từ cần tìm")
        field.press("h")
        page.wait_for_function(ALL_IS_LOADED)
        for letter in "oa giai o":
            page.clock.run_for(pace)
            page.wait_for_timeout(FOR_ANSWERS)
            field.press(letter)
        page.clock.run_for(2000)
        found(page)
    return published.requests.copy()


def test_slow_typing_costs_hardly_more_than_quick(browser: Browser, published: Site) -> None:
    quick, slow = (len(typed_at(browser, published, pace)) for pace in (QUICK, SLOW))

    assert slow <= 1.2 * quick


@pytest.mark.parametrize(
    ("keys", "pause"),
    [
        ([("input", 0, 12)], 250),  # pasted, or spoken
        ([("input", 0, 1)], 600),
        ([("input", at, 1 + at // 120) for at in range(0, 1200, 120)], 250),
        ([("input", at, 1 + at // 300) for at in range(0, 3000, 300)], 450),
        ([("input", at, 1 + at // 900) for at in range(0, 9000, 900)], 1000),
        ([("input", 0, 1), ("input", 300, 2), ("input", 5000, 3)], 450),  # thought in between
        ([("input", 0, 1), ("focus", 9000, 1)], 250),
        ([("input", 0, 1, True), ("input", 100, 2, True)], 600),
    ],
)
def test_the_slower_one_types_the_longer_it_waits(node: Any, keys: Any, pause: int) -> None:
    assert node("pauses", events=keys)[-1] == pytest.approx(pause)


def test_who_pauses_within_a_word_gets_answers_all_the_same(page: Page, field: Locator) -> None:
    """Keyboards of Android compose every word until the blank behind it."""
    keyboard = page.context.new_cdp_session(page)
    field.focus()
    keyboard.send("Input.imeSetComposition",
                  {"text": "hòa giải", "selectionStart": 8, "selectionEnd": 8})  # fmt: skip

    found(page)


@pytest.mark.parametrize("told", ["isComposing: true", "keyCode: 229"])
def test_enter_that_ends_a_composition_opens_nothing(page: Page, field: Locator, told: str) -> None:
    field.fill("hòa giải")
    found(page)
    field.press("ArrowDown")
    field.evaluate(f"""input => input.dispatchEvent(
      new KeyboardEvent("keydown", {{ key: "Enter", bubbles: true, {told} }}))""")
    page.wait_for_timeout(300)

    assert "tim-kiem" not in page.url
    assert chosen(page).startswith("Xem tất cả")


def test_nothing_found_is_said(page: Page, field: Locator) -> None:
    field.fill("zzzzzz")

    expect(page.get_by_role("status")).to_have_text(NOTHING)
    expect(page.locator(OPTIONS)).to_have_count(0)
    page.locator("body > p").last.click()
    expect(page.get_by_role("status")).to_be_empty()


def test_markup_in_title_body_and_query_is_only_text(
    page: Page, field: Locator, site: Site
) -> None:
    attack = "<img src=x onerror=\"document.title='bad'\">"
    site.publish([document(title=f"Họp {attack}", text=f"Phường họp & {attack}")])
    field.fill(f"hop {attack}")

    expect(page.locator(OPTIONS).nth(1)).to_contain_text(f"Họp {attack}")
    assert page.locator("img").count() == 0
    assert page.title() == "Trang"


def test_a_lost_connection_is_told_and_can_be_tried_again(
    page: Page, field: Locator, site: Site
) -> None:
    site.broken["search/"] = 1000
    field.fill("hòa giải")
    expect(page.get_by_role("status")).to_contain_text("kiểm tra kết nối mạng")
    expect(page.get_by_role("status")).to_be_visible()
    site.broken.clear()
    field.fill("hòa giải ")

    found(page)


def test_an_index_of_another_format_is_told(page: Page, field: Locator, site: Site) -> None:
    site.files["search/manifest.bin"] = b'{"format": 99}'
    field.fill("hòa giải")

    expect(page.get_by_role("status")).to_contain_text("Hãy tải lại trang rồi tìm lại")


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("export const attach = () => missing();", "trình duyệt mới hơn"),
        ("await (", "trình duyệt mới hơn"),
        (None, "kết nối mạng"),
    ],
)
def test_an_old_browser_is_told_from_a_broken_connection(
    page: Page, field: Locator, broken: str | None, told: str
) -> None:
    def answer(route: Route) -> None:
        route.fulfill(body=broken, content_type=JS) if broken else route.abort()

    page.route("**/answers.js*", answer)
    field.fill("hoa giai")
    expect(page.get_by_role("status")).to_contain_text(told)
    page.unroute_all()
    field.fill("hòa giải")

    found(page)


def test_an_engine_that_a_browser_cannot_run_leads_to_the_archive(
    page: Page, field: Locator
) -> None:
    body = "export const openIndex = () => missing(); export const SITE = location.href;"
    page.route("**/engine.js", lambda route: route.fulfill(body=body, content_type=JS))
    field.fill("hoa giai")

    expect(page.get_by_role("status")).to_contain_text("trình duyệt mới hơn")
    link = page.get_by_role("status").get_by_role("link")
    expect(link).to_have_attribute("href", f"{page.url}luu-tru/")


def test_an_old_browser_finds_as_others_do(readers: Readers, published: Site) -> None:
    with reading(readers, OLD) as page:
        page.goto(published.address)
        page.get_by_label("Từ cần tìm").fill("hoa giai")
        expect(page.locator(OPTIONS).nth(1)).to_contain_text("Mười năm hòa giải")


def test_little_is_loaded_before_anything_is_typed(page: Page, site: Site) -> None:
    asked = [path for path in site.requests if path.startswith(("javascripts/", "search/"))]

    assert asked == ["javascripts/search/field.js"]
    assert len(gzip.compress((SCRIPTS / "field.js").read_bytes())) <= 1500


def test_engine_is_asked_for_beside_what_needs_it(page: Page, field: Locator) -> None:
    """On a slow line each file that is asked for after another costs a second."""
    page.route("**/answers.js", lambda route: None)  # it is still on its way
    with page.expect_request("**/engine.js"):
        field.press("h")


def test_measurements_ask_for_addresses(page: Page) -> None:
    found = page.evaluate("window.portalSearch('hoa giai', 3)")

    assert found[0] == "tin/muoi-nam-hoa-giai/"
    assert len(found) == 3
    assert page.evaluate("window.portalSearch('')") == []


def test_raw_keys_are_read_and_there_is_a_way_back(page: Page, field: Locator) -> None:
    field.fill("hoaf giair")

    expect(page.locator(OPTIONS).first).to_contain_text("cho “hòa giải”")
    expect(page.locator(OPTIONS).nth(1)).to_contain_text("Mười năm hòa giải")
    expect(page.get_by_role("status")).to_contain_text("Đang tìm: “hòa giải”.")
    page.locator(OPTIONS).last.click()
    page.wait_for_url("**/tim-kiem/?q=hoaf+giair&dung=1")
