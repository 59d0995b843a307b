"""`import`: bring articles of the old portal into the articles folder."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from commands import ROOT
from commands.asking import can_ask
from commands.import_report import Report
from commands.import_sections import asked_for, given_map
from commands.import_undo import undo_last
from commands.project import load_newsroom, now
from newsroom.content.newsroom import Newsroom, Section
from newsroom.content.source import write_atomically
from newsroom.importing.formats.source_files import SourceFiles, look_through
from newsroom.importing.writing.importer import Importer, Outcome, Status
from newsroom.importing.writing.journal import Journals
from newsroom.importing.writing.sections import nearest_sections
from newsroom.importing.writing.summary import unknown_sections
from newsroom.text.numbers import format_count

_JOURNALS = Path(".cache", "import")
_A_STRETCH = 1000
"""Files between two lines of progress, where there is no terminal to draw a bar on."""
_BAD = (Status.FAILED, Status.DRAFT)
_SAME_AGAIN = (Status.KNOWN, Status.LEFT_OUT, Status.FAILED)


@click.command("import")
@click.argument("sources", nargs=-1, metavar="NGUỒN…", type=click.Path(path_type=Path))
@click.option(
    "--into", metavar="THƯ_MỤC", type=click.Path(path_type=Path),
    help="Thư mục nhận bài; không ghi thì là thư mục articles của cổng.",
)  # fmt: skip
@click.option("--category", metavar="MÃ", help="Chuyên mục cho bài không nhận ra chuyên mục.")
@click.option(
    "--map", "maps", multiple=True, metavar='"TÊN CŨ=MÃ"',
    help="Chuyên mục cũ là chuyên mục nào; viết được nhiều lần, hoặc chỉ một tệp CSV hai cột.",
)  # fmt: skip
@click.option(
    "--archive", default="", metavar='"TÊN"',
    help='Bài của đơn vị đã sáp nhập: ghi trên đầu mỗi bài, ví dụ "Phường X (trước 7/2025)".',
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Chỉ xem thử kết quả, không ghi tệp nào.")
@click.option("--undo", is_flag=True, help="Lấy lại lần nhập gần nhất; bài đã sửa thì giữ.")
def command(
    sources: tuple[Path, ...],
    into: Path | None,
    category: str | None,
    maps: tuple[str, ...],
    archive: str,
    dry_run: bool,
    undo: bool,
) -> int:
    """Nhập bài từ cổng tin cũ của phường.

    NGUỒN là tệp chữ chép từ cổng cũ (.txt), trang đã lưu bằng trình duyệt (.html, kèm thư mục
    ảnh _files, hoặc .mht), tệp Word (.docx, .rtf), LibreOffice (.odt), PDF, tệp xuất của WordPress,
    nguồn tin RSS, Atom (.xml), JSON Feed, hoặc thư mục chứa chúng. Bài đã có thì bỏ qua; tệp lỗi
    được nêu lý do, không cản tệp khác. Dừng giữa chừng thì chạy lại lệnh ấy để nhập tiếp.
    """
    newsroom = load_newsroom()
    folder = into or ROOT / newsroom.articles_dir
    journals = Journals.of(ROOT / _JOURNALS, folder)
    if undo:
        return undo_last(folder, journals, sources, dry_run=dry_run)
    _refuse_missing(sources)
    found, console = look_through(sources), Console()
    report = Report(console, sources)
    if not found.files:
        return _tell_nothing(report, found)
    importer = Importer(
        newsroom=newsroom,
        folder=folder,
        now=now(),
        write=_write_nothing if dry_run else write_atomically,
        section=_section(category, newsroom),
        given=given_map(maps, newsroom.sections),
        asks=can_ask() and not dry_run,
        archive=" ".join(archive.split()),
        journals=None if dry_run else journals,
    )
    run = _run(importer, found.files, console)
    _tell(run, importer, report, found, dry_run=dry_run)
    return 1 if run.is_cut_off or any(one.status in _BAD for one in run.outcomes) else 0


@dataclass(frozen=True, slots=True)
class _Run:
    """What became of the files; is_cut_off: whether somebody stopped it (Ctrl+C)."""

    outcomes: Sequence[Outcome]
    is_cut_off: bool = False


def _run(importer: Importer, files: Sequence[Path], console: Console) -> _Run:
    """Import the files; those of unknown sections once more, when staff have said where they go."""
    outcomes: list[Outcome] = []
    try:
        outcomes += _imported(importer, files, console)
        waiting = [one for one in outcomes if one.status is Status.ASKS]
        if waiting:
            names = unknown_sections(waiting)
            names.pop("", None)
            importer.given = {**importer.given, **asked_for(names, importer.newsroom.sections)}
            importer.asks = False
            outcomes[:] = [one for one in outcomes if one.status is not Status.ASKS]
            sources = list(dict.fromkeys(one.source for one in waiting))
            told = {(one.source, one.of) for one in outcomes}
            again = _imported(importer, sources, console)
            # The others of a file of many were told when it was read first.
            outcomes += (
                one for one in again
                if one.status not in _SAME_AGAIN or (one.source, one.of) not in told
            )  # fmt: skip
    except (KeyboardInterrupt, click.Abort):
        return _Run(outcomes, is_cut_off=True)
    importer.end()
    return _Run(outcomes)


def _imported(importer: Importer, files: Sequence[Path], console: Console) -> Iterator[Outcome]:
    """One outcome after another, so that those before an interruption are known."""
    for file in _tracked(files, console):
        for number, outcome in enumerate(importer.import_articles(file), 1):
            if number % _A_STRETCH == 0:
                console.print(f"{file.name}: đã đọc {format_count(number)} bài.")
            yield outcome


def _tracked(files: Sequence[Path], console: Console) -> Iterable[Path]:
    if len(files) == 1:
        yield from files
    elif console.is_terminal:
        columns = (
            TextColumn("Đang nhập"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=console, transient=True) as progress:
            yield from progress.track(files)
    else:
        for number, file in enumerate(files):
            if number and number % _A_STRETCH == 0:
                console.print(f"Đã đọc {format_count(number)}/{format_count(len(files))} tệp.")
            yield file


def _tell(
    run: _Run,
    importer: Importer,
    report: Report,
    found: SourceFiles,
    *,
    dry_run: bool,
) -> None:
    report.files(run.outcomes)
    report.sections(run.outcomes, importer.newsroom.sections)
    report.passed_over(found)
    if not dry_run:
        report.table(run.outcomes, ROOT)
    done = "Xem thử, chưa ghi tệp nào" if dry_run else f"Vào thư mục {importer.folder}"
    report.counts(run.outcomes, done)
    if run.is_cut_off:
        click.echo(
            "Đã dừng giữa chừng. Bài đã nhập vẫn còn; chạy lại lệnh ấy để nhập tiếp, hoặc chạy "
            "import --undo để lấy lại."
        )


def _tell_nothing(report: Report, found: SourceFiles) -> int:
    report.passed_over(found)
    click.echo("Không có tệp nào đọc được (.txt, .html, .docx, .xml …) ở nơi đã chỉ.")
    return 1


def _refuse_missing(sources: Sequence[Path]) -> None:
    if not sources:
        raise click.UsageError("Chưa ghi NGUỒN: tệp hoặc thư mục có bài cần nhập.")
    for source in sources:
        if not source.exists():
            raise click.UsageError(
                f"Không có tệp hay thư mục “{source}”. Hãy kiểm tra lại đường dẫn."
            )


def _section(typed: str | None, newsroom: Newsroom) -> Section | None:
    if typed is None or typed in newsroom.sections:
        return newsroom.sections[typed] if typed else None
    near = nearest_sections(typed, newsroom.sections) or list(newsroom.sections.values())
    proposal = ", ".join(section.slug for section in near)
    raise click.UsageError(f"--category: không có chuyên mục “{typed}”. Có phải là: {proposal}")


def _write_nothing(path: Path, data: bytes) -> None:
    """A trial run leaves the disk as it is."""
