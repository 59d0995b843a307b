"""The headings and anchors of a page, found in its sanitised body.

Markdown tells of them before the body is sanitised, and the theme writes what it is told as it is.
"""

import re
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

# A sanitised body has no '<' or '>' but around tags, and every attribute in double quotes.
_ATTRIBUTES = r'(?: [^\s=>]+="[^"]*")*?'
_ANCHOR = re.compile(rf'<[a-z0-9]+{_ATTRIBUTES} id="([^"]*)"')
_HEADING = re.compile(rf'<h([1-6]){_ATTRIBUTES} id="([^"]*)"[^>]*>(.*?)</h\1>', re.DOTALL)
_LEVEL = re.compile(r"(</?h)([1-6])\b")
_UNSAID = re.compile(r'<sup id="fnref.*?</sup>|<[^>]*>', re.DOTALL)


def below_title(html: str) -> str:
    """The body of an article, whose title is the page's own: where a heading of it is of the first
    level, all are one level lower."""
    return _LEVEL.sub(_lower, html) if "<h1" in html else html


def _lower(tag: re.Match[str]) -> str:
    return f"{tag[1]}{min(int(tag[2]) + 1, 6)}"


def know_headings(page: Page, html: str) -> None:
    """Tell the page which headings and anchors its sanitised body has."""
    page.present_anchor_ids = set(_ANCHOR.findall(html))
    headings: list[Any] = [
        {"level": int(level), "id": anchor, "name": " ".join(_UNSAID.sub("", words).split())}
        for level, anchor, words in _HEADING.findall(html)
    ]
    page.toc = get_toc(nest_toc_tokens(headings))
