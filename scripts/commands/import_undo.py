"""`import --undo`: takes the last import back."""

from collections.abc import Sequence
from pathlib import Path

import click

from commands.asking import agrees, can_ask
from newsroom.content.source import write_atomically
from newsroom.importing.writing.journal import Journals, imported_in
from newsroom.importing.writing.taking_back import Undoing, plan_of, take_back
from newsroom.text.numbers import format_count


def undo_last(folder: Path, journals: Journals, sources: Sequence[Path], *, dry_run: bool) -> int:
    """Take back what the last import wrote into the folder; the exit code."""
    if sources:
        raise click.UsageError(
            "--undo lấy lại cả lần nhập gần nhất, không nhận NGUỒN; hãy xóa tên tệp, thư mục đi."
        )
    journal = journals.last()
    if journal is None:
        click.echo(f"Không còn lần nhập nào vào {folder} để lấy lại.")
        return 1
    undoing = plan_of(folder, imported_in(journal))
    _tell(undoing)
    if dry_run:
        click.echo("Xem thử, chưa xóa tệp nào.")
        return 0
    if can_ask() and not agrees("Xóa các bài và ảnh ấy?"):
        click.echo("Chưa xóa tệp nào.")
        return 1
    take_back(folder, undoing, write_atomically)
    journal.unlink()
    click.echo("Đã lấy lại lần nhập gần nhất.")
    return 0


def _tell(undoing: Undoing) -> None:
    articles, pictures = len(undoing.articles), len(undoing.pictures)
    told = f"Lần nhập gần nhất: xóa {format_count(articles)} bài, {format_count(pictures)} ảnh"
    if undoing.restored:
        told += f", trả {format_count(len(undoing.restored))} bài về bản nháp"
    click.echo(f"{told}.")
    if undoing.changed:
        click.echo(f"Giữ lại {format_count(len(undoing.changed))} bài đã sửa sau khi nhập:")
    for path in undoing.changed:
        click.echo(f"  {path}")
