"""What the tests of the dialect share: a page's HTML and its words."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from markdown import Markdown

from newsroom.content.proof import EXTENSIONS
from newsroom.site.html.sanitized import sanitized
from newsroom.text.slug import heading_id

_TAG = re.compile(r"<[^>]*>")


@pytest.fixture(scope="session")
def html() -> Callable[[str], str]:
    """The HTML that a body becomes, on lines without blanks at their ends."""
    markdown = Markdown(
        extensions=[*EXTENSIONS, "fenced_code"],
        extension_configs={"toc": {"slugify": heading_id}},
    )

    def convert(body: str) -> str:
        markdown.reset()
        return sanitized(markdown.convert(body))

    return convert


@pytest.fixture(scope="session")
def words_of(html: Callable[[str], str]) -> Callable[[str], list[str]]:
    """The words that the page of a body shows."""
    return lambda body: unescape(_TAG.sub(" ", html(body))).split()
