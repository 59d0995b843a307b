"""Files of calendars (iCalendar, RFC 5545), which phones subscribe to or take over."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import write_file

from newsroom.build.digests import joined
from newsroom.build.engine import Product
from newsroom.display.calendar import CalendarFile, Occasion, OccasionKind, calendar_files
from newsroom.display.digests import digest_of
from newsroom.display.site_content import SiteContent
from newsroom.site.mkdocs.settings import build_moment, newsroom_of

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_PRODUCT = "-//newsroom//lich//VI"
_ZONE = "Asia/Ho_Chi_Minh"
_OFFSET = timedelta(hours=7)
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""What no text of a calendar may hold."""
_A_DAY = timedelta(days=1)


def calendar_products(
    content: SiteContent, config: MkDocsConfig, inputs: bytes
) -> Iterator[Product]:
    """One file for what is to come, one for all campaigns, one for each."""
    newsroom, today = newsroom_of(config), build_moment().date()
    for display in calendar_files(content.catalogue, newsroom, today):
        key = joined((inputs, digest_of(display, content.card)))
        yield Product(display.uri, key, partial(_draw, display, config))


def _draw(display: CalendarFile, config: MkDocsConfig) -> None:
    write_file(icalendar_of(display, config.site_url or "/"), f"{config.site_dir}/{display.uri}")


def icalendar_of(display: CalendarFile, site_url: str) -> bytes:
    """The calendar as a file: the same bytes for the same occasions."""
    from icalendar import Calendar  # noqa: PLC0415 - few builds draw any, and it takes long to load

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", display.name)
    calendar.add("x-wr-timezone", _ZONE)
    _add_zone(calendar)
    for occasion in display.occasions:
        calendar.add_component(_event(occasion, site_url))
    return _CONTROL.sub(b"", calendar.to_ical())


def _add_zone(calendar: "Calendar") -> None:
    """Vietnam is seven hours ahead all year. A calendar must have some component: this one."""
    from icalendar import Timezone, TimezoneStandard  # noqa: PLC0415 - as above

    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", _ZONE)
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 - is in the zone that it defines
    standard.add("tzoffsetfrom", _OFFSET)
    standard.add("tzoffsetto", _OFFSET)
    zone.add_component(standard)
    calendar.add_component(zone)


def _event(occasion: Occasion, site_url: str) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - as above

    event, is_event = Event(), occasion.kind is OccasionKind.EVENT
    address = site_url + quote(occasion.uri)
    event.add("uid", _uid(occasion, site_url))
    event.add("dtstamp", occasion.changed)
    for name, when in _times(occasion):
        event.add(name, when)
    title = occasion.title if is_event else f"{occasion.kind.value}: {occasion.title}"
    event.add("summary", title)
    event.add("description", "\n".join(filter(None, _lines(occasion, address))))
    if occasion.place:
        event.add("location", occasion.place)
    event.add("url", address)
    event.add("transp", "OPAQUE" if is_event else "TRANSPARENT")
    return event


def _uid(occasion: Occasion, site_url: str) -> str:
    """The address of its page is permanent, and so is the name of the site."""
    host = urlsplit(site_url).hostname or "localhost"
    page = occasion.uri.strip("/").replace("/", "-")
    return f"{page}-{occasion.kind.name.lower()}@{host}"


def _times(occasion: Occasion) -> Iterator[tuple[str, date]]:
    """The end of days is the day after the last; what is over at once has no end."""
    if occasion.is_all_day:
        yield "dtstart", occasion.start.date()
        yield "dtend", occasion.last_day + _A_DAY
        return
    yield "dtstart", occasion.start
    if occasion.end > occasion.start:
        yield "dtend", occasion.end


def _lines(occasion: Occasion, address: str) -> Iterator[str]:
    yield occasion.about
    yield f"Hỏi ai: {occasion.contact}" if occasion.contact else ""
    yield address
