"""How residents follow the news: addresses that they copy, feeds that they open in a browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from readers import Readers


def test_address_of_a_feed_is_copied_by_its_button(readers: Readers, served_site: str) -> None:
    with readers.page(permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(f"{served_site}theo-doi/#chuyen-muc-thong-bao-")
        item = page.locator(":target")
        item.get_by_role("button", name="Chép địa chỉ: Thông báo").click()

        item.get_by_text("Đã chép", exact=True).wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == item.locator("code").inner_text()
        assert "chuyen-muc/thong-bao/rss.xml" in page.locator("[data-copied]").inner_text()


def test_without_a_script_there_is_no_button(readers: Readers, served_site: str) -> None:
    with readers.page(java_script_enabled=False) as page:
        page.goto(f"{served_site}theo-doi/")

        assert page.locator(".follow-list__address").count() > 10
        assert page.get_by_role("button", name="Chép").count() == 0


@pytest.mark.parametrize("file", ["rss.xml", "atom.xml"])
def test_feed_that_is_opened_reads_as_a_page(
    readers: Readers, served_site: str, built_site: Path, file: str
) -> None:
    with readers.page(viewport={"width": 360, "height": 740}) as page:
        page.goto(f"{served_site}chuyen-muc/thong-bao/{file}")

        assert _style(page, "item, entry", "display") == "block"
        assert _style(page, ":is(item, entry) > title", "fontWeight") == "700"
        assert _style(page, ":is(item, entry) > *|encoded, content", "display") == "none"
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def _style(page: Page, selector: str, name: str) -> object:
    return page.evaluate(
        "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]",
        [selector, name],
    )
