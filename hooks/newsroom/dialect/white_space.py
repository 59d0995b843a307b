"""White space at the start of lines."""


def indent_of(line: str) -> int:
    """How many columns a line is indented."""
    head = line[: len(line) - len(line.lstrip())]
    return len(head.expandtabs(4))


def without_indent(line: str, columns: int) -> str:
    """The line with so many columns less at its start, as far as it has them."""
    rest = line.lstrip()
    return " " * max(0, indent_of(line) - columns) + rest
