"""Builds of tests share what they compile: a build is the same, and takes a third of the time."""

import shutil
from typing import Any

import compiled_templates
from compiled_templates import templates_compiled_once
from jinja2 import DictLoader, Environment


def test_second_build_compiles_nothing_and_is_the_same(tiny_site: Any) -> None:
    tiny_site.article("mot")
    tiny_site.build()
    first, compiled = tiny_site.files(), len(compiled_templates._compiled)
    for folder in (".cache", "site"):
        shutil.rmtree(tiny_site.folder / folder)

    tiny_site.build()

    assert compiled > 20
    assert len(compiled_templates._compiled) == compiled
    assert tiny_site.files() == first


def test_template_is_compiled_again_for_another_filter() -> None:
    """What a filter makes of a constant is in the compiled template."""
    with templates_compiled_once():
        env = Environment(loader=DictLoader({"a": "{{ 'x' | f }}"}), autoescape=True)
        env.filters["f"] = str.upper
        first = env.get_template("a").render()
        env.filters["f"] = "y".__add__
        env.cache.clear()

        assert (first, env.get_template("a").render()) == ("X", "yx")
