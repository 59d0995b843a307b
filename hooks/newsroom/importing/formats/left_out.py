"""What of a document does not come along, in words for staff."""

import re
from collections.abc import Iterable, Iterator

from newsroom.importing.markup.elements import make
from newsroom.importing.markup.fidelity import lost_note
from newsroom.importing.page.taken import quoted_words

LOST = "Hãy mở tệp gốc, chụp lại thành ảnh hoặc chép chữ thêm vào bài nếu cần."
"""The cure for what the article should have."""

_REFERENCE = re.compile(r"<sup>(?:<a [^>]*>)?\[\d+\](?:</a>)?</sup>")


def told(what: str, pieces: Iterable[str], cure: str = "") -> Iterator[str]:
    """A note that quotes the pieces, each at least by its beginning; none where there are none."""
    quoted = [quoted_words(piece) for piece in dict.fromkeys(pieces) if piece]
    if quoted:
        yield f"{what}: {'; '.join(quoted)}. {cure}".strip()


def told_beside(
    *,
    edges: Iterable[str] = (),
    comments: Iterable[str] = (),
    deleted: Iterable[str] = (),
    hidden: Iterable[str] = (),
) -> Iterator[str]:
    """Notes on what office programs keep in a file beside the text that it shows; edges: what
    stands at the head and the foot of each page."""
    edges = filter(_says_something, edges)
    yield from told("đầu trang, chân trang không thuộc bài, đã bỏ", edges)
    yield from told("nhận xét của người soạn (Comment) không phải của bài, đã bỏ", comments)
    yield from told("chữ đã xóa nhưng tệp còn nhớ (Track Changes), đã bỏ", deleted)
    yield from told("chữ ẩn (Hidden) trong tệp, đã bỏ", hidden)


def unread(paragraphs: Iterable[str], html: str) -> list[str]:
    """A note on the words of the paragraphs that the HTML does not show but for references to
    notes: a proof of whatever wrote it."""
    source = make("div", *(make("p", words) for words in paragraphs))
    return lost_note(str(source), _REFERENCE.sub("", html))


def _says_something(words: str) -> bool:
    """Whether it is more than the number of a page."""
    return any(char.isalpha() for char in words)
