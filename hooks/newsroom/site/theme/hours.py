"""Opening hours: for javascripts/hours.js, and for the eye."""

import re

from markupsafe import Markup, escape

from newsroom.text.opening_hours import opening_hours

_FROM_TO = re.compile(r"\d{1,2}(?:[:hg]\d{0,2})?\s?[-–]\s?\d{1,2}(?:[:hg]\d{0,2})?(?!\w)")


def hours_text(text: str) -> str:
    """Opening hours as javascripts/hours.js reads them; empty where they are not understood."""
    spans = ((one, "".join(map(str, one.days))) for one in opening_hours(text))
    return ";".join(f"{days} {one.opens} {one.closes}" for one, days in spans)


def with_times_together(text: str) -> Markup:
    """The text, in which no line ends between the two times of 13:30–17:00."""
    return Markup(  # noqa: S704 - the text is escaped
        _FROM_TO.sub(r'<span class="together">\g<0></span>', str(escape(text)))
    )
