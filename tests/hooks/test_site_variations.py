"""The same hooks for another ward, another moment, another address, and with nothing to show."""

import logging
from typing import Any

import pytest


def test_another_ward_shows_its_own_name_everywhere(tiny_site: Any) -> None:
    tiny_site.article("mot")
    tiny_site.settings["site_name"] = "Tin phường Mới & Đẹp"
    tiny_site.newsroom["ward"] = {
        "name": "Phường Mới & Đẹp",
        "district": "Quận Tám",
        "address": "Số 8, phố Mới",
        "phone": "028 1234 5678",
        "email": "moi@phuong.example",
        "working_hours": "8:00–17:00",
        "notice": "Trang <thử>",
    }

    tiny_site.build(strict=True)

    page = tiny_site.page("tin/2023/04/mot")
    for shown in ("Phường Mới &amp; Đẹp", "Quận Tám", "Số 8, phố Mới", "tel:02812345678",
                  "mailto:moi@phuong.example", "8:00–17:00", "Trang &lt;thử&gt;"):  # fmt: skip
        assert shown in page
    assert "<title>Phường Mới &amp; Đẹp</title>" in tiny_site.files()["rss.xml"].decode()
    assert tiny_site.mentions("Sài Đồng") == []


def test_sections_of_the_settings_are_those_of_the_site(tiny_site: Any) -> None:
    tiny_site.newsroom["sections"].append({"slug": "y-te", "title": "Y tế & sức khỏe"})

    tiny_site.build(strict=True)

    assert "Chưa có bài nào." in tiny_site.page("chuyen-muc/y-te")
    assert "Y tế &amp; sức khỏe" in tiny_site.page("")
    assert "chuyen-muc/y-te/rss.xml" in tiny_site.files()


def test_newsroom_without_articles_builds(tiny_site: Any) -> None:
    tiny_site.build(strict=True)

    assert "Chưa có bài sơ kết." in tiny_site.page("so-ket-quy")
    assert {"index.html", "rss.xml", "404.html", "sitemap.xml"} <= set(tiny_site.files())


def test_site_without_articles_and_hand_written_pages_builds(tiny_site: Any) -> None:
    (tiny_site.folder / "docs" / "gioi-thieu.md").unlink()
    tiny_site.settings["nav"].pop()

    tiny_site.build(strict=True)

    assert "index.html" in tiny_site.files()


@pytest.mark.parametrize(
    ("epoch", "out"),
    [("1704085199", False), ("1704085200", True), ("1704088799", True), ("1704088800", False)],
)
def test_moment_of_the_build_decides_what_is_out(
    tiny_site: Any, monkeypatch: pytest.MonkeyPatch, epoch: str, out: bool
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    tiny_site.article("hen", {"publish_at": "2024-01-01 12:00", "expires_at": "2024-01-01 13:00"})

    tiny_site.build(strict=True)

    assert ("tin/2023/04/hen/index.html" in tiny_site.files()) is out


@pytest.mark.parametrize(
    ("epoch", "state"), [("1685552399", "ngày mai bắt đầu"), ("1685552400", "đang diễn ra")]
)
def test_campaign_starts_at_midnight_in_vietnam(
    tiny_site: Any, monkeypatch: pytest.MonkeyPatch, epoch: str, state: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    tiny_site.build(strict=True)

    assert f">{state}<" in tiny_site.page("phong-trao/he")


def test_time_zone_of_the_machine_does_not_matter(tiny_site: Any) -> None:
    tiny_site.article("mot", {"publish_at": "2024-01-01 12:00"})
    sites = []
    for zone in ("America/New_York", "Asia/Ho_Chi_Minh"):
        assert tiny_site.run_mkdocs("--strict", TZ=zone).returncode == 0
        sites.append(tiny_site.files())

    assert sites[0] == sites[1]
    assert "tin/2023/04/mot/index.html" in sites[0]


def test_site_without_an_address_of_its_own_builds(tiny_site: Any) -> None:
    tiny_site.article("mot", {"aliases": "[/cu/]"})
    tiny_site.settings["site_url"] = ""

    tiny_site.build()

    assert "Bài mot" in tiny_site.page("tin/2023/04/mot")
    assert "None" not in tiny_site.files()["cu/index.html"].decode()


def test_one_new_article_changes_no_numbered_page(tiny_site: Any) -> None:
    tiny_site.newsroom["per_page"] = 2
    for day in range(1, 8):
        tiny_site.article(f"bai-{day}", {"date": f"2023-04-{day:02}"})
    tiny_site.build()
    before = main_part(tiny_site.page("chuyen-muc/tin/trang/1"))
    tiny_site.article("bai-8", {"date": "2023-04-08"})
    tiny_site.build()

    assert main_part(tiny_site.page("chuyen-muc/tin/trang/1")) == before
    assert "Bài bai-1" in before
    assert "Bài bai-8" in tiny_site.page("chuyen-muc/tin")


def main_part(page: str) -> str:
    return page.split("<main", 1)[1].split("</main>", 1)[0]


def test_quarter_pages_are_linked_past_one_without_reviews_which_is_named(tiny_site: Any) -> None:
    tiny_site.article(
        "a", {"date": "2022-10-01", "quarter": "2022-Q3", "organization": "Công an phường"}
    )
    tiny_site.article(
        "b", {"date": "2023-04-01", "quarter": "2023-Q1", "organization": "Công an phường"}
    )

    tiny_site.build(strict=True)

    assert "Quý IV/2022: chưa có bài sơ kết." in tiny_site.page("so-ket-quy")
    assert "Công an phường" in tiny_site.page("so-ket-quy/2023/quy-1")
    assert 'so-ket-quy/2023/quy-1/"' in main_part(tiny_site.page("so-ket-quy/2022/quy-3"))
    assert tiny_site.mentions("so-ket-quy/2022/quy-4") == []


def test_hand_written_page_says_what_the_settings_say(tiny_site: Any) -> None:
    tiny_site.write(
        "docs/gioi-thieu.md", "# {{ ward.name }}\n\nỞ {{ ward.city }}.\n{{ ward.phone }}\n"
    )
    tiny_site.article("mot", body="Viết {{ ward.name }} trong bài thì để nguyên.")
    tiny_site.newsroom["ward"] = {"name": "Xã Yên & Mỹ", "city": "Tỉnh A"}

    tiny_site.build(strict=True)

    page = tiny_site.page("gioi-thieu")
    assert ">Xã Yên &amp; Mỹ</h1>" in page
    assert "<p>Ở Tỉnh A.</p>" in page
    assert "{{ ward.name }}" in tiny_site.page("tin/2023/04/mot")


def test_unknown_placeholder_is_told_at_its_line(
    tiny_site: Any, caplog: pytest.LogCaptureFixture
) -> None:
    tiny_site.write("docs/gioi-thieu.md", "---\nsearch: false\n---\n\n# Trang\n\n{{ ward.nam }}\n")

    tiny_site.build()

    told = [r.getMessage() for r in caplog.records if r.levelno == logging.WARNING]
    assert len(told) == 1
    assert "docs/gioi-thieu.md:7: không có chỗ điền" in told[0]


def test_ward_without_a_district_or_a_number_to_dial_reads_well(tiny_site: Any) -> None:
    tiny_site.newsroom["ward"] = {
        "name": "Đặc khu Hòn Ngọc", "city": "Tỉnh B", "phone": "0297 1 – 0297 2",
    }  # fmt: skip

    tiny_site.build(strict=True)

    home = tiny_site.page("")
    assert "<p>Tỉnh B</p>" in home
    assert 'aria-label="Thông tin của đặc khu Hòn Ngọc"' in home
    assert "Điện thoại: 0297 1 – 0297 2" in home
    assert "tel:" not in home
