"""Dates as staff type them: cases/dates.yml holds the cases."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.dates import (
    VIETNAM,
    date_meant,
    format_day,
    format_time,
    is_iso,
    parse_date,
    to_iso,
    why_no_date,
)

_FILE = Path(__file__).parents[1] / "cases" / "dates.yml"
CASES = yaml.load(_FILE.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506

moments = st.datetimes(
    datetime(1980, 1, 1),  # noqa: DTZ001 (the zone is drawn; older clocks were set back at times)
    datetime(9998, 12, 31),  # noqa: DTZ001
    timezones=st.just(VIETNAM),
).map(lambda moment: moment.replace(microsecond=0))


@pytest.mark.parametrize(("typed", "iso"), CASES["understood"].items())
def test_date_is_understood(typed: str, iso: str) -> None:
    moment = parse_date(typed)

    assert moment is not None
    assert to_iso(moment) == iso
    assert moment.tzinfo is VIETNAM


@pytest.mark.parametrize("typed", CASES["not_a_date"])
def test_nonsense_is_no_date(typed: str) -> None:
    assert parse_date(typed) is None


@pytest.mark.parametrize(("typed", "why"), CASES["why"].items())
def test_reason_and_the_date_that_was_meant_are_told(typed: str, why: list[str]) -> None:
    meant = date_meant(typed)

    assert [why_no_date(typed), *([to_iso(meant)] if meant else [])] == why


@given(moments)
def test_iso_form_is_read_back_as_the_same_moment(moment: datetime) -> None:
    assert parse_date(to_iso(moment)) == moment
    assert is_iso(to_iso(moment))


@given(moments, st.integers(-12, 14))
def test_zone_of_an_iso_date_is_respected(moment: datetime, hours: int) -> None:
    abroad = moment.replace(tzinfo=timezone(timedelta(hours=hours)))

    assert parse_date(abroad.isoformat()) == abroad


@given(moments)
def test_vietnamese_order_is_day_month_year(moment: datetime) -> None:
    assert parse_date(f"{moment.day}/{moment.month}/{moment.year}") == moment.replace(
        hour=0, minute=0, second=0
    )


@given(st.text(alphabet="0123456789/-:. TZ+hgngàythángnămSACH", max_size=30))
def test_no_text_crashes_the_reader_of_dates(typed: str) -> None:
    moment = parse_date(typed)

    assert moment is None or parse_date(to_iso(moment)) == moment


def test_date_typed_with_separate_marks_is_understood() -> None:
    import unicodedata

    typed = unicodedata.normalize("NFD", "ngày 1 tháng 4 năm 2023")

    assert parse_date(typed) == datetime(2023, 4, 1, tzinfo=VIETNAM)


@pytest.mark.parametrize("typed", ["01/04/2023 18:15", "2023-4-1", "ngày 1 tháng 4 năm 2023"])
def test_forms_other_than_iso_need_rewriting(typed: str) -> None:
    assert not is_iso(typed)


def test_summer_or_winter_vietnam_is_seven_hours_ahead() -> None:
    for month in (1, 7):
        moment = parse_date(f"2023-{month:02}-01 07:00")

        assert moment == datetime(2023, month, 1, 0, 0, tzinfo=UTC)


def test_residents_read_day_first_and_24_hours() -> None:
    moment = datetime(2023, 4, 1, 8, 5, tzinfo=VIETNAM)

    assert (format_day(moment), format_time(moment)) == ("01/04/2023", "08:05")
