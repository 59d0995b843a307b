"""The search page in a real browser of a phone's size."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from readers import Readers, listening
from search_site import JS, OLD, SLIPS, Site, cases, document, drawn, ranked_documents

from newsroom.search.words.documents import SearchDocument
from newsroom.text.search_words import SearchWords

PHONE = {"width": 360, "height": 740}
SCRIPT = """<script src="/javascripts/search/unable.js"></script>
  <script type="module" src="/javascripts/search/page.js"></script>"""
PAGE = f"""<!doctype html><html lang="vi"><title>Tìm kiếm</title>
  {drawn("search_page")}{SCRIPT}</html>"""
WAITING = "[data-search-waiting]"


@pytest.fixture(scope="module")
def ranked() -> list[SearchDocument]:
    return ranked_documents(cases("ranking.yml"))


@pytest.fixture
def published(site: Site, ranked: list[SearchDocument], abbreviations: Any) -> Site:
    """Its address is its own, so that a browser knows nothing of it yet."""
    site.files |= {"tim-kiem/index.html": PAGE.encode()}
    site.publish(ranked, abbreviations)
    return site


@contextmanager
def reading(readers: Readers, script: str = "") -> Iterator[Page]:
    """A page that fails the test on a script's error."""
    errors: list[str] = []
    with (
        readers.page(script, viewport=PHONE) as page,
        listening(page, pageerror=lambda error: errors.append(str(error))),
    ):
        yield page
    assert not errors


@pytest.fixture
def shown(readers: Readers, published: Site) -> Iterator[Page]:
    with reading(readers) as page:
        yield page


def test_the_address_holds_the_query(shown: Page, site: Site) -> None:
    shown.goto(f"{site.address}tim-kiem/?q=hoa+giai")

    expect(shown.get_by_role("searchbox")).to_have_value("hoa giai")
    first = shown.locator(".search-hit").first
    expect(first.get_by_role("link")).to_have_text("Mười năm hòa giải ở cơ sở")
    expect(first.locator("mark").first).to_have_text("hòa giải")
    expect(shown.get_by_role("status")).to_contain_text("bài có đủ các chữ “hoa giai”")


def test_typing_searches_and_back_leads_back(shown: Page, site: Site) -> None:
    shown.goto(f"{site.address}tim-kiem/?q=hoa+giai")
    expect(shown.locator(".search-hit").first).to_contain_text("Mười năm")
    shown.get_by_role("searchbox").fill("gpmb")
    shown.keyboard.press("Enter")
    expect(shown.locator(".search-hit").first).to_contain_text("giải phóng mặt bằng")
    assert shown.url.endswith("?q=gpmb")
    shown.go_back()

    expect(shown.get_by_role("searchbox")).to_have_value("hoa giai")
    expect(shown.locator(".search-hit").first).to_contain_text("Mười năm")


def test_filters_go_into_the_address(shown: Page, site: Site) -> None:
    shown.goto(f"{site.address}tim-kiem/?q=phuong")
    expect(shown.locator(".search-hit").first).to_be_visible()
    before = shown.get_by_role("status").text_content() or ""
    shown.get_by_text("Lọc kết quả").click()
    shown.get_by_label("Quý").select_option("2")

    expect(shown.locator(".search-hit time").first).to_have_text(re.compile("/0[456]/2023"))
    expect(shown.get_by_role("status")).not_to_have_text(before)
    assert "quarter=2" in shown.url


def test_days_go_into_the_address_and_the_wrong_way_round_is_put_right(
    shown: Page, site: Site
) -> None:
    site.publish([document(n, title=f"Họp {n}") for n in range(14)])  # each 20 days
    shown.goto(f"{site.address}tim-kiem/?q=hop&tu=2023-04-01&den=2023-02-01")
    expect(shown.locator(".search-hit")).to_have_count(3)  # 10/2, 2/3, 22/3
    shown.get_by_text("Lọc kết quả").click()
    shown.get_by_label("đến ngày", exact=True).fill("2023-05-01")

    expect(shown.locator(".search-hit")).to_have_count(2)  # 11/4, 1/5
    assert "tu=2023-04-01&den=2023-05-01" in shown.url


def test_filters_are_counted_shown_and_undone(shown: Page, site: Site) -> None:
    shown.goto(f"{site.address}tim-kiem/?q=phuong&quarter=2&tu=2023-01-01")
    expect(shown.get_by_text("Lọc kết quả")).to_contain_text("(đang lọc 2)")
    shown.get_by_role("button", name="Bỏ lọc Quý II").click()
    expect(shown.get_by_text("Lọc kết quả")).to_contain_text("(đang lọc 1)")
    assert "quarter" not in shown.url
    shown.get_by_role("button", name="Bỏ lọc", exact=True).click()

    expect(shown.get_by_role("group", name="Đang lọc")).to_be_hidden()
    assert shown.url.endswith("?q=phuong")


def test_back_leads_to_the_place_in_the_results(shown: Page, site: Site) -> None:
    site.publish([document(n, title=f"Họp {n}") for n in range(34)])
    site.files["tin/5/index.html"] = b"<title>Hop</title>"
    shown.goto(f"{site.address}tim-kiem/?q=hop&order=newest")
    for count in (20, 30):
        shown.get_by_role("button", name="Xem thêm kết quả").click()
        expect(shown.locator(".search-hit")).to_have_count(count)
    shown.get_by_role("link", name="Họp 5", exact=True).scroll_into_view_if_needed()
    before = shown.evaluate("scrollY")
    shown.get_by_role("link", name="Họp 5", exact=True).click()
    shown.wait_for_url("**/tin/5/")
    shown.go_back()

    expect(shown.locator(".search-hit")).to_have_count(30)
    expect(shown.get_by_role("link", name="Họp 5", exact=True)).to_be_in_viewport()
    assert before > 0
    assert abs(shown.evaluate("scrollY") - before) < 5


@pytest.mark.parametrize("typed", ["giờ+mở+cửa", "so+dien+thoai", "dia+chi"])
def test_who_asks_for_the_ward_is_answered(shown: Page, site: Site, typed: str) -> None:
    shown.goto(f"{site.address}tim-kiem/?q={typed}")
    card = shown.get_by_role("region", name="Liên hệ phường Hoa Sen")

    expect(card).to_contain_text("Thứ Hai đến thứ Sáu: 8:00–17:00")
    expect(card.get_by_role("link", name="024 1234 5678")).to_have_attribute(
        "href", "tel:02412345678"
    )
    shown.get_by_role("searchbox").fill("hoa giai")
    expect(card).to_be_hidden()


def test_more_results_follow_and_take_the_focus(shown: Page, site: Site) -> None:
    site.publish([document(n, title=f"Họp {n}") for n in range(14)])
    shown.goto(f"{site.address}tim-kiem/?q=hop&order=newest")
    expect(shown.locator(".search-hit")).to_have_count(10)
    shown.get_by_role("button", name="Xem thêm kết quả").click()

    expect(shown.locator(".search-hit")).to_have_count(14)
    expect(shown.get_by_role("link", name="Họp 3", exact=True)).to_be_focused()
    expect(shown.get_by_role("button", name="Xem thêm kết quả")).to_be_hidden()


def test_results_below_what_is_seen_are_read_when_their_place_comes_near(
    shown: Page, site: Site
) -> None:
    tall = b"<style>.search-hit { height: 200px }</style>"
    site.files["tim-kiem/index.html"] += tall
    site.publish([document(n, title=f"Họp {n}") for n in range(14)])
    shown.set_viewport_size({"width": 360, "height": 740})
    shown.goto(f"{site.address}tim-kiem/?q=hop&order=newest")
    expect(shown.locator(".search-hit")).to_have_count(5)
    expect(shown.get_by_role("status")).to_have_text("14 bài có đủ chữ “hop”.")
    assert len(site.asked("search/d/")) == 5
    top = shown.locator(".search-hit").first.bounding_box()
    shown.locator(".search-hit").nth(4).scroll_into_view_if_needed()

    expect(shown.locator(".search-hit")).to_have_count(10)
    expect(shown.get_by_role("link", name="Họp 8", exact=True)).not_to_be_focused()
    shown.evaluate("scrollTo(0, 0)")
    assert shown.locator(".search-hit").first.bounding_box() == top
    assert len(site.asked("search/d/")) == 10


def test_results_whose_place_is_near_from_the_first_are_read_for_each_query(
    shown: Page, site: Site
) -> None:
    low = b"<style>.search-hit { height: 60px; overflow: hidden }</style>"
    site.files["tim-kiem/index.html"] += low
    site.publish([document(n, title=f"Họp chợ {n}") for n in range(14)])
    shown.set_viewport_size({"width": 360, "height": 740})
    shown.goto(f"{site.address}tim-kiem/?q=hop")
    expect(shown.locator(".search-hit")).to_have_count(10)
    shown.get_by_role("searchbox").last.fill("cho")

    expect(shown.get_by_role("status")).to_have_text("14 bài có đủ chữ “cho”.")
    expect(shown.locator(".search-hit")).to_have_count(10)


def test_a_misspelt_syllable_is_asked_about_and_taken(shown: Page, site: Site) -> None:
    site.publish(SLIPS)
    shown.goto(f"{site.address}tim-kiem/?q=quy+vi+ngoi+ngheo")
    shown.get_by_role("link", name="quỹ vì người nghèo", exact=True).click()

    expect(shown.get_by_role("searchbox")).to_have_value("quỹ vì người nghèo")
    expect(shown.locator("[data-search-suggestion]")).to_be_hidden()


def test_nothing_found_is_said_and_helped(shown: Page, site: Site) -> None:
    shown.goto(f"{site.address}tim-kiem/?q=zzzzzz")

    expect(shown.get_by_role("status")).to_have_text("Không có bài nào khớp với “zzzzzz”.")
    expect(shown.locator("[data-search-empty]")).to_be_visible()


def test_markup_in_title_body_and_query_is_only_text(shown: Page, site: Site) -> None:
    attack = "<img src=x onerror=\"document.title='bad'\">"
    site.publish([document(title=f"Họp {attack}", text=f"Phường họp {attack}")])
    shown.goto(f"{site.address}tim-kiem/?q=hop+{attack}")

    expect(shown.locator(".search-hit")).to_have_count(1)
    assert shown.locator("img").count() == 0
    assert shown.title() == "Tìm kiếm"


def test_a_lost_connection_is_told_and_can_be_tried_again(shown: Page, site: Site) -> None:
    shown.goto(f"{site.address}tim-kiem/?q=hoa+giai")
    expect(shown.locator(".search-hit").first).to_be_visible()
    shown.context.set_offline(True)
    shown.get_by_role("searchbox").fill("gpmb")
    expect(shown.get_by_role("status")).to_contain_text("kiểm tra kết nối mạng")
    shown.context.set_offline(False)
    shown.keyboard.press("Enter")

    expect(shown.locator(".search-hit").first).to_contain_text("giải phóng mặt bằng")


def test_old_files_in_the_browser_do_not_mix_with_a_new_index(shown: Page, site: Site) -> None:
    site.cache_control = "max-age=600"
    site.publish([document(n, title=f"Bài họp số {n}") for n in range(64)])
    shown.goto(f"{site.address}tim-kiem/?q=hop+so+7")
    expect(shown.locator(".search-hit").first).to_contain_text("Bài họp số 7")
    site.publish([document(n, title=f"Bài họp số {n}") for n in range(-40, 64)])
    shown.goto(f"{site.address}tim-kiem/?q=hop+so+7&order=")

    expect(shown.locator(".search-hit").first).to_contain_text("Bài họp số 7")


def test_an_old_browser_finds_as_others_do(readers: Readers, published: Site) -> None:
    with reading(readers, OLD) as old:
        old.goto(f"{published.address}tim-kiem/?q=hoa+giai")

        expect(old.locator(".search-hit").first).to_contain_text("Mười năm hòa giải")
        expect(old.locator(WAITING)).to_have_count(0)


@pytest.mark.parametrize(
    "broken", ["page.js", "engine.js"], ids=["the page's script", "one that it imports"]
)
@pytest.mark.parametrize(
    "fault", ["const;", "missing();"], ids=["a newer word", "what is not there"]
)
def test_page_says_so_where_its_script_cannot_run(
    readers: Readers, published: Site, broken: str, fault: str
) -> None:
    with readers.page(viewport=PHONE) as page:
        page.route(f"**/{broken}", lambda route: route.fulfill(body=fault, content_type=JS))
        page.goto(f"{published.address}tim-kiem/?q=hoa+giai")

        expect(page.get_by_role("alert")).to_contain_text("Trình duyệt này quá cũ")
        expect(page.locator(WAITING)).to_be_hidden()


@pytest.mark.parametrize("missing", ["page.js", "engine.js"])
def test_page_says_that_its_script_did_not_arrive(
    readers: Readers, published: Site, missing: str
) -> None:
    with readers.page(viewport=PHONE) as page:
        page.route(f"**/{missing}", lambda route: route.abort())
        page.goto(f"{published.address}tim-kiem/?q=hoa+giai")

        expect(page.get_by_role("alert")).to_contain_text("kiểm tra kết nối mạng")


def test_a_browser_without_modules_is_told_that_it_is_too_old(
    readers: Readers, published: Site
) -> None:
    with readers.page("delete HTMLScriptElement.prototype.noModule;", viewport=PHONE) as page:
        page.route("**/page.js", lambda route: route.fulfill(body="", content_type=JS))
        page.goto(f"{published.address}tim-kiem/?q=hoa+giai")

        expect(page.get_by_role("alert")).to_contain_text("chọn mở bằng trình duyệt")


def test_raw_keys_are_read_and_there_is_a_way_back(shown: Page, site: Site) -> None:
    shown.goto(f"{site.address}tim-kiem/?q=hoaf+giair")
    expect(shown.locator(".search-hit").first).to_contain_text("Mười năm hòa giải")
    read = shown.locator("[data-search-read]")
    expect(read).to_have_text("Đang tìm: “hòa giải”. Tìm đúng chữ đã gõ: hoaf giair")
    expect(shown.get_by_role("status")).to_contain_text("các chữ “hòa giải”")
    read.get_by_role("link").click()

    expect(shown.get_by_role("status")).to_have_text("Không có bài nào khớp với “hoaf giair”.")
    assert shown.url.endswith("?q=hoaf+giair&dung=1")
    expect(read).to_be_hidden()
    shown.reload()
    expect(shown.get_by_role("status")).to_have_text("Không có bài nào khớp với “hoaf giair”.")
    shown.get_by_role("searchbox").fill("hoaf giairi")
    shown.get_by_role("searchbox").fill("hoaf giair")
    expect(read).to_be_visible()


def test_count_says_so_where_other_names_count(shown: Page, site: Site) -> None:
    words = SearchWords((), (("cúp điện", "mất điện"),))
    site.publish([document(title="Lịch mất điện"), document(1, title="Họp")], words=words)
    shown.goto(f"{site.address}tim-kiem/?q=lich+cup+dien")
    expect(shown.get_by_role("status")).to_have_text(
        "1 bài có đủ các chữ “lich cup dien” hoặc cách gọi khác."
    )
    shown.goto(f"{site.address}tim-kiem/?q=hop")
    expect(shown.get_by_role("status")).to_have_text("1 bài có đủ chữ “hop”.")
