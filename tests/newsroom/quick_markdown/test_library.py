"""The library is the one that the quick ways were made for.

Where a test here fails after an update: read what changed in the library, run test_same_html.py
with some thousands of examples, then write down the new state.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import markdown
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from newsroom.quick_markdown.blocks import KNOWN
from newsroom.quick_markdown.converter import LIBRARY
from newsroom.quick_markdown.inline import SIGNS

EXPRESSIONS = ("RE", "SEARCH_RE", "CHILD_RE", "INDENT_RE")


def described(names: Iterable[str], registry: Any) -> list[str]:
    """The processors of a registry: name, class, regular expressions."""
    lines = []
    for name in names:
        processor = registry[name]
        found = [getattr(processor, each, None) for each in ("compiled_re", *EXPRESSIONS)]
        expressions = [each.pattern for each in found if isinstance(each, re.Pattern)]
        lines.append(" ".join(map(repr, (name, type(processor).__qualname__, *expressions))))
    return lines


def test_installed_library_is_the_one_that_was_compared() -> None:
    assert markdown.__version__ == LIBRARY


@pytest.fixture(scope="module")
def library(portals: tuple[list[str], dict[str, Any]]) -> markdown.Markdown:
    """The library's Markdown with the portal's extensions."""
    return markdown.Markdown(extensions=portals[0], extension_configs=portals[1])


def test_its_processors_are_those_that_were_looked_at(library: markdown.Markdown) -> None:
    lines = []
    for registry in (
        library.preprocessors,
        library.parser.blockprocessors,
        library.inlinePatterns,
        library.treeprocessors,
        library.postprocessors,
    ):
        names = sorted(registry._data, key=registry.get_index_for_name)
        lines += described(names, registry)

    expected = Path(__file__).with_name("processors.txt").read_text(encoding="utf-8")
    assert lines == expected.splitlines()


def test_all_of_them_are_known(library: markdown.Markdown) -> None:
    assert {type(processor) for processor in library.parser.blockprocessors} <= KNOWN
    patterns = list(library.inlinePatterns)
    assert all(
        (type(pattern), pattern.getCompiledRegExp().pattern) in SIGNS for pattern in patterns
    )


ALPHABET = "aẳ01 \n#*_-=+>|`[]()<!&;\\{:}^\"'“\x02?/@x"


@pytest.mark.thorough
@pytest.mark.parametrize("key", SIGNS, ids=lambda key: key[1])
@settings(max_examples=500, derandomize=True)
@given(text=st.text(st.sampled_from(ALPHABET), max_size=40))
def test_no_pattern_matches_without_one_of_its_signs(key: tuple[Any, str], text: str) -> None:
    for sign in SIGNS[key]:
        text = text.replace(sign, "")
    assume(not any(sign in text for sign in SIGNS[key]))

    assert re.search(key[1], text, re.DOTALL) is None
