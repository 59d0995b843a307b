"""Jinja compiles a template once in a test process: nearly all of a tiny build is its compiling."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

import pytest
from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.utils import _PassArg

Applied = frozenset[tuple[str, Any]]
_gathered: WeakKeyDictionary[Environment, tuple[list[tuple[str, Any]], Applied]]
_gathered = WeakKeyDictionary()
_compiled: dict[tuple[Any, ...], Any] = {}
"""What was compiled, by what makes it differ; not by the file, which only errors name."""


@contextmanager
def templates_compiled_once() -> Iterator[None]:
    """Let environments share what they compile, as far as they compile alike.

    On the disk each build would find what one with other hooks, in another test, has left there.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", _once(Environment.compile))
        for name in ("load_bytecode", "dump_bytecode"):
            patch.setattr(FileSystemBytecodeCache, name, lambda *_: None)
        yield


def _once(compiling: Callable[..., Any]) -> Callable[..., Any]:
    def compiled(env: Environment, source: Any, name: Any = None, *rest: Any, **named: Any) -> Any:
        if not isinstance(source, str) or name is None or named:
            return compiling(env, source, name, *rest, **named)
        is_escaped = env.autoescape(name) if callable(env.autoescape) else env.autoescape
        key = (source, name, is_escaped, _all_applied(env), frozenset(env.extensions))
        if key not in _compiled:
            _compiled[key] = compiling(env, source, name, *rest)
        return _compiled[key]

    return compiled


def _all_applied(env: Environment) -> Applied:
    """That of all filters and tests, gathered anew where one is another than at the last time."""
    named = [*env.filters.items(), *env.tests.items()]
    if (_gathered.get(env) or ([],))[0] != named:
        _gathered[env] = named, frozenset(map(_applied, named))
    return _gathered[env][1]


def _applied(named: tuple[str, Any]) -> tuple[str, Any]:
    """What compiling knows of a filter or test: itself, for it is applied to constants; but one
    that asks for the context, which a build may have for itself, waits until there is one."""
    name, function = named
    passed = _PassArg.from_obj(function)
    return name, passed if passed is _PassArg.context else function
