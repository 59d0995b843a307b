"""Rows of a store that hold only under the rules that they were made by."""

from collections.abc import Mapping, MutableMapping


def recall(memory: Mapping[str, bytes], key: str, rules: bytes) -> bytes:
    """What was remembered under the same rules; empty where nothing was.

    rules: the digest of the code and the settings that the value depends on.
    """
    row = memory.get(key, b"")
    return row[len(rules) :] if row.startswith(rules) else b""


def remember(memory: MutableMapping[str, bytes], key: str, rules: bytes, value: bytes) -> None:
    """Keep the value for as long as the rules stay."""
    memory[key] = rules + value
