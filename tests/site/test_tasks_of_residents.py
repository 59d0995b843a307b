"""What residents come for, on a phone, from the home page, in a few steps.

A step is a touch, or typing and sending. Each task says how many it may take.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect
from readers import Readers

PHONE = {"width": 360, "height": 740}


class Resident:
    """Somebody who counts what they have to do."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home = page, home
        self.steps = 0
        page.goto(home)

    def touch(self, found: Locator) -> None:
        """Touch it, which has to be there to be seen."""
        found.scroll_into_view_if_needed()
        found.click()
        self.steps += 1

    def ask(self, words: str) -> None:
        """Type the words into the field of the page, and send them."""
        self.page.locator("main [name=q]").first.fill(words)
        self.page.keyboard.press("Enter")
        self.steps += 1

    def sees(self, words: str) -> None:
        """The words are on the page."""
        shown = self.page.locator("main").get_by_text(words)
        expect(shown.filter(visible=True).first).to_be_visible()

    def link(self, words: str) -> Locator:
        return self.page.get_by_role("link", name=words).first


@pytest.fixture
def resident(readers: Readers, served_site: str) -> Iterator[Resident]:
    # A reader of their own, since the clock of a page stays as it was set.
    with readers.page(viewport=PHONE, timezone_id="Asia/Ho_Chi_Minh") as page:
        page.clock.set_fixed_time("2026-11-27T12:00:00+07:00")  # as in conftest.py
        yield Resident(page, served_site)


def test_hours_and_telephone_are_there_at_once(resident: Resident) -> None:
    expect(resident.page.locator("a[href^='tel:']").first).to_be_in_viewport()
    expect(resident.page.locator(".opening").first).to_be_in_viewport()
    assert resident.steps == 0


def test_when_the_power_is_cut_is_there_at_once(resident: Resident) -> None:
    expect(resident.link("Tạm ngừng cấp điện")).to_be_in_viewport()
    assert resident.steps == 0


def test_whom_to_call_about_a_theft(resident: Resident) -> None:
    resident.touch(resident.link("Giờ làm việc, liên hệ"))

    resident.sees("báo mất trộm")
    assert resident.steps == 1


def test_latest_notices(resident: Resident) -> None:
    resident.touch(resident.page.locator(".home__doors").get_by_role("link", name="Thông báo"))

    expect(resident.page.locator("h1")).to_have_text("Thông báo")
    assert resident.steps == 1


def test_notice_that_is_half_remembered_without_accents(resident: Resident) -> None:
    resident.ask("tuyen sinh lop 1 khi nao")
    resident.touch(resident.link("tuyển sinh"))

    expect(resident.page.locator("h1")).to_contain_text("tuyển sinh")
    assert resident.steps == 2


def test_opening_hours_by_asking(resident: Resident) -> None:
    resident.ask("gio mo cua")

    resident.sees("Thứ Hai đến thứ Sáu")
    assert resident.steps == 1


def test_what_the_ward_did_in_a_quarter(resident: Resident) -> None:
    resident.touch(resident.page.locator(".home__doors").get_by_role("link", name="Sơ kết quý"))
    resident.touch(resident.page.locator("main a[href*='2023/quy-1']").first)

    resident.sees("48,8 triệu")
    assert resident.steps == 2


def test_how_far_a_campaign_has_come_and_how_to_take_part(resident: Resident) -> None:
    resident.sees("120/300 suất")
    resident.touch(resident.link("Tết ấm tình người"))

    expect(resident.page.locator("main a[href^='tel:']").first).to_be_visible()
    assert resident.steps == 1


def test_what_is_to_come_in_a_calendar(resident: Resident) -> None:
    resident.touch(resident.link("Xem cả lịch"))

    resident.sees("Lịch hiến máu")
    expect(resident.page.locator("main a[href$='.ics']").first).to_be_visible()
    assert resident.steps == 1


def test_larger_text_that_stays(resident: Resident) -> None:
    resident.touch(resident.page.locator("main a[href*='tin/20']").first)
    before = resident.page.locator(".news__body p").first.evaluate(
        "p => getComputedStyle(p).fontSize"
    )
    resident.touch(resident.page.get_by_role("button", name="Chữ to hơn"))
    resident.page.wait_for_function(  # the tool is fetched when it is first used
        "before => getComputedStyle(document.querySelector('.news__body p')).fontSize !== before",
        arg=before,
    )
    resident.page.reload()

    after = resident.page.locator(".news__body p").first.evaluate(
        "p => getComputedStyle(p).fontSize"
    )
    assert float(after[:-2]) > float(before[:-2])
    assert resident.steps == 2


def test_telling_of_a_mistake(resident: Resident) -> None:
    resident.touch(resident.page.locator("main a[href*='tin/20']").first)

    ways = ".news__mistake :is([href^='mailto:'], [href^='tel:'])"
    expect(resident.page.locator(ways).first).to_be_visible()
    assert resident.steps == 1


def test_sending_an_article_to_a_neighbour(resident: Resident) -> None:
    resident.touch(resident.page.locator("main a[href*='tin/20']").first)
    resident.page.evaluate("delete Navigator.prototype.share")
    resident.touch(resident.page.get_by_role("button", name="Chia sẻ"))

    expect(resident.page.get_by_role("link", name="Zalo")).to_be_visible()
    assert resident.steps == 2
