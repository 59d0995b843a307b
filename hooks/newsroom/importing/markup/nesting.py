"""HTML nested as browsers nest it: end tags that writers left out, tables that are not whole."""

import nh3
from bs4 import BeautifulSoup, Tag

from newsroom.importing.markup.elements import parse

_TAGS = frozenset({
    "a", "abbr", "address", "article", "aside", "audio", "b", "big", "blockquote", "br",
    "button", "canvas", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del",
    "details", "dfn", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure",
    "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "i",
    "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "main", "map", "mark",
    "math", "menu", "nav", "noscript", "object", "ol", "option", "p", "picture", "pre", "q",
    "s", "samp", "section", "select", "small", "source", "span", "strike", "strong", "sub",
    "summary", "sup", "svg", "table", "tbody", "td", "text", "textarea", "tfoot", "th", "thead",
    "time", "tr", "tt", "u", "ul", "var", "video",
})  # fmt: skip
_ATTRIBUTES = frozenset({
    "align", "alt", "aria-label", "class", "colspan", "content", "data", "datetime", "height",
    "hidden", "href", "id", "itemprop", "itemscope", "itemtype", "role", "rowspan", "src",
    "srcset", "start", "style", "title", "type", "value", "width",
})  # fmt: skip


def as_browsers_nest(page: Tag) -> BeautifulSoup:
    """The elements of a page that show something, without its head, in the order and nesting that a
    browser gives them. The page must have been parsed already, so that its tags are balanced: the
    time that a browser's rules take grows with the square of what is left open."""
    body = page.find("body")
    inner = (body if isinstance(body, Tag) else page).decode_contents()
    return parse(
        nh3.clean(
            inner,
            tags=set(_TAGS),
            attributes={"*": set(_ATTRIBUTES)},
            generic_attribute_prefixes={"data-"},
            url_schemes={"http", "https", "data", "file", "mailto", "tel", "cid"},
            clean_content_tags={"script", "style", "template", "title"},
            link_rel=None,
            strip_comments=True,
        )
    )
