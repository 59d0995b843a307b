"""Whole addresses in a body, for readers that do not know which page it comes from."""

import re
from functools import partial
from html import escape, unescape
from urllib.parse import quote, urljoin, urlsplit

# A sanitised body has every attribute in double quotes, and no '<' or '>' but around tags.
_POINTING = re.compile(r'(<[a-z0-9]+(?: [^\s=>]+="[^"]*")*? (?:href|src)=")([^"]*)"')
_AS_WRITTEN = "%/:?#[]@!$&'()*+,;=~"
"""What an address may hold besides letters and digits; the rest is quoted."""


def with_whole_addresses(html: str, page: str) -> str:
    """The body of the page at that address, with every address in it whole."""
    return _POINTING.sub(partial(_whole, page), html)


def _whole(page: str, found: re.Match[str]) -> str:
    written = unescape(found[2])
    if not urlsplit(written).scheme:
        written = quote(urljoin(page, written), safe=_AS_WRITTEN)
    return f'{found[1]}{escape(written)}"'
