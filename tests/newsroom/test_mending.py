"""`check --fix` proves what it does: a file that would lose by a mending stays as it was."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.checks.mending import mended
from newsroom.checks.text import text_problems
from newsroom.content.newsroom import Newsroom
from newsroom.content.problem import Edit
from newsroom.content.reader import ArticleReader
from newsroom.content.source import decode
from newsroom.text.characters import as_read

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    ("typed", "written", "is_made"),
    [
        ("2023-04-01", "2023-04-02", True),
        ("2023-04-01", "mai", False),
        ("thong-bao", "khong-co", False),
        ("bà con", "bà", False),
        ("bà con", "bà\u00a0con", True),
        (FAMILY, FAMILY.replace("\u200d", " "), False),
        ("Bài viết", "Bài", False),
    ],
)
def test_mending_that_would_lose_something_is_not_made(
    newsroom: Newsroom,
    now: datetime,
    file_with: Callable[..., str],
    typed: str,
    written: str,
    is_made: bool,
) -> None:
    text = file_with(body=f"Mời bà con {FAMILY}.")
    edit = Edit(text.index(typed), text.index(typed) + len(typed), written)
    reader = ArticleReader(newsroom, now)

    made = mended(reader, PurePosixPath("2023/bai.md"), text.encode(), [edit])

    assert made == (text.replace(typed, written).encode() if is_made else None)


def test_file_that_could_not_be_published_may_keep_a_fault_but_no_fewer_words(
    newsroom: Newsroom, now: datetime, file_with: Callable[..., str]
) -> None:
    text = file_with({"date": "mai", "views": "1.234"}, body="Mời bà con.")
    reader, path = ArticleReader(newsroom, now), PurePosixPath("2023/bai.md")
    views, words = text.index("1.234"), text.index("Mời bà")

    assert mended(reader, path, text.encode(), [Edit(views, views + 5, "1234")])
    assert mended(reader, path, text.encode(), [Edit(words, words + 6, "Mời")]) is None


def test_misread_text_is_mended_although_every_word_changes(
    newsroom: Newsroom, now: datetime, file_with: Callable[..., str]
) -> None:
    meant = file_with(body="Trạm Y tế phường làm việc cả ngày thứ Bảy.")
    head, _, body = meant.rpartition("\n\n")
    text = f"{head}\n\n{body.encode().decode('latin-1')}"
    reader, path = ArticleReader(newsroom, now), PurePosixPath("2023/bai.md")
    edits = [problem.edit for problem in reader.read(path, text.encode()).problems if problem.edit]

    assert mended(reader, path, text.encode(), edits) == meant.encode()


@pytest.mark.parametrize(
    ("typed", "written"),
    [("Xem:\n\n{}\n\nHết.", "Xem:\n\n{}\n\nHết."), ("Xem {} nhé.", "Xem \n\n{}\n\n nhé.")],
)
def test_code_of_a_video_becomes_its_address(
    newsroom: Newsroom, now: datetime, file_with: Callable[..., str], typed: str, written: str
) -> None:
    code = '<iframe width="560" src="//www.youtube.com/embed/Hoi-Lang_23"></iframe>'
    text = file_with(body=typed.format(code))
    reader, path = ArticleReader(newsroom, now), PurePosixPath("2023/bai.md")
    edits = [problem.edit for problem in reader.read(path, text.encode()).problems if problem.edit]

    made = mended(reader, path, text.encode(), edits)

    meant = file_with(body=written.format("https://www.youtube.com/watch?v=Hoi-Lang_23"))
    assert made == meant.encode()


@pytest.mark.parametrize("between", ["\n\nGiữa.\n\n", " và "])
def test_the_same_video_twice_is_mended_twice_and_in_no_other_place(
    newsroom: Newsroom, now: datetime, file_with: Callable[..., str], between: str
) -> None:
    code = "<iframe src='https://youtu.be/Hoi-Lang_23'></iframe>"
    text = file_with({"summary": f'"{code}"'}, body=f"A {code}{between}{code} B")
    told = ArticleReader(newsroom, now).read(PurePosixPath("2023/bai.md"), text.encode()).problems
    places = [problem.edit.start for problem in told if problem.edit]

    first = text.rindex("A <iframe") + 2
    assert places == [first, first + len(code + between)]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("title:Họp tổ\ndate:2023-04-01\ncategory:thong-bao", None),
        ("title = Họp tổ\ndate = 2023-04-01\ncategory = thong-bao", None),
        ("\ttitle: Họp tổ\n\tdate: 2023-04-01\n\tcategory: thong-bao", None),
        ("tiêu đề: Họp tổ\nngày: 2023-04-01\nchuyên mục: thong-bao", None),
        (
            'title: "Tổ "4" họp\ndate: 2023-04-01\ncategory: thong-bao',
            'title: "Tổ “4” họp"\ndate: 2023-04-01\ncategory: thong-bao',
        ),
        (
            "title: [Khẩn] Họp tổ\ndate: 2023-04-01\ncategory: thong-bao",
            'title: "[Khẩn] Họp tổ"\ndate: 2023-04-01\ncategory: thong-bao',
        ),
    ],
)
def test_front_matter_is_mended_at_once(
    newsroom: Newsroom, now: datetime, typed: str, written: str | None
) -> None:
    reader, path = ArticleReader(newsroom, now), PurePosixPath("2023/bai.md")
    text = f"---\n{typed}\n---\n\nMời bà con dự.\n".encode()
    edits = [problem.edit for problem in reader.read(path, text).problems if problem.edit]

    made = mended(reader, path, text, edits)

    meant = written or "title: Họp tổ\ndate: 2023-04-01\ncategory: thong-bao"
    assert made == f"---\n{meant}\n---\n\nMời bà con dự.\n".encode()


PEOPLE = (
    FAMILY, "\U0001f469\U0001f3fd\u200d\u2695\ufe0f", "\U0001f1fb\U0001f1f3", "1\ufe0f\u20e3",
)  # fmt: skip
PIECES = (
    *PEOPLE, "Tổ", "họp", "a\u0302\u0301", "tie\u0302\u0301ng", "\U0001d413\U0001d407", "\u00ad",
    "\u200b", "\u200d", "\ufeff", "\u202e", "\u00a0", "\x0b", "\u2028", "\x00", "\r", "\r\n",
    "\n\n", "\t", " ", "| a |",
    "ThÃ´ng bÃ¡o", "á»\u2021", "\ufffd", "<b>", "<Mã>", "**", "#", "- ", "```",
    "\\", '"', "---", "<!--", '<iframe src="https://youtu.be/abcdef"></iframe>', "\u0301", "\ufe0f",
)  # fmt: skip
HEADS = ("", "views: 1.234\n", "tags: [#a, b]\n", "summary: x: y\n", "Views:20\n", "draft: có\n")


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", as_read(text).replace("<br>", " ")))


@given(
    st.lists(st.sampled_from([*PIECES, ": ", "'", "#x", "%"]), min_size=1, max_size=5).map("".join),
    st.sampled_from(HEADS),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=2)), max_size=12).map("".join),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_no_mending_loses_a_word_an_emoji_or_an_article(
    newsroom: Newsroom, now: datetime, title: str, head: str, body: str, end: str
) -> None:
    text = f"---\ntitle: {title}\n{head}date: 2023-04-01\ncategory: thong-bao\n---\n\n{body}\n"
    before = data = text.replace("\n", end).encode("utf-8", "surrogatepass")
    reader, path = ArticleReader(newsroom, now), PurePosixPath("2023/bai.md")
    for _ in range(4):
        source = decode(data)
        told = [*reader.read(path, data).problems, *text_problems("", str(source))]
        edits = [problem.edit for problem in told if problem.edit]
        data = mended(reader, path, data, edits) or data

    old, new = reader.read(path, before).article, reader.read(path, data).article
    if old:
        assert new
        assert words(f"{old.title} {old.body}") - words(f"{new.title} {new.body}") == Counter()
    lost = [one for one in PEOPLE if before.count(one.encode()) > data.count(one.encode())]
    assert lost == []


HEADS = (
    "ca-bai-trong-khoi-ma", "dau-bai-dong-bang-sao", "dau-bai-giua-hai-dong-sao",
    "dau-bai-kieu-json", "dau-bai-kieu-toml", "dau-bai-la-danh-sach", "dau-bai-thieu-dong-duoi",
    "dau-bai-thieu-dong-tren", "dau-bai-thieu-hai-dong", "dau-bai-trong-khoi-ma",
    "dau-phay-sau-ngoac-kep", "dong-lap-y-het", "dong-thut-vao", "hai-cham-toan-khoi",
    "ngoac-cong-quanh-gia-tri", "sapo-trong-ngoac-nhon", "ten-dong-dam", "ten-dong-mui-ten",
    "tu-khoa-dau-sao", "tu-khoa-gach-mot-dong",
)  # fmt: skip


@pytest.mark.parametrize("case", HEADS)
def test_front_matter_in_another_form_is_mended_until_nothing_is_left(
    newsroom: Newsroom, now: datetime, case: str
) -> None:
    file = Path(__file__).parent / "cases" / "problems" / f"{case}.md"
    reader, path, data = ArticleReader(newsroom, now), PurePosixPath("2023/bai.md"), None
    made: bytes | None = file.read_bytes()
    while made and made != data:
        data = made
        problems = reader.read(path, data).problems
        made = mended(reader, path, data, [one.edit for one in problems if one.edit])

    assert data
    reading = reader.read(path, data)
    assert not reading.problems
    assert reading.article and reading.article.title == "Vớt bèo kênh Ba Xã"
    assert f"{reading.article.published:%Y-%m-%d %H:%M}" == "2023-05-10 08:00"
    assert reading.article.body == "Bà con ra kênh lúc bảy giờ."
