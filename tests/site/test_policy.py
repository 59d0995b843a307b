"""The Content-Security-Policy in Chromium: nothing of ours offends it, nothing of others runs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route
from readers import Readers, listening

WATCH = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""
RAN = "window.ran = (what) => { document.documentElement.dataset.ran = what }"
FORBIDDEN = {
    "script": "<script>ran('script')</script>",
    "script of another site": '<script src="https://khac.example/a.js"></script>',
    "script as data": """<script src="data:text/javascript,ran('data')"></script>""",
    "handler": """<img src="khong-co.png" onerror="ran('handler')">""",
    "vector picture": """<svg onload="ran('svg')"></svg>""",
    "page in a page": """<iframe srcdoc="<script>parent.ran('srcdoc')</script>"></iframe>""",
    "object": '<object data="https://khac.example/a.html"></object>',
    "root of addresses": '<base href="https://khac.example/">',
    "style": "<style>body{background:url(https://khac.example/a.png)}</style>",
    "picture of another site": '<img src="https://khac.example/a.png">',
    "link": """<a id="go" href="javascript:ran('link')">a</a>""",
    "form": '<form action="https://khac.example/"><button id="go">a</button></form>',
    "button": """<form><button id="go" formaction="javascript:ran('button')">a</button></form>""",
}
"""What must not work in a page into which it has got past all else."""


@pytest.fixture
def watched(readers: Readers) -> Iterator[Page]:
    """A page that fails the test on a violation of its policy, in it or in its console."""
    told: list[str] = []
    with (
        readers.page(WATCH, viewport={"width": 360, "height": 740}) as page,
        listening(
            page,
            console=lambda message: told.append(message.text),
            pageerror=lambda error: told.append(str(error)),
        ),
    ):
        page.emulate_media(color_scheme="light", media="screen")
        yield page
        violations = page.evaluate("window.violations")
    assert violations == []
    assert [text for text in told if "Failed to load resource" not in text] == []


def test_page_of_every_kind_keeps_to_its_policy(
    watched: Page, served_site: str, page_uri: str
) -> None:
    watched.emulate_media(color_scheme="dark")  # which a script has to set

    watched.goto(served_site + page_uri, wait_until="networkidle")

    assert watched.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
    assert watched.locator("html").get_attribute("data-theme") == "dark"


def test_the_choice_of_a_theme_keeps_to_the_policy(watched: Page, served_site: str) -> None:
    watched.goto(served_site)
    watched.locator("[data-theme-switch]:visible").click()
    watched.reload(wait_until="networkidle")

    assert watched.locator("html").get_attribute("data-theme") == "dark"


def test_search_field_keeps_to_the_policy(watched: Page, served_site: str) -> None:
    watched.goto(served_site)
    watched.locator("[data-search-field] input").last.press_sequentially("hoa giai")

    watched.locator("[role=option]").first.wait_for()
    watched.locator("summary", has_text="Menu").click()


def test_search_page_keeps_to_the_policy(watched: Page, served_site: str) -> None:
    watched.goto(f"{served_site}tim-kiem/?q=hoa+giai")
    watched.locator(".search-hit").first.wait_for()
    watched.locator("main [name=q]").press_sequentially(" co so")
    watched.locator("main [name=q]").press("Enter")

    watched.locator(".search-hit").first.wait_for()


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_cells_are_aligned_without_a_style_of_their_own(
    watched: Page, served_site: str, page_uris: list[str], built_site: Path, medium: str
) -> None:
    articles = (uri for uri in page_uris if uri.startswith("tin/") and uri.endswith("/"))
    with_table = next(
        uri
        for uri in articles
        if "align-right" in (built_site / uri / "index.html").read_text(encoding="utf-8")
    )
    watched.emulate_media(media=medium)  # type: ignore[arg-type]
    watched.goto(served_site + with_table)

    cell = watched.locator("td.align-right").first
    assert cell.evaluate("cell => getComputedStyle(cell).textAlign") == "right"


@pytest.mark.parametrize("attack", FORBIDDEN)
def test_nothing_that_got_into_a_page_works(
    readers: Readers, served_site: str, attack: str
) -> None:
    """As if no body were sanitised; other sites answer, so that only the policy keeps from them."""
    asked: list[str] = []

    def smuggle(route: Route) -> None:
        html = route.fetch().text()
        body = re.sub(r"<h1\b", lambda h1: FORBIDDEN[attack] + h1[0], html, count=1)
        assert body != html
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    def other_site(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="ran('other site')", content_type="text/javascript")

    with readers.page(RAN) as page:
        page.route("**/gioi-thieu/", smuggle)
        page.route("https://khac.example/**", other_site)
        page.goto(f"{served_site}gioi-thieu/", wait_until="networkidle")
        if 'id="go"' in FORBIDDEN[attack]:
            page.locator("#go").evaluate("element => element.click()")
            page.wait_for_timeout(300)

        assert page.locator("html").get_attribute("data-ran") is None
        assert asked == []
        assert page.evaluate("document.baseURI") == page.url.partition("?")[0]
        assert page.locator("html").get_attribute("data-theme") == "light"
