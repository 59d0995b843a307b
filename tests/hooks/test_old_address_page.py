"""The page at an old address that several articles had, in a real browser."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect
from readers import Readers

SCRIPT = Path(__file__).resolve().parents[2] / "docs" / "javascripts" / "old-address.js"
HOST = "https://thu.example/"


@pytest.fixture(scope="module")
def site(shared_site: Callable[[], Any]) -> Any:
    site = shared_site()
    site.write("docs/javascripts/old-address.js", SCRIPT.read_bytes())
    site.article("nam", {"aliases": '["/Default.aspx?TabId=12&id=5"]'})
    site.article("sau", {"aliases": '["/Default.aspx?tabid=12&id=6", "/cu/"]'})
    site.article("bay", {"aliases": '["/cu/"]'})
    site.build()
    return site


@contextmanager
def opened(
    readers: Readers, site: Any, address: str, *, with_scripts: bool = True
) -> Iterator[Page]:
    """The page that somebody sees who opens the address."""

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path.lstrip("/")
        file = site.site / path / "index.html" if path.endswith("/") else site.site / path
        route.fulfill(path=file) if file.is_file() else route.fulfill(status=404)

    with readers.page(java_script_enabled=with_scripts) as page:
        page.route("**/*", answer)
        page.goto(f"{HOST}{address}")
        yield page


@pytest.mark.parametrize(
    ("query", "article"),
    [("tabid=12&id=5", "nam"), ("id=6&tabid=12&fbclid=x", "sau"), ("TABID=12&ID=6", "sau")],
)
def test_query_that_names_one_article_opens_it(
    readers: Readers, site: Any, query: str, article: str
) -> None:
    with opened(readers, site, f"Default.aspx/?{query}") as page:
        expect(page).to_have_url(f"{HOST}tin/2023/04/{article}/")


@pytest.mark.parametrize(
    "address", ["Default.aspx/", "Default.aspx/?tabid=12&id=7", "Default.aspx/?id=5", "cu/?id=5"]
)
def test_reader_chooses_where_the_address_names_no_article(
    readers: Readers, site: Any, address: str
) -> None:
    with opened(readers, site, address) as page:
        page.wait_for_load_state("networkidle")

        assert page.url == f"{HOST}{address}"
        assert page.locator("a[data-queries]").count() == 2


def test_reader_without_scripts_chooses(readers: Readers, site: Any) -> None:
    with opened(readers, site, "Default.aspx/?tabid=12&id=5", with_scripts=False) as page:
        page.get_by_role("link", name="Bài nam").click()

        expect(page).to_have_url(f"{HOST}tin/2023/04/nam/")
