"""What a build publishes, on a tiny site: pages, feeds, redirects, and nothing that is not out."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from PIL import Image

from newsroom.content.media import media_uri

NOINDEX = b'<meta name="robots" content="noindex">'
NASTY = """<script>alert("1")</script> & 'nháy' </script> <b>đậm"""


@pytest.fixture(scope="module")
def site(shared_site: Callable[[], Any]) -> Any:
    """A site with an article of every state, built once for the module."""
    site = shared_site()
    site.settings["site_url"] = "https://thu.example/cong/tin"
    site.newsroom["sections"].append({"slug": "trong", "title": "Chưa có bài"})
    site.newsroom["campaigns"].append({"slug": "khac", "title": "Khác", "start": "2023-01-01"})
    colours = {"chung": "green", "rieng-nhap": "maroon", "bai-mot": "navy"}
    for name, colour in colours.items():
        picture = site.write(f"articles/2023/images/{name}.png", b"")
        Image.new("RGB", (32, 18), colour).save(picture)
    site.article(
        "mot",
        {
            "title": '"Lễ hội Xuân"',
            "summary": "Sapo bài một.",
            "image": "images/bai-mot.png",
            "image_alt": "Sân đình",
            "tags": "[vui, lễ hội]",
            "views": "1201",
            "campaign": "he",
            "aliases": "[/tin-cu/le-hoi-12.html, /tin-cu/le-hoi/]",
            "attachments": "[{title: Kế hoạch, file: tai-lieu/kế hoạch.pdf}]",
            "updated": "2023-05-01 09:00",
            "changes": '[{date: 2023-04-20 08:00, note: "Sửa <giờ> họp."}]',
        },
        body="Đoạn một, xem [bài hai](hai.md) và [tờ khai](tai-lieu/tờ khai 1.pdf).\n\n"
        "![Chung](images/chung.png)",
    )
    site.write("articles/2023/tai-lieu/kế hoạch.pdf", "%PDF")
    site.write("articles/2023/tai-lieu/tờ khai 1.pdf", "%PDF")
    both = "Xem [bài hẹn](hen.md#muc) và [bài một](mot.md)."
    site.article("hai", {"date": "2023-04-02 07:00"}, body=both)
    nasty = {
        "title": json.dumps(NASTY),
        "summary": json.dumps(NASTY),
        "tags": json.dumps(['a<b & "c"']),
    }
    site.article("hiem", {**nasty, "category": "thong-bao", "date": "2023-03-01"})
    hidden = "Chuyện thầm kín"
    site.article(
        "nhap",
        {"draft": "true", "title": f"{hidden} nháp", "tags": "[thầm-kín]", "aliases": "[/kin/]",
         "image": "images/rieng-nhap.png", "image_alt": "x"},
        body=f"{hidden} ![Chung](images/chung.png)",
    )  # fmt: skip
    site.article("hen", {"title": f"{hidden} hẹn", "publish_at": "2024-01-01 12:01"})
    site.article("het", {"title": f"{hidden} hết", "expires_at": "2024-01-01 12:00"})
    site.build(strict=True)
    return site


def test_article_page_shows_its_facts(site: Any) -> None:
    page = site.page("tin/2023/04/mot")

    assert "<h1>Lễ hội Xuân</h1>" in page
    assert re.search(r"Ngày đăng <time [^>]*>01/04/2023 \| 18:15</time> \| Lượt xem: 1\.201", page)
    assert 'datetime="2023-04-01T18:15:00+07:00"' in page
    assert "Sapo bài một." in page
    assert 'alt="Sân đình" width="32" height="18"' in page
    assert "Cập nhật" in page
    assert "<title>Lễ hội Xuân – Tin phường Thử</title>" in page


def test_article_page_leads_to_what_belongs_to_it(site: Any) -> None:
    page = site.page("tin/2023/04/mot")

    for target in ("../hai/", "../../../../chuyen-muc/tin/", "../../../../tu-khoa/le-hoi/",
                   "../../../../phong-trao/he/"):  # fmt: skip
        assert f'href="{target}"' in page
    for document in ("kế hoạch.pdf", "tờ khai 1.pdf"):
        assert media_uri(f"2023/tai-lieu/{document}") in site.files()
    for picture in ("bai-mot.png", "chung.png"):
        photo = site.photo(f"articles/2023/images/{picture}")
        assert f'src="../../../../{photo}"' in page
        assert f"tin/2023/images/{picture}" not in site.files()


def test_of_a_link_to_what_is_not_out_the_words_stay(site: Any) -> None:
    assert 'Xem bài hẹn và <a href="../mot/">bài một</a>.' in site.page("tin/2023/04/hai")


def test_page_of_a_sub_path_knows_its_canonical_address(site: Any) -> None:
    page = site.page("tin/2023/04/mot")

    assert '<link rel="canonical" href="https://thu.example/cong/tin/tin/2023/04/mot/">' in page
    photo = site.photo("articles/2023/images/bai-mot.png", is_shared=True)
    assert f'"https://thu.example/cong/tin/{photo}"' in page


def test_what_is_not_out_is_nowhere_on_the_site(site: Any) -> None:
    assert site.mentions("Chuyện thầm kín") == []
    assert site.mentions("tham-kin") == []
    addresses = [f"tin/2023/04/{name}/index.html" for name in ("nhap", "hen", "het")]
    unpublished = [*addresses, "chua-dang/index.html", "kin/index.html"]
    assert [name for name in unpublished if name in site.files()] == []
    assert site.photo("articles/2023/images/rieng-nhap.png") == ""
    for name in addresses:
        assert site.mentions(name.removesuffix("index.html")) == []


def test_nothing_of_the_theme_is_published(site: Any) -> None:
    """It would be copied beside the pages, none of which loads it."""
    loaded = [name for name in site.files() if name.endswith((".js", ".css", ".woff2"))]

    assert not [name for name in loaded if "assets/" in name or "lunr" in name]
    assert not [name for name in site.files() if name.endswith("search_index.json")]


def test_sitemap_lists_every_page_with_the_day_of_its_last_change(site: Any) -> None:
    tree = ET.fromstring((site.site / "sitemap.xml").read_text(encoding="utf-8"))  # noqa: S314
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    image = "{http://www.google.com/schemas/sitemap-image/1.1}"
    pages = {
        url.findtext(f"{space}loc"): url.findtext(f"{space}lastmod")
        for url in tree.iter(f"{space}url")
    }
    base = "https://thu.example/cong/tin/"

    assert pages[f"{base}tin/2023/04/mot/"] == "2023-05-01"
    assert pages[f"{base}tin/2023/04/hai/"] == "2023-04-02"
    assert pages[base] == "2023-05-01"
    assert pages[f"{base}chuyen-muc/thong-bao/"] == "2023-03-01"
    assert f"{base}gioi-thieu/" in pages
    assert not [loc for loc in pages if loc and ("rss" in loc or "tin-cu" in loc)]
    pictures = {
        url.findtext(f"{space}loc"): url.findtext(f".//{image}loc")
        for url in tree.iter(f"{space}url")
        if url.find(f".//{image}loc") is not None
    }
    photo = site.photo("articles/2023/images/bai-mot.png")
    assert pictures == {f"{base}tin/2023/04/mot/": f"{base}{photo}"}


def test_what_holds_nothing_is_left_to_be_found_later(site: Any) -> None:
    """The home page, a campaign and the page on feeds say something all the same."""
    names = site.files().keys()
    left_out = {name for name in names if name.endswith(".html") and NOINDEX in site.files()[name]}

    assert left_out == {
        "404.html", "chuyen-muc/trong/index.html", "so-ket-quy/index.html",
        "tin-cu/le-hoi-12.html", "tin-cu/le-hoi/index.html",
    }  # fmt: skip
    assert site.mentions("chuyen-muc/trong/</loc>") == []


@pytest.mark.parametrize(
    ("uri", "titles"),
    [
        ("rss.xml", ["Bài hai", "Lễ hội Xuân", NASTY]),
        ("chuyen-muc/tin/rss.xml", ["Bài hai", "Lễ hội Xuân"]),
        ("chuyen-muc/thong-bao/rss.xml", [NASTY]),
        ("phong-trao/he/rss.xml", ["Lễ hội Xuân"]),
    ],
)
def test_feed_is_well_formed_and_carries_the_items(site: Any, uri: str, titles: list[str]) -> None:
    feed = ET.fromstring((site.site / uri).read_text(encoding="utf-8"))  # noqa: S314

    assert [item.findtext("title") for item in feed.iter("item")] == titles
    for item in feed.iter("item"):
        assert (item.findtext("pubDate") or "").endswith("+0700")
        assert (item.findtext("link") or "").startswith("https://thu.example/cong/tin/tin/2023/")
        assert item.findtext("guid") == item.findtext("link")


def test_description_in_a_feed_is_words_for_readers_that_take_it_for_html(site: Any) -> None:
    feed = ET.fromstring((site.site / "chuyen-muc/thong-bao/rss.xml").read_text(encoding="utf-8"))  # noqa: S314
    description = feed.findtext("channel/item/description") or ""

    assert "<" not in description
    assert unescape(description) == NASTY


def _texts(site: Any, page: str) -> list[tuple[str, str]]:
    """Address and whole text of each item, as each format of the page's feed has them."""
    rss, atom = (
        ET.fromstring((site.site / page / name).read_text(encoding="utf-8"))  # noqa: S314
        for name in ("rss.xml", "atom.xml")
    )
    feed = json.loads((site.site / page / "feed.json").read_text(encoding="utf-8"))
    space = "{http://www.w3.org/2005/Atom}"
    encoded = "{http://purl.org/rss/1.0/modules/content/}encoded"
    found = [(item.findtext("link"), item.findtext(encoded)) for item in rss.iter("item")]
    entries = atom.iter(f"{space}entry")
    assert [
        (one.findtext(f"{space}id"), one.findtext(f"{space}content")) for one in entries
    ] == found
    assert [(item["url"], item["content_html"]) for item in feed["items"]] == found
    return [(link or "", text or "") for link, text in found]


def test_feeds_of_all_formats_carry_the_whole_text(site: Any) -> None:
    base = "https://thu.example/cong/tin/tin/2023/"
    texts = dict(_texts(site, ""))

    assert list(texts) == [f"{base}04/hai/", f"{base}04/mot/", f"{base}03/hiem/"]
    text = texts[f"{base}04/mot/"]
    assert f'<p>Đoạn một, xem <a href="{base}04/hai/">bài hai</a>' in text
    lead, own = (site.photo(f"articles/2023/images/{name}.png") for name in ("bai-mot", "chung"))
    assert f'<img src="https://thu.example/cong/tin/{lead}" alt="Sân đình"' in text
    assert f'src="https://thu.example/cong/tin/{own}"' in text
    assert re.findall('(?:href|src)="(?!https://)', text) == []
    assert ": Sửa &lt;giờ&gt; họp.</li>" in text
    for name in ("to-khai-1", "ke-hoach"):
        assert re.search(f'href="{base}tai-lieu/{name}-[0-9a-f]{{8}}.pdf"', text)


def test_words_of_staff_are_words_in_every_feed(site: Any) -> None:
    ((_, text),) = _texts(site, "chuyen-muc/thong-bao")
    feed = json.loads((site.site / "chuyen-muc/thong-bao/feed.json").read_text(encoding="utf-8"))

    assert "<script" not in text
    assert unescape(re.sub("<[^>]*>", "", text)).startswith(NASTY)
    assert feed["items"][0]["title"] == feed["items"][0]["summary"] == NASTY


def test_feed_of_nothing_is_a_feed(site: Any) -> None:
    assert _texts(site, "phong-trao/khac") == []


def test_item_of_a_feed_has_date_lead_and_picture(site: Any) -> None:
    feed = ET.fromstring((site.site / "rss.xml").read_text(encoding="utf-8"))  # noqa: S314
    item = list(feed.iter("item"))[1]
    enclosure = item.find("enclosure")

    assert item.findtext("pubDate") == "Sat, 01 Apr 2023 18:15:00 +0700"
    assert item.findtext("description") == "Sapo bài một."
    assert item.findtext("category") == "Tin tức"
    assert enclosure is not None
    photo = site.photo("articles/2023/images/bai-mot.png")
    assert enclosure.attrib == {
        "url": f"https://thu.example/cong/tin/{photo}",
        "type": "image/jpeg",
        "length": str(len(site.files()[photo])),
    }
    assert feed.findtext("channel/lastBuildDate") == "Mon, 01 May 2023 09:00:00 +0700"


@pytest.mark.parametrize("old", ["tin-cu/le-hoi-12.html", "tin-cu/le-hoi/index.html"])
def test_old_address_sends_to_the_article(site: Any, old: str) -> None:
    page = site.files()[old].decode()
    target = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', page)

    assert target
    folder = (site.site / old).parent
    assert (folder / target[1] / "index.html").resolve() == (
        site.site / "tin/2023/04/mot/index.html"
    )
    assert 'rel="canonical" href="https://thu.example/cong/tin/tin/2023/04/mot/"' in page
    assert "noindex" in page


def test_title_with_markup_is_escaped_wherever_it_stands(site: Any) -> None:
    pages = [name for name in site.mentions("alert(") if name.endswith((".html", ".xml"))]

    assert {
        "index.html",
        "tin/2023/03/hiem/index.html",
        "chuyen-muc/thong-bao/index.html",
        "luu-tru/2023/03/index.html",
        "doc-nhieu/index.html",
        "rss.xml",
    } <= set(pages)
    for name in pages:
        text = site.files()[name].decode()
        assert "<script>alert" not in text, name
        assert "<b>đậm" not in text, name
        if name.endswith(".html"):  # feed readers take a description for HTML
            assert "&amp;amp;" not in text, name
            assert "&amp;lt;" not in text, name


def test_structured_data_holds_the_title_as_it_is(site: Any) -> None:
    page = site.page("tin/2023/03/hiem")
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)

    assert block
    news, breadcrumbs = json.loads(block[1])["@graph"]
    assert news["headline"] == NASTY
    assert news["datePublished"] == "2023-03-01T00:00:00+07:00"
    assert breadcrumbs["itemListElement"][-1]["name"] == NASTY


def test_home_lists_the_newest_first(site: Any) -> None:
    home = site.page("")

    assert home.index("Bài hai") < home.index("Lễ hội Xuân")
    assert "Phường Thử" in home
    assert 'href="phong-trao/he/"' in home


def test_every_page_is_in_vietnamese_and_asks_nobody_else(site: Any) -> None:
    for name, data in site.files().items():
        text = data.decode("utf-8", "replace")
        if name.endswith(".html"):
            assert '<html lang="vi"' in text, name
            assert not re.search(r'<(?:script|img|iframe)[^>]* src="(?:https?:)?//', text), name
            assert not re.search(r'<link rel="stylesheet" href="(?:https?:)?//', text), name
