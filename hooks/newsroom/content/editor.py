"""What the schema gives whoever writes articles: completion in VS Code without any extension, by
Markdown snippets, and the table of fields in the README of the articles."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsroom.content.files import README
from newsroom.content.newsroom import Newsroom
from newsroom.content.schema import FIELDS, Field, example_of, field_table, json_schema
from newsroom.content.source import EncodingFault, decode

FOLDER = ".vscode"
TABLE_STARTS = "<!-- bảng dòng: bắt đầu -->"
TABLE_ENDS = "<!-- bảng dòng: hết -->"


def editor_files(project: Path, newsroom: Newsroom) -> Iterator[tuple[str, bytes]]:
    """The files that follow the settings: the path of each below the project, and its bytes."""
    yield f"{FOLDER}/article.schema.json", _json(json_schema(newsroom))
    yield f"{FOLDER}/articles.code-snippets", _json(snippets(newsroom))
    readme = f"{newsroom.articles_dir}/{README}"
    if (project / readme).is_file():
        text = decode((project / readme).read_bytes())
        if not isinstance(text, EncodingFault) and (new := _with_table(text, newsroom)):
            yield readme, new.encode()


def _json(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _with_table(text: str, newsroom: Newsroom) -> str | None:
    """The README with the table between its two marks; None where it has no such place."""
    before, starts, rest = text.partition(TABLE_STARTS)
    _, ends, after = rest.partition(TABLE_ENDS)
    if not starts or not ends:
        return None
    return f"{before}{starts}\n\n{field_table(newsroom)}\n\n{ends}{after}"


def snippets(newsroom: Newsroom) -> dict[str, Any]:
    """A snippet a field, with a list to choose from where the schema has a closed one, and one
    for a whole new article. Typing the field's name offers it."""
    fields = {
        f"Dòng {field.name}": {
            "scope": "markdown,yaml",
            "prefix": field.name,
            "description": f"{field.meaning}. Ví dụ: {example_of(field, newsroom)}",
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
    return f"${{{place}:{_escaped(example_of(field, newsroom))}}}"


def _escaped(text: str) -> str:
    for char in ("\\", "$", "}"):
        text = text.replace(char, "\\" + char)
    return text
