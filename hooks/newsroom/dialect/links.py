"""Links whose address lacks its beginning lead where they are meant to: [thư](a@b.vn); a document
that is written as a picture is a link."""

import re

from newsroom.text.addresses import is_no_picture, meant_address

_LINK = re.compile(r"\]\([^\S\n]*+(?P<typed>[^()<>\n\"'/]{5,40}|[^()<>\s\"']{5,})(?=\))")

_APART = re.compile(
    r"(?<=[\w\"”.!?)])\] \((?=(?:https?://|www\.|mailto:|tel:|(?:images|tai-lieu)/)[^\s()]+\))"
)
"""[kế hoạch] (tai-lieu/kh.pdf): a blank between the two, where that can only be an address."""
_PICTURE = re.compile(r"!(?P<link>\[[^\[\]\n]++\]\(\s*+<?(?P<typed>[^()<>\n\"]++))")

_NO_WORDS = re.compile(r"(?<!!)\[\s*+\]\((?P<address>https?://[^\s()<>]++)\)")
"""A link that shows nothing."""


def with_addresses_meant(text: str) -> str:
    """The Markdown with its links as they are meant."""
    if "](" not in text and "] (" not in text:
        return text
    text = _NO_WORDS.sub(r"<\g<address>>", _APART.sub("](", text) if "] (" in text else text)
    text = _PICTURE.sub(lambda one: one["link"] if is_no_picture(one["typed"]) else one[0], text)
    return _LINK.sub(lambda link: f"]({meant_address(link['typed'].rstrip())}", text)
