"""Interning: equal small values of many articles are one object."""

from functools import cache
from typing import TypeVar

Value = TypeVar("Value")


@cache
def interned(kind: type[Value], *fields: object) -> Value:
    """The one value of the kind that has these fields."""
    return kind(*fields)
