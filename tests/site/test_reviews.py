"""The sample ward's reviews add up to what its reports of the year say in their own tables."""

import json
from pathlib import Path
from typing import Any

import pytest


def data_of(built_site: Path, uri: str) -> Any:
    return json.loads((built_site / uri / "du-lieu.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("year", "indicator", "total"),
    [
        (2023, "Buổi tuần tra của cựu chiến binh", 428),
        (2023, "Tiền thăm hỏi hội viên", 79_000_000),
        (2023, "Thuế sử dụng đất phi nông nghiệp", 841_700_000),
        (2023, "Hồ sơ hành chính trả đúng hạn", 10_129),
        (2023, "Mô hình hoàn thành từ đầu năm", 36),
        (2022, "Vụ phạm pháp hình sự", 16),
        (2022, "Trị giá quà tặng", 157_000_000),
    ],
)
def test_quarters_come_to_what_the_report_of_the_year_says(
    built_site: Path, year: int, indicator: str, total: int
) -> None:
    rows = data_of(built_site, f"so-ket-nam/{year}")["so_lieu"]

    assert [row["ca_ky"] for row in rows if row["chi_tieu"] == indicator] == [total]


def test_task_goes_on_through_four_quarters_until_it_is_done(built_site: Path) -> None:
    states = [
        task["trang_thai"]
        for number in (1, 2, 3, 4)
        for task in data_of(built_site, f"so-ket-quy/2023/quy-{number}")["nhiem_vu"]
        if task["nhiem_vu"] == "Tiếp tục mở rộng tổ liên gia"
    ]

    assert states == ["đang thực hiện"] * 3 + ["hoàn thành"]


def test_eight_organizations_report_in_ten_quarters(built_site: Path) -> None:
    pages = [path.parent for path in built_site.glob("so-ket-quy/*/quy-*/index.html")]
    reporting = {
        report["don_vi"]
        for page in pages
        for row in data_of(built_site, page.relative_to(built_site).as_posix())["so_lieu"]
        for report in row["theo_don_vi"]
    }

    assert (len(pages), len(reporting)) == (10, 8)
