"""The documentation says what the program does: fields, commands, editor files."""

import json
import os
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath

import pytest

import commands
from newsroom.checks.figures import number_problems
from newsroom.content.editor import snippets
from newsroom.content.front_matter import FrontMatter, read_front_matter
from newsroom.content.newsroom import Newsroom
from newsroom.content.reader import ArticleReader
from newsroom.content.schema import field_table, json_schema
from newsroom.content.settings import read_settings
from newsroom.text.dates import VIETNAM

ROOT = Path(__file__).resolve().parents[1]
TABLE_STARTS = "<!-- bảng dòng: bắt đầu -->"
TABLE_ENDS = "<!-- bảng dòng: hết -->"


@pytest.fixture(scope="module")
def newsroom() -> Newsroom:
    """The newsroom of the repository."""
    found = read_settings(ROOT / "mkdocs.yml").newsroom
    assert found
    return found


@pytest.mark.sample
def test_table_of_fields_is_the_schemas(newsroom: Newsroom) -> None:
    text = (ROOT / "articles" / "README.md").read_text(encoding="utf-8")
    assert text.count(TABLE_STARTS) == text.count(TABLE_ENDS) == 1

    table = text.split(TABLE_STARTS)[1].split(TABLE_ENDS)[0]

    assert table.strip() == field_table(newsroom)


@pytest.mark.sample
def test_examples_of_figures_and_tasks_are_right(newsroom: Newsroom) -> None:
    text = (ROOT / "articles" / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n((?:figures|task_updates):.*?)```", text, re.DOTALL)
    front = "title: Sơ kết\ndate: 2023-06-30\ncategory: thong-bao\nquarter: 2023-Q2\n"
    file = f"---\n{front}organization: Đoàn\n{''.join(blocks)}---\n\nNội dung.\n"
    now = datetime(2024, 1, 1, tzinfo=VIETNAM)

    reading = ArticleReader(newsroom, now).read(PurePosixPath("2023/a.md"), file.encode())

    assert reading.article
    assert (len(blocks), reading.problems) == (2, ())
    assert len(reading.article.figures) == 5
    parts = read_front_matter(file)
    assert isinstance(parts, FrontMatter)
    assert list(number_problems("a.md", parts, reading.article)) == []


@pytest.mark.parametrize("name", commands._MODULES)
def test_every_command_stands_in_the_readme(name: str) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    assert re.search(rf"(?:scripts/portal\.py |`){name}\b", text)


@pytest.mark.sample
def test_schema_of_the_editor_is_up_to_date(newsroom: Newsroom) -> None:
    written = (ROOT / ".vscode" / "article.schema.json").read_text(encoding="utf-8")

    assert written == json.dumps(json_schema(newsroom), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.sample
def test_snippets_of_the_editor_are_up_to_date(newsroom: Newsroom) -> None:
    written = (ROOT / ".vscode" / "articles.code-snippets").read_text(encoding="utf-8")

    assert written == json.dumps(snippets(newsroom), ensure_ascii=False, indent=2) + "\n"


PROSE = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs" / "decisions").glob("*.md")]
PROGRAM = [
    path
    for folder in ("hooks", "scripts", "tests", "docs/overrides", "docs/javascripts")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".js", ".html"} and "node_modules" not in path.parts
]
OF_OTHERS = {"base.html"}
"""The theme's own template."""
EXAMPLES = {
    "articles/2023/x.md",
    "docs/overrides/newsroom/partials/header.html",
    "docs/stylesheets/header.css",
}
"""What a reader is to write."""
NAMED = re.compile(r"(?<![\w./'\"{}-])[a-z_]+/[\w/.-]*\w\.py\b")
"""A file of ours as prose names it, not a part of a program."""
KINDS = "py|html|js|yml|yaml|json|toml|md|css"


def _files() -> Iterator[str]:
    """The paths of the repository's files and folders, those apart that nobody wrote."""
    for folder, folders, names in os.walk(ROOT):
        made = {"node_modules", "site", ".venv", ".cache", ".git"} if folder == str(ROOT) else set()
        folders[:] = [
            name for name in folders if name not in made | {"node_modules", "__pycache__"}
        ]
        for name in names:
            yield (Path(folder) / name).relative_to(ROOT).as_posix()


@pytest.fixture(scope="module")
def paths() -> set[str]:
    """Every way in which a file can be named: its path, whole or from some folder on."""
    parts = [path.split("/") for path in _files()]
    return {"/".join(path[start:]) for path in parts for start in range(len(path))}


@pytest.mark.parametrize("document", PROSE, ids=lambda path: path.name)
def test_documents_name_files_that_are_there(document: Path, paths: set[str]) -> None:
    spans = re.findall(r"`([^`\n]+)`", document.read_text(encoding="utf-8"))
    named = {span for span in spans if re.fullmatch(rf"[\w.][\w./-]*\.({KINDS})", span)}

    assert named - paths - OF_OTHERS - EXAMPLES == set()


@pytest.mark.parametrize("document", PROSE, ids=lambda path: path.name)
def test_documents_link_to_files_that_are_there(document: Path) -> None:
    links = [link for link in _links(document) if (document.parent / link).parent != ROOT / "docs"]

    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.sample
@pytest.mark.parametrize("document", PROSE, ids=lambda path: path.name)
def test_documents_link_to_pages_of_the_sample_that_are_there(document: Path) -> None:
    """A ward may do without any of them."""
    pages = [link for link in _links(document) if (document.parent / link).parent == ROOT / "docs"]

    assert [page for page in pages if not (document.parent / page).exists()] == []


def _links(document: Path) -> list[str]:
    return re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))


def test_program_names_files_and_decisions_that_are_there(paths: set[str]) -> None:
    """In its docstrings and comments."""
    decisions = {int(path.name[:4]) for path in (ROOT / "docs" / "decisions").glob("0*.md")}
    lost = []
    for path in PROGRAM:
        text = path.read_text(encoding="utf-8")
        named = set(NAMED.findall(text))
        lost += [(path.relative_to(ROOT).as_posix(), name) for name in named - paths]
        numbers = set(map(int, re.findall(r"\bdecision (\d+)", text)))
        lost += [(path.name, f"decision {number}") for number in numbers - decisions]
    assert not lost, "\n".join(f"{path}: {name}" for path, name in lost)


QUOTED_OTHERWISE = re.compile(r"«(?=\w)[^«»\n]*[\w.…?!]»")
"""Marks of another tradition; alone such a sign is a chevron or a letter of an old font."""
OF_THE_PROGRAM = ("hooks/", "scripts/", "tests/", "docs/decisions/")
WITH_WORDS = (".py", ".md", ".txt", ".yml", ".po", ".json")


def test_quotations_have_the_marks_of_vietnamese_print() -> None:
    ours = [path for path in _files() if path.startswith(OF_THE_PROGRAM) or "/" not in path]
    found = [
        (path, quotation)
        for path in [*ours, "articles/README.md"]
        if path.endswith(WITH_WORDS)
        for quotation in QUOTED_OTHERWISE.findall((ROOT / path).read_text(encoding="utf-8"))
    ]
    assert found == []
