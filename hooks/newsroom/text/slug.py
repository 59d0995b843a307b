"""Slugs: the ASCII names that addresses are made of."""

import re

from newsroom.text.fold import strip_marks

MAX_LENGTH = 80
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


def slugify(text: str, max_length: int = MAX_LENGTH) -> str:
    """An address-safe name in lower-case ASCII; empty where the text has no letter or digit.

    Cut between words where it is longer than max_length characters.
    """
    slug = _NOT_IN_SLUG.sub("-", strip_marks(text).lower()).strip("-")
    if len(slug) <= max_length:
        return slug
    return slug[: max_length + 1].rpartition("-")[0] or slug[:max_length]


def heading_id(text: str, separator: str) -> str:
    """The id of a heading, for Python-Markdown's toc extension; its own slugs lose the letter đ."""
    return slugify(text).replace("-", separator)
