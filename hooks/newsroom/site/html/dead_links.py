"""Links from one article to another that residents cannot read: only their words are shown.

The other may be left out for its faults, a draft, not yet or no longer published. MkDocs has
warned of a file that does not exist; a reader should not have to find out.
"""

import re
from collections.abc import Iterator
from html import unescape

from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url

from newsroom.content.media import beside
from newsroom.site.mkdocs.article_page import ArticlePage
from newsroom.site.mkdocs.visibility import is_published

_ANCHOR = re.compile(r'<a\b[^>]*?\bhref="(?P<href>[^"#]*)[^"]*"[^>]*>(?P<words>.*?)</a>', re.DOTALL)
_ELSEWHERE = re.compile(r'href="[^"#]')
"""A link that leads away from the page."""


def without_dead_links(html: str, page: ArticlePage, files: Files) -> str:
    """The rendered body of the article."""
    if not _ELSEWHERE.search(html):
        return html
    dead = set(_dead_addresses(page, files))
    if not dead:
        return html

    def shown(anchor: re.Match[str]) -> str:
        return anchor["words"] if unescape(anchor["href"]) in dead else anchor[0]

    return _ANCHOR.sub(shown, html)


def _dead_addresses(page: ArticlePage, files: Files) -> Iterator[str]:
    from newsroom.content.links import find_links  # noqa: PLC0415 - most builds read few

    folder = page.file.src_uri.removesuffix(str(page.article_path))
    for link in find_links(page.markdown or ""):
        path = link.local_path
        if path is None or link.is_image:
            continue
        target = files.get_file_from_path(folder + beside(page.article_path, path))
        if target is None:
            yield link.destination.partition("#")[0]
        elif is_published(page.file) and not is_published(target):
            yield get_relative_url(target.url, page.file.url)
