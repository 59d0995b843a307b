"""`new`: the scaffold of an article, ready to be filled in."""

import click

from commands import ROOT
from commands.project import load_newsroom, now
from newsroom.content.newsroom import Newsroom
from newsroom.content.old_address import is_on_windows
from newsroom.content.scaffold import scaffold
from newsroom.content.source import write_atomically
from newsroom.text.characters import as_read
from newsroom.text.fold import fold
from newsroom.text.names import nearest
from newsroom.text.slug import slugify

SLUG_LENGTH = 60
_QUOTES = (
    "Tiêu đề có dấu cách thì đặt trong một cặp ngoặc kép, bên trong đừng dùng thêm ngoặc kép, "
    "kể cả “ ”."
)


@click.command("new")
@click.argument("words", nargs=-1, required=True, metavar='"TIÊU ĐỀ"')
@click.option(
    "--category",
    default="",
    metavar="MÃ",
    help="Mã chuyên mục; quên thì gõ đại một chữ, máy in ra danh sách.",
)
def command(words: tuple[str, ...], category: str) -> int:
    """Tạo tệp bài viết mới: articles/<năm>/<tên không dấu>.md. Không ghi đè tệp nào."""
    if len(words) > 1:
        raise click.UsageError(f"Thừa: {' '.join(words[1:])}. {_QUOTES}")
    newsroom, title = load_newsroom(), as_read(words[0])
    section = _section(newsroom, category)
    slug = slugify(title, SLUG_LENGTH)
    if not slug:
        raise click.UsageError("Tiêu đề phải có ít nhất một chữ hoặc số.")
    slug = slug if is_on_windows(slug) else f"{slug}-1"
    moment = now()
    path = ROOT / newsroom.articles_dir / str(moment.year) / f"{slug}.md"
    if path.exists():
        shown = path.relative_to(ROOT).as_posix()
        raise click.ClickException(f"{shown} đã có, không ghi đè. Hãy đổi tiêu đề hoặc sửa bài ấy.")
    write_atomically(path, scaffold(title, section, moment, newsroom).encode())
    click.echo(f"Đã tạo {path.relative_to(ROOT).as_posix()}. Hãy mở tệp và viết nội dung.")
    return 0


def _section(newsroom: Newsroom, typed: str) -> str:
    """The slug of the section that was typed, by slug or by title."""
    by_title = {fold(section.title): slug for slug, section in newsroom.sections.items()}
    if typed in newsroom.sections or fold(typed) in by_title:
        return by_title.get(fold(typed), typed)
    near = nearest(typed, newsroom.sections) if typed else None
    found = f"Không có chuyên mục “{typed}”." if typed else "Chưa ghi chuyên mục."
    proposal = f"Có phải là: {near}?" if near else "Hãy thêm --category và một mã:"
    sections = "\n".join(f"  {slug}: {s.title}" for slug, s in newsroom.sections.items())
    raise click.UsageError(f"{found} {proposal}\n{sections}")
