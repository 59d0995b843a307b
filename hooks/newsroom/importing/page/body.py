"""The body of the article in a saved page, found among menus, sidebars and footers."""

import re

from bs4 import BeautifulSoup, Tag

from newsroom.importing.markup.elements import (
    HEADINGS,
    attribute,
    is_inside,
    linked_words,
    make,
    plain_words,
    text_of,
)

_KNOWN = (
    '[itemprop="articleBody"]', "#news-bodyhtml", ".news-bodyhtml", ".bodytext", ".article-body",
    ".article-content", ".content-detail", ".detail-content", ".news-content", ".post-content",
    ".entry-content", ".journal-content-article", ".noidung", ".noi-dung", ".fck_detail",
)  # fmt: skip
_CHROME = re.compile(
    r"(?:^|[\s_-])(?:share|social|related|lien-?quan|tin-?lien-?quan|tin-?khac|tools?|print|rating"
    r"|comments?|binh-?luan|breadcrumbs?|menu|nav|navbar|sidebar|footer|banner|advert|pagination"
    r"|keywords|tags)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Not form: the portals made with ASP.NET hold the whole page in one.
_JUNK = ("script", "style", "noscript", "nav", "aside", "template", "button", "select", "head")
_HIDDEN = '[hidden], .hidden, .hide, .d-none, [style*="display:none"], [style*="display: none"]'
_PARAGRAPHS = ("p", "div", "ul", "ol", "blockquote", "table", *HEADINGS)
_NO_BODIES = frozenset({"p", "span", "a", "html", "[document]"})
_PARTS_OF_LAYOUT = frozenset({"td", "tr", "tbody", "thead", "body", "html"})
_FEWEST_WORDS = 12
_MOST_LINKED = 0.3


def drop_hidden(page: BeautifulSoup) -> None:
    """Remove what no reader saw as part of an article."""
    for tag in [*page.find_all(_JUNK), *page.select(_HIDDEN)]:
        if not tag.decomposed:
            tag.decompose()


def find_body(page: BeautifulSoup, title: Tag) -> Tag | None:
    """The element that holds the article's text, None if nothing looks like one."""
    for selector in _KNOWN:
        found = max(page.select(selector), key=lambda tag: len(text_of(tag)), default=None)
        if found is not None and (text_of(found) or found.find("img")):
            return found
    best = max(page.find_all(True), key=_own_words, default=None)
    if best is None or _own_words(best) < _FEWEST_WORDS:
        return None
    body = _with_following(_widened(best, title))
    for tag in body.find_all(is_chrome):
        if not tag.decomposed:
            tag.decompose()
    return body


def is_chrome(tag: Tag) -> bool:
    """Whether class or id say that the element is page furniture, not the article."""
    return bool(_CHROME.search(f"{attribute(tag, 'class')} {attribute(tag, 'id')}"))


def is_running_text(tag: Tag) -> bool:
    """Whether the element holds enough text, and little of it in links."""
    plain, linked = plain_words(tag), linked_words(tag)
    return plain + linked >= _FEWEST_WORDS and linked <= (plain + linked) * _MOST_LINKED


def _own_words(tag: Tag) -> int:
    """The count of words in paragraphs and bare text directly inside, links excluded."""
    if tag.name in _NO_BODIES or is_chrome(tag):
        return 0
    return sum(plain_words(child) for child in tag.children if not _is_layout(child))


def _is_layout(child: object) -> bool:
    if not isinstance(child, Tag):
        return False
    return child.name in _PARTS_OF_LAYOUT or child.find(_PARAGRAPHS) is not None


def _widened(best: Tag, title: Tag) -> Tag:
    """The widest element around the text that adds text rather than links, to get all its parts."""
    if is_inside(title, best):
        return best
    body = best
    while (around := body.parent) is not None and around.name not in ("body", "html", "[document]"):
        added = plain_words(around) - plain_words(body)
        linked = linked_words(around) - linked_words(body)
        if linked > added * _MOST_LINKED or is_inside(title, around):
            break
        body = around
    return body


def _with_following(body: Tag) -> Tag:
    """The body and the running text that continues in its siblings, in one element."""
    following = []
    for sibling in body.find_next_siblings():
        if body.name in _PARTS_OF_LAYOUT or is_chrome(sibling) or not is_running_text(sibling):
            break
        following.append(sibling)
    if not following:
        return body
    whole = body.wrap(make("div"))
    whole.extend(following)
    return whole
