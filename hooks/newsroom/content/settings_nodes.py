"""mkdocs.yml as a tree of nodes that know their lines, and a reader that tells what is wrong there.

The file is read as text and node tree, as front matter is, without MkDocs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from newsroom.content.problem import Problem
from newsroom.content.source import EncodingFault, decode
from newsroom.text.characters import CONTROL
from newsroom.text.dates import parse_date
from newsroom.text.names import nearest
from newsroom.text.slug import slugify

FILE = "mkdocs.yml"


def line_of(error: yaml.YAMLError, text: str) -> int | None:
    """The line on which the text stops being YAML."""
    if hidden := CONTROL.search(text):
        return text.count("\n", 0, hidden.start()) + 1
    if not isinstance(error, yaml.MarkedYAMLError):
        return None
    is_open_quote = "quoted scalar" in (error.context or "")
    mark = error.context_mark if is_open_quote else error.problem_mark
    return mark.line + 1 if mark else None


def compose(text: str) -> yaml.Node | None:
    """The text as nodes."""
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
        return node
    finally:
        loader.dispose()


def settings_node(data: bytes) -> yaml.Node | None:
    """What the bytes of a mkdocs.yml say, as nodes that know their lines; None where they cannot be
    read."""
    text = decode(data)
    try:
        return None if isinstance(text, EncodingFault) else compose(text)
    except yaml.YAMLError:
        return None


def child(node: yaml.Node | None, name: str) -> yaml.Node | None:
    """The value of that name; None where there is none."""
    return dict(pairs(node)).get(name)


def pairs(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    """The names and values of a mapping."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield str(key.value), value


def items(node: yaml.Node | None) -> list[yaml.Node]:
    """The items of a list."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def texts(node: yaml.Node | None) -> tuple[str, ...]:
    """The items of a list that are texts, each on one line; of a single text just that."""
    if isinstance(node, yaml.ScalarNode):
        return tuple(filter(None, [" ".join(node.value.split())]))
    scalars = (item.value for item in items(node) if isinstance(item, yaml.ScalarNode))
    return tuple(filter(None, (" ".join(value.split()) for value in scalars)))


@dataclass(slots=True)
class NodeReader:
    """Reads values of nodes, and collects what is wrong with them."""

    problems: list[Problem] = field(default_factory=list)

    def known(
        self, node: yaml.Node | None, name: str, known: tuple[str, ...]
    ) -> dict[str, yaml.Node]:
        """The values of a mapping that may have only these names."""
        values = dict(pairs(node))
        for key, value in values.items():
            if key not in known:
                near = nearest(key, known)
                cure = f"Có phải là: {near}" if near else f"Có thể dùng: {', '.join(known)}."
                self.fault(value, f"{name}.{key}", "không có mục này.", cure)
        return values

    def slug(self, node: yaml.Node, values: dict[str, yaml.Node]) -> str:
        """The slug that stands among the values."""
        slug = self.text(values, "slug")
        right = slugify(slug or self.text(values, "title"))
        if not slug or slug != right:
            found = f"“{slug}” không phải mã." if slug else "chưa có mã."
            self.fault(node, "slug", found, f"Hãy viết không dấu: slug: {right or 'tin-tuc'}")
        return slug

    def day(self, values: dict[str, yaml.Node], name: str) -> date | None:
        """The day of that name."""
        typed = self.text(values, name)
        moment = parse_date(typed) if typed else None
        if typed and moment is None:
            cure = f"Hãy viết: {name}: 2023-01-09"
            self.fault(values[name], name, f"“{typed}” không phải là ngày.", cure)
        return moment.date() if moment else None

    def text(self, values: dict[str, yaml.Node], name: str) -> str:
        """The text of that name on one line; empty where there is none."""
        node = values.get(name)
        return " ".join(node.value.split()) if isinstance(node, yaml.ScalarNode) else ""

    def fault(self, node: yaml.Node, place: str, found: str, cure: str) -> None:
        """Note what is wrong with the node."""
        line = node.start_mark.line + 1
        self.problems.append(Problem(FILE, found, cure, line, f"extra.newsroom.{place}"))
