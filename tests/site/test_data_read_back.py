"""The data beside each page of a quarter, half-year and year holds every number that the page's
tables show, and none that they do not."""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

NUMBER = re.compile(r"(\d[\d.]*(?:,\d+)?)(?: (triệu|tỷ)\b)?")
SCALES = {"": 0, "triệu": 6, "tỷ": 9}
SIGNS = {"giảm": -1, "không đổi": 0, "tăng": 1}
Row = dict[str, Any]
Pair = tuple[BeautifulSoup, Path]


@pytest.fixture(scope="module")
def quarters(built_site: Path) -> list[Pair]:
    return pages(built_site.glob("so-ket-quy/*/quy-*/index.html"))


@pytest.fixture(scope="module")
def years(built_site: Path) -> list[Pair]:
    return pages(built_site.glob("so-ket-nam/**/index.html"))


def pages(files: Iterable[Path]) -> list[Pair]:
    found = sorted(files)
    assert len(found) >= 4
    return [(BeautifulSoup(f.read_text(encoding="utf-8"), "html.parser"), f.parent) for f in found]


def data_in(folder: Path) -> Any:
    text = (folder / "du-lieu.json").read_text(encoding="utf-8")
    return json.loads(text, parse_int=Decimal, parse_float=Decimal)


def words(node: Tag) -> str:
    return " ".join(node.get_text(" ").split())


def numbers(text: str) -> list[Decimal]:
    return [
        Decimal(one.replace(".", "").replace(",", ".")).scaleb(SCALES[scale])
        for one, scale in NUMBER.findall(text)
    ]


def known(*values: Decimal | None) -> list[Decimal]:
    return [value for value in values if value is not None]


def hundredths(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """As the page rounds them: one decimal, a half away from nought."""
    if part is None or not whole:
        return None
    return (abs(part) * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def rows_of(page: Tag, table: str) -> Iterator[tuple[Tag, str, list[Tag]]]:
    """The rows of tables of a kind: what stands first, its name and unit, its other cells."""
    for row in page.select(f"{table} tbody tr"):
        named = row.select_one("th")
        assert named
        own = [one for one in named.contents if "indicator__reports" not in str(one)]
        name = " ".join("".join(one.get_text() for one in own).split())
        yield named, name, row.select("td")


def changed(cell: Tag, before: Decimal | None, by: Decimal | None, *, share: bool) -> None:
    """Check what a cell says of another time."""
    text = words(cell)
    rate = None if share or not by else hundredths(by, before)
    assert numbers(text) == known(before, abs(by) if by else None, rate)
    sign = next((sign for word, sign in SIGNS.items() if word in text), None)
    assert sign == (None if by is None else (by > 0) - (by < 0))
    assert ("không so sánh được" in text) is (by is None)


def named_as(row: Row) -> str:
    return f"{row['chi_tieu']} ({row['don_vi_tinh']})"


def test_indicators_of_quarters(quarters: list[Pair]) -> None:
    for page, folder in quarters:
        shown, data = list(rows_of(page, ".numbers--quarter")), data_in(folder)["so_lieu"]

        assert [name for _, name, _ in shown] == [named_as(row) for row in data]
        for (head, _, (now, previous, earlier)), row in zip(shown, data, strict=True):
            value, whole, plan = row["gia_tri"], row["trong_tong_so"], row["ke_hoach"]
            of = (hundredths(value, whole), whole, hundredths(value, plan), plan)
            assert numbers(words(now)) == known(value, *of)
            is_share = row["don_vi_tinh"] == "%"
            changed(previous, row["quy_truoc"], row["so_voi_quy_truoc"], share=is_share)
            changed(earlier, row["cung_ky"], row["so_voi_cung_ky"], share=is_share)
            by = head.select_one(".indicator__reports")
            reported = [one["gia_tri"] for one in row["theo_don_vi"]]
            assert sorted(numbers(words(by))) == sorted(reported) if by else len(reported) == 1


def test_key_figures_stand_in_the_data(quarters: list[Pair]) -> None:
    for page, folder in quarters:
        reported = {
            (named_as(row), one["bai"], one["gia_tri"])
            for row in data_in(folder)["so_lieu"]
            for one in row["theo_don_vi"]
        }
        values = {(name, value) for name, _, value in reported}
        for figure in page.select(".reported .counted > div"):
            label, told = figure.select_one("dt"), figure.select_one("dd")
            assert label and told and told.b
            unit = str(told.b.next_sibling).strip()
            assert (f"{words(label)} ({unit})", *numbers(words(told.b))) in values


def test_what_a_quarter_has_nothing_of_yet(quarters: list[Pair]) -> None:
    for page, folder in quarters:
        told = [words(line) for line in page.select(".silent li")]
        data = data_in(folder)["chua_co_so_lieu"]

        assert [line.partition(": quý trước ")[0] for line in told] == [r["chi_tieu"] for r in data]
        for line, row in zip(told, data, strict=True):
            assert numbers(line.rpartition(": quý trước ")[2]) == known(row["quy_truoc"])


def test_numbers_behind_charts(quarters: list[Pair]) -> None:
    for page, folder in quarters:
        charts, data = page.select(".chart"), data_in(folder)["dien_bien"]

        assert len(charts) == len(data)
        for chart, row in zip(charts, data, strict=True):
            assert words(chart.select_one("figcaption") or chart).startswith(named_as(row))
            shown = [(name, words(cell)) for _, name, (cell,) in rows_of(chart, "table")]
            assert [known_as(quarter) for quarter in row["tung_quy"]] == [one for one, _ in shown]
            values = [numbers(text) for _, text in shown]
            assert values == [known(value) for value in row["tung_quy"].values()]


def known_as(quarter: str) -> str:
    """2023-Q1 as pages name it."""
    year, number = quarter.split("-Q")
    return f"Quý {('I', 'II', 'III', 'IV')[int(number) - 1]}/{year}"


def test_tasks_of_quarters(quarters: list[Pair]) -> None:
    for page, folder in quarters:
        data = data_in(folder)
        for title, key in (("da-hua", "nhiem_vu"), ("se-lam", "nhiem_vu_quy_sau")):
            section = page.select_one(f"section[aria-labelledby={title}]")
            shown = list(tasks_in(section)) if section else []
            stated = [(r["nhiem_vu"].lower(), r["ghi_chu"].lower()) for r in data[key]]
            assert sorted(text for text, _ in shown) == sorted(text for text, _ in stated)
            for text, notes in shown:
                assert any(text == one and note in notes for one, note in stated)
        assert counts_of_folds(page, "da-hua") == counted(data["nhiem_vu"])


def tasks_in(section: Tag) -> Iterator[tuple[str, str]]:
    for task in section.select(".task"):
        text, notes = task.select_one(".task__text"), task.select(".task__note")
        assert text
        yield words(text).lower(), " ".join(map(words, notes)).lower()


def counts_of_folds(page: Tag, title: str) -> dict[str, int]:
    folds = page.select(f"section[aria-labelledby={title}] .fold")
    told = (words(fold.select_one("summary") or fold) for fold in folds)
    found = (re.fullmatch(r"(.+) (\d+) nhiệm vụ", line) for line in told)
    return {match[1].lower(): int(match[2]) for match in found if match}


def counted(tasks: Iterable[Row]) -> dict[str, int]:
    states = [task["trang_thai"] for task in tasks]
    return {state: states.count(state) for state in states}


def test_indicators_of_years(years: list[Pair]) -> None:
    for page, folder in years:
        shown, data = list(rows_of(page, ".numbers--year")), data_in(folder)["so_lieu"]

        assert [name for _, name, _ in shown] == [named_as(row) for row in data]
        for (_, _, cells), row in zip(shown, data, strict=True):
            *by_quarter, whole, before = cells
            values = [row[key] for key in row if re.fullmatch(r"quy_\d", key)]
            assert [numbers(words(cell)) for cell in by_quarter] == [known(one) for one in values]
            of = whole.select_one("strong")
            assert (numbers(words(of)) if of else []) == known(row["ca_ky"])
            earlier, by = row["ca_ky_nam_truoc"], row["so_voi_nam_truoc"]
            changed(before, earlier, by, share=row["don_vi_tinh"] == "%")


def test_tasks_of_years(years: list[Pair]) -> None:
    for page, folder in years:
        tasks = data_in(folder)["nhiem_vu"]
        assert counts_of_folds(page, "nhiem-vu") == counted(tasks)
        heads = [words(cell).lower() for cell in page.select(".task-counts thead th")[1:]]
        for _, name, cells in rows_of(page, ".task-counts"):
            own = counted(task for task in tasks if task["don_vi"].startswith(name))
            assert [int(words(cell)) for cell in cells] == [own.get(state, 0) for state in heads]
        whole = [int(words(cell)) for cell in page.select(".task-counts tfoot td")]
        assert whole == [counted(tasks).get(state, 0) for state in heads]


def test_csv_is_the_same_indicators(quarters: list[Pair], years: list[Pair]) -> None:
    for _, folder in [*quarters, *years]:
        with (folder / "du-lieu.csv").open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.DictReader(file))
        data = data_in(folder)["so_lieu"]

        assert len(lines) == len(data)
        for line, row in zip(lines, data, strict=True):
            assert line.keys() == row.keys()
            for key, value in row.items():
                if isinstance(value, list):
                    told = "; ".join(f"{one['don_vi']}: {one['gia_tri']:f}" for one in value)
                    assert line[key] == told
                elif isinstance(value, Decimal):
                    assert Decimal(line[key]) == value
                else:
                    assert line[key] == (value or "")
