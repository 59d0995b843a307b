"""The template environment: filters for Vietnamese readers, and escaping of all our HTML."""

import posixpath
from collections.abc import Sequence
from datetime import date
from email.utils import format_datetime
from html import unescape
from typing import Any

from jinja2 import Environment
from jinja2.utils import htmlsafe_json_dumps
from mkdocs.config.defaults import MkDocsConfig

from newsroom.content import uris
from newsroom.content.newsroom import NOTICES, Section
from newsroom.display.loudspeaker import announcement
from newsroom.display.structured_data import Site, structured_data
from newsroom.site.mkdocs.settings import newsroom_of
from newsroom.site.theme import photos
from newsroom.site.theme.charts import chart
from newsroom.site.theme.frame import Frame
from newsroom.site.theme.hours import hours_text, with_times_together
from newsroom.site.theme.letters import letter
from newsroom.site.theme.links import url
from newsroom.site.theme.phones import with_phones
from newsroom.site.theme.policy import policy
from newsroom.site.theme.qr import qr
from newsroom.text.dates import format_day, format_time, format_weekday
from newsroom.text.numbers import (
    format_count,
    format_number,
    format_percent,
    format_short,
    format_size,
)
from newsroom.text.plain import shortened

_IN_BAR = 3
_OURS = ("base.html", "main.html", "404.html", "sitemap.xml")


def prepare(env: Environment) -> None:
    """Give the environment our filters, the site's addresses and autoescaping of our
    templates.

    The theme's own templates, of which icons are included, rely on not being escaped.
    """
    env.autoescape = is_ours
    env.filters.update(
        day=format_day, time=format_time, count=format_count, iso=iso,
        policy=policy, main_sections=main_sections, rfc822=format_datetime, file_type=file_type,
        file_size=format_size, json=json_text, shortened=shortened, structured_data=with_structure,
        picture=photos.picture, card=photos.card, with_photos=photos.with_photos, qr=qr,
        letter=letter, hours=hours_text, times_together=with_times_together,
        phones=with_phones, number=format_number, short=format_short, percent=format_percent,
        chart=chart, sentence=sentence, weekday=format_weekday, announcement=announcement, url=url,
    )  # fmt: skip
    env.globals.update(uris=uris, frame=Frame(env))


def is_ours(name: str | None) -> bool:
    """Whether a template of that name is written by us and therefore escaped."""
    return name is not None and (name.startswith("newsroom/") or name in _OURS)


def iso(moment: date) -> str:
    """The day, or the moment with its zone, as HTML and JSON-LD want it."""
    return moment.isoformat()


def with_structure(display: object, uri: str, config: MkDocsConfig) -> dict[str, Any] | None:
    """What the page at that address tells search engines; None where that is nothing."""
    ward = newsroom_of(config).ward
    site = Site(config.site_url or "/", unescape(config.site_name), ward)
    graph = structured_data(display, uri, site)
    return {"@context": "https://schema.org", "@graph": graph} if graph else None


def json_text(value: Any) -> str:
    """The value as JSON in which nothing can end a script element; what is None is left out."""
    return htmlsafe_json_dumps(_without_none(value), ensure_ascii=False)


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_none(one) for key, one in value.items() if one is not None}
    return [_without_none(one) for one in value] if isinstance(value, list | tuple) else value


def main_sections(
    sections: Sequence[Section], own: Section | None, here: str | None
) -> list[Section]:
    """The few sections that the bar has room for: notices, then the first ones, and always the one
    where the reader is. own: that of the article; here: the address of the page."""
    current = [one for one in sections if own == one or uris.section_uri(one) == here]
    first = sorted(sections, key=lambda one: one.slug != NOTICES)[:_IN_BAR]
    return first if not current or current[0] in first else [*first[:-1], *current]


def sentence(text: str) -> str:
    """The text as a sentence begins: quý IV is Quý IV, where `capitalize` makes it Quý iv."""
    return text[:1].upper() + text[1:]


def file_type(path: str) -> str:
    """The type of a document by its name, as readers know it: PDF, DOCX."""
    return posixpath.splitext(path)[1].lstrip(".").upper()
