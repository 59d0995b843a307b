"""The house keeps its walls: which room may import what, and how large a piece may grow."""

import ast
from collections.abc import Iterator
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


def _imports(path: Path) -> Iterator[str]:
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
