"""A kind of field: how a typed value becomes a value of the model, or what is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from newsroom.content.front_matter import Value
from newsroom.content.newsroom import Newsroom


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a typed value, and the value to write where it is certain."""

    found: str
    cure: str
    correct: str | None = None
    blocking: bool = True
    drops: bool = False
    """Whether the article is published without the value, as if it had not been written."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A typed value as a value of the model (None where it could not be understood)."""

    value: Any = None
    fault: Fault | None = None
    of_items: Mapping[int, Fault] = field(default_factory=dict)
    """What is wrong with single items of a list, by their place in it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of field: its name for staff, how it is read, and its JSON Schema."""

    title: str
    read: Callable[[str, Value, Newsroom], Reading]
    json_schema: Callable[[Newsroom], dict[str, Any]]


def typed_as(**schema: Any) -> Callable[[Newsroom], dict[str, Any]]:
    """The same JSON Schema for every newsroom."""
    return lambda _: schema
