"""The walls inside importing and search: each room imports only from those that stand before it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsroom

NEWSROOM = Path(newsroom.__file__).parent
ROOMS = {
    "importing": ("record", "text", "markup", "page", "writing"),
    "search": ("words", "format", "update"),
}
NEIGHBOURS = {
    "importing": {"text", "content", "importing"},
    "search": {"text", "content", "machine", "search"},
}


def _imports(path: Path) -> Iterator[list[str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("newsroom."):
            yield [*node.module.split(".")[1:], *(alias.name for alias in node.names)]


MODULES = [path for house in ROOMS for path in sorted((NEWSROOM / house).rglob("*.py"))]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(NEWSROOM).as_posix())
def test_room_imports_only_from_rooms_before_it(path: Path) -> None:
    house, *inner = path.relative_to(NEWSROOM).with_suffix("").parts
    order = ROOMS[house]
    for imported in _imports(path):
        assert imported[0] in NEIGHBOURS[house]
        if imported[0] == house:
            assert order.index(imported[1]) <= order.index(inner[0])


@pytest.mark.parametrize("house", ROOMS)
def test_every_file_stands_in_a_room(house: str) -> None:
    assert {p.stem for p in (NEWSROOM / house).iterdir()} <= {
        "__init__",
        "__pycache__",
        *ROOMS[house],
    }


def test_content_imports_nothing_of_search() -> None:
    paths = [*(NEWSROOM / "content").rglob("*.py"), *(NEWSROOM / "text").rglob("*.py")]

    assert not [path for path in paths for imported in _imports(path) if imported[0] == "search"]
