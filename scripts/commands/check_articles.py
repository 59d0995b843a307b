"""`check`: every problem of the articles, in Vietnamese, with its weight and its cure."""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

import click

from commands import ROOT
from commands.github import summarise
from commands.project import built_site, now
from commands.source_pictures import clean_pictures
from newsroom.built.weight import told, weigh
from newsroom.checks import Report, check_articles
from newsroom.checks.campaigns import campaign_problems, silent_campaigns
from newsroom.checks.mending import mended
from newsroom.content import telling
from newsroom.content.media import on_disk
from newsroom.content.newsroom import Newsroom
from newsroom.content.problem import Edit, Problem
from newsroom.content.reader import ArticleReader
from newsroom.content.settings import read_settings
from newsroom.content.settings_nodes import FILE
from newsroom.content.source import write_atomically
from newsroom.text.visible import visible

_ROUNDS = 6
"""One mending can uncover another: a date is understood once its letters are whole."""

_BY_HAND = "Hãy sửa tay theo từng dòng."


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[TỆP]…")
@click.option(
    "--fix",
    is_flag=True,
    help="Tự sửa những chỗ chắc chắn: ngày, số, mã, Unicode; bỏ nơi chụp khỏi ảnh.",
)
@click.option(
    "--size", is_flag=True, help="Cho biết trang đã dựng nặng bao nhiêu, theo loại và năm."
)
@click.option(
    "--blocking", is_flag=True, help="Chỉ báo lỗi chặn đăng; mã thoát chỉ tính những lỗi ấy."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Cách in: cho người đọc, cho chương trình, cho GitHub.",
)
def command(paths: tuple[Path, ...], fix: bool, size: bool, blocking: bool, form: str) -> int:
    """Kiểm tra bài viết: phần đầu bài, ngày, ảnh, liên kết, bảng mã; cả mkdocs.yml và các trang
    trong docs.

    Không ghi TỆP nào thì kiểm tra tất cả. Mã thoát là 1 khi còn lỗi.
    """
    if size:
        click.echo("\n".join(told(weigh(built_site(ROOT / "site")))))
        return 0
    reading = read_settings(ROOT / FILE)
    if (newsroom := reading.newsroom) is None:
        _FORMS[form](Report([], reading.problems, {}), "lỗi")
        return 1
    asked = [path.resolve() for path in paths]
    fixed = clean_pictures(ROOT / newsroom.articles_dir, newsroom.articles_dir, asked) if fix else 0
    report = _check(newsroom, paths)
    left = set[str]()
    for _ in range(_ROUNDS if fix else 0):
        made = _fix(report.problems, newsroom, left)
        if not made:
            break
        fixed += made
        report = _check(newsroom, paths)
    if blocking:
        report = replace(report, problems=[p for p in report.problems if p.blocking])
    if fixed and form == "text":
        click.echo(f"Đã tự sửa {fixed} chỗ.")
    for path in sorted(left) if form == "text" else ():
        click.echo(
            f"Để nguyên {visible(path)}: tự sửa thì bài mất chữ hoặc không đăng được. {_BY_HAND}"
        )
    _FORMS[form](report, f"lỗi {telling.BLOCKING}" if blocking else "lỗi")
    return 1 if report.problems else 0


def _check(newsroom: Newsroom, paths: Sequence[Path]) -> Report:
    report = check_articles(ROOT / newsroom.articles_dir, ROOT / "docs", newsroom, now())
    if not paths:
        given = ROOT / FILE, now().date()
        dates = campaign_problems(newsroom.campaigns.values(), *given)
        silent = silent_campaigns(newsroom.campaigns.values(), report.announced, *given)
        return replace(report, problems=[*report.problems, *dates, *silent])
    asked = [path.resolve() for path in paths]
    files = {*report.checked, *(problem.path for problem in report.problems)}
    checked = {shown for shown in files if _is_asked_for(ROOT / shown, asked)}
    if not checked:
        names = ", ".join(map(str, paths))
        raise click.UsageError(
            f"Không có bài viết nào ở {names} (bài nằm trong {newsroom.articles_dir})."
        )
    return report.of(checked)


def _is_asked_for(file: Path, asked: Sequence[Path]) -> bool:
    return any(file == path or path in file.parents for path in asked)


def _fix(problems: Sequence[Problem], newsroom: Newsroom, left: set[str]) -> int:
    """Make every edit that the problems carry, but in files that would lose by it, which are left;
    how many were made."""
    by_file: dict[str, list[Edit]] = defaultdict(list)
    for problem in problems:
        if problem.edit and problem.path not in left:
            by_file[problem.path].append(problem.edit)
    reader, made = ArticleReader(newsroom, now()), 0
    for path, edits in by_file.items():
        file = on_disk(ROOT, path)
        own = PurePosixPath(path).relative_to(newsroom.articles_dir)
        if (data := mended(reader, own, file.read_bytes(), edits)) is None:
            left.add(path)
            continue
        for new in (edit.needs for edit in edits):
            if new:
                write_atomically(file.parent / new.path, new.content)
        write_atomically(file, data)
        made += len(edits)
    return made


def _as_text(report: Report, told: str) -> None:
    problems, held = report.problems, telling.held_back(report.problems)
    for line in telling.by_file(problems):
        click.echo(line)
    if held:
        click.echo(telling.names_of_held_back(held))
    if problems:
        click.secho(telling.counted(problems), fg="red")
    else:
        click.secho(f"Đã kiểm tra {len(report.checked)} bài: không còn {told} nào.", fg="green")
    click.echo(_outcome(report))
    if any(problem.edit for problem in problems):
        click.echo("Một số lỗi tự sửa được: thêm --fix vào cuối lệnh.")


def _as_json(report: Report, _: str) -> None:
    rows = [
        {
            "path": p.path, "line": p.line, "field": p.field, "found": p.found, "cure": p.cure,
            "blocking": p.blocking, "fixable": p.edit is not None,
        }
        for p in report.problems
    ]  # fmt: skip
    text = json.dumps(rows, ensure_ascii=False, indent=2)
    # JSON leaves what a terminal obeys (U+009B) as it is.
    seen = (c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text)
    click.echo("".join(seen))


def _as_annotations(report: Report, _: str) -> None:
    for problem in report.problems:
        click.echo(telling.annotation(problem))
    summarise(telling.summary(report.problems, _outcome(report)))


def _outcome(report: Report) -> str:
    return telling.outcome(report.problems, report.published, report.hidden, report.held)


_FORMS: dict[str, Callable[[Report, str], None]] = {
    "text": _as_text,
    "json": _as_json,
    "github": _as_annotations,
}
