"""`check`: every problem of the articles, in Vietnamese, with its cure."""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from commands import ROOT
from commands.project import now
from newsroom.checks import check_articles
from newsroom.content.media import on_disk
from newsroom.content.newsroom import Newsroom
from newsroom.content.settings import FILE, read_settings
from newsroom.content.source import edited, write_atomically
from newsroom.problem import Problem

_ROUNDS = 2
"""One mending can uncover another: a date is understood once its letters are whole."""


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[TỆP]…")
@click.option("--fix", is_flag=True, help="Tự sửa những chỗ chắc chắn: ngày, số, mã, Unicode.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Cách in: cho người đọc, cho chương trình, cho GitHub.",
)
def command(paths: tuple[Path, ...], fix: bool, form: str) -> int:
    """Kiểm tra bài viết: phần đầu bài, ngày, ảnh, liên kết, bảng mã; cả mkdocs.yml và các trang
    trong docs.

    Không ghi TỆP nào thì kiểm tra tất cả. Mã thoát là 1 khi còn lỗi.
    """
    reading = read_settings(ROOT / FILE)
    if (newsroom := reading.newsroom) is None:
        _FORMS[form](reading.problems)
        return 1
    checked, problems = _check(newsroom, paths)
    fixed = 0
    for _ in range(_ROUNDS if fix else 0):
        fixed += _fix(problems)
        checked, problems = _check(newsroom, paths)
    _FORMS[form](problems)
    if form == "text":
        _summarise(checked, problems, fixed)
    return 1 if problems else 0


def _check(newsroom: Newsroom, paths: Sequence[Path]) -> tuple[int, list[Problem]]:
    report = check_articles(ROOT / newsroom.articles_dir, ROOT / "docs", newsroom, now())
    if not paths:
        return len(report.checked), list(report.problems)
    asked = [path.resolve() for path in paths]
    files = {*report.checked, *(problem.path for problem in report.problems)}
    checked = {shown for shown in files if _is_asked_for(ROOT / shown, asked)}
    if not checked:
        names = ", ".join(map(str, paths))
        raise click.UsageError(
            f"Không có bài viết nào ở {names} (bài nằm trong {newsroom.articles_dir})."
        )
    return len(checked), [p for p in report.problems if p.path in checked]


def _is_asked_for(file: Path, asked: Sequence[Path]) -> bool:
    return any(file == path or path in file.parents for path in asked)


def _fix(problems: Sequence[Problem]) -> int:
    """Make every edit that the problems carry; how many were made."""
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.edit:
            by_file[problem.path].append(problem)
    for path, fixable in by_file.items():
        file = on_disk(ROOT, path)
        edits = [problem.edit for problem in fixable if problem.edit]
        write_atomically(file, edited(file.read_bytes(), edits))
    return sum(map(len, by_file.values()))


def _as_text(problems: Sequence[Problem]) -> None:
    for problem in problems:
        click.echo(str(problem))


def _as_json(problems: Sequence[Problem]) -> None:
    rows = [
        {
            "path": p.path, "line": p.line, "field": p.field, "found": p.found, "cure": p.cure,
            "blocking": p.blocking, "fixable": p.edit is not None,
        }
        for p in problems
    ]  # fmt: skip
    click.echo(json.dumps(rows, ensure_ascii=False, indent=2))


def _as_annotations(problems: Sequence[Problem]) -> None:
    for p in problems:
        level = "error" if p.blocking else "warning"
        place = (
            f"file={_property(p.path)},line={p.line or 1},title={_property(p.field or 'Bài viết')}"
        )
        message = f"{p.found} {p.cure}".replace("%", "%25").replace("\n", "%0A")
        click.echo(f"::{level} {place}::{message}")


def _property(text: str) -> str:
    for char, code in (("%", "%25"), (":", "%3A"), (",", "%2C")):
        text = text.replace(char, code)
    return text


def _summarise(checked: int, problems: Sequence[Problem], fixed: int) -> None:
    if fixed:
        click.echo(f"Đã tự sửa {fixed} chỗ.")
    if not problems:
        click.secho(f"Đã kiểm tra {checked} bài: không còn lỗi nào.", fg="green")
        return
    files = len({problem.path for problem in problems})
    blocked = len({problem.path for problem in problems if problem.blocking})
    click.secho(
        f"Còn {len(problems)} lỗi trong {files} tệp; {blocked} bài chưa đăng được.", fg="red"
    )
    if any(problem.edit for problem in problems):
        click.echo("Một số lỗi tự sửa được: thêm --fix vào cuối lệnh.")


_FORMS: dict[str, Callable[[Sequence[Problem]], None]] = {
    "text": _as_text,
    "json": _as_json,
    "github": _as_annotations,
}
