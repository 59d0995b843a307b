"""Charts: an indicator over quarters as bars, drawn at build as an image in the page.

Told apart by shape and not by colour, so that paper shows the same: the latest quarter is filled,
earlier ones are outlined, one without a value is a dot on the line.
"""

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from newsroom.display.series import Point, Series
from newsroom.text.numbers import format_number

_STEP, _BAR, _HEIGHT = 18, 13, 60
"""Units of the drawing: from bar to bar, the width of one, the height of all."""
_ABOVE, _BELOW = 19, 36
"""Room for the value above a bar, and for two lines of the quarter below it."""
_YEAR = 31
"""The width of a year, in whichever typeface a phone has: two bars are hardly wider."""
_LEAST = 2
"""The height of a bar that is not nought, so that it is seen."""


def chart(series: Series) -> Markup:
    """The bars of the series; the table beside it says the same in words."""
    points = series.points
    width = _STEP * len(points)
    bars = [_bar(point, place, points) for place, point in enumerate(points)]
    return Markup(
        '<svg class="chart__bars" role="img" aria-label="{}" viewBox="0 {} {} {}">'
        '{}<path class="chart__ground" d="M0 {}H{}"/>'
        '<text class="chart__value" x="{}" y="-5">{}</text></svg>'
    ).format(
        _told(series), -_ABOVE, width, _ABOVE + _HEIGHT + _BELOW,
        Markup().join(bars), _HEIGHT, width, width - (_STEP - _BAR) / 2, _last(points),
    )  # fmt: skip


def _bar(point: Point, place: int, points: Sequence[Point]) -> Markup:
    left, middle = place * _STEP + (_STEP - _BAR) / 2, place * _STEP + _STEP / 2
    label = Markup('<text x="{}" y="{}">{}</text>').format(
        f"{middle:g}", _HEIGHT + 15, point.quarter.roman
    )
    is_last = place == len(points) - 1
    if (place == 0 and point.quarter.number < 4) or point.quarter.number == 1:
        # Below the last bar a year ends where the drawing does.
        label += _year(point.quarter.year, left + _BAR - _YEAR if is_last else left)
    if point.value is None:
        gap = Markup('<circle class="chart__gap" cx="{}" cy="{}" r="2"/>')
        return gap.format(f"{middle:g}", _HEIGHT - 4) + label
    height = _height(point.value, points)
    css = "chart__bar chart__bar--last" if is_last else "chart__bar"
    bar = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>')
    return bar.format(css, f"{left:g}", _HEIGHT - height, _BAR, height) + label


def _year(year: int, left: float) -> Markup:
    return Markup(
        '<text class="chart__year" x="{}" y="{}" textLength="{}" lengthAdjust="spacingAndGlyphs">'
        "{}</text>"
    ).format(f"{left:g}", _HEIGHT + 31, _YEAR, year)


def _height(value: Decimal, points: Sequence[Point]) -> int:
    """In units of the drawing; what is below nought has none, and the table tells of it."""
    greatest = max(point.value for point in points if point.value is not None)
    if value <= 0 or greatest <= 0:
        return 0
    return max(_LEAST, round(value / greatest * _HEIGHT))


def _last(points: Sequence[Point]) -> str:
    value = points[-1].value
    return "" if value is None else format_number(value)


def _told(series: Series) -> str:
    values = (
        f"{point.quarter.title}: {format_number(point.value)}"
        for point in series.points
        if point.value is not None
    )
    return f"{series.label} ({series.unit}): {'; '.join(values)}"
