"""Pages of campaigns as residents see them, on the day of the build and on later ones."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from phone_pictures import drawn, saved
from tiny_site import ROOT

SCRIPT = ROOT / "docs" / "javascripts" / "campaign.js"
CAMPAIGNS = {
    "con-lau": ("2023-12-01", "2024-02-01"),
    "con-mot-ngay": ("2023-12-01", "2024-01-02"),
    "ngay-cuoi": ("2023-12-01", "2024-01-01"),
    "da-xong": ("2023-12-01", "2023-12-31"),
    "mai-moi-den": ("2024-01-02", "2024-01-09"),
    "sap-den": ("2024-01-11", None),
    "khong-han": ("2023-12-01", None),
}
"""From when to when; it is 2024-01-01."""
MARK = re.compile(
    r'<strong class="standing standing--(\w+)"(?: data-start="(.+?)")?(?: data-end="(.+?)")?>(.+?)<'
)


@pytest.fixture
def site(tiny_site: Any) -> Any:
    """On 2024-01-01 at noon."""
    tiny_site.newsroom["campaigns"] = [
        {"slug": slug, "title": slug, "start": start, **({"end": end} if end else {})}
        for slug, (start, end) in CAMPAIGNS.items()
    ]
    tiny_site.newsroom["campaigns"][0] |= {
        "goal": {"label": "Suất quà", "value": "300 suất"},
        "steps": ["Báo tên", "Mang <b>quà</b> tới"],
        "contact": "Tổ 6, 024",
    }
    told = {"date": "2023-12-20", "category": "tin", "campaign": "con-lau"}
    figures = (
        "[{label: Suất quà, value: 120, unit: suất}, {label: Người dự, value: 30, unit: người}]"
    )
    for place, name in enumerate(("mo.png", "hai.png", "ba.png"), 1):
        tiny_site.write(f"articles/2023/{name}", saved(drawn(64 * place, 48), "PNG"))
    body = "![Hai](hai.png)\n\n![Ba](ba.png)\n\n![Lại hai](hai.png)"
    fields = {"title": "Chuyện kể", "figures": figures, "image": "mo.png", "image_alt": "Mở"}
    tiny_site.article("ke", {**told, **fields}, body)
    tiny_site.article("xin", {**told, "title": "Mời góp", "deadline": "2024-01-05"})
    tiny_site.build(strict=True)
    return tiny_site


def in_a_browser(asked: str) -> Any:
    """What the script says, as JSON."""
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    assert node
    script = (
        f"import({json.dumps(SCRIPT.as_uri())}).then(({{ standing }}) => "
        f"console.log(JSON.stringify({asked})))"
    )
    ran = subprocess.run([node, "--no-warnings", "-e", script], capture_output=True, check=True)
    return json.loads(ran.stdout)


def test_browser_says_on_the_day_of_the_build_what_the_build_says(site: Any) -> None:
    marks = MARK.findall(site.page("phong-trao"))
    assert len(marks) == len(CAMPAIGNS)
    dated = [mark for mark in marks if mark[1]]

    day = "(text) => text ? Date.parse(text) / 864e5 : null"
    days = f"{json.dumps(dated)}.map((m) => [m[1], m[2], '2024-01-01'].map({day}))"
    said = in_a_browser(f"{days}.map((d) => standing(...d))")

    assert said == [[state, words] for state, _, _, words in dated]
    assert [words for *_, words in marks] == [
        "ngày cuối", "đang diễn ra", "ngày mai kết thúc", "còn 31 ngày",
        "ngày mai bắt đầu", "còn 10 ngày nữa bắt đầu", "đã kết thúc",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (9, ["coming", "ngày mai bắt đầu"]),
        (10, ["running", "còn 10 ngày"]),
        (19, ["running", "ngày mai kết thúc"]),
        (20, ["running", "ngày cuối"]),
        (21, ["ended", "đã kết thúc"]),
    ],
)
def test_browser_tells_of_later_days(today: int, told: list[str]) -> None:
    assert in_a_browser(f"standing(10, 20, {today})") == told


def test_page_of_a_campaign_tells_what_to_do_and_what_was_done(site: Any) -> None:
    page = site.page("phong-trao/con-lau")

    assert re.search(r"Suất quà:\s*<b>120/300 suất</b>, đạt 40%", page)
    assert "<li>Mang &lt;b&gt;quà&lt;/b&gt; tới</li>" in page
    assert "<dd>Tổ 6, 024</dd>" in page
    assert re.search(r"<dt>Người dự</dt>\s*<dd><b>30</b> người", page)
    asked, _, happened = page.partition("<h2>Tin, bài</h2>")
    assert "Mời góp" in asked.partition("<h2>Việc cần làm</h2>")[2]
    assert "Chuyện kể" in happened and "Mời góp" not in happened


def test_gallery_has_all_pictures_of_an_article_each_once(site: Any) -> None:
    gallery = site.page("phong-trao/con-lau").partition('class="gallery"')[2]

    links = re.findall(r'gallery__link" href="([^"]+)".*?alt="(\w*)"', gallery, re.S)
    assert [alt for _, alt in links] == ["Mở", "Hai", "Ba"]
    for (address, _), name in zip(links, ("mo.png", "hai.png", "ba.png"), strict=True):
        assert (site.site / "phong-trao/con-lau" / address).is_file()
        assert site.photo(f"articles/2023/{name}").partition("-")[0] in address


def test_article_of_a_campaign_says_so_at_its_top(site: Any) -> None:
    head = site.page("tin/2023/12/xin").partition('class="news__body"')[0]

    assert "phong-trao/con-lau/" in head
    assert "<b>120/300 suất</b>" in head
    assert 'class="news__figures"' not in head
    assert 'class="news__figures"' in site.page("tin/2023/12/ke").partition("news__body")[0]


def test_home_shows_what_goes_on_and_how_far_it_has_come(site: Any) -> None:
    section = site.page("").partition('id="phong-trao"')[2].partition("</section>")[0]

    assert re.findall(r"phong-trao/([\w-]+)/", section) == [
        "ngay-cuoi", "khong-han", "con-mot-ngay", "con-lau",
    ]  # fmt: skip
    assert "<b>120/300 suất</b>" in section


def test_calendar_shows_days_in_order(site: Any) -> None:
    page = site.page("lich")

    assert re.findall(r'<h2><time datetime="(.+?)">(.+?)<', page) == [
        ("2024-01-01", "Thứ Hai, 01/01/2024"),
        ("2024-01-02", "Thứ Ba, 02/01/2024"),
        ("2024-01-05", "Thứ Sáu, 05/01/2024"),
        ("2024-01-09", "Thứ Ba, 09/01/2024"),
        ("2024-01-11", "Thứ Năm, 11/01/2024"),
        ("2024-02-01", "Thứ Năm, 01/02/2024"),
    ]
    assert "data-when-empty hidden" in page
