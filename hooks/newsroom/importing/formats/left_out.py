"""What of a document does not come along, in words for staff."""

from collections.abc import Iterable, Iterator

from newsroom.importing.page.taken import quoted_words

LOST = "Hãy mở tệp gốc, chụp lại thành ảnh hoặc chép chữ thêm vào bài nếu cần."
"""The cure for what the article should have."""
EDGES = "đầu trang, chân trang không thuộc bài, đã bỏ"
COMMENTS = "nhận xét của người soạn (Comment) không phải của bài, đã bỏ"
DELETED = "chữ đã xóa nhưng tệp còn nhớ (Track Changes), đã bỏ"


def told(what: str, pieces: Iterable[str], cure: str = "") -> Iterator[str]:
    """A note that quotes the pieces, each at least by its beginning; none where there are none."""
    quoted = [quoted_words(piece) for piece in dict.fromkeys(pieces) if piece]
    if quoted:
        yield f"{what}: {'; '.join(quoted)}. {cure}".strip()


def says_something(words: str) -> bool:
    """Whether it is more than the number of a page."""
    return any(char.isalpha() for char in words)
