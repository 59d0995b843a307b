"""Pictures of a gallery open at large, by mouse, keys and finger, and without a script as well."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from readers import Readers

ARTICLE = "tin/2023/08/he-tinh-nguyen-2023-khep-lai/"
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def page(readers: Readers, served_site: str) -> Iterator[Page]:
    with readers.page(viewport=PHONE) as page:
        page.goto(served_site + ARTICLE)
        yield page


def test_picture_opens_at_large_and_gives_the_focus_back(page: Page) -> None:
    link = page.locator(".gallery__link").nth(1)
    link.focus()

    page.keyboard.press("Enter")

    dialog = page.locator("dialog.lightbox")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("status")).to_have_text("Ảnh 2 trên 3")
    image = dialog.locator("img")
    assert image.get_attribute("alt") == link.locator("img").get_attribute("alt")
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1600
    assert image.bounding_box()["width"] == 360  # type: ignore[index]
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()


def test_arrows_and_buttons_go_to_the_ends_and_no_further(page: Page) -> None:
    page.locator(".gallery__link").first.click()
    dialog = page.locator("dialog.lightbox")
    count = dialog.get_by_role("status")

    page.keyboard.press("ArrowLeft")
    expect(count).to_have_text("Ảnh 1 trên 3")
    page.keyboard.press("ArrowRight")
    expect(count).to_have_text("Ảnh 2 trên 3")
    dialog.get_by_role("button", name="Ảnh sau").click()
    expect(count).to_have_text("Ảnh 3 trên 3")
    expect(dialog.get_by_role("button", name="Ảnh sau")).to_be_disabled()
    page.keyboard.press("ArrowRight")  # the button that had the focus has just been disabled
    expect(count).to_have_text("Ảnh 3 trên 3")
    page.keyboard.press("ArrowLeft")
    expect(count).to_have_text("Ảnh 2 trên 3")


@pytest.mark.parametrize(("by", "shown"), [(-120, 3), (120, 1), (-10, 2)])
def test_swipe_turns_to_the_next(page: Page, by: int, shown: int) -> None:
    page.locator(".gallery__link").nth(1).click()

    page.mouse.move(180, 300)
    page.mouse.down()
    page.mouse.move(180 + by, 305)
    page.mouse.up()

    expect(page.locator("dialog.lightbox").get_by_role("status")).to_have_text(
        f"Ảnh {shown} trên 3"
    )


def test_without_a_script_each_picture_links_to_itself_at_large(
    readers: Readers, served_site: str
) -> None:
    with readers.page(viewport=PHONE, java_script_enabled=False) as page:
        page.goto(served_site + ARTICLE)
        links = page.locator(".gallery__link")

        assert links.count() == 3
        response = page.request.get(links.nth(0).evaluate("link => link.href"))
        assert response.headers["content-type"] == "image/avif"
