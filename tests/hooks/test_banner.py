"""The urgent banner stands on every page, and ends by itself."""

import logging
from typing import Any

import pytest
from tiny_site import ROOT

TEXT = "text: Cắt nước <b>tối</b> nay\nend: 2024-01-02 05:00\nlink: /tin/2023/12/a/\n"
SCRIPT = ROOT / "docs" / "javascripts" / "banner.js"
PAGES = ["", "chuyen-muc/tin", "tin/2023/12/a", "gioi-thieu"]


@pytest.fixture
def site(tiny_site: Any) -> Any:
    """On 2024-01-01 at noon."""
    tiny_site.write("docs/javascripts/banner.js", SCRIPT.read_bytes())
    tiny_site.write("docs/gioi-thieu.md", "# Giới thiệu\n\nLời.\n")
    tiny_site.article("a", {"title": "A", "date": "2023-12-20", "category": "tin"})
    return tiny_site


def shown(site: Any, page: str) -> str:
    """The banner's tag on a page; empty where it has none."""
    return site.page(page).partition('<aside class="banner')[2].partition("</aside>")[0]


@pytest.mark.parametrize("page", PAGES)
def test_banner_stands_on_every_page(site: Any, page: str) -> None:
    site.write("docs/khan.yml", TEXT)
    site.build(strict=True)

    banner = shown(site, page)
    assert "Cắt nước &lt;b&gt;tối&lt;/b&gt; nay" in banner
    assert 'aria-label="Tin khẩn"' in banner
    assert " hidden>" not in banner.partition("\n")[0]
    assert 'tin/2023/12/a/">Xem chi tiết' in banner or 'href="./">Xem chi tiết' in banner
    assert not (site.site / "khan.yml").exists()


def test_banner_that_is_to_begin_waits_in_the_page(site: Any) -> None:
    site.write("docs/khan.yml", TEXT + "start: 2024-01-01 18:00\n")
    site.build(strict=True)

    assert " hidden>" in shown(site, "")
    assert 'data-start="2024-01-01T18:00:00+07:00"' in shown(site, "")


@pytest.mark.parametrize("end", ["2024-01-01 11:59", "2023-05-01"])
def test_banner_that_has_ended_is_on_no_page(site: Any, end: str) -> None:
    site.write("docs/khan.yml", f"text: Cũ\nend: {end}\n")
    site.build(strict=True)

    assert shown(site, "") == ""


def test_faulty_banner_is_told_and_stops_nothing(
    site: Any, caplog: pytest.LogCaptureFixture
) -> None:
    site.write("docs/khan.yml", "text: Cắt nước\n")
    caplog.set_level(logging.WARNING, logger="mkdocs")
    site.build()

    assert "docs/khan.yml:1: end: chưa có" in caplog.text
    assert "banner" not in site.page("")


def looked_at(browser: Any, site: Any, moment: str, *addresses: str) -> Any:
    """A page of a reader who has opened the addresses one after another at that moment."""
    page = browser.new_context().new_page()
    page.route("**/*", lambda route: _answer(route, site))
    page.clock.set_fixed_time(moment)
    for address in addresses:
        page.goto(f"https://thu.example/{address}")
    return page


def _answer(route: Any, site: Any) -> None:
    path = site.site / route.request.url.removeprefix("https://thu.example/").split("?")[0]
    file = path / "index.html" if path.is_dir() else path
    route.fulfill(path=file) if file.is_file() else route.fulfill(status=404)


@pytest.mark.parametrize(
    ("moment", "is_shown"),
    [
        ("2024-01-01T12:00:00+07:00", False),  # it was built then
        ("2024-01-01T18:00:00+07:00", True),
        ("2024-01-02T05:00:00+07:00", False),
    ],
)
def test_browser_shows_it_from_its_start_to_its_end(
    browser: Any, site: Any, moment: str, is_shown: bool
) -> None:
    site.write("docs/khan.yml", TEXT + "start: 2024-01-01 18:00\n")
    site.build(strict=True)

    page = looked_at(browser, site, moment, "")

    assert page.locator("[data-banner]").is_visible() is is_shown


def test_reader_puts_it_away_until_it_says_something_else(browser: Any, site: Any) -> None:
    site.write("docs/khan.yml", TEXT)
    site.build(strict=True)
    page = looked_at(browser, site, "2024-01-01T12:00:00+07:00", "")

    page.get_by_role("button", name="Đóng").click()
    assert page.locator("[data-banner]").is_hidden()
    page.goto("https://thu.example/tin/2023/12/a/")
    assert page.locator("[data-banner]").is_hidden()

    site.write("docs/khan.yml", TEXT.replace("tối", "sáng"))
    site.build(strict=True)
    page.goto("https://thu.example/")
    assert page.locator("[data-banner]").is_visible()
