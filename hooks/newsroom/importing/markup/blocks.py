"""Nested HTML as simple blocks with running text: p, h2 … h6, ul, ol, table, blockquote."""

from collections.abc import Iterable, Iterator

from bs4 import Tag
from bs4.element import PageElement

from newsroom.importing.markup.elements import (
    HEADINGS,
    LISTS,
    change_texts,
    is_blank,
    is_inline,
    make,
    parse,
)
from newsroom.importing.markup.emphasis import name_emphasis, settle_emphasis
from newsroom.importing.markup.lists import settle_lists
from newsroom.importing.markup.tables import simple_table
from newsroom.importing.text.white_space import visible

_TOP_HEADING = 2


def simple_blocks(html: str) -> Tag:
    """A div of simple blocks with the words of the (sanitised) HTML in order."""
    root = parse(html)
    name_emphasis(root)
    _show_line_ends_of_pre(root)
    change_texts(root, _single_spaced)
    body = make("div", *_flow(root))
    for quote in body.select("li blockquote"):
        quote.unwrap()  # Python-Markdown reads its second paragraph as code
    settle_lists(body)
    settle_emphasis(body)
    return body


def _show_line_ends_of_pre(root: Tag) -> None:
    for pre in root.find_all("pre"):
        for text in pre.find_all(string=True):
            first, *others = str(text).split("\n")
            text.replace_with(first, *(node for line in others for node in (make("br"), line)))


def _single_spaced(text: str) -> str:
    shown = visible(text)
    before, after = (" " if edge.isspace() else "" for edge in (shown[:1], shown[-1:]))
    return f"{before}{' '.join(shown.split())}{after}" if shown.strip() else " " * bool(shown)


def _flow(container: Tag) -> list[Tag]:
    blocks: list[Tag] = []
    run: list[PageElement] = []
    for child in list(container.children):
        if is_inline(child):
            run.append(child)
            continue
        blocks += _paragraphs(run)
        run = []
        if isinstance(child, Tag):
            blocks += _simple(child)
    return [*blocks, *_paragraphs(run)]


def _simple(element: Tag) -> list[Tag]:
    if element.name in HEADINGS:
        return _heading(element)
    if element.name in LISTS:
        return _list(element)
    if element.name == "table":
        return simple_table(element, _flow)
    if element.name == "blockquote":
        inside = _flow(element)
        return [make("blockquote", *inside)] if inside else []
    if element.name == "figcaption":
        return [make("p", make("em", *p.contents)) for p in _flow(element)]
    return _flow(element)


def _heading(element: Tag) -> list[Tag]:
    level = max(_TOP_HEADING, int(element.name[1]))
    return [
        block if block.name != "p" or block.find("img") else make(f"h{level}", *block.contents)
        for block in _flow(element)
    ]


def _list(element: Tag) -> list[Tag]:
    """The list with blocks in its items; anything between items is added to the one before."""
    before: list[Tag] = []
    simple = make(element.name)
    simple.attrs = element.attrs
    for child in list(element.children):
        if isinstance(child, Tag) and child.name == "li":
            item = make("li", *_flow(child))
            item.attrs = child.attrs
            simple.append(item)
        else:
            blocks = _flow(make("div", child))
            last = simple.contents[-1] if simple.contents else None
            (last if isinstance(last, Tag) else before).extend(blocks)
    if element.name == "ul":
        _drop_empty(simple)
    return [*before, *([simple] if simple.contents else [])]


def _drop_empty(simple: Tag) -> None:
    for item in simple.find_all("li", recursive=False):
        if not item.contents:
            item.extract()


def _paragraphs(run: Iterable[PageElement]) -> Iterator[Tag]:
    """Paragraphs of the running text; an empty line separates two."""
    for part in _parted(list(run)):
        while part and _is_break_or_space(part[0]):
            part.pop(0)
        while part and _is_break_or_space(part[-1]):
            part.pop()
        if not is_blank(part):
            yield make("p", *part)


def _parted(run: list[PageElement]) -> Iterator[list[PageElement]]:
    part: list[PageElement] = []
    breaks = 0
    for node in run:
        if isinstance(node, Tag) and node.name == "br":
            breaks += 1
        elif not _is_break_or_space(node):
            breaks = 0
        part.append(node)
        if breaks > 1:
            yield part
            part, breaks = [], 1
    yield part


def _is_break_or_space(node: PageElement) -> bool:
    return node.name == "br" if isinstance(node, Tag) else not str(node).strip()
