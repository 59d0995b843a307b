"""The house keeps its walls: which room may import what, and how large a piece may grow."""

import ast
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest

import commands
import newsroom

ROOT = Path(__file__).resolve().parents[1]
NEWSROOM = ROOT / "hooks" / "newsroom"
SITE = NEWSROOM / "site"

MAX_LINES_IN_FILE = 250
MAX_LINES_IN_FUNCTION = 40


def _python_files(*folders: Path) -> list[Path]:
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


@cache
def _imports(path: Path) -> tuple[str, ...]:
    return tuple(_each_import(path))


def _each_import(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""


def _roots(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in _imports(path)}


def test_program_that_is_tested_is_the_one_beside_the_tests() -> None:
    """And not another checkout's that is installed in the same environment."""
    assert Path(newsroom.__file__).is_relative_to(ROOT)
    assert Path(commands.__file__).is_relative_to(ROOT)


FLOORS = (
    {"text", "machine"},
    {"quick_markdown", "dialect"},
    {"content"},
    {"build", "setup"},
    {"catalogue", "search", "pictures"},
    {"display", "importing"},
    {"checks", "built"},
    {"site"},
)
"""The rooms of hooks/newsroom from the ground up; a room imports from floors below its own."""
IMPORTS = {
    "text": set[str](),
    "machine": set[str](),
    "quick_markdown": {"machine"},
    "dialect": {"text"},
    "content": {"text", "machine", "quick_markdown"},
    "build": {"machine"},
    "importing": {"text", "content", "pictures"},
    "setup": {"text", "content"},
    "catalogue": {"text", "machine", "content", "build"},
    "search": {"text", "machine"},
    "pictures": {"machine", "content", "build"},
    "display": {"text", "machine", "content", "build", "catalogue"},
    "checks": {"text", "content", "catalogue", "display", "pictures"},
    "built": {"text", "machine", "content", "build"},
    "site": {"text", "machine", "quick_markdown", "content", "build", "catalogue", "search",
             "pictures", "display"},
}  # fmt: skip
"""What each room imports. An arrow that is not here is a decision to be made; one that nobody
needs any more is taken out."""
WITHIN = {
    "importing": ({"record.py"}, {"text"}, {"markup"}, {"page"}, {"formats"}, {"writing"}),
    "search": ({"words"}, {"format"}, {"update"}),
    "site": ({"mkdocs"}, {"html", "theme"}, {"pages"}, {"run"}),
}
"""The floors within a room that has rooms of its own."""


def _arrows(folder: Path, package: str) -> set[tuple[str, str]]:
    """Who imports from whom, among the rooms of a folder that is the package."""
    found = {
        (path.relative_to(folder).parts[0], _room(folder, name.removeprefix(f"{package}.")))
        for path in _python_files(folder)
        for name in _imports(path)
        if name.startswith(f"{package}.")
    }
    return {(one, other) for one, other in found if one != other}


def _room(folder: Path, module: str) -> str:
    """Its room, or its file where it stands in none."""
    first = module.partition(".")[0]
    return first if (folder / first).is_dir() else f"{first}.py"


def _upwards(arrows: set[tuple[str, str]], floors: Sequence[set[str]]) -> set[tuple[str, str]]:
    floor = {room: number for number, rooms in enumerate(floors) for room in rooms}
    return {(one, other) for one, other in arrows if floor[one] <= floor[other]}


def test_every_room_is_installed() -> None:
    """pyproject.toml names them one by one: to find them by their folder would let a hook, which is
    none of the package, be imported by its bare name."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    rooms = {path.parent.relative_to(NEWSROOM.parent) for path in NEWSROOM.rglob("__init__.py")}

    assert set(settings["tool"]["setuptools"]["packages"]) == {".".join(r.parts) for r in rooms}


def test_rooms_import_just_what_the_table_says() -> None:
    table = {(room, other) for room, others in IMPORTS.items() for other in others}

    assert _arrows(NEWSROOM, "newsroom") == table
    assert _upwards(table, FLOORS) == set()


@pytest.mark.parametrize("room", WITHIN)
def test_rooms_within_a_room_have_floors_too(room: str) -> None:
    assert _upwards(_arrows(NEWSROOM / room, f"newsroom.{room}"), WITHIN[room]) == set()


@pytest.mark.parametrize("room", sorted(path.name for path in NEWSROOM.iterdir() if path.is_dir()
                                        and path.name != "__pycache__"))  # fmt: skip
def test_no_files_import_each_other_in_a_circle(room: str) -> None:
    """What a function imports when it runs counts, too."""
    graph = {
        ".".join(("newsroom", *path.relative_to(NEWSROOM).with_suffix("").parts)): {
            name for name in _imported_modules(path) if name.startswith(f"newsroom.{room}.")
        }
        for path in _python_files(NEWSROOM / room)
    }
    with suppress(StopIteration):
        circle = next(filter(None, (_circle(graph, name, ()) for name in graph)))
        pytest.fail(" → ".join(circle))


def _imported_modules(path: Path) -> Iterator[str]:
    """The modules that a file imports from, those after `from package import` among them; what is
    imported for its types only does not count."""
    for node in _nodes_but_types(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _nodes_but_types(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    yield node
    for child in ast.iter_child_nodes(node):
        yield from _nodes_but_types(child)


def _circle(graph: dict[str, set[str]], name: str, on_the_way: tuple[str, ...]) -> tuple[str, ...]:
    if name in on_the_way:
        return (*on_the_way[on_the_way.index(name) :], name)
    for other in graph.get(name, ()):
        if found := _circle(graph, other, (*on_the_way, name)):
            return found
    return ()


REMEMBERED = {"hooks/builds.py": {"_builds"}}
"""MkDocs hands no object to on_shutdown, so what it ends is remembered there."""


@pytest.mark.parametrize("path", _python_files(ROOT / "hooks", ROOT / "scripts"),
                         ids=lambda p: p.relative_to(ROOT).as_posix())  # fmt: skip
def test_nothing_at_module_level_is_changed_by_a_function(path: Path) -> None:
    """A list, set or table there is written once: no function alters it or takes its name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    altered = set(_altered(tree)) & names
    assert altered <= REMEMBERED.get(path.relative_to(ROOT).as_posix(), set())


def _altered(tree: ast.AST) -> Iterator[str]:
    """The names that some statement changes the value of, in place or by `global`."""
    changing = {"append", "add", "update", "extend", "clear", "pop", "setdefault", "insert",
                "remove", "discard", "popitem"}  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            yield from node.names
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in changing and isinstance(node.func.value, ast.Name):
                yield node.func.value.id
        elif isinstance(node, ast.Assign | ast.AugAssign | ast.Delete):
            targets = [node.target] if isinstance(node, ast.AugAssign) else node.targets
            for target in targets:
                if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name):
                    yield target.value.id


DOMAIN = [path for path in _python_files(NEWSROOM) if SITE not in path.parents]
HOOKS = sorted((ROOT / "hooks").glob("*.py"))
SCRIPTS = _python_files(ROOT / "scripts")


@pytest.mark.parametrize("path", DOMAIN, ids=lambda p: p.relative_to(NEWSROOM).as_posix())
def test_domain_knows_no_mkdocs_and_no_console(path: Path) -> None:
    assert not _roots(path) & {"mkdocs", "material", "click", "rich", "commands"}
    assert not any(name.startswith("newsroom.site") for name in _imports(path))


@pytest.mark.parametrize("path", DOMAIN, ids=lambda p: p.relative_to(NEWSROOM).as_posix())
def test_domain_reads_no_clock_prints_nothing_and_knows_no_working_directory(path: Path) -> None:
    calls = {
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    forbidden = {"print", "datetime.now", "date.today", "time.time", "Path.cwd", "os.getcwd"}
    assert not calls & forbidden


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_scripts_do_not_import_mkdocs(path: Path) -> None:
    assert "mkdocs" not in _roots(path)


def test_the_launcher_needs_only_the_standard_library() -> None:
    import sys

    assert _roots(ROOT / "scripts" / "portal.py") - {"commands"} <= sys.stdlib_module_names


@pytest.mark.parametrize("path", HOOKS, ids=lambda p: p.name)
def test_hook_file_has_only_events_and_at_most_two_helpers(path: Path) -> None:
    functions = [
        node.name
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
    ]
    helpers = [name for name in functions if not name.startswith("on_")]
    assert all(name.startswith("_") for name in helpers)
    assert len(helpers) <= 2
    assert len(functions) > len(helpers)


@pytest.mark.parametrize("path", HOOKS, ids=lambda p: p.name)
def test_hook_file_shadows_no_library(path: Path) -> None:
    """hooks/ is first on the path while a hook loads."""
    import sys

    assert path.stem not in sys.stdlib_module_names
    assert path.stem not in {"mkdocs", "markdown", "material", "jinja2", "yaml", "click", "rich"}


@pytest.mark.parametrize("path", _python_files(ROOT / "hooks", ROOT / "scripts"),
                         ids=lambda p: p.relative_to(ROOT).as_posix())  # fmt: skip
def test_no_file_is_two_things_and_no_function_needs_a_scroll(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MAX_LINES_IN_FILE
    assert ast.get_docstring(ast.parse(text)), f"{path} does not say what it is"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= MAX_LINES_IN_FUNCTION, f"{path}: {node.name} has {length} lines"


@pytest.mark.parametrize("path", _python_files(ROOT / "hooks", ROOT / "scripts", ROOT / "tests"),
                         ids=lambda p: p.relative_to(ROOT).as_posix())  # fmt: skip
def test_every_text_file_is_opened_with_its_encoding(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if name in {"read_text", "write_text"}:
            named = any(keyword.arg == "encoding" for keyword in node.keywords)
            assert named, f"{path}:{node.lineno} names no encoding"
