"""The search page and the header box's worker, in a real browser of a phone's size."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect
from readers import Readers, listening
from search_site import SCRIPTS, Site, cases, document, ranked_documents

from newsroom.search.words.documents import SearchDocument

PHONE = {"width": 360, "height": 740}
SCRIPT = '<script type="module" src="/javascripts/search/page.js"></script>'
FRAME = (SCRIPTS / "page.js").read_text(encoding="utf-8")
HTML = FRAME[FRAME.index("<form") : FRAME.index("A result:")]
PAGE = f'<!doctype html><html lang="vi"><title>Tìm kiếm</title>{HTML}{SCRIPT}</html>'
JS = "text/javascript"
WORKER = "<!doctype html><title>-</title>"
ASK = """async (queries) => {
  const worker = new Worker("/javascripts/search/worker.js");
  const heard = [];
  worker.onmessage = ({ data }) => heard.push(data);
  worker.postMessage({ type: 0, data: { config: {}, docs: [] } });
  for (const query of queries) worker.postMessage({ type: 2, data: query });
  const end = Date.now() + 15000;
  while (heard.length < 2 && Date.now() < end) await new Promise((go) => setTimeout(go, 50));
  await new Promise((go) => setTimeout(go, 600));
  return heard;
}"""


@pytest.fixture(scope="module")
def ranked() -> list[SearchDocument]:
    return ranked_documents(cases("ranking.yml"))


@pytest.fixture
def published(site: Site, ranked: list[SearchDocument], abbreviations: Any) -> Site:
    """Its address is its own, so that a browser knows nothing of it yet."""
    site.files |= {"tim-kiem/index.html": PAGE.encode(), "index.html": WORKER.encode()}
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


@pytest.fixture
def old(readers: Readers, published: Site) -> Iterator[Page]:
    """A page in a browser of 2020; its workers miss the same."""
    worker = (SCRIPTS / "worker.js").read_text(encoding="utf-8")
    body = OLD.replace("delete Element.prototype.replaceChildren;", "") + worker
    with reading(readers, OLD) as page:
        page.route("**/worker.js", lambda route: route.fulfill(body=body, content_type=JS))
        yield page


def test_the_address_holds_the_query(shown: Page, site: Site) -> None:
    shown.goto(f"{site.address}tim-kiem/?q=hoa+giai")

    expect(shown.get_by_role("searchbox")).to_have_value("hoa giai")
    first = shown.locator(".search-hit").first
    expect(first.get_by_role("link")).to_have_text("Mười năm hòa giải ở cơ sở")
    expect(first.locator("mark").first).to_have_text("hòa giải")
    expect(shown.get_by_role("status")).to_contain_text("bài về “hoa giai”")


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
    before = shown.locator(".search-hit").count()
    shown.get_by_text("Lọc và sắp xếp").click()
    shown.get_by_label("Quý").select_option("2")

    expect(shown.locator(".search-hit time").first).to_have_text(re.compile("/0[456]/2023"))
    assert shown.locator(".search-hit").count() < before
    assert "quarter=2" in shown.url


def test_more_results_follow_and_take_the_focus(shown: Page, site: Site) -> None:
    site.publish([document(n, title=f"Họp {n}") for n in range(14)])
    shown.goto(f"{site.address}tim-kiem/?q=hop&order=newest")
    expect(shown.locator(".search-hit")).to_have_count(10)
    shown.get_by_role("button", name="Xem thêm kết quả").click()

    expect(shown.locator(".search-hit")).to_have_count(14)
    expect(shown.get_by_role("link", name="Họp 3", exact=True)).to_be_focused()
    expect(shown.get_by_role("button", name="Xem thêm kết quả")).to_be_hidden()


def test_a_misspelt_syllable_is_asked_about_and_taken(shown: Page, site: Site) -> None:
    shown.goto(f"{site.address}tim-kiem/?q=quy+vi+ngoi+ngheo")
    shown.get_by_role("link", name="quy vi nguoi ngheo").click()

    expect(shown.get_by_role("searchbox")).to_have_value("quy vi nguoi ngheo")
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


def test_the_worker_answers_as_materials_own(shown: Page, site: Site) -> None:
    shown.goto(site.address)
    ready, result = shown.evaluate(ASK, ["h", "ho", "hòa giải"])  # the first two are stale

    assert ready == {"type": 1}
    assert result["type"] == 3
    ((first,), *_) = result["data"]["items"]
    assert first["location"] == "tin/muoi-nam-hoa-giai/"
    assert first["title"] == "Mười năm <mark data-md-highlight>hòa giải</mark> ở cơ sở"
    assert "Thông báo · <time" in first["text"]
    assert first["terms"] == {}


def test_the_worker_says_when_the_network_is_gone(shown: Page, site: Site) -> None:
    shown.goto(site.address)
    site.broken["search/"] = 1000
    _, result = shown.evaluate(ASK, ["hòa giải"])

    ((only,),) = result["data"]["items"]
    assert "kiểm tra kết nối mạng" in only["text"]
    assert only["location"] == "tim-kiem/?q=h%C3%B2a%20gi%E1%BA%A3i"


def test_nothing_but_the_stub_is_loaded_before_the_first_query(shown: Page, site: Site) -> None:
    shown.goto(site.address)
    site.requests.clear()
    shown.evaluate(ASK, ["  "])

    assert [path for path in site.requests if path != "favicon.ico"] == [
        "javascripts/search/worker.js"
    ]
    stub = sum((SCRIPTS / name).stat().st_size for name in ("worker.js", "loader.js"))
    assert stub < 5000


def test_pasted_and_spoken_words_reach_the_box(shown: Page, site: Site) -> None:
    site.files["index.html"] = (
        b'<!doctype html><input data-md-component="search-query">'
        b'<script src="/javascripts/search/loader.js"></script>'
    )
    shown.goto(site.address)
    box = shown.locator("input")
    box.evaluate("el => el.addEventListener('keyup', () => { el.dataset.heard = el.value; })")
    box.fill("sài đồng")  # as pasted: an input event, no key

    expect(box).to_have_attribute("data-heard", "sài đồng")


OLD = """delete Object.hasOwn; delete Array.prototype.at; delete String.prototype.replaceAll;
delete Element.prototype.replaceChildren; delete self.DecompressionStream;"""
"""What browsers of 2020 do not have yet."""
WAITING = "p[data-search-waiting]"


def test_an_old_browser_finds_as_others_do(old: Page, site: Site) -> None:
    old.goto(f"{site.address}tim-kiem/?q=hoa+giai")
    expect(old.locator(".search-hit").first).to_contain_text("Mười năm hòa giải")
    expect(old.locator(WAITING)).to_have_count(0)

    old.goto(site.address)
    *_, result = old.evaluate(ASK, ["hoa giai"])

    assert "Mười năm" in result["data"]["items"][0][0]["title"]


def test_page_says_what_is_the_matter_where_its_script_cannot_run(shown: Page, site: Site) -> None:
    shown.route("**/page.js", lambda route: route.fulfill(body="", content_type=JS))
    shown.goto(f"{site.address}tim-kiem/?q=hoa+giai")

    expect(shown.locator(WAITING)).to_contain_text("trình duyệt có thể đã quá cũ")


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("export const results = () => missing();", "trình duyệt mới hơn"),
        ("await (", "trình duyệt mới hơn"),
        (None, "kết nối mạng"),
    ],
)
def test_box_tells_an_old_browser_from_a_broken_connection(
    shown: Page, site: Site, broken: str | None, told: str
) -> None:
    def answer(route: Route) -> None:
        route.fulfill(body=broken, content_type=JS) if broken else route.abort()

    shown.route("**/box.js*", answer)
    shown.goto(site.address)
    *_, result = shown.evaluate(ASK, ["hoa giai"])

    assert told in result["data"]["items"][0][0]["text"]


def test_scripts_ask_for_nothing_that_browsers_of_2020_do_not_have() -> None:
    newer = re.compile(r"\.at\(|hasOwn\(|replaceAll|replaceChildren|\?\?=|\|\|=|&&=|findLast|"
                       r"\(\?<[=!]|structuredClone")  # fmt: skip
    found = [
        (script.name, match[0])
        for script in SCRIPTS.glob("*.js")
        for match in newer.finditer(script.read_text(encoding="utf-8"))
    ]

    assert found == []
