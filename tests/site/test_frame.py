"""The frame of every page, walked on a phone: it fits, one knows where one is, and reads on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from readers import Readers

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}
FAULTS = """() => {
  const faults = [];
  const main = document.querySelector("main");
  const titles = document.querySelectorAll("h1");
  if (titles.length !== 1) faults.push(`${titles.length} h1`);
  const skip = document.querySelector("body > a.skip");
  if (skip?.getAttribute("href") !== "#" + main?.id) faults.push("the skip link leads elsewhere");
  const follows = main.compareDocumentPosition(titles[0]) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (!follows) faults.push("the title stands before what the skip link leads to");
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`${scrollWidth} px wide`);
  const seen = (element) => element.checkVisibility()
    && element.getBoundingClientRect().top < innerHeight;
  const home = document.body.className === "is-home";
  if (![...document.querySelectorAll("[aria-current]")].some(seen)) faults.push("where one is");
  if (!home && !document.querySelector(".breadcrumbs")) faults.push("no breadcrumbs");
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    const drawn = element.ownerSVGElement ? element.getScreenCTM().a : 1; // a chart has its scale
    const size = parseFloat(getComputedStyle(element).fontSize) * drawn;
    const isShown = own && element.checkVisibility();
    if (isShown && size < 15) faults.push(`${size} px: ${element.outerHTML}`);
  }
  if (document.querySelector("[style], [onclick], style")) faults.push("a style of its own");
  return faults.map((fault) => fault.slice(0, 160));
}"""
LEFT_EDGES = """() => [...document.querySelectorAll(
  ".masthead__name, .site-nav__inner > :first-child, .breadcrumbs, h1, .ward-footer__identity")]
  .filter((element) => element.checkVisibility() && !element.matches(".home__title"))
  .map((element) => Math.round(element.getBoundingClientRect().left))"""
LONGEST_LINE = """() => {
  const range = document.createRange();
  let longest = 0;
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    const size = parseFloat(getComputedStyle(text.parentElement).fontSize);
    if (text.parentElement.closest("table, nav, code") || !text.textContent.trim()) continue;
    range.selectNode(text);
    for (const line of range.getClientRects()) longest = Math.max(longest, line.width / size);
  }
  return longest;
}"""
"""In ems; a letter of this language is half of one wide, with the space after it."""


def is_forwarding(page: Path) -> bool:
    """Whether it is at an old address, and leads to another."""
    file = page / "index.html" if page.is_dir() else page
    return "site-nav" not in file.read_text(encoding="utf-8")


@pytest.fixture
def phone(readers: Readers) -> Iterator[Page]:
    with readers.page(viewport=PHONE) as page:
        yield page


def test_every_page_fits_a_phone_and_says_where_one_is(
    phone: Page, served_site: str, built_site: Path, page_uris: list[str]
) -> None:
    faults = {}
    pages = [uri for uri in page_uris if not is_forwarding(built_site / uri)]
    for uri in pages:
        phone.goto(served_site + uri, wait_until="domcontentloaded")
        if found := phone.evaluate(FAULTS):
            faults[uri] = found

    assert len(pages) > 100
    assert faults == {}


def test_everything_begins_at_one_left_edge(
    readers: Readers, served_site: str, page_uri: str
) -> None:
    with readers.page(viewport=DESKTOP) as page:
        page.goto(served_site + page_uri)

        assert len(set(page.evaluate(LEFT_EDGES))) == 1


def test_no_line_is_longer_than_eighty_letters(
    readers: Readers, served_site: str, page_uri: str
) -> None:
    with readers.page(viewport=DESKTOP) as page:
        page.goto(served_site + page_uri)

        assert page.evaluate(LONGEST_LINE) <= 40.5


def test_first_screen_of_home_has_notices_the_telephone_and_the_search(
    phone: Page, served_site: str
) -> None:
    phone.goto(served_site)
    for wanted in (".home__doors a:has-text('Thông báo')", "main [name=q]", "[href^='tel:']"):
        box = phone.locator(wanted).first.bounding_box()
        assert box, wanted
        assert box["y"] + box["height"] < PHONE["height"], wanted


def test_home_is_short_on_a_phone(phone: Page, served_site: str) -> None:
    phone.goto(served_site)
    sections = phone.locator(".home__sections").bounding_box()

    assert sections
    assert sections["y"] < 4 * PHONE["height"]
    assert phone.evaluate("document.documentElement.scrollHeight") <= 4000


def test_menu_opens_without_a_script_and_leads_to_every_section(
    readers: Readers, served_site: str
) -> None:
    with readers.page(viewport=PHONE, java_script_enabled=False) as page:
        page.goto(f"{served_site}gioi-thieu/")
        page.get_by_text("Menu").click()
        page.locator(".menu__panel").get_by_text("Văn hóa – Xã hội").click()

        assert page.url.endswith("chuyen-muc/van-hoa-xa-hoi/")


def test_menu_closes_by_escape_and_by_a_click_elsewhere(phone: Page, served_site: str) -> None:
    phone.goto(f"{served_site}gioi-thieu/")
    summary, panel = phone.get_by_text("Menu", exact=True), phone.locator(".menu__panel")
    summary.click()
    phone.keyboard.press("Escape")
    assert not panel.is_visible()
    summary.click()
    phone.locator("h1").click(force=True)

    assert not panel.is_visible()


@pytest.mark.parametrize("width", [360, 390, 412, 600, 768, 1280])
def test_nothing_moves_when_the_page_says_whether_the_ward_is_open(
    readers: Readers, served_site: str, width: int
) -> None:
    said = ["", "Đang mở cửa, đến 12:00", "Đóng cửa, mở lại lúc 8:00 ngày mai"]
    with readers.page(viewport={"width": width, "height": 800}) as page:
        page.goto(served_site)
        tops = page.evaluate(
            """(said) => said.map((words) => {
              document.querySelector(".masthead .opening").textContent = words;
              return document.querySelector("main").getBoundingClientRect().top;
            })""",
            said,
        )

    assert len(set(tops)) == 1, tops
