"""Headings that announce tasks in all their spellings, and the lists below them."""

import pytest

from newsroom.content.figures import TaskState, TaskUpdate
from newsroom.content.quarter import Quarter
from newsroom.content.task_lists import find_reports, find_tasks

SECOND = Quarter(2023, 2)


@pytest.mark.parametrize(
    "heading",
    [
        "## Nhiệm vụ quý II năm 2023",
        "### NHIỆM VỤ TRỌNG TÂM QUÝ 2/2023",
        "## Phương hướng, nhiệm vụ quý II",
        "## III. Phương hướng quý II/2023 ##",
        "## Nhiệm vụ Quí II năm 2023",
        "## nhiem vu quy ii nam 2023",
        "## Quý II làm gì",
        "## Việc cần làm trong quý II",
        "## Nhiệm vụ trong thời gian tới",
        "**Nhiệm vụ quý II năm 2023:**",
        "**II. Nhiệm vụ quý II**",
        "Nhiệm vụ quý II năm 2023:",
        "IV. Một số nhiệm vụ trọng tâm quý II",
    ],
)
def test_list_below_such_a_heading_is_the_tasks(heading: str) -> None:
    body = f"Mở đầu.\n\n{heading}\n\n1. Một,\n2. **Hai** và [ba](a.md).\n\nKết."

    assert [item.text for item in find_tasks(body, SECOND)] == ["Một", "Hai và ba"]


@pytest.mark.parametrize(
    "heading",
    [
        "## Nhiệm vụ quý I năm 2023",
        "## Nhiệm vụ quý II năm 2022",
        "## Kết quả thực hiện nhiệm vụ",
        "## Quy chế 2 bên",
        "## Nhiệm vụ năm 2024",
        "## Sáu tháng đầu năm",
        "Đơn vị nhận nhiệm vụ quý II từ quận:",
        "`## Nhiệm vụ quý II`",
    ],
)
def test_list_below_another_heading_is_not(heading: str) -> None:
    assert find_tasks(f"{heading}\n\n- Một\n", SECOND) == []


@pytest.mark.parametrize(
    ("heading", "quarter"),
    [
        ("Phương hướng năm 2024", Quarter(2024, 1)),
        ("Bước vào năm 2024", Quarter(2024, 1)),
        ("Ba tháng cuối năm", Quarter(2023, 4)),
        ("Ba nhiệm vụ cuối năm", Quarter(2023, 4)),
        ("Nhiệm vụ sáu tháng cuối năm", Quarter(2023, 3)),
    ],
)
def test_rest_of_the_year_and_the_next_year_are_announced_by_their_eve(
    heading: str, quarter: Quarter
) -> None:
    body = f"## {heading}\n\n- Một\n"

    assert [item.text for item in find_tasks(body, quarter)] == ["Một"]
    assert find_tasks(body, Quarter(2023, 2)) == []


def test_section_ends_with_the_next_heading_and_spans_lists_and_words() -> None:
    body = (
        "## Nhiệm vụ quý II\n\nGồm:\n\n**Tuyên truyền**\n\n- Một\n  - nhỏ\n- Hai\n\n"
        "**Giám sát**\n\n- Ba\n  đi tiếp\n\n## Kết\n\n- Bốn\n"
    )

    assert [item.text for item in find_tasks(body, SECOND)] == ["Một nhỏ", "Hai", "Ba đi tiếp"]
    assert [item.line for item in find_tasks(body, SECOND)] == [6, 8, 12]


def test_boxes_report_but_not_those_of_coming_tasks() -> None:
    body = (
        "- [x] Vận động quỹ.\n- [ ] Tuần tra\n- Không có ô\n\n"
        "## Nhiệm vụ quý II\n\n- [ ] Việc mới\n"
    )

    assert find_reports(body, SECOND) == [
        TaskUpdate("Vận động quỹ", TaskState.DONE),
        TaskUpdate("Tuần tra", TaskState.RUNNING),
    ]
    assert [item.text for item in find_tasks(body, SECOND)] == ["Việc mới"]


def test_code_and_comments_list_nothing() -> None:
    body = "## Nhiệm vụ quý II\n\n<!--\n- Ẩn\n-->\n\n- Hiện\n\n```\n- [x] Mã\n```\n"

    assert [item.text for item in find_tasks(body, SECOND)] == ["Hiện"]
    assert find_reports(body, SECOND) == []
