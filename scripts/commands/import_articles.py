"""`import`: bring articles of the old portal into the articles folder."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import click
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.progress import track
from rich.table import Table

from commands import ROOT
from commands.project import load_newsroom, now
from newsroom.content.newsroom import Newsroom, Section
from newsroom.content.source import write_atomically
from newsroom.importing.formats.source_files import files_to_import
from newsroom.importing.writing.importer import Importer, Outcome, Status
from newsroom.importing.writing.sections import nearest_sections

_STYLES = {Status.NEW: "green", Status.KNOWN: "dim", Status.FAILED: "bold red"}


@click.command("import")
@click.argument(
    "sources", nargs=-1, required=True, metavar="NGUỒN…", type=click.Path(path_type=Path)
)
@click.option(
    "--into", metavar="THƯ_MỤC", type=click.Path(path_type=Path),
    help="Thư mục nhận bài; không ghi thì là thư mục articles của cổng.",
)  # fmt: skip
@click.option("--category", metavar="MÃ", help="Chuyên mục cho bài không nhận ra chuyên mục.")
@click.option("--dry-run", is_flag=True, help="Chỉ xem thử kết quả, không ghi tệp nào.")
def command(
    sources: tuple[Path, ...], into: Path | None, category: str | None, dry_run: bool
) -> int:
    """Nhập bài từ cổng tin cũ của phường.

    NGUỒN là tệp chữ chép từ cổng cũ (.txt), trang đã lưu bằng trình duyệt (.html, kèm thư mục
    ảnh _files), hoặc thư mục chứa chúng. Bài đã có thì bỏ qua; tệp lỗi được nêu rõ lý do và
    không cản các tệp khác.
    """
    _refuse_missing(sources)
    console = Console()
    newsroom = load_newsroom()
    files = files_to_import(sources)
    if not files:
        console.print("Không có tệp .txt hay .html nào ở nơi đã chỉ.")
        return 1
    importer = Importer(
        newsroom=newsroom,
        folder=into or ROOT / newsroom.articles_dir,
        now=now(),
        write=_write_nothing if dry_run else write_atomically,
        section=_section(category, newsroom),
    )
    tracked = _tracked(files, console)
    outcomes = [outcome for path in tracked for outcome in importer.import_articles(path)]
    _report(outcomes, sources, console)
    _count(outcomes, importer.folder, console, dry_run)
    return 1 if any(outcome.status is Status.FAILED for outcome in outcomes) else 0


def _refuse_missing(sources: Iterable[Path]) -> None:
    for source in sources:
        if not source.exists():
            raise click.UsageError(
                f"Không có tệp hay thư mục «{source}». Hãy kiểm tra lại đường dẫn."
            )


def _section(slug: str | None, newsroom: Newsroom) -> Section | None:
    if slug is None or slug in newsroom.sections:
        return newsroom.sections[slug] if slug else None
    near = ", ".join(section.slug for section in nearest_sections(slug, newsroom.sections))
    raise click.UsageError(f"--category: không có chuyên mục «{slug}». Có phải là: {near}")


def _tracked(files: Sequence[Path], console: Console) -> Iterable[Path]:
    if len(files) == 1 or not console.is_terminal:
        return files
    return track(files, description="Đang nhập", console=console, transient=True)


def _write_nothing(path: Path, data: bytes) -> None:
    """A trial run leaves the disk as it is."""


def _report(outcomes: Sequence[Outcome], sources: Iterable[Path], console: Console) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name, share in (("Tệp", 3), ("Bài viết", 4), ("Kết quả", 4)):
        table.add_column(name, ratio=share, overflow="fold")
    for outcome in outcomes:
        status = f"[{_STYLES[outcome.status]}]{outcome.status.value}[/]"
        reasons = escape("".join(f"\n{note}" for note in outcome.notes))
        table.add_row(
            escape(_shown(outcome.source, sources)),
            escape(str(outcome.article or "")),
            f"{status}{reasons}",
        )
    console.print(table)


def _shown(file: Path, sources: Iterable[Path]) -> str:
    """The file as staff named it, or from the folder that they named."""
    inside = (file.relative_to(source) for source in sources if source in file.parents)
    return str(next(inside, file))


def _count(outcomes: Sequence[Outcome], folder: Path, console: Console, dry_run: bool) -> None:
    counts = ", ".join(
        f"{sum(outcome.status is status for outcome in outcomes)} {status.value}"
        for status in Status
    )
    done = "Xem thử, chưa ghi tệp nào" if dry_run else f"Vào thư mục {folder}"
    console.print(f"{done}: {counts}.", markup=False, soft_wrap=True)
