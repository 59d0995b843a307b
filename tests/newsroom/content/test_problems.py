"""What staff are told: every file of cases/problems beside the messages that it must get.

A new case is a new <name>.md with a <name>.txt: one message a line, after "nhắc" (published with
the fault) or "không đăng" (left out), without the file's name.
"""

from datetime import datetime
from pathlib import Path, PurePosixPath

import pytest

from newsroom.content.newsroom import Newsroom
from newsroom.content.reader import ArticleReader
from newsroom.content.schema import FIELDS

FOLDER = Path(__file__).parents[1] / "cases" / "problems"
FILES = sorted(FOLDER.glob("*.md"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_file_gets_exactly_these_messages(file: Path, newsroom: Newsroom, now: datetime) -> None:
    reading = ArticleReader(newsroom, now).read(PurePosixPath(file.name), file.read_bytes())

    told = "".join(
        f"{'không đăng' if problem.blocking else 'nhắc'}: "
        f"{str(problem).removeprefix(f'articles/{file.name}:')}\n"
        for problem in reading.problems
    )
    expected = file.with_suffix(".txt").read_text(encoding="utf-8")
    assert told == (expected if expected != "không có lỗi\n" else "")
    assert (reading.article is None) == ("không đăng: " in expected)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_windows_file_gets_the_same_messages(file: Path, newsroom: Newsroom, now: datetime) -> None:
    reader, path = ArticleReader(newsroom, now), PurePosixPath(file.name)
    windows = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")

    assert reader.read(path, windows).problems == reader.read(path, file.read_bytes()).problems


def test_every_kind_of_field_has_a_bad_case() -> None:
    told = "".join(file.read_text(encoding="utf-8") for file in FOLDER.glob("*.txt"))
    faulty = {field.kind for field in FIELDS if f": {field.name}: " in told}

    assert faulty == {field.kind for field in FIELDS}
