"""What of a Word document is none of the article's text, or cannot be shown, in words for staff."""

from collections.abc import Iterable, Iterator

from newsroom.importing.formats.docx.names import name, words_of
from newsroom.importing.formats.docx.parts import WordParts
from newsroom.importing.formats.docx.rewriting import TakenOut
from newsroom.importing.formats.left_out import LOST, told, told_beside
from newsroom.importing.text.decoding import legacy_note


def notes_of(left: TakenOut, parts: WordParts) -> Iterator[str]:
    """What staff are told of a document; each piece is quoted, at least by its beginning."""
    for encoding in sorted(left.encodings):
        yield from legacy_note(encoding)
    yield from told_beside(
        edges=_edges(parts), comments=_comments(parts), deleted=left.deleted, hidden=left.hidden
    )
    yield from told("công thức viết lại thành chữ thường, hãy xem lại", left.formulas)
    yield from told("mất biểu đồ hay sơ đồ", _charts(left, parts), LOST)
    yield from told("mất ảnh không có trong tệp", _named(left.drawings.pictures), LOST)
    yield from told("mất bảng hay tệp nhúng trong bài", _named(left.drawings.embedded), LOST)
    if any(True for _ in parts.document.root.iter(name("w:altChunk"))):
        yield f"mất phần bài ghép từ tệp khác. {LOST}"


def _named(pieces: Iterable[str]) -> list[str]:
    return [piece or "không tên" for piece in pieces]


def _edges(parts: WordParts) -> list[str]:
    kinds = ("header", "footer")
    return [words_of(part.root) for kind in kinds for part in parts.of_kind(kind)]


def _comments(parts: WordParts) -> list[str]:
    part = parts.first("comments")
    comments = () if part is None else part.root.iter(name("w:comment"))
    return list(filter(None, map(words_of, comments)))


def _charts(left: TakenOut, parts: WordParts) -> list[str]:
    """The words of charts and diagrams, which are parts of their own."""
    relations = parts.document.relations
    targets = [relations[key].target for key in left.drawings.charts if key in relations]
    roots = (parts.packed.xml(target) for target in targets)
    return [words_of(root) or "không có chữ" for root in roots if root is not None]
