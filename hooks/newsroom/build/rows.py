"""Rows of a store: plain values that are valid only under the inputs that they were made by.

A store may be damaged, or forged by anybody who can write to its folder. So a row can only become a
value of the requested type; a row of another shape counts as missing.
"""

from collections.abc import Hashable, Iterable, Mapping, MutableMapping
from functools import cache
from pathlib import PurePath, PurePosixPath
from typing import Any, TypeVar, cast

from msgspec import MsgspecError
from msgspec.msgpack import Decoder, Encoder

Value = TypeVar("Value")


def _as_text(value: object) -> str:
    if isinstance(value, PurePath):
        return value.as_posix()
    raise TypeError(f"no plain value: {value!r}")


def _from_text(kind: type, value: Any) -> Any:
    if kind is PurePosixPath:
        return PurePosixPath(value)
    raise TypeError(f"no plain kind: {kind!r}")


packed = Encoder(enc_hook=_as_text).encode
"""The bytes of a plain value: numbers, texts, bytes, lists, tuples, named tuples, dataclasses."""


@cache
def _decoder(kind: Hashable) -> Decoder[Any]:
    return Decoder(cast("type", kind), dec_hook=_from_text)


def unpacked(row: bytes, kind: type[Value]) -> Value | None:
    """The value of that kind; None where the bytes are no such value."""
    try:
        value: Value = _decoder(cast("Hashable", kind)).decode(row)
    except (MsgspecError, ValueError, RecursionError):
        return None
    return value


def recall(store: Mapping[str, bytes], key: str, inputs: bytes, kind: type[Value]) -> Value | None:
    """The value stored under the same inputs; None if there is none of that type.

    inputs: the digest of the code and the settings that the value depends on.
    """
    row = store.get(key, b"")
    return unpacked(row[len(inputs) :], kind) if row and row.startswith(inputs) else None


def remember(store: MutableMapping[str, bytes], key: str, inputs: bytes, value: object) -> None:
    """Store the plain value for as long as the inputs stay the same; one with broken text is not
    stored."""
    try:
        store[key] = inputs + packed(value)
    except UnicodeEncodeError:  # such as a file name in a legacy encoding
        store.pop(key, None)


def stay_inside(paths: Iterable[str]) -> bool:
    """Whether all paths, separated by "/", stay below the folder that they start from."""
    listed = list(paths)
    text = "\n".join(["", *listed, ""])
    if not any(sign in text for sign in ("\n/", "..", "\\", "\0", ":")):
        return True  # each build checks ten thousand of them
    return all(map(_stays_inside, listed))


def _stays_inside(path: str) -> bool:
    there = PurePath(path)
    return not (there.is_absolute() or there.drive or ".." in there.parts or "\0" in path)
