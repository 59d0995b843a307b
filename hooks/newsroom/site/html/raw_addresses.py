"""Addresses of files in raw HTML, which MkDocs leaves as they were typed, lead to the files."""

import re
from functools import partial
from html import escape, unescape
from urllib.parse import unquote

from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url

from newsroom.content.media import beside
from newsroom.site.mkdocs.article_page import ArticlePage

_POINTING = re.compile(
    r'(<(?:a|audio|img|source|video)\b[^>]*? (?:href|src)=")(?!\.\./\.\./|/)'
    r'([^"#?:]+[^"#?:/])(?=["#?])'
)
"""What MkDocs has written leads out of the article's own address, or ends as folders do."""


def with_raw_addresses(html: str, page: ArticlePage, files: Files) -> str:
    """The sanitised body of the article."""
    return _POINTING.sub(partial(_found, page, files), html)


def _found(page: ArticlePage, files: Files, pointing: re.Match[str]) -> str:
    folder = page.file.src_uri.removesuffix(str(page.article_path))
    path = beside(page.article_path, unquote(unescape(pointing[2])))
    target = files.get_file_from_path(folder + path)
    if target is None:
        return pointing[0]
    return pointing[1] + escape(get_relative_url(target.url, page.file.url))
