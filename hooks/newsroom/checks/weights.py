"""Checks of files that weigh too much: for a reader's phone, or for the host to take at all."""

from collections.abc import Iterator
from pathlib import Path

from newsroom.content.files import scan
from newsroom.content.host import FILE_LIMIT
from newsroom.content.problem import Problem
from newsroom.content.recordings import is_video
from newsroom.text.numbers import format_size

HEAVY = 20_000_000
"""Bytes that a reader on mobile data should be warned of."""
_SMALLER = "Hãy giảm dung lượng (với PDF: lưu lại ở cỡ nhỏ nhất), hoặc chia thành nhiều tệp."
_ELSEWHERE = (
    "Hãy xuất lại ở cỡ 720p, hoặc đưa video lên YouTube, Facebook rồi ghi địa chỉ của nó vào một "
    "dòng riêng trong bài."
)


def weight_problem(
    shown: str, path: str, size: int, line: int | None = None, field: str | None = None
) -> Problem | None:
    """What is wrong with the bytes of a file of any kind that the article at shown names."""
    if size > FILE_LIMIT:
        return Problem(shown, *_refused(path, size), line, field)
    if size > HEAVY:
        cure = _ELSEWHERE if is_video(path) else _SMALLER
        return Problem(shown, f"tệp “{path}” nặng {format_size(size)}.", cure, line, field, False)
    return None


def unsendable_files(folder: Path, articles_dir: str) -> Iterator[Problem]:
    """Files that the host refuses, told at themselves: whether an article names them or not, all
    that is sent with them is refused too."""
    for path, (size, _) in scan(folder):
        if size > FILE_LIMIT:
            yield Problem(f"{articles_dir}/{path}", *_refused(path, size))


def _refused(path: str, size: int) -> tuple[str, str]:
    return (
        (
            f"tệp “{path}” nặng {format_size(size)}; GitHub không nhận tệp quá 100 MB, "
            "nên cả lần đưa bài lên sẽ bị từ chối."
        ),
        "Hãy giảm dung lượng hoặc chuyển tệp ra khỏi thư mục.",
    )
