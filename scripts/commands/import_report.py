"""What `import` tells of the files: each of a few, the sums by reason of many."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from pathlib import Path

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from newsroom.content.newsroom import Section
from newsroom.content.source import write_atomically
from newsroom.importing.formats.source_files import SourceFiles
from newsroom.importing.writing.importer import Outcome, Status
from newsroom.importing.writing.summary import reasons_of, unknown_sections
from newsroom.text.numbers import format_count
from newsroom.text.spreadsheet import as_text

MOST_ROWS = 20
"""Files that are told one by one; of more, the sums by reason."""
REPORT = "bao-cao-nhap-bai.csv"
NO_NAME = "(tệp không ghi chuyên mục)"
_STYLES = {
    Status.NEW: "green",
    Status.SETTLED: "green",
    Status.DRAFT: "yellow",
    Status.ASKS: "yellow",
    Status.KNOWN: "dim",
    Status.LEFT_OUT: "dim",
    Status.FAILED: "bold red",
}
_ALWAYS_COUNTED = (Status.NEW, Status.KNOWN, Status.FAILED)
_EXAMPLES = 3


class Report:
    """Tells outcomes on a console; sources are what staff named."""

    def __init__(self, console: Console, sources: Sequence[Path]) -> None:
        self._console = console
        self._sources = sources

    def files(self, outcomes: Sequence[Outcome]) -> None:
        """Every file, or where they are many what they have in common."""
        self._each(outcomes) if len(outcomes) <= MOST_ROWS else self._reasons(outcomes)

    def sections(self, outcomes: Iterable[Outcome], sections: Mapping[str, Section]) -> None:
        """The names that nobody knows, the portal's sections once, and what to do."""
        unknown = unknown_sections(outcomes)
        if not unknown:
            return
        named = ", ".join(f"{_quoted(name)} {format_count(n)} bài" for name, n in unknown.items())
        self._say(f"Chưa rõ chuyên mục, nên để bản nháp, chưa đăng: {named}.")
        self._say("Các chuyên mục của cổng:")
        for section in sections.values():
            self._say(f"  {section.slug}: {section.title}")
        name, slug = next(iter(unknown)), next(iter(sections))
        cure = f'--map "{name}={slug}"' if name else f"--category {slug}"
        self._say(
            f"Hãy chạy lại lệnh này, thêm {cure} (đổi thành mã đúng, mỗi tên một --map): các bản "
            "nháp ấy được xếp vào chuyên mục và thôi là bản nháp."
        )

    def passed_over(self, found: SourceFiles) -> None:
        """The files and folders within folders that were not looked at."""
        if found.folders:
            named = _counted(list(map(self._shown, found.folders)), "thư mục")
            self._say(
                f"Không tìm bài trong {named}, nơi chứa ảnh và tài liệu của bài. Trong ấy có bài "
                "viết thì chạy lại lệnh này, ghi chính thư mục ấy làm NGUỒN."
            )
        if found.attached:
            named = _counted(list(map(self._shown, found.attached)))
            self._say(f"Tài liệu của trang đã lưu, không nhập thành bài riêng: {named}.")
        if found.others:
            count = sum(map(len, found.others.values()))
            self._say(f"Không nhập {format_count(count)} tệp khác, không phải bài viết:")
        for suffix, files in found.others.items():
            self._say(f"  {suffix or 'không có đuôi'}: {_counted(list(map(self._shown, files)))}")

    def counts(self, outcomes: Sequence[Outcome], done: str) -> None:
        """How many files became what."""
        counts = {status: sum(o.status is status for o in outcomes) for status in Status}
        told = ", ".join(
            f"{format_count(count)} {status.value}"
            for status, count in counts.items()
            if count or status in _ALWAYS_COUNTED
        )
        self._say(f"{done}: {told}.")

    def table(self, outcomes: Sequence[Outcome], folder: Path) -> None:
        """Every file in a table for Excel, where they are too many for the console."""
        if len(outcomes) > MOST_ROWS:
            write_atomically(folder / REPORT, self._as_csv(outcomes))
            self._say(f"Từng tệp một: mở {REPORT} bằng Excel.")

    def _each(self, outcomes: Sequence[Outcome]) -> None:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for name, share in (("Tệp", 3), ("Bài viết", 4), ("Kết quả", 4)):
            table.add_column(name, ratio=share, overflow="fold")
        for outcome in outcomes:
            status = f"[{_STYLES[outcome.status]}]{outcome.status.value}[/]"
            reasons = escape("".join(f"\n{note}" for note in outcome.notes))
            article = escape(str(outcome.article or ""))
            table.add_row(escape(self._shown_of(outcome)), article, f"{status}{reasons}")
        self._console.print(table)

    def _reasons(self, outcomes: Sequence[Outcome]) -> None:
        for status in (Status.FAILED, *(one for one in Status if one is not Status.FAILED)):
            own = [outcome for outcome in outcomes if outcome.status is status]
            reasons = reasons_of(own)
            if reasons:
                self._say(f"{status.value.capitalize()}, theo lý do:")
            for reason in reasons:
                like = "" if len(reason.outcomes) == 1 else "ví dụ: "
                self._say(f"  {_counted(list(map(self._shown_of, reason.outcomes)))}")
                self._say(f"    {like}{reason.note}")

    def _shown_of(self, outcome: Outcome) -> str:
        """The file, and which of its articles where it holds many."""
        file = self._shown(outcome.source)
        return f"{file}: “{outcome.of}”" if outcome.of else file

    def _shown(self, file: Path) -> str:
        """The file as staff named it, or from the folder that they named."""
        inside = (file.relative_to(source) for source in self._sources if source in file.parents)
        return str(next(inside, file))

    def _as_csv(self, outcomes: Sequence[Outcome]) -> bytes:
        stream = StringIO()
        writer = csv.writer(stream)
        writer.writerow(("tep", "bai_viet", "ket_qua", "chuyen_muc_cu", "ghi_chu"))
        for one in outcomes:
            cells = (
                self._shown_of(one), str(one.article or ""), one.status.value,
                one.section_name, "\n".join(one.notes),
            )  # fmt: skip
            writer.writerow(map(as_text, cells))
        return stream.getvalue().encode("utf-8-sig")

    def _say(self, line: str) -> None:
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)


def _counted(names: Sequence[str], what: str = "tệp") -> str:
    """How many files or folders, with the names of the first."""
    shown = ", ".join(names[:_EXAMPLES])
    more = ", …" if len(names) > _EXAMPLES else ""
    return f"{format_count(len(names))} {what} ({shown}{more})"


def _quoted(name: str) -> str:
    return f"“{name}”" if name else NO_NAME
