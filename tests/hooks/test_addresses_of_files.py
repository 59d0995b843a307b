"""Files lead to where they lie, whatever they are called, and one picture stands for each page."""

import re
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from PIL import Image
from tiny_site import TinySite

BASE = "https://thu.example/"
NAMES = ("Biểu 50% #1 & 2.pdf", "có %20 thật.pdf", "hỏi? đáp.pdf", "dấu+cộng;'.pdf")
POINTING = re.compile(r'(?:href|src|content)="([^"]*(?:anh|tai-lieu)/[^"]*)"')


def picture(width: int = 400, height: int = 300) -> bytes:
    """A picture as a file."""
    target = BytesIO()
    Image.new("RGB", (width, height), "green").save(target, "PNG")
    return target.getvalue()


@pytest.fixture(scope="module")
def site(shared_site: Any) -> TinySite:
    """A site of one article with files of odd names, one with a picture in its text, and none."""
    site: TinySite = shared_site()
    site.newsroom["ward"]["share_image"] = "assets/chung.png"
    site.write("docs/assets/chung.png", picture())
    for name in NAMES:
        site.write(f"articles/2023/tai-lieu/{name}", b"%PDF-1.4")
    site.write("articles/2023/images/ảnh #1 50%.png", picture())
    site.write("articles/2023/images/trong-bai.png", picture(640, 480))
    items = "".join(f'\n  - title: T\n    file: "tai-lieu/{name}"' for name in NAMES)
    lead = {"image": '"images/ảnh #1 50%.png"', "image_alt": "Ảnh", "attachments": items}
    site.article("mot", lead)
    body = "Chữ.\n\n![Sân đình](images/trong-bai.png)\n"
    site.article("hai", body=body)
    site.article("ba", {"date": "2021-04-01"})
    site.build()
    return site


def shared_picture(site: TinySite, uri: str) -> list[str]:
    return re.findall(r'property="og:image" content="([^"]*)"', site.page(uri))


@pytest.mark.parametrize("uri", ["", "tin/2023/04/mot", "chuyen-muc/tin"])
def test_address_of_a_file_leads_to_it(site: TinySite, uri: str) -> None:
    here = f"{BASE}{uri}/" if uri else BASE
    pointed = [urljoin(here, unescape(found)) for found in POINTING.findall(site.page(uri))]
    missing = [
        address
        for address in pointed
        if not (site.site / unquote(urlsplit(address).path).lstrip("/")).exists()
        or urlsplit(address).query
        or urlsplit(address).fragment
    ]

    assert missing == []
    assert any("/anh/" in address for address in pointed)


def test_every_document_is_linked_to(site: TinySite) -> None:
    linked = re.findall(r'<a href="([^"]*)" download>', site.page("tin/2023/04/mot"))
    addresses = [urlsplit(urljoin(f"{BASE}tin/2023/04/mot/", unescape(link))) for link in linked]

    names = [re.sub("-[0-9a-f]{8}", "", address.path.rpartition("/")[2]) for address in addresses]
    assert names == ["bieu-50-1-2.pdf", "co-20-that.pdf", "hoi-dap.pdf", "dau-cong.pdf"]
    assert all((site.site / address.path[1:]).is_file() for address in addresses)


def test_article_is_shared_with_its_lead_picture(site: TinySite) -> None:
    (address,) = shared_picture(site, "tin/2023/04/mot")

    assert address == BASE + site.photo("articles/2023/images/ảnh #1 50%.png", is_shared=True)


def test_article_without_one_is_shared_with_the_first_picture_of_its_text(site: TinySite) -> None:
    page = site.page("tin/2023/04/hai")

    path = "articles/2023/images/trong-bai.png"
    assert shared_picture(site, "tin/2023/04/hai") == [BASE + site.photo(path, is_shared=True)]
    assert '"og:image:width" content="640"' in page
    assert '"og:image:alt" content="Sân đình"' in page
    assert '<figure class="news__figure">' not in page
    feed = (site.site / "rss.xml").read_text(encoding="utf-8")
    assert f'<enclosure url="{BASE}{site.photo(path)}"' in feed


@pytest.mark.parametrize("uri", ["", "tin/2021/04/ba", "chuyen-muc/tin", "gioi-thieu"])
def test_page_without_any_is_shared_with_the_wards(site: TinySite, uri: str) -> None:
    assert shared_picture(site, uri) == [f"{BASE}assets/chung.png"]


def test_picture_of_the_text_that_comes_later_is_shared_by_a_warm_build(
    tiny_site: TinySite,
) -> None:
    tiny_site.article("hai", body="![Sân đình](images/sau.png)")
    tiny_site.build()
    assert [one[-12:] for one in shared_picture(tiny_site, "tin/2023/04/hai")] == ["-tieu-de.png"]

    tiny_site.write("articles/2023/images/sau.png", picture())
    tiny_site.build()

    photo = tiny_site.photo("articles/2023/images/sau.png", is_shared=True)
    assert shared_picture(tiny_site, "tin/2023/04/hai") == [BASE + photo]


@pytest.mark.parametrize("has_contact", [True, False])
def test_lost_reader_is_led_to_the_contact_page_where_there_is_one(
    tiny_site: TinySite, has_contact: bool
) -> None:
    if has_contact:
        tiny_site.write("docs/lien-he.md", "# Liên hệ\n\nGọi phường.\n")
        tiny_site.settings["nav"].append({"Liên hệ": "lien-he.md"})
    tiny_site.build()

    lost = (tiny_site.site / "404.html").read_text(encoding="utf-8")
    assert ("Liên hệ với" in lost.split("<main")[1].split("</main")[0]) == has_contact
    assert ("lien-he/" in lost) == has_contact
