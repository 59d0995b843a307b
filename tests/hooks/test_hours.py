"""Whether the ward is open at this moment, as its pages say by the settings' working hours."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tiny_site import ROOT

from newsroom.site.theme.hours import hours_text, with_times_together

SCRIPT = ROOT / "docs" / "javascripts" / "hours.js"
HOURS = "Thứ Hai đến thứ Sáu: 7:30–12:00, 13:30–17:00; sáng thứ Bảy: 8:00–12:00"
IN_PAGE = "01234 07:30 12:00;01234 13:30 17:00;5 08:00 12:00"
CASES = {
    "2024-01-03T07:30:00+07:00": "Đang mở cửa, đến 12:00",  # a Wednesday
    "2024-01-03T11:59:59+07:00": "Đang mở cửa, đến 12:00",
    "2024-01-03T12:00:00+07:00": "Đóng cửa, mở lại lúc 13:30",
    "2024-01-03T05:00:00+07:00": "Đóng cửa, mở lại lúc 7:30",
    "2024-01-03T17:00:00+07:00": "Đóng cửa, mở lại lúc 7:30 ngày mai",
    "2024-01-03T02:00:00Z": "Đang mở cửa, đến 12:00",  # nine o'clock there
    "2024-01-06T13:00:00+07:00": "Đóng cửa, mở lại lúc 7:30 thứ Hai",
    "2024-01-07T20:00:00+07:00": "Đóng cửa, mở lại lúc 7:30 ngày mai",
    "2024-01-01T09:00:00+07:00": "Ngày lễ, nên gọi trước khi đến",
    "2024-02-09T09:00:00+07:00": "Ngày lễ, nên gọi trước khi đến",  # the eve of Tết
    "2024-02-14T09:00:00+07:00": "Ngày lễ, nên gọi trước khi đến",  # its fifth day
    "2024-02-15T09:00:00+07:00": "Đang mở cửa, đến 12:00",
    "2024-04-18T09:00:00+07:00": "Ngày lễ, nên gọi trước khi đến",  # the Hùng Kings
    "2024-04-29T17:30:00+07:00": "Đóng cửa, mở lại lúc 7:30 thứ Năm",  # over two holidays
}


def in_browser(hours: str, moments: list[str]) -> list[str]:
    """What the script says at those moments."""
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    assert node
    script = (
        f"import({json.dumps(SCRIPT.as_uri())}).then(({{ stateAt }}) => console.log(JSON.stringify("
        f"{json.dumps(moments)}.map((now) => stateAt({json.dumps(hours)}, Date.parse(now))))))"
    )
    ran = subprocess.run([node, "--no-warnings", "-e", script], capture_output=True, check=True)
    said: list[str] = json.loads(ran.stdout)
    return said


def test_page_has_the_hours_as_the_script_reads_them() -> None:
    assert hours_text(HOURS) == IN_PAGE
    assert hours_text("Giờ hành chính") == ""


def test_reader_is_told_whether_it_is_open_by_the_clock_of_vietnam() -> None:
    assert dict(zip(CASES, in_browser(IN_PAGE, list(CASES)), strict=True)) == CASES


def test_office_of_one_day_opens_next_week() -> None:
    said = in_browser("2 08:00 11:00", ["2024-01-03T11:00:00+07:00"])
    assert said == ["Đóng cửa, mở lại lúc 8:00 thứ Tư tuần sau"]


@pytest.mark.parametrize(("hours", "count"), [(HOURS, 1), ("Giờ hành chính", 0)])
def test_hours_that_are_not_understood_have_no_script(
    tiny_site: Any, hours: str, count: int
) -> None:
    tiny_site.newsroom["ward"]["working_hours"] = hours
    tiny_site.article("tin")
    tiny_site.build(strict=True)
    page = tiny_site.page("tin/2023/04/tin")

    assert page.count("javascripts/hours.js") == count
    assert re.findall('data-hours="([^"]*)"', page) == [IN_PAGE] * count
    text = re.sub(r"</?span[^>]*>", "", page)
    assert text.count(hours) == 2, "in the masthead and the footer, also without a script"


def test_answer_to_a_search_for_the_hours_says_it_too(tiny_site: Any) -> None:
    tiny_site.newsroom["ward"]["working_hours"] = HOURS
    head = "---\ntitle: Tìm kiếm\nsearch: false\ntemplate: newsroom/search.html\n---\n"
    tiny_site.write("docs/tim-kiem.md", head)
    tiny_site.settings["not_in_nav"] = "/tim-kiem.md"
    tiny_site.build(strict=True)
    answer = (
        tiny_site.page("tim-kiem").partition("data-search-contact")[2].partition("</section>")[0]
    )

    assert f'data-hours="{IN_PAGE}"' in answer


def test_contact_page_says_whom_to_call_about_what(tiny_site: Any) -> None:
    tiny_site.newsroom["ward"] |= {"address": "1 Đường A & B", "phone": "024 1", "email": ""}
    tiny_site.newsroom["organizations"] = [
        {"title": "Công an <phường>", "about": "Mất trộm", "phone": "024 113"},
        {"title": "Trạm Y tế", "about": "Tiêm chủng", "phone": "024 1, 024 2"},
        {"title": "Hội Phụ nữ", "about": "Không có máy"},
    ]
    tiny_site.write("docs/lien-he.md", "# Liên hệ\n\nNơi nhận hồ sơ.\n")
    tiny_site.settings["nav"].append({"Liên hệ": "lien-he.md"})
    tiny_site.build(strict=True)
    page = tiny_site.page("lien-he")
    main = page.partition("<main")[2].partition("</main")[0]

    assert "destination=1%20%C4%90%C6%B0%E1%BB%9Dng%20A%20%26%20B" in main
    assert '<a class="contact__way" href="tel:024113">024 113</a>' in main
    assert "Công an &lt;phường&gt;" in main
    assert "<p>024 1, 024 2</p>" in main
    assert "Hội Phụ nữ" not in main
    assert "mailto:" not in main
    assert "Nơi nhận hồ sơ." in main
    assert "contacts" not in tiny_site.page("gioi-thieu").partition("<main")[2]


def test_no_line_ends_between_two_times() -> None:
    shown = with_times_together("Thứ Hai: 8:00–12:00, 13h30 - 17h; <nghỉ> thứ 2–6")

    assert shown == (
        'Thứ Hai: <span class="together">8:00–12:00</span>, '
        '<span class="together">13h30 - 17h</span>; &lt;nghỉ&gt; '
        'thứ <span class="together">2–6</span>'
    )
