"""What of a document does not come along, in words for staff."""

import re
from collections.abc import Iterable, Iterator

from newsroom.importing.markup.elements import make
from newsroom.importing.markup.fidelity import lost_note
from newsroom.importing.page.taken import quoted_words

LOST = "Hãy mở tệp gốc, chụp lại thành ảnh hoặc chép chữ thêm vào bài nếu cần."
"""The cure for what the article should have."""
EDGES = "đầu trang, chân trang không thuộc bài, đã bỏ"
COMMENTS = "nhận xét của người soạn (Comment) không phải của bài, đã bỏ"
DELETED = "chữ đã xóa nhưng tệp còn nhớ (Track Changes), đã bỏ"
HIDDEN = "chữ ẩn (Hidden) trong tệp, đã bỏ"

_REFERENCE = re.compile(r"<sup>(?:<a [^>]*>)?\[\d+\](?:</a>)?</sup>")


def told(what: str, pieces: Iterable[str], cure: str = "") -> Iterator[str]:
    """A note that quotes the pieces, each at least by its beginning; none where there are none."""
    quoted = [quoted_words(piece) for piece in dict.fromkeys(pieces) if piece]
    if quoted:
        yield f"{what}: {'; '.join(quoted)}. {cure}".strip()


def unread(paragraphs: Iterable[str], html: str) -> list[str]:
    """A note on the words of the paragraphs that the HTML does not show but for references to
    notes: a proof of whatever wrote it."""
    source = make("div", *(make("p", words) for words in paragraphs))
    return lost_note(str(source), _REFERENCE.sub("", html))


def says_something(words: str) -> bool:
    """Whether it is more than the number of a page."""
    return any(char.isalpha() for char in words)
