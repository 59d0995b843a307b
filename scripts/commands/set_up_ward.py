"""`setup`: make the portal a ward's own."""

import difflib
from collections.abc import Callable
from typing import Any

import click

from commands import ROOT
from commands.project import load_newsroom
from commands.setup_questions import Interview
from commands.setup_report import tell_next_steps, tell_plan, tell_start
from newsroom.content.settings_nodes import FILE
from newsroom.setup.answers import faults
from newsroom.setup.plan import Plan, Project, carry_out, planned, read_project
from newsroom.setup.settings_file import UneditableError

_OPTIONS = (
    ("--name", "TÊN", "Tên đầy đủ: Phường Hoa Sen, Xã Yên Mỹ …"),
    ("--city", "TÊN", "Tỉnh hoặc thành phố."),
    ("--district", "TÊN", "Quận, huyện, nếu còn ghi."),
    ("--address", "ĐỊA_CHỈ", "Địa chỉ trụ sở."),
    ("--phone", "SỐ", "Điện thoại."),
    ("--email", "THƯ", "Thư điện tử."),
    ("--working-hours", "GIỜ", "Giờ làm việc."),
    ("--site-name", "TÊN", "Tên trang; không ghi thì lấy theo tên đơn vị."),
    ("--site-description", "CÂU", "Một câu giới thiệu trang; không ghi thì lấy theo tên đơn vị."),
    ("--site-url", "ĐỊA_CHỈ", "Địa chỉ của trang trên mạng, nếu đã có."),
)


def _with_options(command: Callable[..., int]) -> Callable[..., int]:
    for name, metavar, words in reversed(_OPTIONS):
        command = click.option(name, metavar=metavar, help=words)(command)
    return command


@click.command("setup")
@_with_options
@click.option(
    "--section",
    "sections",
    multiple=True,
    metavar="MÃ_HOẶC_TÊN",
    help="Một chuyên mục; ghi nhiều lần được. Tên lạ là chuyên mục mới.",
)
@click.option(
    "--organization",
    "organizations",
    multiple=True,
    metavar="TÊN",
    help="Một đơn vị; ghi nhiều lần được.",
)
@click.option("--keep-sample", is_flag=True, help="Để nguyên các bài mẫu tại chỗ.")
@click.option("--dry-run", is_flag=True, help="Chỉ xem sẽ đổi những gì, không ghi tệp nào.")
@click.option(
    "--yes", is_flag=True, help="Không hỏi gì: lấy các tùy chọn, còn lại giữ như hiện nay."
)
def command(keep_sample: bool, dry_run: bool, yes: bool, **given: Any) -> int:
    """Làm thành cổng của đơn vị bạn: hỏi tên, địa chỉ, chuyên mục … rồi ghi vào mkdocs.yml.

    Không xóa gì: các bài mẫu được chuyển sang thư mục bai-mau. Chạy lại lần nữa để sửa câu trả
    lời. Chưa đồng ý ở bước cuối thì chưa có gì bị đổi.
    """
    project = read_project(ROOT, load_newsroom())
    interview = Interview(given, asks=not yes)
    if not yes:
        tell_start(project)
    plan = _plan(project, interview, keep_sample=keep_sample)
    tell_plan(project, plan)
    if dry_run:
        _show_difference(project, plan)
        return 0
    if not interview.agrees("Ghi những thay đổi này?"):
        click.echo("Chưa đổi gì cả.")
        return 1
    _carry_out(plan)
    tell_next_steps(plan)
    return 0


def _plan(project: Project, interview: Interview, *, keep_sample: bool) -> Plan:
    answers = interview.answers(project)
    if wrong := list(faults(answers)):
        lines = [f"--{name.replace('_', '-')}: {fault}" for name, fault in wrong]
        raise click.UsageError("\n".join(lines))
    is_moving = bool(project.files.untouched) and not keep_sample
    is_moving = is_moving and interview.agrees_to_move(project)
    try:
        return planned(project, answers, moves_sample=is_moving)
    except UneditableError as fault:
        raise click.ClickException(
            f"mkdocs.yml viết theo cách mà máy không sửa được ({fault}). Không tệp nào bị đổi. "
            "Hãy nhờ kỹ thuật viên sửa khối extra.newsroom bằng tay, rồi chạy lệnh editor."
        ) from fault


def _carry_out(plan: Plan) -> None:
    try:
        carry_out(plan)
    except OSError as fault:
        raise click.ClickException(
            f"Không ghi hay chuyển được {fault.filename or 'một tệp'} ({fault.strerror}). Mọi tệp "
            "đã trở lại như cũ. Hãy đóng chương trình đang mở tệp ấy rồi chạy lại."
        ) from fault


def _show_difference(project: Project, plan: Plan) -> None:
    new = dict(plan.files)[project.folder / FILE]
    before, after = (data.decode().splitlines() for data in (project.data, new))
    click.echo(f"\n{FILE}, dòng bỏ (-) và dòng thêm (+):")
    for line in difflib.unified_diff(before, after, n=0, lineterm=""):
        if not line.startswith(("---", "+++", "@@")):
            click.echo(line)
    click.echo("Chỉ xem thử: chưa đổi gì cả.")
