"""`portal.py figures`: what it proposes, and that it leaves every file as it is."""

from collections.abc import Callable
from pathlib import Path

import pytest

Portal = Callable[..., int]
Capture = pytest.CaptureFixture[str]

FRONT = """\
---
title: Sơ kết {quarter}
date: {date}
category: thong-bao
quarter: {quarter}
organization: Công an phường Thử
---

"""
TEXT = """\
Tổ chức được 3 buổi tuyên truyền có 179 người tham dự. Có mặt 1160/2500 hộ đạt 46,4%.
Đăng ký 36 mô hình. (Đô thị 20 mô hình; chăm lo 16 mô hình).

| Nội dung | Quý I | Quý II |
|---|---|---|
| Tiền phạt (triệu đồng) | 39,6 | 44,25 |

## Nhiệm vụ quý III

1. Kiểm tra 58 cơ sở
"""


@pytest.fixture
def review(small_project: Path) -> Path:
    """The review of a second quarter; that of the first has two tasks."""
    folder = small_project / "articles" / "2023"
    first = FRONT.format(quarter="2023-Q1", date="2023-03-31")
    with_tasks = first.replace("organization", "tasks: [Tuần tra, Ký cam kết]\norganization")
    (folder / "quy-1.md").write_text(f"{with_tasks}Một.\n", encoding="utf-8")
    file = folder / "quy-2.md"
    file.write_text(FRONT.format(quarter="2023-Q2", date="2023-06-30") + TEXT, encoding="utf-8")
    return file


def test_proposes_figures_tasks_and_what_is_not_reported_yet(
    review: Path, portal: Portal, capsys: Capture
) -> None:
    before = review.read_bytes()

    assert portal("figures", str(review)) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("# articles/2023/quy-2.md: những gì máy tìm thấy trong bài.")
    assert [line.split("  # ")[0] for line in lines[2:]] == [
        "figures:",
        '  - {label: "Buổi tuyên truyền", value: "3", unit: "buổi"}',
        '  - {label: "Người tham dự", value: "179", unit: "người"}',
        '  - {label: "Hộ có mặt", value: "1.160", unit: "hộ", of: "2.500"}',
        ('  - {label: "Mô hình đăng ký", value: "36", unit: "mô hình", parts: '
         '[{label: "Đô thị", value: "20"}, {label: "chăm lo", value: "16"}]}'),
        '  - {label: "Tiền phạt", value: "44.250.000", unit: "đồng"}',
        "tasks:",
        '  - "Kiểm tra 58 cơ sở"',
        "task_updates:",
        '  - {task: "Tuần tra", state: chưa báo cáo}',
        '  - {task: "Ký cam kết", state: chưa báo cáo}',
    ]  # fmt: skip
    assert "# dòng 9: … Tổ chức được 3 buổi tuyên truyền có 179 người" in lines[3]
    assert review.read_bytes() == before


def test_what_is_proposed_can_be_pasted_as_it_is(
    review: Path, portal: Portal, capsys: Capture
) -> None:
    portal("figures", str(review))
    proposed = capsys.readouterr().out
    text = review.read_text(encoding="utf-8")
    review.write_text(text.replace("\n---\n", f"\n{proposed}---\n", 1), encoding="utf-8")

    assert portal("check", str(review)) == 0
    capsys.readouterr()
    portal("figures", str(review))

    again = capsys.readouterr().out
    assert "figures:" not in again
    assert "task_updates:" not in again


def test_article_without_any_says_so(small_project: Path, portal: Portal, capsys: Capture) -> None:
    assert portal("figures", str(small_project / "articles" / "2023" / "tot.md")) == 0

    assert "Không tìm thấy" in capsys.readouterr().out


def test_article_that_is_held_back_says_why(
    add_article: Callable[..., Path], portal: Portal, capsys: Capture
) -> None:
    assert portal("figures", str(add_article("chua-dong"))) == 1

    assert "articles/2023/chua-dong.md:1: phần đầu bài chưa đóng." in capsys.readouterr().err


def test_file_elsewhere_is_refused(small_project: Path, portal: Portal, capsys: Capture) -> None:
    assert portal("figures", str(small_project / "mkdocs.yml")) == 2

    assert "phải nằm trong thư mục articles" in capsys.readouterr().err
