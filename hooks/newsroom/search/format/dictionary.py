"""The dictionary: every word and how common it is, for half-typed and misspelt words.

A file for each first letter, a word a line; the digit is the logarithm to base 4 of the document
frequency, so one more document rarely changes a line. A patch decodes only the files of the first
letters that changed. Held by tests/newsroom/search/update/test_indexing.py.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import log2

from newsroom.search.format.encoding import DamagedError, gunzip, gzip
from newsroom.search.format.layout import DICTIONARIES, path_of
from newsroom.search.format.postings import PostingLists

_LEAST = 2
"""A word of fewer documents is not suggested."""

DocumentFrequencies = dict[str, int]
"""Words, each with its digit."""


def document_frequencies(words: PostingLists) -> DocumentFrequencies:
    """The digits of words, from their posting lists; all forms of a word must be among them."""
    return frequencies_of((name.partition(" ")[0], len(own)) for name, own in words.items())


def frequencies_of(forms: Iterable[tuple[str, int]]) -> DocumentFrequencies:
    """The digits of words: of each of their forms, the word and the count of documents."""
    documents: dict[str, int] = defaultdict(int)
    for word, count in forms:
        documents[word] += count
    return {
        word: min(9, int(log2(count) / 2))
        for word, count in documents.items()
        if count >= _LEAST and not word.isdigit()
    }


def dictionary_files(frequencies: DocumentFrequencies) -> dict[str, bytes]:
    """The files of a dictionary with these words."""
    by_path: dict[str, DocumentFrequencies] = {
        path_of("t", number): {} for number in range(len(DICTIONARIES))
    }
    for word, digit in frequencies.items():
        by_path[_path(word)][word] = digit
    return {path: _encoded(rows) for path, rows in by_path.items()}


def patched_dictionary_files(
    before: DocumentFrequencies, after: DocumentFrequencies, files: Mapping[str, bytes]
) -> dict[str, bytes]:
    """The files that change when some words' digits do, made from the former files."""
    changed: dict[str, set[str]] = defaultdict(set)
    for word, _ in before.items() ^ after.items():
        changed[_path(word)].add(word)
    amended = {}
    for path, words in changed.items():
        rows = _decoded(files.get(path, b""))
        if any(rows.pop(word, None) != before.get(word) for word in words):
            raise DamagedError(f"{path} does not fit the posting lists")
        amended[path] = _encoded(rows | {word: after[word] for word in words & after.keys()})
    return amended


def _path(word: str) -> str:
    return f"t/{word[0] if word[0] in DICTIONARIES else '_'}.bin"


def _encoded(rows: DocumentFrequencies) -> bytes:
    return gzip("\n".join(f"{word} {rows[word]}" for word in sorted(rows)).encode())


def _decoded(data: bytes) -> DocumentFrequencies:
    try:
        parted = (line.split(" ") for line in gunzip(data).decode().split("\n") if line)
        return {word: int(digit) for word, digit in parted}
    except ValueError as error:
        raise DamagedError("a dictionary cannot be read") from error
