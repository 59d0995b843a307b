"""`verify`: a quick walk of the built site, before it is published."""

from collections.abc import Sequence
from pathlib import Path

import click

from commands import ROOT
from commands.github import summarise
from commands.project import built_site
from newsroom.built.walk import Walk, walk
from newsroom.content import telling
from newsroom.content.host import SITE_LIMIT
from newsroom.content.problem import Problem
from newsroom.text.numbers import format_count, format_size
from newsroom.text.visible import visible


@click.command("verify")
@click.argument(
    "site",
    type=click.Path(path_type=Path),
    default=ROOT / "site",
    metavar="[THƯ_MỤC]",
)
@click.option("--blocking", is_flag=True, help="Chỉ báo hỏng khi trang không thể đăng như thế.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github"]),
    default="text",
    show_default=True,
    help="Cách in: cho người đọc, cho GitHub.",
)
def command(site: Path, blocking: bool, form: str) -> int:
    """Kiểm tra trang web đã dựng: liên kết, ảnh, trang trống, dung lượng.

    Không ghi THƯ_MỤC thì kiểm tra thư mục site. Mã thoát là 1 khi có chỗ hỏng.
    """
    found = walk(built_site(site))
    is_github = form == "github"
    (_to_github if is_github else _as_text)(found.problems)
    if found.is_nearly_full:
        _warn_of_size(found, is_github=is_github)
    _conclude(found)
    grave = [problem for problem in found.problems if problem.blocking]
    return 1 if (grave if blocking else found.problems) else 0


def _as_text(problems: Sequence[Problem]) -> None:
    for problem in problems:
        click.echo(f"{telling.severity(problem)}: {visible(str(problem))}")


def _to_github(problems: Sequence[Problem]) -> None:
    for problem in problems:
        level, weight = "error" if problem.blocking else "warning", telling.severity(problem)
        click.echo(telling.workflow_command(level, str(problem), title=weight))
    if problems:
        summarise(f"### Kiểm tra trang web đã dựng\n\n{telling.rows(problems)}")


def _warn_of_size(found: Walk, *, is_github: bool) -> None:
    message = (
        f"Trang web nặng {format_size(found.size)}, sắp đến giới hạn "
        f"{format_size(SITE_LIMIT)} của GitHub Pages. Hãy thu nhỏ ảnh và tệp đính kèm."
    )
    if is_github:
        click.echo(telling.workflow_command("warning", message, title="Dung lượng"))
    else:
        click.secho(message, fg="yellow")


def _conclude(found: Walk) -> None:
    seen = (
        f"Đã kiểm tra {format_count(found.pages)} trang, {format_count(found.files)} tệp, "
        f"{format_size(found.size)}: "
    )
    if not found.problems:
        click.secho(f"{seen}không có chỗ hỏng nào.", fg="green")
        return
    grave = sum(problem.blocking for problem in found.problems)
    slight = len(found.problems) - grave
    click.secho(f"{seen}{grave} lỗi chặn đăng, {slight} chỗ nên sửa.", fg="red")
