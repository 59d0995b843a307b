"""`compare`: which pages differ between two built sites, for whoever looks through a change."""

from pathlib import Path

import click

from commands.github import summarise
from commands.project import built_site
from newsroom.built.comparison import compare, told

_FOLDER = click.Path(path_type=Path)


@click.command("compare")
@click.argument("old", type=_FOLDER, metavar="TRANG_CŨ")
@click.argument("new", type=_FOLDER, metavar="TRANG_MỚI")
def command(old: Path, new: Path) -> int:
    """So hai bản dựng của trang web: trang nào mới, trang nào thay đổi, trang nào bị xóa."""
    report = told(compare(built_site(old), built_site(new)))
    click.echo(report)
    summarise(f"### Thay đổi này làm trang web khác đi thế nào\n\n{report}")
    return 0
