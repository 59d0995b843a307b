"""Residents can use every kind of page: with any sight, on any screen, without JavaScript.

The target is WCAG 2.2 AA and the contrast of AAA, checked by axe-core as far as a program can.
`scripts/audit_pages.py` looks at every page; here, at the longest of each kind.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from faults import complaints
from playwright.sync_api import Page
from readers import Readers

from benchmarking.axe import STRICTEST, violations

HTML = "text/html; charset=utf-8"
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}
NARROW = {"viewport": {"width": 320, "height": 640}}
"""WCAG 2.2, 1.4.10: nothing is lost at 320 px, and nobody scrolls sideways to read."""
ENLARGED = {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}
"""A screen of 1280 px at 200 % zoom (WCAG 2.2, 1.4.4)."""

TOO_WIDE = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const scrolls = (element) => element && element !== document.body
    && (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
  const wide = [...document.body.querySelectorAll("*")].filter((element) =>
    element.getBoundingClientRect().right > clientWidth + 1 && !scrolls(element.parentElement));
  return [`${scrollWidth} px wide in ${clientWidth} px`,
    ...wide.map((element) => element.outerHTML.slice(0, 160))];
}"""
HIDDEN_TEXT = """() => {
  const closed = "[hidden], dialog:not([open]), details:not([open]) > :not(summary), template, " +
    ".printed-address, .on-paper, .search-waiting";  // for paper, and for browsers with JavaScript
  const blocks = [...document.querySelectorAll("main :is(h1, h2, h3, p, li, td, dd)")]
    .filter((block) => block.textContent.trim() && !block.closest(closed));
  const how = { opacityProperty: true, visibilityProperty: true };
  return blocks.length ? blocks.filter((block) => !block.checkVisibility(how)).map(
    (block) => block.outerHTML.slice(0, 160)) : ["no text in main"];
}"""


@pytest.mark.usefixtures("npm_tools")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(
    readers: Readers, served_site: str, page_uri: str, scheme: str
) -> None:
    with shown(readers, served_site + page_uri, viewport=PHONE, color_scheme=scheme) as page:
        faults = [f"on a phone: {fault}" for fault in violations(page, STRICTEST)]
        page.set_viewport_size(DESKTOP)
        faults += [f"on a desktop: {fault}" for fault in violations(page, STRICTEST)]

    assert not faults, report(page, faults)


@pytest.mark.usefixtures("npm_tools")
def test_axe_finds_no_violation_in_a_picture_at_large(readers: Readers, served_site: str) -> None:
    article = f"{served_site}tin/2023/08/he-tinh-nguyen-2023-khep-lai/"
    with shown(readers, article, viewport=PHONE) as page:
        page.locator(".gallery__link").nth(1).click()

        assert violations(page) == []


def test_browser_has_nothing_to_complain_about(
    readers: Readers, served_site: str, page_uri: str
) -> None:
    with readers.page(viewport=PHONE) as page, complaints(page, served_site) as faults:
        page.goto(served_site + page_uri, wait_until="networkidle")
        page.set_viewport_size(DESKTOP)  # where pictures of other sizes are asked for
        page.wait_for_load_state("networkidle")

    assert not faults, report(page, faults)


@pytest.mark.parametrize("screen", [NARROW, ENLARGED], ids=["320 px", "200 %"])
def test_nobody_scrolls_sideways(
    readers: Readers, served_site: str, page_uri: str, screen: dict[str, object]
) -> None:
    with shown(readers, served_site + page_uri, **screen) as page:
        faults = page.evaluate(TOO_WIDE)

    assert not faults, report(page, faults)


def test_text_is_visible_without_javascript(
    readers: Readers, served_site: str, page_uri: str
) -> None:
    with shown(readers, served_site + page_uri, java_script_enabled=False) as page:
        assert page.locator("h1").first.is_visible()
        faults = page.evaluate(HIDDEN_TEXT)

    assert not faults, report(page, faults)


def test_page_follows_the_scheme_of_the_readers_device(readers: Readers, served_site: str) -> None:
    background = "() => getComputedStyle(document.body).backgroundColor"
    with shown(readers, served_site, color_scheme="light") as page:
        light = page.evaluate(background)
    with shown(readers, served_site, color_scheme="dark") as page:
        assert page.evaluate(background) != light


@pytest.mark.usefixtures("npm_tools")
@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<img src='data:,'>", "image-alt"),
        ("<p style='color: #aaa; background: #fff'>Nhạt</p>", "color-contrast"),
        ("<h1>Một</h1><h3>Ba</h3>", "heading-order"),
        ("<a href='#a' style='float: left'>1</a><a href='#b' style='float: left'>2</a>", "target"),
    ],
)
def test_violation_is_found(readers: Readers, html: str, rule: str) -> None:
    with readers.page() as page:
        page.set_content(html)
        assert any(rule in fault for fault in violations(page))


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ("<script>console.error('Hỏng')</script>", "Hỏng"),
        ("<script>throw new Error('Hỏng')</script>", "Hỏng"),
        ("<img src='khong-co.png' alt=''>", "404"),
        ("<img src='http://ngoai.invalid/a.png' alt=''>", "outside"),
    ],
)
def test_complaint_is_found(readers: Readers, served_site: str, html: str, complaint: str) -> None:
    with readers.page() as page:
        page.route("**/hong", lambda route: route.fulfill(body=html, content_type=HTML))
        with complaints(page, served_site) as faults:
            page.goto(f"{served_site}hong", wait_until="networkidle")

    assert any(complaint in fault for fault in faults)


@pytest.mark.parametrize(
    ("script", "html"),
    [
        (TOO_WIDE, "<p style='width: 2000px'>Rộng</p>"),
        (HIDDEN_TEXT, "<main style='opacity: 0'><p>Ẩn</p></main>"),
        (HIDDEN_TEXT, "<main></main>"),
    ],
)
def test_unreadable_page_is_found(readers: Readers, script: str, html: str) -> None:
    with readers.page(java_script_enabled=False) as page:
        page.set_content(html)
        assert page.evaluate(script)


@contextmanager
def shown(readers: Readers, url: str, **options: object) -> Iterator[Page]:
    """The page as a reader with that screen and those settings has it before them."""
    with readers.page(reduced_motion="reduce", locale="vi-VN", **options) as page:
        page.goto(url)
        yield page


def report(page: Page, faults: list[str]) -> str:
    """The failure's text: the page's address and what is wrong with it."""
    return "\n".join([page.url, *faults])
