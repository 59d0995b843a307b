"""The file of the words that residents use when they search, read and checked."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import yaml

from newsroom.content.problem import Problem
from newsroom.content.settings_nodes import items, pairs
from newsroom.content.source import EncodingFault, bytes_of, decode
from newsroom.content.word_list_file import word_list_node
from newsroom.text.search_words import Phrases, SearchWords
from newsroom.text.syllables import phrases

FILE = "search-words.yml"
_QUESTIONS, _SYNONYMS = "question_words", "synonyms"
_FEWEST = 2
_EXAMPLE = "Hãy viết, ví dụ: question_words: [ở đâu, khi nào] và synonyms: [[cúp điện, mất điện]]"


def read_search_words(docs: Path) -> tuple[SearchWords, list[Problem]]:
    """The words of the ward, none where there is no file; and what staff should put right."""
    if not (docs / FILE).is_file():
        return SearchWords(), []
    shown = f"{docs.name}/{FILE}"
    text = decode(bytes_of(docs, FILE))
    if isinstance(text, EncodingFault):
        return SearchWords(), [Problem(shown, text.found, text.cure, text.line)]
    node = word_list_node(text, shown, _EXAMPLE)
    return (SearchWords(), [node]) if isinstance(node, Problem) else _checked(shown, node)


def _checked(path: str, node: yaml.Node | None) -> tuple[SearchWords, list[Problem]]:
    parts = dict(pairs(node))
    faults = _faults(node, parts) if node else ()
    problems = [Problem(path, found, _EXAMPLE, at.start_mark.line + 1) for at, found in faults]
    groups = (_texts(group) for group in items(parts.get(_SYNONYMS)))
    good = (tuple(filter(_is_phrase, group)) for group in groups)
    return SearchWords(
        tuple(filter(_is_phrase, _texts(parts.get(_QUESTIONS)))),
        tuple(group for group in good if len(group) >= _FEWEST),
    ), problems


def _faults(node: yaml.Node, parts: dict[str, yaml.Node]) -> Iterator[tuple[yaml.Node, str]]:
    if not parts or not parts.keys() <= {_QUESTIONS, _SYNONYMS}:
        yield node, "Tệp chỉ có hai phần question_words và synonyms."
    for name, part in parts.items():
        if part.value and not isinstance(part, yaml.SequenceNode):
            yield part, f"{name} phải là danh sách, mỗi dòng bắt đầu bằng gạch ngang."
    groups = items(parts.get(_SYNONYMS))
    for group in groups:
        if len(items(group)) < _FEWEST:
            yield group, "Một nhóm phải có từ hai cách gọi trở lên, trong ngoặc vuông."
    for item in chain.from_iterable(map(items, [parts.get(_QUESTIONS), *groups])):
        if not isinstance(item, yaml.ScalarNode) or not _is_phrase(item.value):
            yield item, "Mỗi mục phải là một cụm từ, không có dấu câu ở giữa."


def _texts(node: yaml.Node | None) -> Phrases:
    scalars = (item.value for item in items(node) if isinstance(item, yaml.ScalarNode))
    return tuple(" ".join(str(text).split()) for text in scalars)


def _is_phrase(text: str) -> bool:
    return len(phrases(text)) == 1
