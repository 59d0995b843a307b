"""What pages, stylesheets and feeds point at."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from newsroom.built.tags import attributes_of, tags_of

FETCHING = {"src", "poster", "data", "background", "action", "formaction", "xlink:href"}
"""Attributes that a browser fetches or sends to by itself, unlike the href of a link."""
FETCHING_HREF = {"link", "image", "use"}
FRAGMENTS = {"id", "name"}
"""Attributes that a link may lead to."""
SHARED = re.compile(r"(og|twitter):(url|image|audio|video)(:(url|secure_url))?")
"""Metas that hold the address or the picture that is shown when a page is shared."""
SRCSET = re.compile(r"\s*([^\s,]\S*[^\s,])(?:\s+[\d.]+[wxh])?\s*(?:,|$)")
CSS = re.compile(
    r"""(?:@import\s+(?:url\(\s*)?|url\(\s*)(?:"([^"]*)"|'([^']*)'|([^\s"')]+))""", re.IGNORECASE
)
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)

_CSS_IN_PAGE = "css"
_MAY_POINT = re.compile(
    r"\b(?:href|src|srcset|poster|data|background|action|style|content|id|name)\s*=", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Reference:
    """An address as a file of the site writes it."""

    address: str
    written_as: str
    """The element and its attribute."""
    fetched: bool
    """Whether the browser asks for it by itself; a link waits until a reader follows it."""
    is_written: bool = False
    """Whether it stands in what staff wrote."""

    @property
    def is_essential(self) -> bool:
        """Whether a page is not itself without it."""
        return self.written_as in {"link stylesheet", "script src"}


class Pointers(NamedTuple):
    """What a page points at, and the fragments that it offers."""

    references: list[Reference]
    fragments: set[str]


def pointers_of_page(html: str) -> Pointers:
    """What the page points at, each address of an element once."""
    references: dict[Reference, None] = {}
    fragments: set[str] = set()
    for tag in tags_of(html):
        if tag.name == "style":
            references |= dict.fromkeys(references_of_css(tag.text))
        if tag.source:
            more, offered = _pointers_of_tag(tag.name, tag.source, tag.is_written)
            references.update(more)
            fragments.update(offered)
    return Pointers(list(references), fragments)


@lru_cache(maxsize=2**16)
def _pointers_of_tag(
    name: str, source: str, is_written: bool
) -> tuple[dict[Reference, None], tuple[str, ...]]:
    """The references and fragments of a tag; most tags stand on many pages."""
    if not _MAY_POINT.search(source):
        return {}, ()
    given = attributes_of(source)
    references = _references_of_tag(name, given, is_written)
    return dict.fromkeys(references), tuple(given[name] for name in FRAGMENTS & given.keys())


def _references_of_tag(name: str, given: dict[str, str], is_written: bool) -> Iterator[Reference]:
    for attribute in FETCHING & given.keys():
        yield Reference(given[attribute], f"{name} {attribute}", True, is_written)
    if "href" in given:
        written_as = f"link {given.get('rel', '').strip()}" if name == "link" else f"{name} href"
        yield Reference(given["href"], written_as, name in FETCHING_HREF, is_written)
    for address in SRCSET.findall(given.get("srcset", given.get("imagesrcset", ""))):
        yield Reference(address, f"{name} srcset", True, is_written)
    if name == "meta":
        yield from _references_of_meta(given)
    if "style" in given:
        yield from references_of_css(given["style"])


def _references_of_meta(given: dict[str, str]) -> Iterator[Reference]:
    content = given.get("content", "")
    if SHARED.fullmatch(given.get("property") or given.get("name") or ""):
        yield Reference(content, "meta content", fetched=False)
    if given.get("http-equiv", "").lower() == "refresh":
        yield Reference(content.partition("=")[2].strip(" '\""), "meta refresh", fetched=True)


def references_of_css(css: str) -> Iterator[Reference]:
    """What url() and @import point at."""
    for match in CSS.finditer(CSS_COMMENT.sub("", css)):
        address = next(group for group in match.groups() if group is not None)
        yield Reference(address, _CSS_IN_PAGE, fetched=True)


def references_of_xml(xml: str) -> Iterator[Reference]:
    """What a feed or the sitemap points at, also in the HTML that a feed's items carry, which is
    what staff wrote; raises ElementTree.ParseError."""
    for element in ElementTree.fromstring(xml).iter():  # noqa: S314 (our own build wrote it)
        tag, text = element.tag.rpartition("}")[2], (element.text or "").strip()
        is_address = tag in ("link", "loc", "url") and text
        if is_address or (tag == "guid" and element.get("isPermaLink") != "false"):
            yield Reference(text, tag, fetched=False)
        for name in {"href", "url"} & set(element.attrib):
            yield Reference(element.attrib[name], f"{tag} {name}", fetched=False)
        if "<" in text:
            yield from (replace(one, is_written=True) for one in pointers_of_page(text).references)
