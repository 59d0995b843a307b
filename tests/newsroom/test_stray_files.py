"""Files beside the articles that staff may take for articles."""

from pathlib import Path

import pytest

from newsroom.checks.strays import stray_files


@pytest.mark.parametrize("name", ["bai.md.txt", "BAI.MD", "2023/bai.docx", "2023/bài.HTML"])
def test_text_under_another_ending_is_told(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"x")

    assert [problem.path for problem in stray_files(tmp_path, "articles")] == [f"articles/{name}"]


@pytest.mark.parametrize(
    "name", ["bai.md", "README.md", "anh.jpg", ".ghi-chu.txt", "tai-lieu/mau.docx"]
)
def test_article_picture_and_document_are_no_strays(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"x")

    assert list(stray_files(tmp_path, "articles")) == []
