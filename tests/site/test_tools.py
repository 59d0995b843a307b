"""The tools of an article: larger text, reading aloud, printing, sharing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from faults import complaints
from playwright.sync_api import Page
from readers import Readers

from benchmarking.axe import violations

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "tin/2023/04/mat-tran-so-ket-quy-1-2023/"
PHONE = {"width": 360, "height": 740}
DEVICE = """
  window.spoken = [];
  window.printed = window.cancelled = 0;
  window.print = () => (printed += 1);
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const voices = LANGUAGES.map((lang) => ({ lang }));
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => voices,
    addEventListener() {}, removeEventListener() {},
    speak(utterance) { spoken.push(utterance.text); window.speaking = utterance; },
    cancel() { cancelled += 1; window.speaking?.onend(); },
  } });
  Object.defineProperty(navigator, "share", { value: SHARE, configurable: true });
"""
"""A device whose speech ends when the test says so."""
NO_SHEET = "undefined"
MARKED = "[...CSS.highlights.get('read-aloud') ?? []].map(String).join()"
TEXT_SIZE = "parseFloat(getComputedStyle(document.querySelector('.news__body p')).fontSize)"


@contextmanager
def article(
    readers: Readers, site: str, *, voices: str = '["en-US", "vi-VN"]', share: str = NO_SHEET,
    **options: Any,
) -> Iterator[Page]:  # fmt: skip
    """The article on a device with those voices, which shares in that way."""
    device = DEVICE.replace("LANGUAGES", voices).replace("SHARE", share)
    with readers.page(device, viewport=PHONE, reduced_motion="reduce", **options) as page:
        page.goto(site + ARTICLE)
        yield page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def status(page: Page) -> str:
    return page.locator(".tools [role=status]").inner_text()


def test_text_grows_on_every_page_and_shrinks_to_its_usual_size(
    readers: Readers, served_site: str
) -> None:
    with article(readers, served_site) as page:
        usual = page.evaluate(TEXT_SIZE)
        for _ in range(4):
            press(page, "A+ Chữ to hơn")
        page.get_by_text("Chữ đang ở cỡ to nhất.").wait_for(state="attached")
        assert page.evaluate(TEXT_SIZE) == usual * 1.5

        page.goto(f"{served_site}gioi-thieu/", wait_until="commit")
        page.wait_for_selector("main p")
        assert page.evaluate("getComputedStyle(document.querySelector('main p')).fontSize") == (
            f"{usual * 1.5:g}px"
        )
        page.goto(served_site + ARTICLE)
        for _ in range(3):
            press(page, "A− Chữ nhỏ hơn")
        page.get_by_text("Cỡ chữ 100 %.").wait_for(state="attached")
        assert page.evaluate(TEXT_SIZE) == usual


@pytest.mark.parametrize("uri", ["", ARTICLE, "tim-kiem/", "lien-he/", "phong-trao/"])
def test_largest_text_fits_a_phone(readers: Readers, served_site: str, uri: str) -> None:
    with readers.page(viewport=PHONE) as page:
        page.goto(served_site)
        page.evaluate("localStorage.setItem('text', '150')")
        page.goto(served_site + uri)

        assert page.evaluate("document.documentElement.dataset.text") == "150"
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_article_is_read_sentence_by_sentence(readers: Readers, served_site: str) -> None:
    with article(readers, served_site) as page:
        press(page, "Nghe bài")
        page.get_by_role("button", name="Tạm dừng").wait_for()
        title = page.locator("h1").inner_text()
        assert page.evaluate("spoken") == [title]
        assert page.evaluate(MARKED) == title

        page.evaluate("speaking.onend()")
        page.evaluate("speaking.onend()")
        sentence = page.evaluate("spoken").pop()
        assert sentence.startswith("Hội nghị sơ kết họp sáng 31/3")
        assert page.evaluate(MARKED) == sentence


def test_reading_pauses_goes_on_and_stops(readers: Readers, served_site: str) -> None:
    with article(readers, served_site) as page:
        press(page, "Nghe bài")
        press(page, "Tạm dừng")
        press(page, "Nghe tiếp")
        page.get_by_role("button", name="Tạm dừng").wait_for()
        first, again = page.evaluate("spoken")
        assert first == again, "a sentence that was broken off is read again"

        press(page, "Dừng")
        assert page.evaluate(MARKED) == ""
        assert status(page) == "Đã dừng đọc."
        assert page.get_by_role("button", name="Nghe bài").evaluate("e => e.matches(':focus')")
        assert page.get_by_role("button", name="Dừng", exact=True).count() == 0


def test_reading_ends_with_the_article(readers: Readers, served_site: str) -> None:
    with article(readers, served_site) as page:
        press(page, "Nghe bài")
        page.get_by_role("button", name="Tạm dừng").wait_for()
        page.evaluate(
            "{ let last; while (last !== speaking) { last = speaking; speaking.onend(); } }"
        )

        said = " ".join(page.evaluate("spoken"))
        body = page.locator(".news__body p").last.inner_text()
        assert " ".join(body.split()) in said
        assert page.get_by_role("button", name="Nghe bài").is_visible()


def test_abbreviations_are_spoken_in_full(readers: Readers, served_site: str) -> None:
    with article(readers, served_site) as page:
        page.evaluate(
            """document.querySelector(".news__body").innerHTML =
          "<p>Ở <abbr title='Ủy ban nhân dân'>UBND</abbr> có việc! Ai <b>cũng</b> biết.</p>
          <ul><li>Một<ul><li>Hai</li></ul></li></ul>" """.replace("\n", "")
        )
        press(page, "Nghe bài")
        page.get_by_role("button", name="Tạm dừng").wait_for()
        for _ in range(5):
            page.evaluate("speaking.onend()")

        assert page.evaluate("spoken.slice(2)") == [
            "Ở Ủy ban nhân dân có việc!", "Ai cũng biết.", "Một", "Hai",
        ]  # fmt: skip


def test_browser_without_highlights_and_segmenter_marks_the_block(
    readers: Readers, served_site: str
) -> None:
    old = "delete Intl.Segmenter; Object.defineProperty(CSS, 'highlights', { value: undefined });"
    device = DEVICE.replace("LANGUAGES", '["vi-VN"]').replace("SHARE", NO_SHEET)
    with readers.page(old + device, viewport=PHONE) as page:
        page.goto(served_site + ARTICLE)
        press(page, "Nghe bài")
        page.get_by_role("button", name="Tạm dừng").wait_for()
        for _ in range(2):
            page.evaluate("speaking.onend()")

        assert page.evaluate("spoken")[2].startswith("Hội nghị sơ kết họp sáng 31/3")
        assert page.locator(".read-aloud").evaluate("e => e.tagName") == "P"
        press(page, "Dừng")
        assert page.locator(".read-aloud").count() == 0


def test_voice_that_fails_ends_the_reading_and_says_so(readers: Readers, served_site: str) -> None:
    with article(readers, served_site) as page:
        press(page, "Nghe bài")
        page.get_by_role("button", name="Tạm dừng").wait_for()
        page.evaluate("speaking.onerror()")

        assert page.get_by_text("Máy không đọc được bài này.").is_visible()
        assert page.get_by_role("button", name="Nghe bài").is_visible()


@pytest.mark.parametrize(("voices", "is_offered"), [
    ("[]", False), ('["en-US"]', False), ('["vie-X", "vi_VN"]', True), ('["vi"]', True),
])  # fmt: skip
def test_reading_is_offered_where_there_is_a_voice(
    readers: Readers, served_site: str, voices: str, is_offered: bool
) -> None:
    with article(readers, served_site, voices=voices) as page:
        page.get_by_role("button", name="Chia sẻ").wait_for()
        assert page.get_by_role("button", name="Nghe bài").count() == is_offered


def test_print_button_prints(readers: Readers, served_site: str) -> None:
    with article(readers, served_site) as page:
        press(page, "In")
        assert page.evaluate("printed") == 1


def test_code_is_shown_large_and_dark_on_light(readers: Readers, served_site: str) -> None:
    with article(readers, served_site, color_scheme="dark") as page:
        press(page, "Mã QR")
        code = page.get_by_role("dialog", name="Mã QR của bài này").locator("svg")
        box = code.bounding_box()
        assert box and box["width"] == box["height"] >= 200
        assert code.evaluate("(e) => getComputedStyle(e).backgroundColor") == "rgb(255, 255, 255)"


def test_saved_article_is_one_file_that_needs_nothing_beside_it(
    readers: Readers, served_site: str, site_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "luu.html"
    with article(readers, served_site) as page:
        title, images = page.locator("h1").inner_text(), page.locator(".news img").count()
        with complaints(page, served_site) as faults, page.expect_download() as saved:
            press(page, "Lưu bài")
        saved.value.save_as(file)
        assert saved.value.suggested_filename == "mat-tran-so-ket-quy-1-2023.html"
        assert faults == []

    with readers.page() as page, complaints(page, file.as_uri()) as faults:
        page.goto(file.as_uri())
        assert faults == []
        assert page.locator("h1").inner_text() == title
        assert page.locator("body > p").first.inner_text().startswith("Phường Sài Đồng")
        assert site_url + ARTICLE in page.locator("body > p").last.inner_text()
        loaded = "(images) => images.filter((one) => one.naturalWidth > 0).length"
        assert page.locator("img").evaluate_all(loaded) == images > 0
        assert page.locator("button, script, nav").count() == 0
        links = page.locator("a").evaluate_all("(all) => all.map((a) => a.href)")
        assert all(link.startswith((served_site, "https:", "tel:", "mailto:")) for link in links)


def test_article_whose_pictures_do_not_come_is_not_saved_by_half(
    readers: Readers, served_site: str
) -> None:
    with article(readers, served_site) as page:
        page.route("**/anh/**", lambda route: route.abort())
        press(page, "Lưu bài")
        page.get_by_text("Chưa tải đủ ảnh của bài.").wait_for()


def test_phone_shares_by_its_own_sheet(readers: Readers, served_site: str, site_url: str) -> None:
    sheet = "async (given) => { document.body.dataset.given = JSON.stringify(given); }"
    with article(readers, served_site, share=sheet) as page:
        press(page, "Chia sẻ")
        page.locator("[data-given]").wait_for()

        assert page.evaluate("JSON.parse(document.body.dataset.given)") == {
            "title": page.locator("h1").inner_text(), "url": site_url + ARTICLE,
        }  # fmt: skip
        assert page.locator("dialog").count() == 0


def test_elsewhere_a_panel_has_the_address_and_plain_links(
    readers: Readers, served_site: str, site_url: str
) -> None:
    allowed = ["clipboard-read", "clipboard-write"]
    with article(readers, served_site, permissions=allowed) as page:
        press(page, "Chia sẻ")
        panel = page.get_by_role("dialog", name="Chia sẻ bài này")
        panel.get_by_role("button", name="Chép địa chỉ").click()
        panel.get_by_role("button", name="Đã chép địa chỉ").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == site_url + ARTICLE
        links = [link.get_attribute("href") or "" for link in panel.get_by_role("link").all()]
        assert [link.split("/")[2] for link in links] == [
            "www.facebook.com", "button-share.zalo.me",
        ]  # fmt: skip

        page.keyboard.press("Escape")
        page.locator("dialog").wait_for(state="detached")


def test_browser_without_dialogs_has_the_panel_as_well(readers: Readers, served_site: str) -> None:
    with article(readers, served_site) as page:
        page.evaluate("delete HTMLDialogElement.prototype.showModal")
        page.evaluate("delete HTMLDialogElement.prototype.close")
        press(page, "Chia sẻ")
        panel = page.get_by_role("dialog", name="Chia sẻ bài này")
        panel.get_by_role("button", name="Chép địa chỉ").wait_for()

        page.keyboard.press("Escape")
        panel.wait_for(state="detached")
        assert page.evaluate("document.activeElement.textContent") == "Chia sẻ"


def test_reader_who_thinks_better_of_sharing_meets_no_panel(
    readers: Readers, served_site: str
) -> None:
    changed = "() => Promise.reject(new DOMException('', 'AbortError'))"
    with article(readers, served_site, share=changed) as page:
        press(page, "Chia sẻ")
        page.wait_for_load_state("networkidle")
        assert page.locator("dialog").count() == 0


def test_without_a_connection_a_tool_says_so_and_works_later(
    readers: Readers, served_site: str
) -> None:
    with article(readers, served_site) as page:
        page.route("**/text-size.js*", lambda route: route.abort())
        press(page, "A+ Chữ to hơn")
        page.get_by_text("Chưa tải được công cụ này.").wait_for()
        page.unroute_all()
        press(page, "A+ Chữ to hơn")
        page.get_by_text("Cỡ chữ 115 %.").wait_for(state="attached")


def test_without_scripts_there_are_no_tools(readers: Readers, served_site: str) -> None:
    with readers.page(java_script_enabled=False) as page:
        page.goto(served_site + ARTICLE)

        assert page.locator("main button").count() == 0
        assert page.locator(".tools").bounding_box()["height"] == 0  # type: ignore[index]


def test_announcer_unfolds_what_to_read_and_copies_it(readers: Readers, served_site: str) -> None:
    allowed = ["clipboard-read", "clipboard-write"]
    with article(readers, served_site, permissions=allowed) as page:
        spoken = page.locator(".loudspeaker__text p")
        assert not spoken.first.is_visible()
        page.get_by_text("Bản đọc cho loa phường").click()
        assert spoken.first.is_visible()
        press(page, "Chép bản đọc")
        page.get_by_role("button", name="Đã chép bản đọc").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.splitlines() == spoken.all_inner_texts()
        assert not any(map(str.isdigit, copied))

        page.emulate_media(media="print")
        assert not page.get_by_text("Bản đọc cho loa phường").is_visible()


def test_tools_move_nothing_and_are_large_enough(readers: Readers, served_site: str) -> None:
    with article(readers, served_site) as page:
        page.get_by_role("button", name="Nghe bài").wait_for()
        lead = page.locator(".news__lead").bounding_box()
        for button in page.locator(".tools button").all():
            box = button.bounding_box()
            assert box and box["width"] >= 48 and box["height"] >= 48
        page.evaluate("document.querySelector('.tools').replaceChildren()")
        assert page.locator(".news__lead").bounding_box() == lead


@pytest.mark.usefixtures("npm_tools")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_and_the_console_accept_open_tools(
    readers: Readers, served_site: str, scheme: str
) -> None:
    with (
        article(readers, served_site, color_scheme=scheme) as page,
        complaints(page, served_site) as faults,
    ):
        press(page, "A+ Chữ to hơn")
        press(page, "Nghe bài")
        press(page, "Chia sẻ")
        page.get_by_role("dialog").wait_for()
        found = violations(page)
        page.keyboard.press("Escape")
        found += violations(page)

    assert found + faults == []


@pytest.mark.parametrize(("outdated", "is_seen"), [("2000-01-01", True), ("2999-01-01", False)])
def test_notice_says_its_age_on_the_day_of_the_reader(
    readers: Readers, outdated: str, is_seen: bool
) -> None:
    with readers.page() as page:
        page.set_content(f"<p data-outdated='{outdated}T08:00:00+07:00' hidden>Cũ</p>")
        page.add_script_tag(path=ROOT / "docs" / "javascripts" / "article" / "age.js")
        assert page.get_by_text("Cũ").is_visible() is is_seen


@pytest.mark.usefixtures("npm_tools")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_age_of_a_notice_is_read_by_everybody(
    readers: Readers, served_site: str, scheme: str
) -> None:
    with readers.page(viewport=PHONE, color_scheme=scheme) as page:
        page.goto(f"{served_site}chuyen-muc/thong-bao/")
        page.locator(".news-card__title a").last.click()
        page.get_by_text("Tin đã đăng hơn một năm").wait_for()

        assert violations(page) == []


def test_old_notice_says_so_without_a_script(readers: Readers, served_site: str) -> None:
    with readers.page(java_script_enabled=False) as page:
        page.goto(f"{served_site}chuyen-muc/thong-bao/")
        page.locator(".news-card__title a").last.click()
        assert page.get_by_text("Tin đã đăng hơn một năm").is_visible()
