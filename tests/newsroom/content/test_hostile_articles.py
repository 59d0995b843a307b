"""Whatever stands in a file: nothing is raised, and what is wrong is told with what to do."""

from datetime import datetime
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tiny_site import repository_extensions

from newsroom.content.bounds import MAX_BODY, MAX_SEARCH, find_excess
from newsroom.content.newsroom import Newsroom
from newsroom.content.proof import EXTENSIONS, find_failure
from newsroom.content.reader import ArticleReader, ArticleReading
from newsroom.content.source import MAX_BYTES, bytes_of

HEAD = "---\ntitle: Bài viết\ndate: 2023-04-01 18:15\ncategory: thong-bao\n---\n\n"
SIGNS = [*"`*_[]()<>&|#-+=~!{}\\\"' \n:/.", "![", "](", "<!--", "-->", "<![", "<a ", "</div>",
         "<div markdown=1>", "[^1]", "[^1]: ", "\n\n", "\n> ", "\n- ", "\n    ", "ế", "http://[",
         "{: #a }", "&#1;", "a" * 30, "\x00", "|a|b|\n|-|-|\n"]  # fmt: skip
NAMES = st.sampled_from(["title", "date", "views", "tags", "image", "quarter", "attachments"])
VALUES = st.lists(st.sampled_from([*"[]{}&*!|>'\"%@,:- 1a\\#", "\n", "9" * 30, "2023"])).map(
    "".join
)


def read(content: str | bytes, newsroom: Newsroom, now: datetime) -> ArticleReading:
    data = content if isinstance(content, bytes) else content.encode()
    return ArticleReader(newsroom, now).read(PurePosixPath("2023/bai.md"), data)


def unforeseen(reading: ArticleReading) -> list[str]:
    return [str(problem) for problem in reading.problems if "máy không" in problem.found]


@pytest.mark.thorough
@settings(max_examples=1200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(SIGNS), max_size=25).map("".join))
def test_no_body_is_unforeseen(newsroom: Newsroom, now: datetime, body: str) -> None:
    reading = read(HEAD + body, newsroom, now)

    assert unforeseen(reading) == []
    assert (reading.article is None) == any(problem.blocking for problem in reading.problems)


@pytest.mark.thorough
@settings(max_examples=800, deadline=None, suppress_health_check=list(HealthCheck))
@given(NAMES, VALUES)
def test_no_field_is_unforeseen(newsroom: Newsroom, now: datetime, name: str, value: str) -> None:
    reading = read(f"---\n{name}: {value}\n{HEAD[4:]}Nội dung.", newsroom, now)

    assert unforeseen(reading) == []


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=300))
def test_no_bytes_are_unforeseen(newsroom: Newsroom, now: datetime, data: bytes) -> None:
    assert unforeseen(read(data, newsroom, now)) == []


@pytest.mark.parametrize("sign", ["[", "![", "[a](", "[a][", "<a ", '<a "', "://[", "\\["])
def test_opening_signs_are_bounded_by_what_markdown_would_look_through(sign: str) -> None:
    few, many = sign * 20, sign * (MAX_SEARCH // 1000)

    assert find_excess(few) is None
    excess = find_excess(f"Đoạn đầu.\n\n{many}")
    assert excess
    assert excess.offset >= len("Đoạn đầu.\n\n")


@pytest.mark.parametrize(
    "body",
    [
        "[một](a.md) " * 300,
        "| a | b |\n| --- | --- |\n" + "| **đậm** | [x](y.md) |\n" * 900,
        "<table>" + "<tr><td>a<td>b</tr>" * 500 + "</table>",
        "\n\n".join(f"## Mục {n}\n\nĐoạn *{n}* (xem [bài](b.md))." for n in range(300)),
        "- - - - - - - - - - - - - - - - - - - - - - - - - -",
        "`mã <!-- chưa đóng` và chữ",
        "Họ tên: " + "_" * 80,
    ],
    ids=["links", "table", "html table", "long article", "rule", "code", "line to write on"],
)
def test_what_articles_are_made_of_is_within_the_bounds(body: str) -> None:
    assert find_excess(body) is None


def test_too_long_a_body_is_told() -> None:
    excess = find_excess("chữ " * (MAX_BODY // 4 + 1))

    assert excess
    assert "200.004 chữ cái" in excess.found


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.sampled_from("aếS ()!`*_#>-.|\\:1"), max_size=20),
    st.text(st.sampled_from("Az09/._~#?=:+-"), min_size=1, max_size=200),
    st.lists(st.sampled_from(SIGNS), max_size=6).map("".join),
)
def test_plain_links_may_go_unproven(words: str, address: str, around: str) -> None:
    """A tag beside it makes the whole body go through the library."""
    link = f"[{words}]({address})"

    assert find_failure(f"{link}\n\n<b>chữ đậm</b>") is None
    hidden, alone = (find_failure(f"{around}\n\n{part}") for part in (link, "chữ"))
    assert (hidden is None) == (alone is None)


def test_whatever_markdown_raises_is_told_at_the_paragraph_that_does_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With a processor that fails, as a release of the library with a fault would."""
    from newsroom.content import proof

    class Failing:
        def reset(self) -> None: ...

        def convert(self, source: str) -> None:
            if "XX" in source:
                raise KeyError("lạ")

    monkeypatch.setattr(proof, "_markdown", _cached(Failing()))
    failure = find_failure("Đoạn một.\n\nĐoạn [XX] hai.\n\nĐoạn ba.")

    assert failure
    assert failure.offset == len("Đoạn một.\n\n")
    assert "KeyError" in failure.found


def _cached(value: object) -> object:
    from functools import cache

    return cache(lambda: value)


def test_whatever_reading_raises_is_a_problem_of_that_file(
    newsroom: Newsroom, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(body: str) -> None:
        raise ZeroDivisionError("lạ")

    monkeypatch.setattr("newsroom.content.reader.find_links", fail)
    reading = read(f"{HEAD}Nội dung.", newsroom, now)

    assert reading.article is None
    assert "ZeroDivisionError" in reading.problems[0].found
    assert "các bài khác không bị ảnh hưởng" in reading.problems[0].cure


def test_file_that_cannot_be_opened_is_a_problem_of_that_file(
    tmp_path: Path, newsroom: Newsroom, now: datetime
) -> None:
    (tmp_path / "khoa.md").mkdir()  # to open a folder fails as to open a locked file does
    (tmp_path / "to.md").write_bytes(b"x" * (MAX_BYTES + 1))
    reader = ArticleReader(newsroom, now)

    told = {
        name: reader.read(PurePosixPath(name), bytes_of(tmp_path, name)).problems[0].found
        for name in ("khoa.md", "to.md", "mat.md")
    }

    assert told["khoa.md"].startswith("không mở được tệp (")
    assert told["to.md"].startswith("tệp nặng hơn 2 MB")
    assert told["mat.md"].startswith("không mở được tệp (")


def test_bodies_are_proven_with_the_extensions_of_the_site() -> None:
    assert repository_extensions() == [*EXTENSIONS]
