"""Everything that the published site points at inside itself exists; nothing comes from outside.

MkDocs checks the links written in Markdown; this also sees those that templates, feeds, stylesheets
and the sitemap write.
"""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

FETCHING = {"src", "poster", "data", "background", "action", "formaction", "xlink:href"}
"""Attributes that a browser fetches or sends to by itself, unlike the href of a link."""
FETCHING_HREF = {"link", "image", "use"}
SHARED = re.compile(r"(og|twitter):(url|image|audio|video)(:(url|secure_url))?")
"""Metas that hold the address or the picture that is shown when a page is shared."""
SRCSET = re.compile(r"\s*([^\s,]\S*[^\s,])(?:\s+[\d.]+[wxh])?\s*(?:,|$)")
CSS = re.compile(
    r"""(?:@import\s+(?:url\(\s*)?|url\(\s*)(?:"([^"]*)"|'([^']*)'|([^\s"')]+))""", re.IGNORECASE
)
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)

HOME = """<!doctype html><html lang="vi"><head>
<link rel="canonical" href="https://phuong.example/tin/">
<link rel="stylesheet" href="a.css">
<meta property="og:image" content="https://phuong.example/tin/%C4%91.png"></head>
<body id="dau"><a href="#dau">Đầu</a> <a href="bai/">Bài</a> <a href="tel:024">Gọi</a>
<a href="https://ngoai.example/">Ngoài</a>
<img src="đ.png" srcset="đ.png 480w, %C4%91.png 960w" alt=""></body></html>"""
SOUND_SITE = {
    "index.html": HOME,
    "bai/index.html": '<a href="..#dau">Về</a> <a href="/tin/bai">Bài</a> <a href="#">Đầu</a>',
    "404.html": '<a href="/tin/">Trang chủ</a>',
    "a.css": "/* url(khong-co.png) */ body { background: url('đ.png') }",
    "đ.png": "",
    "rss.xml": """<rss><channel><link>https://phuong.example/tin/</link><item>
<guid>https://phuong.example/tin/bai/</guid><guid isPermaLink="false">tag:1</guid>
<description>&lt;img src="https://phuong.example/tin/%C4%91.png"&gt;</description>
</item></channel></rss>""",
    "sitemap.xml": "<urlset><url><loc>https://phuong.example/tin/bai/</loc></url></urlset>",
}
FAULTS = [
    ("bai/index.html", '<a href="../mat/">', "there is no such file"),
    ("bai/index.html", '<a href="..#cuoi">', "there is no such fragment"),
    ("bai/index.html", '<a href="/bai/">', "there is no such file"),
    ("bai/index.html", '<a href="https://phuong.example/tin/mat/">', "there is no such file"),
    ("bai/index.html", '<a href="http://[">', "not an address"),
    ("bai/index.html", '<img src="../Đ.png">', "there is no such file"),
    ("bai/index.html", '<img srcset="../đ.png 480w, ../e.png 960w">', "there is no such file"),
    ("bai/index.html", '<img srcset="https://ngoai.example/a.png 2x">', "another host"),
    ("bai/index.html", '<script src="//ngoai.example/a.js"></script>', "another host"),
    ("bai/index.html", '<link rel="preconnect" href="https://fonts.gstatic.com">', "another host"),
    ("bai/index.html", '<iframe src="https://ngoai.example/"></iframe>', "another host"),
    ("bai/index.html", "<p style=\"background: url('../e.png')\">", "there is no such file"),
    ("bai/index.html", '<style>@import "https://ngoai.example/a.css";</style>', "another host"),
    ("bai/index.html", '<meta property="og:image" content="e.png">', "there is no such file"),
    ("bai/index.html", '<meta http-equiv="refresh" content="0; url=../mat/">', "no such file"),
    ("a.css", "@font-face { src: url(font.woff2) }", "there is no such file"),
    ("a.css", "@import url(https://ngoai.example/a.css);", "another host"),
    ("rss.xml", "<rss><link>https://phuong.example/tin/mat/</link></rss>", "no such file"),
    ("rss.xml", '<rss><enclosure url="https://phuong.example/tin/e.jpg"/></rss>', "no such file"),
    ("rss.xml", '<rss><p>&lt;img src="/tin/đ.png"&gt;</p></rss>', "is not absolute"),
    ("sitemap.xml", "<urlset><loc>https://phuong.example/tin/mat/</loc></urlset>", "no such file"),
]


@dataclass(frozen=True, slots=True)
class Reference:
    """An address as a file of the site writes it."""

    address: str
    written_as: str
    fetched: bool
    """Whether the browser asks for it by itself; a link waits until a reader follows it."""


class Reader(HTMLParser):
    """Gathers what a page points at and the fragments that it offers."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.references: list[Reference] = []
        self.fragments: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.fragments |= {given[name] for name in ("id", "name") if name in given}
        self.references += references_of_tag(tag, given)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "style":
            self.references += references_of_css(data)


def references_of_tag(tag: str, given: dict[str, str]) -> Iterator[Reference]:
    for name, value in given.items():
        if name in FETCHING:
            yield Reference(value, f"{tag} {name}", fetched=True)
    if "href" in given:
        yield Reference(given["href"], f"{tag} href", fetched=tag in FETCHING_HREF)
    for address in SRCSET.findall(given.get("srcset", given.get("imagesrcset", ""))):
        yield Reference(address, f"{tag} srcset", fetched=True)
    if SHARED.fullmatch(given.get("property") or given.get("name") or ""):
        yield Reference(given.get("content", ""), "meta of a shared page", fetched=False)
    if given.get("http-equiv", "").lower() == "refresh":
        yield Reference(given["content"].partition("=")[2].strip(" '\""), "refresh", fetched=True)
    yield from references_of_css(given.get("style", ""))


def references_of_css(css: str) -> Iterator[Reference]:
    """What url() and @import point at."""
    for match in CSS.finditer(CSS_COMMENT.sub("", css)):
        address = next(group for group in match.groups() if group is not None)
        yield Reference(address, "css", fetched=True)


def references_of_xml(xml: str) -> Iterator[Reference]:
    """What a feed or the sitemap points at, also in the HTML that a feed's items carry."""
    for element in ElementTree.fromstring(xml).iter():  # noqa: S314 (our own build wrote it)
        tag, text = element.tag.rpartition("}")[2], (element.text or "").strip()
        is_address = tag in ("link", "loc", "url") and text
        if is_address or (tag == "guid" and element.get("isPermaLink") != "false"):
            yield Reference(text, tag, fetched=False)
        for name in {"href", "url"} & set(element.attrib):
            yield Reference(element.attrib[name], f"{tag} {name}", fetched=False)
        if "<" in text:
            yield from Reader(text).references


@dataclass(frozen=True, slots=True)
class Site:
    """A built site in its folder."""

    folder: Path
    url: str
    files: frozenset[str]
    """Relative to the root; compared as GitHub Pages does, where capitals and accents count."""
    pages: dict[str, Reader]
    """By file."""

    def references(self, file: str) -> Iterable[Reference]:
        """What the page, stylesheet, feed or sitemap points at."""
        if file in self.pages:
            return self.pages[file].references
        text = (self.folder / file).read_text(encoding="utf-8")
        return references_of_css(text) if file.endswith(".css") else references_of_xml(text)

    def faults(self, suffix: str) -> list[str]:
        """What is wrong in the files with that suffix, in words for the developer."""
        return [
            f"{file}: {reference.written_as} {reference.address!r}: {fault}"
            for file in sorted(self.files)
            if file.endswith(suffix)
            for reference in self.references(file)
            if (fault := self.fault(file, reference))
        ]

    def fault(self, file: str, reference: Reference) -> str | None:
        try:
            address = urljoin(self.url + file.removesuffix("index.html"), reference.address)
            address, fragment = urldefrag(address)
        except ValueError as error:
            return f"not an address: {error}"
        if file.endswith(".xml") and not urlsplit(reference.address).scheme:
            return "is not absolute, as feed readers need it"
        if urlsplit(address).scheme not in ("http", "https"):
            return None  # mailto:, tel:, data:
        if urlsplit(address).netloc != urlsplit(self.url).netloc:
            return "comes from another host" if reference.fetched else None
        return self.fault_inside(address, unquote(fragment))

    def fault_inside(self, address: str, fragment: str) -> str | None:
        file = self.file_at(address)
        if file is None:
            return "there is no such file"
        if file not in self.pages or fragment in ("", "top") or fragment.startswith(":~:"):
            return None
        return None if fragment in self.pages[file].fragments else "there is no such fragment"

    def file_at(self, address: str) -> str | None:
        """The file that GitHub Pages sends for the address, None for its 404 page."""
        base, path = urlsplit(self.url).path, unquote(urlsplit(address).path)
        if not path.startswith(base):
            return None
        path = path.removeprefix(base)
        candidates = (path, f"{path}index.html", f"{path}/index.html")
        return next((file for file in candidates if file in self.files), None)


def read_site(folder: Path, url: str) -> Site:
    """The site in the folder, every page read once."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    pages = {
        path.relative_to(folder).as_posix(): Reader(path.read_text(encoding="utf-8"))
        for path in paths
        if path.suffix == ".html"
    }
    return Site(folder, url, frozenset(p.relative_to(folder).as_posix() for p in paths), pages)


@pytest.fixture(scope="module")
def site(built_site: Path, site_url: str) -> Site:
    return read_site(built_site, site_url)


@pytest.mark.parametrize("suffix", [".html", ".css", ".xml"])
def test_files_point_at_what_exists(site: Site, suffix: str) -> None:
    faults = site.faults(suffix)

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("file", ["rss.xml", "sitemap.xml"])
def test_feed_and_sitemap_name_pages(site: Site, file: str) -> None:
    assert len(list(site.references(file))) > 1


def test_sound_site_has_no_fault(tmp_path: Path) -> None:
    assert faults_of_small_site(tmp_path, SOUND_SITE) == []


@pytest.mark.parametrize(("file", "written", "fault"), FAULTS)
def test_fault_is_found(tmp_path: Path, file: str, written: str, fault: str) -> None:
    [found] = faults_of_small_site(tmp_path, {**SOUND_SITE, file: written})

    assert found.startswith(f"{file}: ")
    assert fault in found


def faults_of_small_site(folder: Path, files: dict[str, str]) -> list[str]:
    for file, content in files.items():
        path = folder / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    site = read_site(folder, "https://phuong.example/tin/")
    return [fault for suffix in (".html", ".css", ".xml") for fault in site.faults(suffix)]
