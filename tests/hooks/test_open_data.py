"""The data beside a quarter's page says what the page says, and harms no spreadsheet."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from tiny_site import ROOT, TinySite

from newsroom.display.open_data import as_csv, as_json

PAGE = "so-ket-quy/2023/quy-1"
FIGURES = """
  - {label: "=1+1 buổi; họp", value: 12, unit: buổi, target: 10}
  - {label: "Trị giá “quà” <b>", value: "48.800.000,5", unit: đồng}
  - {label: Hài lòng, value: "90,5", unit: "%"}"""
ONE = Decimal(1)
EARLIER = """
  - {label: "=1+1 buổi; họp", value: 15, unit: buổi}"""


@pytest.fixture(scope="module")
def site(shared_site: Callable[[], TinySite]) -> TinySite:
    site = shared_site()
    for quarter, day, figures in (
        ("2022-Q4", "2022-12-30", EARLIER), ("2023-Q1", "2023-03-31", FIGURES),
    ):  # fmt: skip
        fields = {"date": day, "quarter": quarter, "organization": "+Hội A", "figures": figures}
        site.article(f"a-{quarter.lower()}", {**fields, "tasks": "[Trồng cây]"})
    trees = "[{label: Cây trồng, value: 16, unit: mô hình}]"
    for quarter, day, value in (
        ("2022-Q1", "2022-03-30", "20"), ("2022-Q4", "2022-12-30", "10"),
        ("2023-Q1", "2023-04-02", "16"),
    ):  # fmt: skip
        fields = {"date": day, "quarter": quarter, "organization": "Hội C"}
        site.article(f"c-{quarter.lower()}", {**fields, "figures": trees.replace("16", value)})
    site.article("b", {"date": "2023-04-01", "quarter": "2023-Q1", "organization": "Hội B",
                       "figures": FIGURES})  # fmt: skip
    site.build()
    return site


def shown(page: str) -> Iterator[tuple[str, str, list[str]]]:
    """The rows of the page's tables: label, unit, the text of each cell."""
    for row in re.findall(r"<tr>\s*<th scope=\"row\">.*?class=\"indicator.*?</tr>", page, re.S):
        label, unit = re.findall(r'scope="row">(.*?) <span class="[^"]*">\((.*?)\)</span>', row)[0]
        cells = re.findall(r"<td[^>]*>(.*?)</td>", row, re.S)
        texts = (" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in cells)
        yield unescape(label), unit, [unescape(text) for text in texts]


def change_in(cell: str) -> Decimal | None:
    found = re.search(r"(tăng|giảm) ([\d.,]+)", cell)
    if not found:
        return Decimal(0) if "không đổi" in cell else None
    by = Decimal(found[2].replace(".", "").replace(",", "."))
    return by if found[1] == "tăng" else -by


def rows_of_csv(site: TinySite) -> list[dict[str, str]]:
    text = (site.site / PAGE / "du-lieu.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def data_of_json(site: TinySite) -> Any:
    text = (site.site / PAGE / "du-lieu.json").read_text(encoding="utf-8")
    return json.loads(text, parse_float=Decimal, parse_int=Decimal)


def test_csv_and_json_read_back_are_what_the_page_shows(site: TinySite) -> None:
    page = list(shown(site.page(PAGE)))
    in_csv, in_json = rows_of_csv(site), data_of_json(site)["so_lieu"]

    assert [label for label, _, _ in page] == [row["chi_tieu"] for row in in_json]
    assert [label for label, _, _ in page] == [row["chi_tieu"].removeprefix("'") for row in in_csv]
    for (_, unit, cells), row, line in zip(page, in_json, in_csv, strict=True):
        assert unit == row["don_vi_tinh"] == line["don_vi_tinh"]
        for cell, name in zip(cells, ("gia_tri", "quy_truoc", "cung_ky"), strict=True):
            number = re.match(r"[\d.,]+(?= |$)", cell)
            value = number and Decimal(number[0].replace(".", "").replace(",", "."))
            assert value == row[name] == (Decimal(line[name]) if line[name] else None)
        for cell, name in zip(cells[1:], ("so_voi_quy_truoc", "so_voi_cung_ky"), strict=True):
            assert change_in(cell) == row[name] == (Decimal(line[name]) if line[name] else None)
    trees = next(cells for label, _, cells in page if label == "Cây trồng")
    assert trees == ["16", "10 tăng 6 (60%)", "20 giảm 4 (20%)"]
    assert page[0][2][0] == "24 120% kế hoạch (20)"
    assert page[2][2][0] == "không cộng được"


def test_comparison_is_left_out_where_the_page_says_that_there_is_none(site: TinySite) -> None:
    first, *_ = data_of_json(site)["so_lieu"]

    assert (first["quy_truoc"], first["so_voi_quy_truoc"]) == (15, None)
    assert "không so sánh được</span>" in site.page(PAGE)
    assert [report["gia_tri"] for report in first["theo_don_vi"]] == [12, 12]


def test_tasks_are_data_as_well(site: TinySite) -> None:
    (task,) = data_of_json(site)["nhiem_vu"]

    assert (task["don_vi"], task["nhiem_vu"]) == ("+Hội A", "Trồng cây")
    assert (task["trang_thai"], task["hua_cho_quy"]) == ("chưa báo cáo", "2023-Q1")
    assert task["bai_hua"] == "tin/2022/12/a-2022-q4/"


def test_page_leads_to_its_data(site: TinySite) -> None:
    for name in ("du-lieu.csv", "du-lieu.json"):
        assert f'{PAGE}/{name}"' in site.page(PAGE)


@pytest.mark.parametrize("text", ["=SUM(A1)", "+84", "-Hội", "@hội", "\t=1", "\r=1"])
def test_no_text_acts_in_a_spreadsheet(text: str) -> None:
    file = as_csv([{"chu": text, "so": Decimal("-5"), "hoi": [{"don_vi": text, "gia_tri": ONE}]}])
    assert file.startswith("\ufeff")
    (row,) = csv.DictReader(io.StringIO(file.removeprefix("\ufeff"), newline=""))

    assert row == {"chu": f"'{text}", "so": "-5", "hoi": f"'{text}: 1"}


def test_numbers_of_json_are_numbers() -> None:
    data = json.loads(as_json({"a": Decimal("48800000"), "b": Decimal("46.4"), "c": None}))

    assert data == {"a": 48800000, "b": 46.4, "c": None}


def test_every_key_is_documented(site: TinySite) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    data = data_of_json(site)
    lists = [rows for rows in data.values() if isinstance(rows, list)]
    keys = {*data, *(key for rows in lists for row in rows for key in row)}

    assert {key for key in keys if f"`{key}`" not in text} == set()
    assert set(rows_of_csv(site)[0]) <= keys
