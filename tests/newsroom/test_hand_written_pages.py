"""What `check` says of hand-written pages and of the editor's files."""

from pathlib import Path

import pytest

from newsroom.checks.editor import stale_editor_files
from newsroom.checks.hand_written import hand_written_problems
from newsroom.content.editor import TABLE_ENDS, TABLE_STARTS, editor_files
from newsroom.content.newsroom import Newsroom

PAGE = """\
# Liên hệ

## Giờ làm việc

```
## Không phải
```

## Ở {{ ward.unit }}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A page with headings, one in a folder, a picture, an article, and what is no page."""
    for name, text in {
        "docs/lien-he.md": PAGE,
        "docs/quy-che/mot.md": "# Một\n\n## Đặt tên { #ten }\n",
        "docs/assets/anh.svg": "<svg/>",
        "docs/decisions/0001.md": "[x](khong-co.md) {{ gi }}",
        "docs/overrides/x.md": "[x](khong-co.md)",
        "articles/2023/bai.md": "bài",
    }.items():  # fmt: skip
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def told(project: Path, newsroom: Newsroom, text: str) -> list[str]:
    """What is said of a page docs/trang.md with this text."""
    (project / "docs" / "trang.md").write_text(text, encoding="utf-8")
    problems = hand_written_problems(project / "docs", project / "articles", newsroom)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    "link",
    [
        "[a](lien-he.md)", "[a](/lien-he.md#gio-lam-viec)", "[a](lien-he.md#o-phuong)",
        "[a](quy-che/mot.md#ten)", "![a](assets/anh.svg)", "[a](/chuyen-muc/index.md)",
        "[a](/chuyen-muc/thong-bao/index.md)", "[a](/phong-trao/he-2023/index.md)",
        "[a](/luu-tru/2023/index.md)", "[a](/articles/2023/bai.md)", "[a](index.md)",
        "[a](https://vi-du.example/x#y)", "[a](tel:113)", "[a](mailto:{{ ward.email }})",
        "## Đề mục\n\n[a](#de-muc)", "`[a](khong-co.md)`", r"`\{{ ward.nmae }}`",
    ],
)  # fmt: skip
def test_link_that_leads_somewhere_is_right(project: Path, newsroom: Newsroom, link: str) -> None:
    assert told(project, newsroom, f"# Trang\n\n{link}\n") == []


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("[a](lien-hê.md)", "không trỏ tới tệp nào. Có phải là: lien-he.md"),
        ("[a](Lien-he.md)", "không trỏ tới tệp nào. Có phải là: lien-he.md"),
        ("[a](quy-che/)", "trỏ tới một thư mục. Hãy viết tên tệp .md của trang."),
        ("[a](lien-he.md#gio-lam)",
         "không trỏ tới đề mục nào của trang. Có phải là: lien-he.md#gio-lam-viec"),
        ("[a](lien-he.md#khong-phai)", "không trỏ tới đề mục nào của trang. Hãy bỏ"),
        ("[a](#mat)", "không trỏ tới đề mục nào của trang. Hãy bỏ phần #mat."),
        ("![a](anh.svg)", "không trỏ tới tệp nào."),
        ("[a](/chuyen-muc/thong-bap/index.md)",
         "không trỏ tới mã nào khai trong mkdocs.yml. Có phải là: /chuyen-muc/thong-bao/index.md"),
        ("[a](/phong-trao/x/index.md)", "Hãy viết: /phong-trao/index.md"),
        ("[a](/chuyen-muc/)", "Hãy viết: /chuyen-muc/index.md"),
        ("[a](/articles/2023/mat.md)", "không trỏ tới tệp nào."),
    ],
)  # fmt: skip
def test_dead_link_is_told_with_its_line_and_cure(
    project: Path, newsroom: Newsroom, link: str, said: str
) -> None:
    (line,) = told(project, newsroom, f"---\nsearch: false\n---\n\n# Trang\n\n{link}\n")

    assert line.startswith("docs/trang.md:7: liên kết “")
    assert said in line


def test_unknown_placeholder_is_told(project: Path, newsroom: Newsroom) -> None:
    (line,) = told(project, newsroom, "# Trang\n\n{{ ward.phne }}\n")

    assert line.startswith("docs/trang.md:3: không có chỗ điền “{{ ward.phne }}”.")


def write_editor_files(project: Path, newsroom: Newsroom) -> None:
    readme = project / newsroom.articles_dir / "README.md"
    readme.write_text(f"Đầu\n{TABLE_STARTS}\n{TABLE_ENDS}\nCuối\n", encoding="utf-8")
    for path, content in editor_files(project, newsroom):
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).write_bytes(content)


def test_files_of_the_editor_that_follow_the_settings_are_right(
    project: Path, newsroom: Newsroom
) -> None:
    assert list(stale_editor_files(project, newsroom)) == []

    write_editor_files(project, newsroom)
    schema = project / ".vscode" / "article.schema.json"
    schema.write_bytes(schema.read_bytes().replace(b"\n", b"\r\n"))

    assert list(stale_editor_files(project, newsroom)) == []


def test_stale_files_of_the_editor_are_told(project: Path, newsroom: Newsroom) -> None:
    write_editor_files(project, newsroom)
    (project / ".vscode" / "articles.code-snippets").write_text("{}", encoding="utf-8")
    readme = project / newsroom.articles_dir / "README.md"
    readme.write_text(
        readme.read_text(encoding="utf-8").replace("| `title` |", "|"), encoding="utf-8"
    )

    problems = list(stale_editor_files(project, newsroom))

    assert [problem.path for problem in problems] == [
        ".vscode/articles.code-snippets", "articles/README.md",
    ]  # fmt: skip
    assert "Hãy chạy: python scripts/portal.py editor" in str(problems[0])
    assert not any(problem.blocking for problem in problems)
