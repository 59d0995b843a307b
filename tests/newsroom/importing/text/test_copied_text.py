"""Copied texts as a clerk brings them, each with the article that it must become."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.importing.text.page_tools import is_page_tool, without_other_news
from newsroom.importing.writing.importer import Importer

CASES = Path(__file__).parents[1] / "cases" / "chep-chu"
_TOLD = ">>> "


@pytest.mark.parametrize("source", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_copied_text_becomes_the_article_that_is_meant(
    source: Path, new_importer: Callable[..., Importer]
) -> None:
    importer = new_importer()
    right = source.with_suffix(".md").read_text(encoding="utf-8").splitlines(keepends=True)
    told = [line.removeprefix(_TOLD).rstrip("\n") for line in right if line.startswith(_TOLD)]

    outcome = importer.import_file(source)

    assert outcome.article, outcome.notes
    written = (importer.folder / outcome.article).read_text(encoding="utf-8")
    assert written == "".join(line for line in right if not line.startswith(_TOLD))
    assert list(outcome.notes) == told


@pytest.mark.parametrize(
    "line",
    ["Cỡ chữ: A- A A+", "A- A+", "In trang này", "Chia sẻ:", "Chia sẻ bài viết qua Zalo", "Bản in",
     "Facebook | Zalo | Email", "Sao chép liên kết", "Bình luận (12)", "Quay lại trang trước",
     "Tổng số điểm của bài viết là: 5 trong 1 đánh giá", "Tương phản cao",
     "Kích thước chữ nhỏ vừa lớn",
     "Theo dõi Cổng tin trên Google News"],
)  # fmt: skip
def test_tool_of_a_page_is_recognised(line: str) -> None:
    assert is_page_tool(line)


@pytest.mark.parametrize(
    "line",
    ["---", "A", "Chia sẻ yêu thương", "In ấn tài liệu tuyên truyền", "Gửi bài dự thi", "Lưu ý",
     "Bình luận của bà con", "Nghe bài hát truyền thống", "Đánh giá chung", "Tổ 5", "1 sao"],
)  # fmt: skip
def test_line_of_an_article_is_no_tool(line: str) -> None:
    assert not is_page_tool(line)


@pytest.mark.parametrize(
    "rest",
    [["Tin khác", "Bà con dự họp đông đủ."],
     ["Xem thêm", "Một tin ngắn", "Kết thúc hội nghị, phường cảm ơn bà con."],
     ["Văn bản liên quan", "Quyết định số 12/QĐ-UBND"]],
)  # fmt: skip
def test_lines_that_are_surely_no_list_of_other_news_stay(rest: list[str]) -> None:
    lines = ["Sáng nay phường họp.", *rest]

    assert without_other_news(lines).own == lines
