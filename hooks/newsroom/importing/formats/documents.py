"""Documents of office programs, known by what is in them: many a .doc is something else."""

from collections.abc import Iterator
from pathlib import Path

from newsroom.importing.formats.document import article_of_document
from newsroom.importing.formats.docx.reading import read_docx
from newsroom.importing.formats.packed import AGAIN, Packed, UnreadableError, unpacked
from newsroom.importing.record import ImportedArticle, Refusal

_OLD_WORD = Refusal("tệp Word kiểu cũ (.doc).", AGAIN)


def read_document(source: Path) -> Iterator[ImportedArticle | Refusal]:
    """The article of a document, whatever its suffix says."""
    try:
        yield _read(source.read_bytes())
    except UnreadableError as error:
        yield error.refusal


def _read(data: bytes) -> ImportedArticle | Refusal:
    packed = unpacked(data)
    if isinstance(packed, Packed):
        return article_of_document(read_docx(packed))
    return packed
