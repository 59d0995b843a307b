"""The article file as written: its front matter is read back as it was meant."""

from collections.abc import Callable
from datetime import datetime
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.content.front_matter import FrontMatter, read_front_matter
from newsroom.content.newsroom import Newsroom
from newsroom.content.reader import ArticleReader
from newsroom.importing.record import ImportedArticle
from newsroom.importing.text.white_space import tidy
from newsroom.importing.writing.article_file import PicturePaths, article_file, quoted
from newsroom.text.characters import as_read
from newsroom.text.dates import VIETNAM

ANY = st.text(st.characters(exclude_categories=["Cs"]))


@given(ANY)
def test_any_words_are_quoted_so_that_they_are_read_back(text: str) -> None:
    parts = read_front_matter(f"---\ntitle: {quoted(text)}\nsummary: x\n---\n\nThân bài\n")

    assert isinstance(parts, FrontMatter)
    assert parts.entries["title"].value == as_read(tidy(text))
    assert parts.entries["summary"].value == "x"


@pytest.mark.parametrize(
    "title",
    ['Họp: "bàn việc" # 5', "it's", "'", '"', "- a", "{a: b}", "[x]", "~", "null", "2023", "&a *b",
     "| x", "> y", "%", "@", "`", "a\\nb", "---", "😀"],
)  # fmt: skip
def test_title_with_signs_of_yaml_is_accepted_as_it_is(title: str, newsroom: Newsroom) -> None:
    date = datetime(2023, 2, 1, 8, tzinfo=VIETNAM)
    record = ImportedArticle((), title, date, title, "<p>Nội dung</p>", addresses=("/a b, c.html",))
    text = article_file(record, newsroom.sections["thong-bao"], PicturePaths(), newsroom)
    assert isinstance(text, str)

    reading = ArticleReader(newsroom, date).read(PurePosixPath("2023/bai.md"), text.encode())

    assert reading.problems == ()
    assert reading.article
    assert reading.article.title == reading.article.summary == title
    assert [str(address) for address in reading.article.aliases] == ["/a b, c.html"]


@pytest.mark.parametrize(
    "case", ["text/so-ket-hoi-phu-nu.txt", "text/ky-hieu-la.txt", "text/so-bat-dau-tu-bay.txt",
             "page/nukeviet.html", "page/cong-tu-lam.htm", "page/bai-trong-the-article.html"]
)  # fmt: skip
def test_imported_article_is_read_without_a_problem(
    case: str, imported: Callable[[str], str], newsroom: Newsroom
) -> None:
    reader = ArticleReader(newsroom, datetime(2024, 12, 1, tzinfo=VIETNAM))

    assert reader.read(PurePosixPath("2024/bai.md"), imported(case).encode()).problems == ()
