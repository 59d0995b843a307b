"""What lies below a folder, and what of it differs from what lies below another."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Tree = dict[str, bytes]


def names_of(folder: Path) -> list[str]:
    """The names of every file and folder below one; a folder's name ends in a slash."""
    names = []
    for place, folders, files in os.walk(folder):
        start = f"{place}/"[len(str(folder)) + 1 :].replace(os.sep, "/")
        names += [f"{start}{name}/" for name in folders] + [start + name for name in files]
    return sorted(names)


def tree_of(folder: Path) -> Tree:
    """Every file with its bytes, and every folder, below one."""
    return {name: b"" if name[-1] == "/" else bytes_of(folder, name) for name in names_of(folder)}


def bytes_of(folder: Path, name: str) -> bytes:
    """Those of a file; to make a path of its name takes longer than to read it."""
    with open(f"{folder}/{name}", "rb") as file:  # noqa: PTH123
        return file.read()


def changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> set[str]:
    """The names that stand for something else in new, or are new there."""
    return {name for name in new if old.get(name) != new[name]}


def differences(found: Tree, right: Tree) -> list[str]:
    """What is wrong with a tree, one line a file, with the first bytes that differ."""
    lines = [f"missing: {name}" for name in sorted(right.keys() - found.keys())]
    lines += [f"too much: {name}" for name in sorted(found.keys() - right.keys())]
    for name in sorted(found.keys() & right.keys()):
        here, there = found[name], right[name]
        if here != there:
            pairs = enumerate(zip(here, there, strict=False))
            at = next((n for n, (a, b) in pairs if a != b), min(len(here), len(there)))
            start = max(0, at - 40)
            lines.append(f"{name}: {here[start : at + 60]!r} != {there[start : at + 60]!r}")
    return lines
