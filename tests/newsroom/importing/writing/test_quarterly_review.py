"""Which quarter an article reviews, and whose review it is."""

from datetime import datetime

import pytest

from newsroom.content.newsroom import Organization
from newsroom.content.quarter import Quarter
from newsroom.importing.writing.quarterly_review import reporting_organization, reviewed_quarter
from newsroom.text.dates import VIETNAM


@pytest.mark.parametrize(
    ("title", "lead", "day", "quarter"),
    [
        ("Sơ kết công tác quý I năm 2023", "", "2023-04-01", "2023-Q1"),
        ("Nhìn lại 3 tháng đầu năm 2023", "Hội nghị sơ kết họp sáng nay", "2023-04-01", "2023-Q1"),
        ("Sơ kết 6 tháng đầu năm 2023", "", "2023-07-05", "2023-Q2"),
        ("Sơ kết sáu tháng đầu năm", "", "2023-07-05", "2023-Q2"),
        ("Tổng kết 9 tháng năm 2023", "", "2023-10-05", "2023-Q3"),
        ("Sơ kết quý IV/2022, nhiệm vụ quý I/2023", "", "2023-01-05", "2022-Q4"),
        ("Sơ kết quý IV và phương hướng năm sau", "", "2023-01-05", "2022-Q4"),
        ("TỔNG KẾT CÔNG TÁC QUÝ 3 NĂM 2023", "", "2023-09-29", "2023-Q3"),
        ("Triển khai nhiệm vụ quý II năm 2023", "", "2023-04-01", None),
        ("Sơ kết quý I năm 2023", "", "2023-12-01", None),
        ("Sơ kết 6 tháng cuối năm", "", "2023-12-20", None),
        ("Sơ kết công tác năm", "", "2023-12-20", None),
    ],
)
def test_reviewed_quarter_is_found(title: str, lead: str, day: str, quarter: str | None) -> None:
    published = datetime.fromisoformat(day).replace(tzinfo=VIETNAM)

    found = reviewed_quarter(title, lead, published)

    assert found == (Quarter.parse(quarter) if quarter else None)


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        ("UBMTTQ phường cùng Công an sơ kết", "", "Mặt trận"),
        ("Công an cùng UBMTTQ sơ kết", "", "Công an"),
        ("Sơ kết quý", "Uỷ ban Mttq phường họp", "Mặt trận"),
        ("Tạo công ăn việc làm", "", None),
        ("Sơ kết quý", "", None),
    ],
)
def test_organization_is_found_by_its_first_keyword(
    title: str, lead: str, expected: str | None
) -> None:
    organizations = (
        Organization("Mặt trận", ("UBMTTQ", "Ủy ban MTTQ")),
        Organization("Công an", ("Công an",)),
    )

    found = reporting_organization(title, lead, organizations)

    assert (found.title if found else None) == expected
