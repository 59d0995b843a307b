"""The schema declared once: the table for staff, the editor's JSON Schema, the scaffold."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from newsroom.content.editor import snippets
from newsroom.content.files import article_paths
from newsroom.content.newsroom import Newsroom
from newsroom.content.reader import ArticleReading
from newsroom.content.scaffold import scaffold
from newsroom.content.schema import FIELDS, example_of, field_table, json_schema
from newsroom.content.settings import read_settings

EXPECTED = {
    "title", "date", "updated", "category", "views", "summary", "image", "image_alt",
    "image_caption", "tags", "author", "source", "campaign", "quarter", "organization", "deadline",
    "event", "contact", "changes", "pinned", "pinned_until", "draft", "publish_at", "expires_at",
    "aliases", "attachments", "archive", "figures", "tasks", "task_updates",
}  # fmt: skip


class EditorLoader(yaml.SafeLoader):
    """YAML as an editor reads it (1.2): a date is text, `no` and `12:30` are text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if not tag.endswith((":timestamp", ":bool", ":int"))]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf")
)
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile("^[0-9]+$"), list("0123456789")
)


def front_matter(text: str) -> dict[str, Any]:
    """The front matter as the editor sees it."""
    fields: dict[str, Any] = yaml.load(text.split("---\n")[1], EditorLoader)  # noqa: S506
    return fields


def test_schema_has_the_fields_of_the_content_model() -> None:
    assert {field.name for field in FIELDS} == EXPECTED
    assert {field.name for field in FIELDS if field.required} == {"title", "date", "category"}


def test_table_has_one_row_a_field(newsroom: Newsroom) -> None:
    head, rule, *rows = field_table(newsroom).splitlines()

    assert [row.split("`")[1] for row in rows] == [field.name for field in FIELDS]
    assert {row.count(" |") for row in (head, rule, *rows)} == {5}
    assert "| `title` | có | một dòng chữ | Tiêu đề bài viết |" in rows[0]


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_example_of_every_field_is_right(
    newsroom: Newsroom,
    read: Callable[[str], ArticleReading],
    file_with: Callable[..., str],
    field: Any,
) -> None:
    needed = {"image_alt": "Mô tả", "organization": "Đơn vị", "views": "1", "quarter": "2023-Q1"}
    text = file_with({"category": "thong-bao", **needed, field.name: example_of(field, newsroom)})

    reading = read(text)

    assert [str(problem) for problem in reading.problems if problem.field == field.name] == []
    jsonschema.validate(front_matter(text), json_schema(newsroom))


def test_json_schema_is_one(newsroom: Newsroom) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema(newsroom))


@pytest.mark.sample
def test_every_sample_article_is_right_in_the_editor(root: Path) -> None:
    sample = read_settings(root / "mkdocs.yml").newsroom
    assert sample
    validator = jsonschema.Draft202012Validator(json_schema(sample))
    paths = list(article_paths(root / "articles"))

    faults = {
        path: [error.message for error in validator.iter_errors(front_matter(text))]
        for path in paths
        for text in [(root / "articles" / path).read_text(encoding="utf-8")]
    }

    assert len(paths) >= 48
    assert {path: found for path, found in faults.items() if found} == {}


@pytest.mark.parametrize(
    "bad",
    [{"date": "1/4/2023"}, {"category": "x"}, {"views": "-1"}, {"pinned": "có"}, {"tilte": "x"},
     {"quarter": "quý I"}, {"campaign": "x"}, {"tags": "a"}, {"aliases": "[x]"},
     {"attachments": "[{title: x}]"}, {"image": "/x.jpg"}, {"title": ""}],
)  # fmt: skip
def test_editor_marks_what_check_would_mark(
    newsroom: Newsroom, file_with: Callable[..., str], bad: dict[str, str]
) -> None:
    validator = jsonschema.Draft202012Validator(json_schema(newsroom))

    assert validator.is_valid(front_matter(file_with()))
    assert not validator.is_valid(front_matter(file_with(bad)))


def test_scaffold_is_a_draft_that_only_waits_for_its_text(
    newsroom: Newsroom, now: datetime, read: Callable[[str], ArticleReading]
) -> None:
    text = scaffold('  Phường "ra quân": đợt 2 # vui \\ ', "thong-bao", now, newsroom)

    reading = read(text)

    assert reading.problems == ()
    assert reading.article
    assert reading.article.title == 'Phường "ra quân": đợt 2 # vui \\'
    assert reading.article.draft
    assert reading.article.date == now
    for field in FIELDS:
        assert f"{field.name}: " in text


@pytest.mark.parametrize(
    "field", [field for field in FIELDS if not field.required], ids=lambda f: f.name
)
def test_comment_of_the_scaffold_becomes_a_field_when_its_mark_goes(
    newsroom: Newsroom, now: datetime, read: Callable[[str], ArticleReading], field: Any
) -> None:
    text = scaffold("Bài", "thong-bao", now, newsroom)
    text = text.replace(f"# {field.name}: ", f"{field.name}: ")

    assert not [p for p in read(text).problems if p.line is None or "không đọc được" in p.found]
    assert read(text).article


def test_snippets_offer_every_field_and_the_closed_lists(newsroom: Newsroom) -> None:
    offered = snippets(newsroom)

    assert {offered[f"Dòng {name}"]["prefix"] for name in EXPECTED} == EXPECTED
    assert offered["Dòng category"]["body"] == (
        "category: ${1|thong-bao,mat-tran-doan-the,tin-tuc-su-kien|}"
    )
    assert offered["Dòng pinned"]["body"] == "pinned: ${1|true,false|}"
    assert "\\}" in offered["Dòng attachments"]["body"]
    assert offered["Bài viết mới"]["body"][0] == "---"
