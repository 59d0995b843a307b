"""Builds of tests share what they compile: a build is the same, and takes a third of the time."""

import shutil
from typing import Any

import compiled_templates


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
