"""The page at an old address that several articles had, in a real browser."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

SCRIPT = Path(__file__).resolve().parents[2] / "docs" / "javascripts" / "old-address.js"
HOST = "https://thu.example/"


@pytest.fixture
def site(tiny_site: Any) -> Any:
    tiny_site.write("docs/javascripts/old-address.js", SCRIPT.read_bytes())
    tiny_site.article("nam", {"aliases": '["/Default.aspx?TabId=12&id=5"]'})
    tiny_site.article("sau", {"aliases": '["/Default.aspx?tabid=12&id=6", "/cu/"]'})
    tiny_site.article("bay", {"aliases": '["/cu/"]'})
    tiny_site.build()
    return tiny_site


def opened(browser: Browser, site: Any, address: str, *, with_scripts: bool = True) -> Page:
    """The page that somebody sees who opens the address."""
    page = browser.new_context(java_script_enabled=with_scripts).new_page()

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path.lstrip("/")
        file = site.site / path / "index.html" if path.endswith("/") else site.site / path
        route.fulfill(path=file) if file.is_file() else route.fulfill(status=404)

    page.route("**/*", answer)
    page.goto(f"{HOST}{address}")
    return page


@pytest.mark.parametrize(
    ("query", "article"),
    [("tabid=12&id=5", "nam"), ("id=6&tabid=12&fbclid=x", "sau"), ("TABID=12&ID=6", "sau")],
)
def test_query_that_names_one_article_opens_it(
    browser: Browser, site: Any, query: str, article: str
) -> None:
    page = opened(browser, site, f"Default.aspx/?{query}")

    expect(page).to_have_url(f"{HOST}tin/2023/04/{article}/")


@pytest.mark.parametrize(
    "address", ["Default.aspx/", "Default.aspx/?tabid=12&id=7", "Default.aspx/?id=5", "cu/?id=5"]
)
def test_reader_chooses_where_the_address_names_no_article(
    browser: Browser, site: Any, address: str
) -> None:
    page = opened(browser, site, address)
    page.wait_for_load_state("networkidle")

    assert page.url == f"{HOST}{address}"
    assert page.locator("a[data-queries]").count() == 2


def test_reader_without_scripts_chooses(browser: Browser, site: Any) -> None:
    page = opened(browser, site, "Default.aspx/?tabid=12&id=5", with_scripts=False)

    page.get_by_role("link", name="Bài nam").click()

    expect(page).to_have_url(f"{HOST}tin/2023/04/nam/")
