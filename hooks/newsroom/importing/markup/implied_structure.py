"""Sub-headings and lists that a page implies by looks only, marked up as such."""

from itertools import pairwise

from bs4 import Tag
from bs4.element import NavigableString

from newsroom.importing.markup.elements import LISTS, child_tags, make, text_of
from newsroom.importing.text.plain_blocks import heads_list, is_part, is_short, numbered_item

_SHORTEST_LIST = 2


def structure_by_looks(body: Tag) -> None:
    """Turn typed “1. … 2. …” into lists, then bold lines and “…:” above a list into headings."""
    run: list[Tag] = []
    for block in child_tags(body):
        if run and not _is_item(block, len(run) + 1):
            _gather(run)
            run = []
        if _is_item(block, len(run) + 1):
            run.append(block)
    _gather(run)
    for block, follower in pairwise(child_tags(body)):
        if _is_heading(block, follower):
            for bold in block.find_all("strong"):
                bold.unwrap()
            block.name = "h2"


def _is_item(block: Tag, number: int) -> bool:
    first = block.contents[0] if block.name == "p" and block.contents else None
    if not isinstance(first, NavigableString) or block.find("br"):
        return False
    numbered = numbered_item(text_of(block))
    return numbered is not None and numbered[0] == number and f"{number}. " in f"{first} "


def _gather(run: list[Tag]) -> None:
    if len(run) < _SHORTEST_LIST:
        return
    ordered = make("ol")
    run[0].insert_before(ordered)
    for number, block in enumerate(run, 1):
        block.contents[0].replace_with(str(block.contents[0]).lstrip().removeprefix(f"{number}."))
        ordered.append(make("li", block))


def _is_heading(block: Tag, follower: Tag) -> bool:
    words = text_of(block)
    if block.name != "p" or not is_short(words) or block.find("img") or block.find("br"):
        return False
    if heads_list(words) and follower.name in LISTS:
        return numbered_item(words) is None
    is_apart = is_part(words) or not _is_bold(follower)  # below a part, its first section
    return _is_bold(block) and is_apart and not words.endswith((".", ";", ","))


def _is_bold(block: Tag) -> bool:
    bold = "".join(tag.get_text() for tag in block.find_all("strong"))
    return bool(bold.strip()) and "".join(bold.split()) == "".join(block.get_text().split())
