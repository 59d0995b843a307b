"""Open data: what the page of a quarter or a year shows, as CSV and as JSON.

Made from the page's own display, so the two can never say different things. The names of columns
and keys are documented in README.md and stay as they are.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from newsroom.catalogue.figures import Comparison, Total
from newsroom.catalogue.spans import Course
from newsroom.content.quarter import Quarter
from newsroom.display.indexes import Index
from newsroom.display.organizations import NAMELESS
from newsroom.display.promised import OrganizationTasks, TaskLine
from newsroom.display.quarters import QuarterReviews
from newsroom.display.reported import IndicatorRow
from newsroom.display.series import Series
from newsroom.display.years import YearReviews
from newsroom.text.spreadsheet import as_text

Row = Mapping[str, object]


def data_of(page: Index) -> dict[str, Any]:
    """All that the page says in figures and tasks; addresses as they are on the site."""
    if isinstance(page, QuarterReviews):
        return _quarter(page)
    if isinstance(page, YearReviews):
        return _year(page)
    raise TypeError(page.layout)


def _quarter(page: QuarterReviews) -> dict[str, Any]:
    return {
        "quy": str(page.quarter),
        "so_lieu": [_indicator(row) for group in page.figures for row in group.rows],
        "chua_co_so_lieu": [{**_named(one), "quy_truoc": one.value} for one in page.silent],
        "dien_bien": [_series(one) for one in (*page.series, *page.more_series)],
        "nhiem_vu": list(_tasks(page.tasks)),
        "nhiem_vu_quy_sau": list(_tasks(page.next_tasks.groups)),
        "bai_so_ket": [
            {"don_vi": one.organization.title, "tieu_de": review.title, "dia_chi": review.uri}
            for one in page.organizations
            for review in one.reviews
        ],
    }


def _year(page: YearReviews) -> dict[str, Any]:
    return {
        "cac_quy": [str(quarter) for quarter in page.quarters],
        "so_lieu": [_course(row, page.quarters) for group in page.figures for row in group.rows],
        "nhiem_vu": list(_tasks(page.tasks)),
    }


def _course(row: Comparison[Course], quarters: Sequence[Quarter]) -> dict[str, Any]:
    now = row.total
    totals = {quarter: now.total_of(quarter) for quarter in quarters}
    return {
        **_named(now.last),
        **{f"quy_{q.number}": total.value if total else None for q, total in totals.items()},
        "ca_ky": now.value,
        "ca_ky_nam_truoc": row.before.value if row.before else None,
        "so_voi_nam_truoc": row.difference,
    }


def _indicator(row: IndicatorRow) -> dict[str, Any]:
    now = row.now
    return {
        **_named(now),
        "gia_tri": now.value,
        "ke_hoach": now.target,
        "trong_tong_so": now.whole,
        "quy_truoc": _before(row.previous),
        "so_voi_quy_truoc": row.previous.difference,
        "cung_ky": _before(row.year_before),
        "so_voi_cung_ky": row.year_before.difference,
        "theo_don_vi": _reports(now),
    }


def _named(total: Total) -> dict[str, Any]:
    return {
        "ma": total.indicator.key,
        "chi_tieu": total.label,
        "don_vi_tinh": total.unit.title,
    }


def _series(series: Series) -> dict[str, Any]:
    return {
        "ma": series.key,
        "chi_tieu": series.label,
        "don_vi_tinh": series.unit,
        "tung_quy": {str(point.quarter): point.value for point in series.points},
    }


def _before(comparison: Comparison[Total]) -> Decimal | None:
    return comparison.before.value if comparison.before else None


def _reports(total: Total) -> list[dict[str, Any]]:
    return [
        {"don_vi": one.organization or NAMELESS, "gia_tri": one.figure.value, "bai": one.uri}
        for one in total.reports
    ]


def _tasks(groups: Sequence[OrganizationTasks]) -> Iterator[dict[str, Any]]:
    for group in groups:
        for task in group.tasks:
            yield {"don_vi": group.organization.title, **_task(task)}


def _task(task: TaskLine) -> dict[str, Any]:
    return {
        "nhiem_vu": task.text,
        "trang_thai": task.state.value,
        "ghi_chu": task.note,
        "hua_cho_quy": str(task.due),
        "bai_hua": task.promised_at,
        "bai_bao_cao": task.reported_at,
    }


def as_json(data: Mapping[str, Any]) -> str:
    """The data as JSON, numbers as numbers."""
    return json.dumps(data, ensure_ascii=False, indent=1, default=_number) + "\n"


def _number(value: object) -> int | float:
    if not isinstance(value, Decimal):
        raise TypeError(type(value))
    return int(value) if value == value.to_integral_value() else float(value)


def as_csv(rows: Sequence[Row]) -> str:
    """A line for each row, with a mark by which Excel knows its encoding; lists are joined, and no
    text acts as a formula."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(rows[0].keys() if rows else ())
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return "\ufeff" + file.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, list):
        value = "; ".join(f"{one['don_vi']}: {one['gia_tri']:f}" for one in value)
    return as_text(str(value))
