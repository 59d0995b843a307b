"""Links whose address lacks its beginning lead where they are meant to: [thư](a@b.vn)."""

import re

from newsroom.text.addresses import meant_address

_LINK = re.compile(r"(?<=\]\()[^\S\n]*+(?P<typed>[^()<>\n\"'/]{5,40}|[^()<>\s\"']{5,})(?=\))")


def with_addresses_meant(text: str) -> str:
    """The Markdown with whole addresses in its links."""
    return (
        _LINK.sub(lambda link: meant_address(link["typed"].rstrip()), text)
        if "](" in text
        else text
    )
