"""Checks of mkdocs.yml beside the files of docs/: pages and pictures that it names."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from newsroom.checks.files import cure_of_missing, is_exactly_there
from newsroom.content import uris
from newsroom.content.problem import Problem
from newsroom.content.settings_nodes import FILE, child, items, pairs, settings_node

_PICTURES = ("logo", "share_image")


def settings_problems(docs: Path) -> Iterator[Problem]:
    """Entries of the navigation without a page, and pictures of the ward that are not there; the
    settings lie beside the folder docs."""
    settings = docs.parent / FILE
    root = settings_node(settings.read_bytes()) if settings.is_file() else None
    for page in _pages(child(root, "nav")):
        is_made = page.value == "index.md" or page.value.startswith(uris.GENERATED)
        if not is_made and page.value.endswith(".md"):
            yield from _missing(docs, page, "nav")
    ward = dict(pairs(child(child(child(root, "extra"), "newsroom"), "ward")))
    for name in _PICTURES:
        picture = ward.get(name)
        if isinstance(picture, yaml.ScalarNode) and picture.value:
            yield from _missing(docs, picture, f"extra.newsroom.ward.{name}")


def _pages(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """What the navigation leads to, level by level."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    for item in [*items(node), *(value for _, value in pairs(node))]:
        yield from _pages(item)


def _missing(docs: Path, node: yaml.ScalarNode, field: str) -> Iterator[Problem]:
    if not is_exactly_there(docs, node.value):
        line = node.start_mark.line + 1
        found = f"trong thư mục {docs.name} không có tệp “{node.value}”."
        cure = cure_of_missing(docs, node.value)
        yield Problem(FILE, found, cure, line, field, blocking=False)
