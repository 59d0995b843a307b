"""Where an imported article goes in the articles folder: its file and those of its pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path, PurePosixPath

from newsroom.importing.record import ImportedArticle, ImportedPicture
from newsroom.importing.writing.article_file import PicturePaths
from newsroom.importing.writing.known_articles import KnownArticles
from newsroom.text.slug import slugify

_LONGEST_SLUG = 60
_NAMELESS = "bai-viet"
_IMAGES = "images"
_DOCUMENTS = "tai-lieu"


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an article goes: 2023/so-ket.md, its pictures 2023/images/so-ket-1.jpg …"""

    year: int
    slug: str

    @property
    def path(self) -> PurePosixPath:
        """The article's file, relative to the articles folder."""
        return PurePosixPath(f"{self.year:04}", f"{self.slug}.md")

    def picture_paths(self, record: ImportedArticle) -> PicturePaths:
        """The paths of the record's pictures as the article's file names them."""
        paths = [f"{_IMAGES}/{self.slug}-{n}{p.suffix}" for n, p in _numbered(record)]
        with_lead = record.lead_picture is not None
        documents = tuple(
            f"{_DOCUMENTS}/{self.slug}-{n}{document.suffix}"
            for n, document in enumerate(record.attachments, 1)
        )
        return PicturePaths(paths.pop(0) if with_lead else "", tuple(paths), documents)

    def pictures(self, record: ImportedArticle) -> Iterator[tuple[PurePosixPath, bytes]]:
        """The files of the pictures and documents, relative to the articles folder."""
        for number, picture in _numbered(record):
            name = f"{self.slug}-{number}{picture.suffix}"
            yield self.path.parent / _IMAGES / name, picture.data
        for number, document in enumerate(record.attachments, 1):
            name = f"{self.slug}-{number}{document.suffix}"
            yield self.path.parent / _DOCUMENTS / name, document.data


def free_destination(record: ImportedArticle, folder: Path, known: KnownArticles) -> Destination:
    """The first file name that no other article and no other picture has."""
    alike = (record.date.year, record.title)
    # Hundreds are called “Lịch tiếp công dân”: all before the last one are taken.
    number, destination = next(
        (number, destination)
        for number, destination in _destinations(record, known.numbers.get(alike, 1))
        if not known.is_taken(record.date, destination.slug)
        and _is_free(destination, record, folder)
    )
    known.numbers[alike] = number
    return destination


def _destinations(record: ImportedArticle, first: int) -> Iterator[tuple[int, Destination]]:
    for number in count(first):
        suffix = "" if number == 1 else f"-{number}"
        slug = slugify(record.title, _LONGEST_SLUG - len(suffix)) or _NAMELESS
        yield number, Destination(record.date.year, f"{slug}{suffix}")


def _is_free(destination: Destination, record: ImportedArticle, folder: Path) -> bool:
    if (folder / destination.path).exists():
        return False
    # A picture of the same bytes is left from an import that was interrupted before the article.
    return all(
        not (folder / path).exists() or (folder / path).read_bytes() == data
        for path, data in destination.pictures(record)
    )


def _numbered(record: ImportedArticle) -> Iterator[tuple[int, ImportedPicture]]:
    first = () if record.lead_picture is None else (record.lead_picture,)
    yield from enumerate((*first, *record.pictures), 1)
