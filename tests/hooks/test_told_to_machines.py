"""What phones, search engines and chats are told of a site, besides its feeds and its sitemap."""

import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from tiny_site import ROOT

ICON = "<svg xmlns='http://www.w3.org/2000/svg'/>"


def _manifest(site: Any) -> Any:
    return json.loads((site.site / "manifest.webmanifest").read_text(encoding="utf-8"))


def _graph(site: Any, uri: str) -> list[Any]:
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', site.page(uri))
    assert block
    graph: list[Any] = json.loads(block[1])["@graph"]
    return graph


def test_phone_is_told_the_names_and_the_icons_that_there_are(tiny_site: Any) -> None:
    tiny_site.settings["site_name"] = "Tin & việc “phường”"
    tiny_site.settings["theme"]["favicon"] = "assets/hinh.svg"
    tiny_site.write("docs/assets/hinh.svg", ICON)
    tiny_site.write("docs/assets/icon-192.png", b"")
    tiny_site.build(strict=True)

    manifest = _manifest(tiny_site)

    assert (manifest["name"], manifest["short_name"]) == ("Tin & việc “phường”", "Phường Thử")
    assert (manifest["start_url"], manifest["lang"]) == (".", "vi")
    assert {icon["src"]: icon["sizes"] for icon in manifest["icons"]} == {
        "assets/icon-192.png": "192x192",
        "assets/hinh.svg": "any",
    }
    assert 'rel="manifest" href="../manifest.webmanifest"' in tiny_site.page("gioi-thieu")


def test_colour_of_the_manifest_is_that_of_the_tokens() -> None:
    folder = ROOT / "docs"
    (colour,) = re.findall(
        r'"theme_color": "(#\w+)"', _text(folder, "overrides/newsroom/manifest.html")
    )

    assert f"--portal-red: {colour};" in _text(folder, "stylesheets/tokens.css")


def _text(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("site_url", "is_told"),
    [("https://thu.example/", True), ("https://thu.example/tin/", False), ("", False)],
)
def test_robots_are_told_of_the_sitemap_where_the_site_is_the_whole_host(
    tiny_site: Any, site_url: str, is_told: bool
) -> None:
    tiny_site.settings["site_url"] = site_url
    tiny_site.build(strict=True)

    assert ("robots.txt" in tiny_site.files()) == is_told
    if is_told:
        assert tiny_site.files()["robots.txt"].decode().splitlines() == [
            "User-agent: *",
            "Allow: /",
            "Sitemap: https://thu.example/sitemap.xml",
            "Sitemap: https://thu.example/sitemap-news.xml",
        ]


def test_news_sitemap_names_what_came_out_in_two_days(tiny_site: Any) -> None:
    tiny_site.article("nay", {"title": '"A & B"', "date": "2024-01-01 08:00"})
    tiny_site.article("cu", {"date": "2023-12-30 08:00"})
    tiny_site.build(strict=True)

    root = ElementTree.fromstring(tiny_site.files()["sitemap-news.xml"])  # noqa: S314
    told = {(one.tag.rpartition("}")[2], (one.text or "").strip()) for one in root.iter()}

    assert told >= {
        ("loc", "https://thu.example/tin/2024/01/nay/"), ("title", "A & B"), ("language", "vi"),
        ("publication_date", "2024-01-01T08:00:00+07:00"), ("name", "Tin phường Thử"),
    }  # fmt: skip
    assert len(list(root)) == 1


def test_characters_that_xml_cannot_hold_break_no_feed(tiny_site: Any) -> None:
    tiny_site.article("bai", body="Một\x0chai&#1; ba&#xFFFE;, bốn.\n\nNăm\x0b.")
    tiny_site.build()

    for name, data in tiny_site.files().items():
        if name.endswith(".xml"):
            ElementTree.fromstring(data)  # noqa: S314
    assert "bốn." in tiny_site.files()["rss.xml"].decode()


def test_ward_may_write_its_own_words_to_robots(tiny_site: Any) -> None:
    tiny_site.write("docs/robots.txt", "User-agent: *\nDisallow: /\n")
    tiny_site.build(strict=True)

    assert tiny_site.files()["robots.txt"] == b"User-agent: *\nDisallow: /\n"


def test_size_of_the_wards_picture_is_told_and_follows_its_file(tiny_site: Any) -> None:
    tiny_site.newsroom["ward"]["share_image"] = "assets/anh chung.png"
    picture = tiny_site.write("docs/assets/anh chung.png", b"")
    for size in ((1200, 630), (800, 400)):
        Image.new("RGB", size).save(picture)
        tiny_site.build(strict=True)

        page = tiny_site.page("gioi-thieu")
        assert 'content="https://thu.example/assets/anh%20chung.png"' in page
        told = re.findall(r'"og:image:(?:width|height)" content="(\d+)"', page)
        assert tuple(map(int, told)) == size
    picture.write_bytes(b"broken")
    tiny_site.build(strict=True)
    assert "og:image:width" not in tiny_site.page("gioi-thieu")


def test_hours_are_told_only_where_they_are_understood(tiny_site: Any) -> None:
    for hours, is_told in (("Thứ Hai đến thứ Sáu: 8:00–17:00", True), ("Giờ hành chính", False)):
        tiny_site.newsroom["ward"]["working_hours"] = hours
        tiny_site.build(strict=True)

        website, organization = _graph(tiny_site, "")
        assert website["potentialAction"]["target"]["urlTemplate"].endswith(
            "?q={search_term_string}"
        )
        assert ("openingHoursSpecification" in organization) == is_told
        assert "telephone" not in organization


def test_description_is_short_and_never_breaks_an_entity(tiny_site: Any) -> None:
    long = "a & b " * 200
    tiny_site.article("dai", {"summary": f'"{long}"'})
    tiny_site.settings["site_description"] = long
    tiny_site.build(strict=True)

    for uri in ("tin/2023/04/dai", "gioi-thieu"):
        told = re.findall(r'="(?:og:)?description" content="([^"]*)"', tiny_site.page(uri))
        assert told == ["a &amp; b " * 49 + "a &amp; …"] * 2
