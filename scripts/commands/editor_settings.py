"""`editor`: completion and checking of front matter in VS Code, made from the schema."""

import click

from commands import ROOT
from commands.project import load_newsroom
from newsroom.content.editor import editor_files
from newsroom.content.source import write_atomically


@click.command("editor")
def command() -> int:
    """Cập nhật gợi ý của VS Code và bảng các dòng của phần đầu bài sau khi sửa mkdocs.yml."""
    for path, content in editor_files(ROOT, load_newsroom()):
        write_atomically(ROOT / path, content)
    click.echo("Đã cập nhật gợi ý của VS Code.")
    return 0
