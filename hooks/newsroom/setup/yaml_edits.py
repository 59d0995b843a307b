"""Edits of a YAML file that leave every other byte of it, comments too, as it was."""

import json
from collections.abc import Iterator, Mapping, Sequence

import yaml

from newsroom.content.problem import Edit

Fields = Mapping[str, str | tuple[str, ...]]
"""An item of a list: its values by their keys; what is empty is not written."""


def compose(text: str) -> yaml.Node | None:
    """The node tree of the text; yaml.YAMLError where it is none. Unlike libyaml's, these nodes
    know exactly where they end."""
    node: yaml.Node | None = yaml.compose(text, yaml.SafeLoader)
    return node


def child(node: yaml.Node | None, *keys: str) -> yaml.Node | None:
    """What the mapping holds under the key, what that holds under the next …"""
    for key in keys:
        node = {k.value: v for k, v in _pairs(node)}.get(key)
    return node


def items(node: yaml.Node | None) -> list[yaml.Node]:
    """The items of a list."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def text_of(node: yaml.Node | None) -> str:
    """The text of a scalar, in one line; that of the last one in a list such as !ENV takes."""
    if isinstance(node, yaml.SequenceNode) and node.value:
        node = node.value[-1]
    return " ".join(node.value.split()) if isinstance(node, yaml.ScalarNode) else ""


class YamlEdits:
    """Gathers the edits of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.edits: list[Edit] = []

    def put(self, mapping: yaml.Node | None, key: str, value: str, *, keep: bool = False) -> None:
        """Give the mapping that value under the key; an empty one takes the key away.

        keep: write an empty value as such.
        """
        node = child(mapping, key)
        if not isinstance(mapping, yaml.MappingNode) or (node and text_of(node) == value):
            return
        is_flow = bool(mapping.flow_style)
        if isinstance(node, yaml.SequenceNode) and node.tag != "tag:yaml.org,2002:seq":
            node, is_flow = node.value[-1], True
        if node is None:
            if value or keep:
                self._add(mapping, key, _scalar(value, quoted=is_flow))
        elif value or keep or is_flow:
            self._replace(node, _scalar(value, quoted=is_flow or not value))
        else:
            self._drop_lines(_key(mapping, key), node)

    def put_list(
        self, mapping: yaml.Node | None, key: str, wanted: Sequence[tuple[str, Fields]], by: str
    ) -> None:
        """Give the mapping the list of wanted items.

        wanted: each with what the item of today that it is has under the key `by`, or an empty text
        where it is new. Items of today keep their order and all that is not changed.
        """
        node = child(mapping, key)
        today = items(node)
        if not isinstance(mapping, yaml.MappingNode) or _say(today, wanted, by):
            return
        if not wanted:
            if today and node:
                self._replace_list(mapping, key, "[]")
            return
        if not isinstance(node, yaml.SequenceNode) or node.flow_style or not today:
            column = mapping.value[0][0].start_mark.column + 2
            block = "\n" + "\n".join(_item(fields, column) for _, fields in wanted)
            if node is None:
                self._add(mapping, key, block)
            else:
                self._replace_list(mapping, key, block)
            return
        self._put_items(today, wanted, by)

    def _put_items(
        self, today: Sequence[yaml.Node], wanted: Sequence[tuple[str, Fields]], by: str
    ) -> None:
        known = {identity: fields for identity, fields in wanted if identity}
        end = self._line_after(today[-1])
        for place, node in enumerate(today):
            fields = known.pop(text_of(child(node, by)), None)
            if fields is None:
                start = self._line_after(today[place - 1]) if place else self._line_start(node)
                self.edits.append(Edit(start, self._line_after(node), ""))
                continue
            for name, value in fields.items():
                if isinstance(value, str):
                    self.put(node, name, value)
        column = self._dash_column(today[0])
        new = [_item(fields, column) + "\n" for identity, fields in wanted if not identity]
        new += [_item(fields, column) + "\n" for fields in known.values()]
        if new:
            is_open = end == len(self.text) and not self.text.endswith("\n")
            self.edits.append(Edit(end, end, "\n" * is_open + "".join(new)))

    def _add(self, mapping: yaml.MappingNode, key: str, written: str) -> None:
        (first, value), (_, last) = mapping.value[0], mapping.value[-1]
        if mapping.flow_style:
            end = self._end(last)
            self.edits.append(Edit(end, end, f", {key}: {written}"))
            return
        place, margin = self._line_after(value), " " * first.start_mark.column
        self.edits.append(Edit(place, place, f"{margin}{key}:{_after_colon(written)}\n"))

    def _replace(self, node: yaml.Node, written: str) -> None:
        start = node.start_mark.index
        is_empty = self.text[start - 1 : start] == ":"
        self.edits.append(Edit(start, self._end(node), " " * is_empty + written))

    def _replace_list(self, mapping: yaml.MappingNode, key: str, written: str) -> None:
        start = self.text.index(":", _key(mapping, key).end_mark.index) + 1
        end = self._end(child(mapping, key))
        self.edits.append(Edit(start, end, _after_colon(written)))

    def _drop_lines(self, key: yaml.Node, value: yaml.Node) -> None:
        self.edits.append(Edit(self._line_start(key), self._line_after(value), ""))

    def _dash_column(self, node: yaml.Node) -> int:
        line = self.text[self._line_start(node) :]
        return len(line) - len(line.lstrip(" "))

    def _line_start(self, node: yaml.Node) -> int:
        return self.text.rfind("\n", 0, node.start_mark.index) + 1

    def _line_after(self, node: yaml.Node) -> int:
        end = self.text.find("\n", self._end(node))
        return len(self.text) if end < 0 else end + 1

    def _end(self, node: yaml.Node | None) -> int:
        """Where the node ends; what stands for its end is the next token, behind all comments."""
        if node is None:
            raise LookupError("no such node")
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        stretch = self.text[node.start_mark.index : node.end_mark.index]
        return int(node.start_mark.index) + len(stretch.rstrip())


def _pairs(node: yaml.Node | None) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from node.value


def _key(mapping: yaml.MappingNode, key: str) -> yaml.Node:
    return {node.value: node for node, _ in _pairs(mapping)}[key]


def _say(today: Sequence[yaml.Node], wanted: Sequence[tuple[str, Fields]], by: str) -> bool:
    """Whether the items of today are those that are wanted, with these texts."""
    return [text_of(child(node, by)) for node in today] == [
        identity for identity, _ in wanted
    ] and all(
        text_of(child(node, name)) == value
        for node, (_, fields) in zip(today, wanted, strict=True)
        for name, value in fields.items()
        if isinstance(value, str)
    )


def _after_colon(written: str) -> str:
    return written if written.startswith("\n") else f" {written}"


def _item(fields: Fields, column: int) -> str:
    """The item as lines without the last one's end."""
    lines = [f"{name}: {_written(value)}" for name, value in fields.items() if value]
    margin = " " * column
    return f"{margin}- " + f"\n{margin}  ".join(lines)


def _written(value: str | tuple[str, ...]) -> str:
    if isinstance(value, str):
        return _scalar(value)
    return f"[{', '.join(_scalar(item, in_list=True) for item in value)}]"


def _scalar(value: str, *, quoted: bool = False, in_list: bool = False) -> str:
    """The text as YAML: plain where everything that reads YAML takes that for just this text, else
    in double quotes; so is what has no letter, such as a phone number."""
    shape = [value] if in_list else value
    plain = yaml.safe_dump(shape, allow_unicode=True, width=10**6, default_flow_style=in_list)
    is_plain = plain.strip() == f"[{value}]" if in_list else plain == f"{value}\n...\n"
    is_plain = is_plain and any(map(str.isalpha, value))
    return value if is_plain and not quoted else json.dumps(value, ensure_ascii=False)
