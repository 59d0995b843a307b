"""Markdown between HTML tags is Markdown too: the library must be told so at every tag."""

import re

from newsroom.text.tags import without_partner

_NAMES = "article|aside|blockquote|center|details|div|figcaption|figure|p|section|summary"
_TAG = re.compile(
    rf"<(?P<slash>/?)(?P<name>{_NAMES})\b(?P<rest>[^<>]*(?<!/))>", re.IGNORECASE | re.MULTILINE
)


def with_markdown_in_tags(text: str) -> str:
    """The text with a word for the library in each tag that holds a block. A tag without a partner
    is left out, since all up to the end would be taken for HTML."""
    if "<" not in text:
        return text
    alone = without_partner(_TAG.finditer(text))

    def told(tag: re.Match[str]) -> str:
        if tag.start() in alone:
            return ""
        is_told = tag["slash"] or "markdown" in tag["rest"].lower()
        return tag[0] if is_told else f'<{tag["name"]} markdown="1"{tag["rest"]}>'

    return _TAG.sub(told, text)
