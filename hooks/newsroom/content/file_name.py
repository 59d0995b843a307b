"""The name of an article's file: what is wrong with it as an address, and on other systems."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from newsroom.content.old_address import NOT_ON_WINDOWS, RENAME, is_on_windows
from newsroom.content.problem import Problem
from newsroom.text.slug import slugify


def name_problems(shown: str, path: PurePosixPath) -> Iterator[Problem]:
    """What is wrong with the name of the file at that path below the articles folder."""
    if not slugify(path.stem):
        cure = "Hãy đặt tên tệp bằng chữ không dấu, ví dụ: so-ket-quy-1.md"
        yield Problem(shown, "tên tệp không có chữ hay số nào.", cure)
    if not is_on_windows(str(path)):
        yield Problem(shown, NOT_ON_WINDOWS, RENAME)
