"""The documentation says what the program does: fields, commands, editor files."""

import json
import re
from pathlib import Path

import pytest

import commands
from newsroom.content.editor import snippets
from newsroom.content.newsroom import Newsroom
from newsroom.content.schema import field_table, json_schema
from newsroom.content.settings import read_settings

ROOT = Path(__file__).resolve().parents[1]
TABLE_STARTS = "<!-- bảng trường: bắt đầu -->"
TABLE_ENDS = "<!-- bảng trường: hết -->"


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
