"""Hostile articles, in Chromium: whatever a case says, no page that shows it does anything of it.

The cases are articles in cases/attacks/. They call attacked(), or fetch from khac.example. `check`
would keep most of them out; here it is blind, and the browser keeps to no policy, so that only the
sanitised body and escaping stand between a case and its reader.
"""

import mimetypes
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, Route
from readers import Readers, listening
from tiny_site import ROOT

from newsroom.content import reader

CASES = sorted((Path(__file__).parent / "cases" / "attacks").glob("*.md"))
OWN = "https://thu.example/"
ARMED = """
  window.attacked = () => document.documentElement.setAttribute("attacked", "");
  addEventListener("load", () => {
    for (const element of document.querySelectorAll("main *")) element.focus?.();
  });
"""
FOUND = r"""() => [...document.querySelectorAll("*")].flatMap((element) => [
  ...element.getAttributeNames().filter((name) => /^on|^attacked$/.test(name)),
  ...[element.href].filter((address) => address && !/^(https?|mailto|tel):/.test(address)),
  ...[element.id].filter((id) => /^__(?!code_)/.test(id) && element.closest("main")),
])"""
"""What no page may have, whether it did anything or not."""


@pytest.fixture(scope="module")
def site(shared_site: Callable[[], Any]) -> Any:
    """A site with every case as an article and as a hand-written page."""
    site = shared_site()
    shutil.copytree(ROOT / "docs" / "javascripts", site.folder / "docs" / "javascripts")
    shutil.copy(ROOT / "docs" / "tim-kiem.md", site.folder / "docs")
    Image.new("RGB", (32, 18), "navy").save(site.write("articles/2023/anh.png", b""))
    site.write("articles/2023/to-khai.pdf", b"%PDF")
    for case in CASES:
        text = case.read_text(encoding="utf-8")
        site.write(f"articles/2023/{case.name}", text)
        site.write(f"docs/viet-tay/{case.name}", text.split("---\n", 2)[2])
        site.settings["nav"].append({f"Trang {case.stem}": f"viet-tay/{case.name}"})
    site.newsroom["campaigns"][0]["title"] = "Hè <img src=x onerror=attacked()>"
    site.newsroom["campaigns"][0]["description"] = "<script>attacked()</script>"
    site.newsroom["sections"][0]["title"] = "Tin </a><img src=x onerror=attacked()>"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "find_dangers", lambda *_: iter(()))
        site.build()
    return site


@pytest.fixture(scope="module")
def files(site: Any) -> dict[str, bytes]:
    """What was published."""
    found: dict[str, bytes] = site.files()
    return found


@pytest.fixture
def victim(readers: Readers, files: dict[str, bytes]) -> Iterator[Page]:
    """A page without a policy that fails the test on a dialog or a request to another site."""
    told: list[str] = []

    def answer(route: Route) -> None:
        url = route.request.url.partition("?")[0]
        name = url.removeprefix(OWN)
        name += "index.html" if name.endswith("/") or not name else ""
        if not url.startswith(OWN):
            told.append(url)
        elif name in files:
            kind = mimetypes.guess_type(name)[0]
            route.fulfill(body=files[name], content_type=f"{kind}; charset=utf-8")
            return
        route.fulfill(status=404, body="attacked()", content_type="text/javascript")

    screen = {"width": 360, "height": 740}
    with (
        readers.page(ARMED, bypass_csp=True, viewport=screen) as page,
        listening(
            page,
            dialog=lambda dialog: (told.append(dialog.message), dialog.dismiss()),
            pageerror=lambda error: told.append(str(error)),
        ),
    ):
        page.route("**/*", answer)
        yield page
    assert told == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
@pytest.mark.parametrize("shown_at", ["tin/2023/05/{}/", "viet-tay/{}/"])
def test_hostile_article_does_nothing(victim: Page, case: Path, shown_at: str) -> None:
    address = OWN + shown_at.format(case.stem)
    answer = victim.goto(address, wait_until="networkidle")

    assert answer and answer.ok, "the case is not published, and tries nothing"
    assert victim.url == address
    assert victim.evaluate(FOUND) == []
    assert victim.locator("main [style], main input, main label").count() == 0
    assert victim.locator("header input[name=q]").is_visible()
    victim.locator("summary", has_text="Menu").click()
    assert victim.locator(".menu__panel").is_visible()


def test_no_page_that_lists_hostile_articles_does_anything(victim: Page, site: Any) -> None:
    pages = [name for name in site.files() if name.endswith("index.html")]
    lists = [name for name in pages if not name.startswith(("tin/", "viet-tay/"))]
    assert len(lists) > len(CASES)
    for name in lists:
        victim.goto(OWN + name.removesuffix("index.html"))
        assert victim.evaluate(FOUND) == [], name


def test_search_shows_hostile_words_as_words(victim: Page) -> None:
    victim.goto(f"{OWN}tim-kiem/?q=attacked")
    victim.locator(".search-hit").first.wait_for()
    assert victim.evaluate(FOUND) == []

    victim.goto(OWN)
    victim.locator("[data-search-field] input").last.press_sequentially("onerror attacked")
    victim.locator("[role=option]").first.wait_for()
    assert victim.evaluate(FOUND) == []
