"""Completion in VS Code without any extension: Markdown snippets made from the schema."""

from typing import Any

from newsroom.content.newsroom import Newsroom
from newsroom.content.schema import FIELDS, Field


def snippets(newsroom: Newsroom) -> dict[str, Any]:
    """A snippet a field, with a list to choose from where the schema has a closed one, and one
    for a whole new article. Typing the field's name offers it."""
    fields = {
        f"Trường {field.name}": {
            "scope": "markdown,yaml",
            "prefix": field.name,
            "description": f"{field.meaning}. Ví dụ: {field.example}",
            "body": f"{field.name}: {_choice(field, newsroom)}",
        }
        for field in FIELDS
    }
    return {"Bài viết mới": _whole_article(newsroom), **fields}


def _whole_article(newsroom: Newsroom) -> dict[str, Any]:
    required = [field for field in FIELDS if field.required]
    lines = [f"{f.name}: {_choice(f, newsroom, place)}" for place, f in enumerate(required, 1)]
    return {
        "scope": "markdown,yaml",
        "prefix": "baiviet",
        "description": "Phần đầu của một bài viết mới",
        "body": ["---", *lines, "---", "", "$0"],
    }


def _choice(field: Field, newsroom: Newsroom, place: int = 1) -> str:
    options = field.kind.json_schema(newsroom).get("enum")
    if field.kind.json_schema(newsroom).get("type") == "boolean":
        options = ["true", "false"]
    if options:
        return f"${{{place}|{','.join(options)}|}}"
    return f"${{{place}:{_escaped(field.example)}}}"


def _escaped(text: str) -> str:
    for char in ("\\", "$", "}"):
        text = text.replace(char, "\\" + char)
    return text
