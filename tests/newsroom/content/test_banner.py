"""The file of the urgent banner, as staff write it."""

from datetime import datetime
from pathlib import Path

import pytest

from newsroom.content.banner import FILE, Banner, BannerReading, read_banner
from newsroom.content.newsroom import Newsroom
from newsroom.text.dates import VIETNAM

END = datetime(2025, 9, 9, 5, tzinfo=VIETNAM)
GOOD = "text: Cắt nước tối nay\nend: 2025-09-09 05:00\n"


@pytest.fixture
def read(tmp_path: Path, newsroom: Newsroom):
    def reading(text: str | bytes) -> BannerReading:
        docs = tmp_path / "docs"
        docs.mkdir(exist_ok=True)
        (docs / FILE).write_bytes(text.encode() if isinstance(text, str) else text)
        return read_banner(docs, newsroom)

    return reading


def test_words_and_an_end_are_enough(read) -> None:
    assert read(GOOD) == BannerReading(Banner("Cắt nước tối nay", END))


def test_every_line_arrives(read) -> None:
    text = GOOD + "level: Lưu ý\nlink: /tin/2025/09/cat-nuoc/\nstart: 2025-09-08\n"

    assert read(text).banner == Banner(
        "Cắt nước tối nay",
        END,
        datetime(2025, 9, 8, tzinfo=VIETNAM),
        is_urgent=False,
        link="tin/2025/09/cat-nuoc/",
    )


def test_file_may_be_framed_as_an_article_is(read) -> None:
    assert read(f"---\n{GOOD}---\n") == read(GOOD)


def test_fault_behind_the_last_line_is_told_at_the_last(read) -> None:
    assert str(read("text: [\nend: 2025-09-09\n").problems[0]).startswith("docs/khan.yml:2:")


@pytest.mark.parametrize("text", ["", "# text: Mẫu\n", "\n\n"])
def test_file_without_lines_is_no_banner(read, text: str) -> None:
    assert read(text) == BannerReading()


def test_ward_without_the_file_has_none(tmp_path: Path, newsroom: Newsroom) -> None:
    assert read_banner(tmp_path, newsroom) == BannerReading()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("text: Cắt nước\n", "docs/khan.yml:1: end: chưa có."),
        ("end: 2025-09-09\n", "docs/khan.yml:1: text: chưa có."),
        (GOOD + "level: đỏ\n", "docs/khan.yml:3: level:"),
        (GOOD + "link: javascript:alert(1)\n", "docs/khan.yml:3: link:"),
        (GOOD + "link: //xau.example/\n", "docs/khan.yml:3: link:"),
        (GOOD + "start: 2025-09-10\n", "docs/khan.yml:2: end: kết thúc"),
        ("text: " + "dài " * 40 + "\nend: 2025-09-09\n", "docs/khan.yml:1: text: dài 159 chữ cái"),
        ("text: Cắt nước\nend: mai\n", "docs/khan.yml:2: end:"),
        ("text: [\n", "docs/khan.yml:"),
        (b"\xff\xfe\xfd", "docs/khan.yml"),
    ],
)
def test_fault_is_told_with_its_line_and_shows_nothing(read, text: str | bytes, told: str) -> None:
    reading = read(text)

    assert reading.banner is None
    assert told in "\n".join(map(str, reading.problems))
    assert [problem.blocking for problem in reading.problems] == [False] * len(reading.problems)


def test_line_that_nobody_knows_is_told_and_the_banner_shown(read) -> None:
    reading = read(GOOD + "mau: đỏ\n")

    assert reading.banner is not None
    assert "mau: không có dòng này" in str(reading.problems[0])


@pytest.mark.parametrize(
    ("moment", "runs"), [((2025, 9, 7, 23), False), ((2025, 9, 8), True), ((2025, 9, 9, 5), False)]
)
def test_banner_runs_from_its_start_until_its_end(moment: tuple[int, ...], runs: bool) -> None:
    start, now = datetime(2025, 9, 8, tzinfo=VIETNAM), datetime(*moment, tzinfo=VIETNAM)

    assert Banner("Cắt nước", END, start).runs(now) is runs
