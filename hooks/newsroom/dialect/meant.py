"""A Markdown source as its writer meant it, in the Markdown that the library reads."""

from newsroom.dialect.block import lines_of
from newsroom.dialect.blocks import read_blocks
from newsroom.dialect.held import Held
from newsroom.dialect.html import with_markdown_in_tags
from newsroom.dialect.links import with_addresses_meant
from newsroom.dialect.signs import with_signs_shown
from newsroom.text.characters import with_lines_ended


def as_meant(source: str) -> str:
    """The source, with what would be lost or misread written in the library's way."""
    held = Held()
    text = with_addresses_meant(held.aside(with_lines_ended(source)))
    text = with_markdown_in_tags(with_signs_shown(text))
    return held.back("\n".join(lines_of(read_blocks(text.split("\n")))))
