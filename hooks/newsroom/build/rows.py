"""Rows of a store: plain values that hold only under the inputs that they were made by.

A store may have been damaged, or forged by somebody who could write where it lies. So a row can
only ever become values of the kind that is asked for; a row of another shape counts as missing.
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
    """What was remembered under the same inputs; None where nothing of that kind was.

    inputs: the digest of the code and the settings that the value depends on.
    """
    row = store.get(key, b"")
    return unpacked(row[len(inputs) :], kind) if row and row.startswith(inputs) else None


def remember(store: MutableMapping[str, bytes], key: str, inputs: bytes, value: object) -> None:
    """Keep the plain value for as long as the inputs stay; one with broken text is not kept."""
    try:
        store[key] = inputs + packed(value)
    except UnicodeEncodeError:  # as the name of a file in an encoding of long ago
        store.pop(key, None)


def stay_inside(paths: Iterable[str]) -> bool:
    """Whether all paths, parted by "/", lead to places below the folder that they start from."""
    listed = list(paths)
    text = "\n".join(["", *listed, ""])
    if not any(sign in text for sign in ("\n/", "..", "\\", "\0", ":")):
        return True  # ten thousand of them are asked by each build
    return all(map(_stays_inside, listed))


def _stays_inside(path: str) -> bool:
    there = PurePath(path)
    return not (there.is_absolute() or there.drive or ".." in there.parts or "\0" in path)
