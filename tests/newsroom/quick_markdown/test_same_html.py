"""Whatever the source and the extensions, the HTML is that of the library."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.inlinepatterns import (
    InlineProcessor,
    SimpleTagInlineProcessor,
    SimpleTagPattern,
)
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown_documents import documents

from newsroom.quick_markdown import converter
from newsroom.quick_markdown.converter import markdown_with
from newsroom.quick_markdown.quick import QuickMarkdown

Configs = Mapping[str, Mapping[str, Any]]


class Words(Extension):
    """Patterns, of both styles that the library has, which match plain words."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.inlinePatterns.register(SimpleTagInlineProcessor("()(phường)", "b"), "words", 175)
        md.inlinePatterns.register(SimpleTagPattern("(h)(òa) giải", "i"), "old-words", 55)


class Signs(Extension):
    """A pattern that matches a plain word and writes Markdown in its place."""

    class Pattern(InlineProcessor):
        def handleMatch(self, m: Any, data: str) -> tuple[Element, int, int]:  # noqa: N802
            element = Element("u")
            element.text = "*_`a`_* &amp; [a](b.md) <i>\\*"
            return element, m.start(), m.end()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.inlinePatterns.register(self.Pattern("họp"), "signs", 185)


class Letters(Extension):
    """A processor that takes blocks of plain sentences."""

    class Processor(BlockProcessor):
        def test(self, parent: Element, block: str) -> bool:
            return block.startswith(("phường", "## "))

        def run(self, parent: Element, blocks: list[str]) -> None:
            element = Element("address")
            element.text = blocks.pop(0)
            parent.append(element)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.parser.blockprocessors.register(self.Processor(md.parser), "letters", 85)


FOOTNOTES_WITH_SIGNS: Configs = {"footnotes": {"SUPERSCRIPT_TEXT": "`*[{}](a.md)*`<b>&amp;\\_"}}
PERMALINKS: Configs = {"toc": {"permalink": True, "toc_depth": "2-3", "title": "Mục {lục}"}}
LIBRARYS_OTHERS = ["abbr", "def_list", "nl2br", "smarty", "legacy_em", "wikilinks"]
MORE: dict[str, tuple[Sequence[str | Extension], Configs]] = {
    "no more": ([], {}),
    "footnotes that write signs": ([], FOOTNOTES_WITH_SIGNS),
    "permanent links": ([], PERMALINKS),
    "others of the library": (LIBRARYS_OTHERS, {}),
    "a break for each line": (["nl2br"], {}),
    "of pymdown": (["pymdownx.tilde", "pymdownx.details", "pymdownx.superfences"], {}),
    "patterns for plain words": ([Words()], {}),
    "a pattern that writes Markdown": ([Signs()], {}),
    "a processor of plain blocks": ([Letters()], {}),
}


def both(extensions: Sequence[str | Extension], configs: Configs) -> tuple[Markdown, Markdown]:
    """Markdown as the library makes it, and the quick one."""
    return (
        Markdown(extensions=extensions, extension_configs=configs),
        QuickMarkdown(extensions=extensions, extension_configs=configs),
    )


def outcome(markdown: Markdown, source: str) -> object:
    """All that MkDocs takes from a conversion."""
    markdown.reset()
    html = markdown.convert(source)
    return html, getattr(markdown, "toc_tokens", ()), getattr(markdown, "toc", "")


@pytest.fixture(scope="module", params=MORE)
def pair(request: pytest.FixtureRequest, portals: tuple[list[str], Configs]) -> Any:
    """Both with the portal's extensions and some that a ward may add."""
    more, configs = MORE[request.param]
    return both([*portals[0], *more], {**portals[1], **configs})


@pytest.mark.thorough
@settings(max_examples=200, derandomize=True)
@given(source=documents)
def test_any_document_has_the_librarys_html(pair: tuple[Markdown, Markdown], source: str) -> None:
    library, quick = pair

    assert outcome(quick, source) == outcome(library, source)


@settings(max_examples=100, derandomize=True)
@given(source=documents)
def test_so_it_has_without_any_extension(source: str) -> None:
    library, quick = both([], {})

    assert outcome(quick, source) == outcome(library, source)


@settings(max_examples=300, derandomize=True)
@given(source=st.text(st.sampled_from("aẳ 1.\n\t#*_-=+>|`[]()<!&\\{:}^\"'“\x02\r"), max_size=60))
def test_any_run_of_signs_has_the_librarys_html(
    portals: tuple[list[str], Configs], source: str
) -> None:
    library, quick = both(*portals)

    assert outcome(quick, source) == outcome(library, source)


@pytest.mark.sample
def test_every_text_of_the_repository_has_the_librarys_html(
    root: Path, portals: tuple[list[str], Configs]
) -> None:
    library, quick = both(*portals)

    for folder in ("articles", "docs"):
        for file in (root / folder).rglob("*.md"):
            source = file.read_text(encoding="utf-8")
            assert outcome(quick, source) == outcome(library, source), file


@pytest.mark.parametrize(
    "source", ["*a **b " * 40, "[" * 60 + "a", "> " * 60 + "a", "- " * 60 + "a"]
)
def test_what_is_nested_deeply_has_the_librarys_html(
    portals: tuple[list[str], Configs], source: str
) -> None:
    library, quick = both(*portals)

    assert outcome(quick, source) == outcome(library, source)


def test_other_version_of_the_library_is_used_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert type(markdown_with([], {})) is QuickMarkdown

    monkeypatch.setattr(converter, "LIBRARY", "4.0")

    assert type(markdown_with([], {})) is Markdown


LONG = "Hàng xóm với nhau, tối lửa tắt đèn có nhau, sáng sớm gặp nhau là hỏi thăm"
PLAIN = "Phường họp.\n\n## Một\n\n" + f"{LONG},\nthấy việc thì làm.\n\n**Hai** việc.\n\n" * 9


def test_plain_blocks_are_not_shown_to_other_processors(
    monkeypatch: pytest.MonkeyPatch, portals: tuple[list[str], Configs]
) -> None:
    _, quick = both(*portals)
    seen: list[str] = []
    monkeypatch.setattr(AdmonitionProcessor, "test", lambda self, parent, block: seen.append(block))

    quick.convert(f"{PLAIN}> Trích.\n")

    assert [block for block in seen if block.strip()] == ["> Trích."]


def test_plain_texts_are_not_shown_to_patterns(
    monkeypatch: pytest.MonkeyPatch, portals: tuple[list[str], Configs]
) -> None:
    _, quick = both(*portals)
    texts: list[str] = []

    def note(self: object, tree: Element, ancestors: object = None) -> Element:
        texts.extend(element.text for element in tree.iter() if element.text)
        return tree

    monkeypatch.setattr(InlineTreeprocessor, "run", note)

    quick.convert(PLAIN)

    assert texts == ["**Hai** việc."] * 9
