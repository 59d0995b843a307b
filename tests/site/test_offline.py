"""What residents have read they can read again without a connection, and are told how old it is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

ARTICLE = "tin/2023/08/he-tinh-nguyen-2023-khep-lai/"
START = """async (url) => {
  await navigator.serviceWorker.register(url);
  await navigator.serviceWorker.ready;
  const { serviceWorker } = navigator;
  if (!serviceWorker.controller)
    await new Promise((resolve) => serviceWorker.addEventListener("controllerchange", resolve));
}"""
"""As theme.js does on a site that is reached by https."""

IS_KEPT = "caches.open('trang-da-doc').then((kept) => kept.keys()).then(({ length }) => length)"
TOLD = "Không có mạng. Đây là bản lưu trên máy lúc"


@pytest.fixture
def page(browser: Browser, served_site: str) -> Iterator[Page]:
    """The page of a reader whose browser has started the worker."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(served_site)
    page.evaluate(START, f"{served_site}sw.js")
    yield page
    context.close()


def test_article_that_was_read_opens_without_a_connection(page: Page, served_site: str) -> None:
    page.goto(served_site + ARTICLE)
    title = page.locator("h1").inner_text()
    page.wait_for_function(IS_KEPT)
    page.reload()  # its parts pass the worker as well
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text("Không có mạng")).to_have_count(0)

    page.context.set_offline(True)
    page.goto(served_site + ARTICLE)

    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator(".banner[role=status]")).to_contain_text(
        "Không có mạng. Đây là bản lưu trên máy lúc"
    )
    assert page.evaluate("document.styleSheets.length") == 1


def test_page_that_is_not_kept_leads_to_those_that_are(page: Page, served_site: str) -> None:
    page.goto(served_site + ARTICLE)
    title = page.locator("h1").inner_text()
    page.wait_for_function(IS_KEPT)

    page.context.set_offline(True)
    page.goto(f"{served_site}chuyen-muc/")

    expect(page.locator("h1")).to_have_text("Không có mạng")
    expect(page.get_by_role("link")).to_have_text([title])


def test_lists_are_never_shown_from_what_was_kept(page: Page, served_site: str) -> None:
    page.goto(f"{served_site}chuyen-muc/")
    page.wait_for_load_state("networkidle")

    page.context.set_offline(True)
    page.reload()

    expect(page.locator("h1")).to_have_text("Không có mạng")
