"""On paper: dark ink on white whatever scheme the reader has, no column lost, addresses written."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page
from readers import Readers

A4 = {"width": 703, "height": 1000}
"""The pixels between margins of 12 mm."""
ARTICLE = "tin/2023/04/mat-tran-so-ket-quy-1-2023/"
FAINT = """() => {
  const light = (part) => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(light);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faint = new Set();
  while (texts.nextNode()) {
    const { parentElement: parent, textContent } = texts.currentNode;
    const how = { opacityProperty: true, visibilityProperty: true };
    const shown = textContent.trim() && parent.checkVisibility(how);
    if (shown && 1.05 / (luminance(getComputedStyle(parent).color) + 0.05) < 4.5)
      faint.add(`${parent.tagName}.${parent.className}: ${textContent.trim().slice(0, 40)}`);
  }
  return [...faint];
}"""
WIDE_TABLE = """(columns) => {
  const cells = (tag) => Array.from({ length: columns }, () => `<${tag}>123.456.789</${tag}>`);
  const rows = `<thead><tr>${cells("th").join("")}</tr></thead>
    <tbody><tr>${cells("td").join("")}</tr></tbody>`;
  document.querySelector(".news__body").innerHTML =
    `<div class="table-scroll"><table>${rows}</table></div>`;
}"""
LOST_CELLS = """() => {
  const body = document.querySelector(".news__body").getBoundingClientRect();
  const lost = (cell) => cell.getBoundingClientRect().right > body.right + 1;
  return [...document.querySelectorAll(".news__body :is(th, td)")].filter(lost).length;
}"""
AFTER = "(link) => getComputedStyle(link, '::after').content"


@contextmanager
def printed(readers: Readers, address: str, scheme: str = "light") -> Iterator[Page]:
    """The page as it goes to the printer."""
    with readers.page(viewport=A4, color_scheme=scheme) as page:
        page.emulate_media(media="print")  # before, so that no colour is on its way to another
        page.goto(address)
        yield page


def test_ink_is_dark_where_the_reader_has_the_dark_scheme(
    readers: Readers, served_site: str, page_uri: str
) -> None:
    with printed(readers, served_site + page_uri, "dark") as page:
        assert page.evaluate(FAINT) == []


@pytest.mark.parametrize("columns", [3, 8, 14])
def test_no_column_of_a_wide_table_is_lost(
    readers: Readers, served_site: str, columns: int
) -> None:
    with printed(readers, served_site + ARTICLE) as page:
        page.evaluate(WIDE_TABLE, columns)

        assert page.locator(".news__body td").count() == columns
        assert page.evaluate(LOST_CELLS) == 0


def test_address_of_a_link_stands_behind_it(readers: Readers, served_site: str) -> None:
    with printed(readers, served_site + ARTICLE) as page:
        page.evaluate("""document.querySelector(".news__body").innerHTML =
          '<a href="https://dichvucong.gov.vn/a?b=1">Cổng</a> <a href="../">trong trang</a>'""")
        outside, inside = page.locator(".news__body a").all()

        assert "https://dichvucong.gov.vn/a?b=1" in outside.evaluate(AFTER)
        assert inside.evaluate(AFTER) == "none"


def test_every_page_tells_its_address_on_paper_alone(
    readers: Readers, served_site: str, site_url: str, page_uri: str
) -> None:
    with printed(readers, served_site + page_uri) as page:
        assert page.evaluate(FAINT) == []
        told = page.locator(".printed-address")
        if page_uri.endswith(".html") or "tim-kiem" in page_uri:
            assert told.count() == 0  # nobody takes a search, or a page that is not there, along
            return
        assert told.inner_text() == f"Địa chỉ trang: {site_url}{page_uri}"
        page.emulate_media(media="screen")
        assert not told.is_visible()


def test_sheet_of_an_article_has_its_code_and_nothing_to_click(
    readers: Readers, served_site: str
) -> None:
    with printed(readers, served_site + ARTICLE, "dark") as page:
        for seen in (".masthead strong", "h1", ".news__date", ".news__body p", ".qr"):
            assert page.locator(seen).first.is_visible(), seen
        for gone in ("nav", "button", "input", ".news-beside", ".tools"):
            assert not any(part.is_visible() for part in page.locator(gone).all()), gone
        text = page.locator(".news__body p").first
        assert text.evaluate("(e) => parseFloat(getComputedStyle(e).fontSize)") == pytest.approx(
            11 * 96 / 72, abs=0.1
        )


def test_larger_text_of_a_screen_is_not_printed_larger(readers: Readers, served_site: str) -> None:
    with printed(readers, served_site + ARTICLE) as page:
        height = "document.querySelector('.news__body').offsetHeight"
        usual = page.evaluate(height)
        page.evaluate("document.documentElement.dataset.text = '150'")
        assert page.evaluate(height) == usual


@pytest.mark.parametrize("uri", ["chuyen-muc/thong-bao/", "phong-trao/chinh-trang-do-thi-2023/"])
def test_lists_are_printed_without_pictures(readers: Readers, served_site: str, uri: str) -> None:
    with printed(readers, served_site + uri) as page:
        assert page.locator("main img").count() > 0
        assert not any(image.is_visible() for image in page.locator("main img").all())
        title = page.locator(".news-card:has(img) .news-card__title").first.bounding_box()
        main = page.locator("main h1").bounding_box()
        assert title and main and title["x"] < main["x"] + 40, "no room is left for a picture"


QUARTER = "so-ket-quy/2023/quy-2/"
"""Eight organizations report."""


@pytest.mark.parametrize("uri", [QUARTER, "so-ket-nam/2023/", "so-ket-nam/2023/6-thang-dau-nam/"])
def test_reviews_are_two_unfolded_pages_for_the_notice_board(
    readers: Readers, served_site: str, uri: str
) -> None:
    with printed(readers, served_site + uri, "dark") as page:
        numbers = page.locator(".fold:not([open]) .numbers td")
        sheet = page.pdf(format="A4", prefer_css_page_size=True)

        assert 1 <= len(re.findall(rb"/Type\s*/Page\b", sheet)) <= 2
        assert numbers.count() > 100
        assert all(number.is_visible() for number in (numbers.first, numbers.last))
        tasks = page.locator(".task")
        assert tasks.last.is_visible() == (uri == QUARTER), "a year tells how many they are"


def test_printing_opens_what_an_older_browser_keeps_folded(
    readers: Readers, served_site: str
) -> None:
    with readers.page() as page:
        page.goto(served_site + QUARTER)
        folded = page.locator("details.fold:not([open])")
        before = folded.count()
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert (before > 5, folded.count()) == (True, 0)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert folded.count() == before
