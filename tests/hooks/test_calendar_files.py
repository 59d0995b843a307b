"""Calendars that phones take over: read back as they were meant, and by the rules of RFC 5545."""

import re
from datetime import date, datetime, timedelta
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import NONE
from newsroom.content import article as articles
from newsroom.content.newsroom import Campaign, Section
from newsroom.display.calendar import CalendarFile
from newsroom.site.pages.calendar_files import icalendar_of
from newsroom.text.dates import VIETNAM

FILES = ("lich.ics", "phong-trao/lich.ics", "phong-trao/tet/lich.ics")


def fill(site: Any) -> None:
    site.newsroom["campaigns"] += [
        {"slug": "tet", "title": "Tết ấm; vui, đủ", "start": "2023-12-20", "end": "2024-01-31",
         "description": "Quà Tết cho hộ khó khăn, " * 12},
        {"slug": "xong", "title": "Đã xong", "start": "2023-02-01", "end": "2023-02-02"},
    ]  # fmt: skip
    base = {"date": "2023-12-20", "category": "tin"}
    site.article("hop", {**base, "title": "Mời họp", "campaign": "tet", "contact": "Tổ 6",
        "event": "{start: 2024-01-02 08:00, end: 2024-01-02 10:30, place: Nhà văn hóa}",
    })  # fmt: skip
    site.article("nop", {**base, "title": "Nộp đơn", "deadline": "2024-01-04"})
    site.article("gio", {**base, "title": "Nộp trước", "deadline": "2024-01-04 17:00"})
    site.article("hoi", {**base, "title": "Hội làng", "event": "{start: 2024-01-05}"})
    site.article("qua", {**base, "title": "Đã qua", "campaign": "tet", "deadline": "2023-12-31"})


@pytest.fixture
def site(tiny_site: Any) -> Any:
    """On 2024-01-01 at noon."""
    fill(tiny_site)
    tiny_site.build(strict=True)
    return tiny_site


def events(site: Any, name: str) -> dict[str, Event]:
    calendar = Calendar.from_ical((site.site / name).read_bytes())
    return {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}


def times(event: Event) -> tuple[object, ...]:
    return tuple(event[name].dt for name in ("DTSTART", "DTEND") if name in event)


def test_calendar_holds_what_is_to_come(site: Any) -> None:
    found = events(site, "lich.ics")

    def at(day: int, *clock: int) -> datetime:
        return datetime(2024, 1, day, *clock, tzinfo=VIETNAM)

    assert {title: times(event) for title, event in found.items()} == {
        "Bắt đầu: Tết ấm; vui, đủ": (date(2023, 12, 20), date(2023, 12, 21)),
        "Ngày cuối: Tết ấm; vui, đủ": (date(2024, 1, 31), date(2024, 2, 1)),
        "Mời họp": (at(2, 8), at(2, 10, 30)),
        "Hạn chót: Nộp đơn": (date(2024, 1, 4), date(2024, 1, 5)),
        "Hạn chót: Nộp trước": (at(4, 17),),
        "Hội làng": (date(2024, 1, 5), date(2024, 1, 6)),
    }
    meeting = found["Mời họp"]
    assert meeting["LOCATION"] == "Nhà văn hóa"
    assert "Hỏi ai: Tổ 6" in meeting["DESCRIPTION"]
    assert meeting["URL"].endswith("/tin/2023/12/hop/")


def test_campaign_has_its_days_and_what_its_articles_ask(site: Any) -> None:
    of_campaign = {
        "Bắt đầu: Tết ấm; vui, đủ", "Ngày cuối: Tết ấm; vui, đủ", "Mời họp", "Hạn chót: Đã qua",
    }  # fmt: skip

    assert set(events(site, "phong-trao/tet/lich.ics")) == of_campaign
    everything = set(events(site, "phong-trao/lich.ics"))
    assert of_campaign | {"Bắt đầu: Đã xong", "Ngày cuối: Đã xong"} <= everything


@pytest.mark.parametrize("name", FILES)
def test_file_keeps_the_rules(site: Any, name: str) -> None:
    assert_valid((site.site / name).read_bytes())


def assert_valid(data: bytes) -> None:
    """3.1: lines end in CRLF and are folded at 75 octets; 3.4 and 3.6: what each object must have;
    3.8.4.7: no two with one UID."""
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", data)
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", data)
    data.decode()
    calendar = Calendar.from_ical(data)
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    assert calendar.subcomponents
    found = calendar.walk("VEVENT")
    for event in found:
        assert {"UID", "DTSTAMP", "DTSTART"} <= event.keys()
        assert event["DTSTAMP"].dt.utcoffset() == timedelta(0)
        assert not event.errors
    zones = {zone["TZID"] for zone in calendar.walk("VTIMEZONE")}
    named = {event["DTSTART"].params.get("TZID") for event in found} - {None}
    assert named <= zones
    assert len({event["UID"] for event in found}) == len(found)


def test_files_are_the_same_whenever_they_are_made(site: Any) -> None:
    """Names and stamps too: a phone that reads one again finds the events that it knows."""
    before = {name: (site.site / name).read_bytes() for name in FILES}
    site.build(clean=True)

    assert {name: (site.site / name).read_bytes() for name in FILES} == before


def test_ward_without_anything_to_come_has_a_valid_calendar(tiny_site: Any) -> None:
    tiny_site.article("tin", {"title": "Tin", "date": "2023-12-20", "category": "tin"})
    tiny_site.build(strict=True)

    data = (tiny_site.site / "lich.ics").read_bytes()
    assert_valid(data)
    assert b"VEVENT" not in data


@given(st.text(), st.text(), st.text())
def test_no_text_breaks_a_calendar(title: str, summary: str, place: str) -> None:
    start = datetime(2024, 1, 2, 8, tzinfo=VIETNAM)
    plain = (text.encode(errors="ignore").decode() for text in (title, summary, place))
    title, summary, place = (" ".join(text.split()) for text in plain)
    one = articles.Article(
        path=PurePosixPath("2024/a.md"), title=title, date=start, section=Section("tin", "Tin"),
        body="", summary=summary, event=articles.Event(start, None, place),
    )  # fmt: skip
    campaign = Campaign("he", title, "", start.date(), description=summary)
    display = CalendarFile("a.ics", title, Catalogue.of([one]).articles, (campaign,))

    assert_valid(icalendar_of(display, "https://thu.example/"))
    assert_valid(icalendar_of(CalendarFile("a.ics", "", NONE, ()), "/"))
