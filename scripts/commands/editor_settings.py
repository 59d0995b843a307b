"""`editor`: completion and checking of front matter in VS Code, made from the schema."""

import json
from typing import Any

import click

from commands import ROOT
from commands.project import load_newsroom
from newsroom.content.editor import snippets
from newsroom.content.schema import json_schema
from newsroom.content.source import write_atomically

FOLDER = ROOT / ".vscode"


@click.command("editor")
def command() -> int:
    """Cập nhật gợi ý của VS Code sau khi sửa chuyên mục, phong trào trong mkdocs.yml."""
    newsroom = load_newsroom()
    _write("article.schema.json", json_schema(newsroom))
    _write("articles.code-snippets", snippets(newsroom))
    click.echo("Đã cập nhật gợi ý của VS Code.")
    return 0


def _write(name: str, content: dict[str, Any]) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    write_atomically(FOLDER / name, text.encode())
