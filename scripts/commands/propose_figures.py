"""`figures`: what an article could say in its front matter, for its writer to keep or strike."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import click

from commands import ROOT
from commands.project import load_newsroom, now
from newsroom.checks.proposals import proposed_figures, proposed_tasks, proposed_updates
from newsroom.content.article import Article, Publication
from newsroom.content.files import article_paths
from newsroom.content.reader import ArticleReader
from newsroom.content.source import bytes_of

NOTHING = "Không tìm thấy số liệu hay nhiệm vụ nào chưa có trong phần đầu bài."
HOW = """\
# {shown}: những gì máy tìm thấy trong bài. Máy có thể nhầm:
# giữ dòng đúng, sửa tên cho gọn, xóa dòng sai, rồi chép vào phần đầu bài (giữa hai dòng ---)."""


@click.command("figures")
@click.argument("file", metavar="TỆP", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(file: Path) -> int:
    """Đề xuất số liệu, nhiệm vụ tìm thấy trong một bài, để người viết chọn.

    Chỉ in ra, không bao giờ sửa TỆP.
    """
    newsroom = load_newsroom()
    folder = ROOT / newsroom.articles_dir
    reader = ArticleReader(newsroom, now())
    article = _read(reader, folder, file)
    reviews = _reviews(reader, folder) if article.quarter else ()
    lines = [
        *proposed_figures(article, newsroom),
        *proposed_tasks(article),
        *proposed_updates(article, reviews),
    ]
    shown = f"{newsroom.articles_dir}/{article.path}"
    click.echo("\n".join([HOW.format(shown=shown), *lines]) if lines else NOTHING)
    return 0


def _read(reader: ArticleReader, folder: Path, file: Path) -> Article:
    """The article in the file; what keeps it off the site ends the command."""
    if not file.resolve().is_relative_to(folder.resolve()):
        raise click.UsageError(f"Bài viết phải nằm trong thư mục {folder.name}.")
    path = PurePosixPath(file.resolve().relative_to(folder.resolve()).as_posix())
    reading = reader.read(path, bytes_of(folder, str(path)))
    if reading.article is None:
        told = "\n".join(str(problem) for problem in reading.problems if problem.blocking)
        raise click.ClickException(told)
    return reading.article


def _reviews(reader: ArticleReader, folder: Path) -> Iterator[Article]:
    """The reviews that residents can read."""
    for path in article_paths(folder):
        article = reader.read(path, bytes_of(folder, str(path))).article
        if article and article.quarter and article.publication(reader.now) is Publication.PUBLISHED:
            yield article
