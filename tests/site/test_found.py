"""What the site tells machines of itself is true: heads of all pages, feeds, sitemap, manifest."""

import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from newsroom.built.tags import Tag, tags_of
from newsroom.built.tree import Place, Tree, read_tree
from newsroom.content.uris import FeedFormat

DESCRIPTION = 300
REQUIRED = {
    "NewsArticle": {"headline", "datePublished", "dateModified", "author", "publisher",
                    "mainEntityOfPage", "articleSection", "isAccessibleForFree"},
    "BreadcrumbList": {"itemListElement"},
    "GovernmentOrganization": {"name", "url", "address", "telephone", "openingHoursSpecification"},
    "WebSite": {"name", "url", "potentialAction"},
    "Event": {"name", "startDate", "location"},
    "SpecialAnnouncement": {"name", "text", "datePosted", "expires"},
}  # fmt: skip
"""What readers of structured data ask of each kind of node."""
SITEMAP, ATOM = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/2005/Atom}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"


class Head:
    """What the head of a page says."""

    def __init__(self, tree: Tree, file: str) -> None:
        self.file = file
        self.uri = file.removesuffix("index.html")
        html = tree.text(file).partition("</head>")[0]
        self.tags = list(tags_of(html))
        self.structured = html.partition('type="application/ld+json">')[2].partition("</script>")[0]

    @property
    def is_redirect(self) -> bool:
        """Whether it is no page of the theme's but stands at an old address."""
        return not self.metas("og:title")

    @property
    def is_indexed(self) -> bool:
        """Whether search engines may keep it."""
        return "noindex" not in self.metas("robots")

    def metas(self, name: str) -> list[str]:
        """The contents of all metas of that name."""
        return [
            tag.attributes["content"]
            for tag in self._named("meta")
            if name in (tag.attributes.get("name"), tag.attributes.get("property"))
        ]

    def links(self, rel: str) -> list[str]:
        """Where all links of that relation lead."""
        links = self._named("link")
        return [t.attributes["href"] for t in links if t.attributes.get("rel", "").strip() == rel]

    def languages(self) -> dict[str, str]:
        """The addresses of the page in other languages, and of itself."""
        links = [link.attributes for link in self._named("link") if "hreflang" in link.attributes]
        return {link["hreflang"]: link["href"] for link in links}

    def nodes(self) -> list[Any]:
        """The structured data."""
        return list(json.loads(self.structured)["@graph"]) if self.structured else []

    def _named(self, name: str) -> Iterator[Tag]:
        return (tag for tag in self.tags if tag.name == name)


@pytest.fixture(scope="module")
def tree(built_site: Path) -> Tree:
    return read_tree(built_site)


@pytest.fixture(scope="module")
def heads(tree: Tree) -> list[Head]:
    """Those of all pages but redirects."""
    found = (Head(tree, file) for file in tree.files(".html"))
    return [head for head in found if not head.is_redirect]


def _file(tree: Tree, address: str, file: str = "") -> str | None:
    """The file of the site that the address leads to."""
    place = tree.target(file, address)
    return place.file if isinstance(place, Place) else None


def test_head_of_every_page_is_whole(heads: list[Head], tree: Tree) -> None:
    assert len(heads) > 100
    for head in heads:
        is_missing = head.file == "404.html"
        assert head.links("canonical") == ([] if is_missing else [tree.url + head.uri]), head.file
        for name in ("description", "og:description"):
            (description,) = head.metas(name)
            assert 0 < len(description) <= DESCRIPTION, head.file
        assert head.metas("og:url") == head.links("canonical")
        assert len(head.metas("og:title")) == len(head.metas("twitter:card")) == 1, head.file
        assert [len(head.metas(f"og:image:{name}")) for name in ("alt", "width", "height")] == [
            1
        ] * 3
        (image,) = head.metas("og:image")
        assert image.startswith(tree.url), head.file
        assert _file(tree, image), head.file
        assert [_file(tree, uri, head.file) for uri in head.links("manifest")] == [
            "manifest.webmanifest"
        ]


def test_pages_in_two_languages_name_each_other(heads: list[Head], tree: Tree) -> None:
    named = {head.uri: head.languages() for head in heads if head.languages()}

    assert named
    for uri, languages in named.items():
        assert tree.url + uri in languages.values()
        for address in languages.values():
            assert named[address.removeprefix(tree.url)] == languages


def test_pages_that_lead_nowhere_are_left_out_of_indexes(heads: list[Head]) -> None:
    left_out = {head.uri for head in heads if not head.is_indexed}

    assert left_out == {"404.html", "tim-kiem/"}


def test_structured_data_of_every_page_has_what_is_required(heads: list[Head], tree: Tree) -> None:
    kinds = set()
    for head in heads:
        for node in head.nodes():
            kinds.add(node["@type"])
            assert node.keys() >= REQUIRED[node["@type"]], head.file
            assert None not in node.values()
            for crumb in node.get("itemListElement", ()):
                assert _file(tree, crumb["item"]), head.file
    assert kinds >= {"NewsArticle", "BreadcrumbList", "GovernmentOrganization", "WebSite"}


def test_articles_and_lists_tell_the_way_down_to_them(heads: list[Head], tree: Tree) -> None:
    for head in heads:
        trails = [node for node in head.nodes() if node["@type"] == "BreadcrumbList"]
        is_generated = head.uri.startswith(("tin/", "chuyen-muc/", "phong-trao/", "luu-tru/"))
        assert len(trails) == 1 or not is_generated, head.file
        for trail in trails:
            assert trail["itemListElement"][-1]["item"] == tree.url + head.uri


def test_every_page_leads_to_feeds_that_are_there(heads: list[Head], tree: Tree) -> None:
    for head in heads:
        feeds = [_file(tree, uri, head.file) for uri in head.links("alternate")]
        assert {form.file for form in FeedFormat} <= {Path(feed or "").name for feed in feeds}
        if head.uri.startswith(("chuyen-muc/", "phong-trao/")) and head.uri.count("/") == 2:
            assert f"{head.uri}rss.xml" in feeds


def test_sitemap_lists_just_the_pages_that_may_be_indexed(heads: list[Head], tree: Tree) -> None:
    urls = list(ElementTree.fromstring(tree.text("sitemap.xml")).iter(f"{SITEMAP}url"))  # noqa: S314
    listed = [url.findtext(f"{SITEMAP}loc") for url in urls]
    pictures = [one.text or "" for url in urls for one in url.iter(f"{IMAGE}loc")]

    assert sorted(map(str, listed)) == sorted(tree.url + h.uri for h in heads if h.is_indexed)
    assert pictures
    assert all(_file(tree, picture) for picture in pictures)


def _items(tree: Tree, file: str) -> list[tuple[str, str]]:
    """Address and text of each item of a feed."""
    if file.endswith(".json"):
        feed = json.loads(tree.text(file))
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["feed_url"] == tree.url + file
        return [(item["url"], item["content_html"]) for item in feed["items"]]
    root = ElementTree.fromstring(tree.text(file))  # noqa: S314
    (own,) = (one for one in root.iter(f"{ATOM}link") if one.get("rel") == "self")
    assert own.get("href") == tree.url + file
    names = ("link", ENCODED) if root.tag == "rss" else (f"{ATOM}id", f"{ATOM}content")
    items = [*root.iter("item"), *root.iter(f"{ATOM}entry")]
    return [(item.findtext(names[0]) or "", item.findtext(names[1]) or "") for item in items]


def test_feeds_carry_whole_texts_of_pages(tree: Tree) -> None:
    """And the same in every format."""
    folders = [file.removesuffix("rss.xml") for file in tree.files("rss.xml")]
    assert len(folders) > 15
    for folder in folders:
        items, *others = [_items(tree, folder + form.file) for form in FeedFormat]
        assert others == [items, items]
        for address, text in items:
            page = _file(tree, address)
            assert page, address
            assert "</p>" in text
            for tag in tags_of(text):
                for pointing in {"href", "src"} & tag.attributes.keys():
                    target = tag.attributes[pointing]
                    assert ":" in target.partition("/")[0], (folder, tag)
                    assert not target.startswith(tree.url) or _file(tree, target), (folder, tag)


def test_manifest_names_pictures_of_their_sizes(tree: Tree) -> None:
    manifest = json.loads(tree.text("manifest.webmanifest"))

    for icon in manifest["icons"]:
        assert icon["src"] in tree.sizes
        if icon["sizes"] != "any":
            with Image.open(tree.folder / icon["src"]) as image:
                assert icon["sizes"] == "x".join(map(str, image.size))
    assert {"192x192", "512x512", "any"} == {icon["sizes"] for icon in manifest["icons"]}
