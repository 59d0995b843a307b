"""Spellings of dates that come from other programs or fingers, in those that date_forms knows."""

import re
from types import MappingProxyType

_MONTHS = MappingProxyType({
    "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
    "chín": 9, "mười một": 11, "mười hai": 12, "mười": 10,
})  # fmt: skip
"""Not tháng Giêng and tháng Chạp, which are months of the moon."""
_NAMED_MONTH = re.compile(
    rf"(?<=tháng )(?:{'|'.join(_MONTHS)})(?=\s*,?\s+(?:năm\s+)?\d{{4}})", re.I
)
_IN_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_IN_ENGLISH)})[a-z]*\.?"
_DAY_OF_WEEK = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_ENGLISH = [
    re.compile(_DAY_OF_WEEK + form + r"(?P<rest>.*)", re.IGNORECASE)
    for form in (
        rf"{_MONTH}\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})(?!\d)",
        rf"(?P<day>\d{{1,2}})[\s-]{_MONTH}[\s-](?P<year>\d{{4}})(?!\d)",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})\s+(?P<time>[\d:]{{4,8}})\s+(?P<year>\d{{4}})",
    )
]
"""As mails, clocks and browsers write them: May 10, 2023; 10-May-2023; Wed May 10 08:00:00 2023."""
_PLACE = re.compile(r"(?!thứ\s|chủ\s)[^\W\d][^\d,]{1,40},\s*(?=ngày\s)", re.IGNORECASE)
"""As letters begin: Hà Nội, ngày …"""
_LETTER_O = re.compile(r"(?<=\d)[oO](?=\d)")
_BLANKS = re.compile(r"(\d{1,2}) (\d{1,2}) (\d{4})(?!\d)")
_DOT = re.compile(r"(?<=\d{4}-\d\d-\d\d )(\d\d)\.(\d\d)")
_MINUTE_SIGN = re.compile(r"(?<=\d)\s*(?:['’′]|phút(?!\w))", re.IGNORECASE)
"""08h30', 8 giờ 30 phút"""
_OUR_ZONE = re.compile(
    r"(?<=:\d\d)\s*\(?(?:GMT|UTC)?\s*\+\s*0?7(?::?00)?\)?(?=$|\s)", re.IGNORECASE
)


def as_usual(text: str) -> str:
    """The text with a date as people here write it; any other text nearly as it was.

    >>> as_usual("Wed, 10 May 2023 08:00:00 +0700"), as_usual("10 Tháng Năm, 2023")
    ('10/5/2023 08:00:00', '10 Tháng 5, 2023')
    """
    text = _MINUTE_SIGN.sub("", _OUR_ZONE.sub("", text.replace("\\", "/")))
    text = _LETTER_O.sub("0", text)
    for form in _ENGLISH:
        if found := form.fullmatch(text):
            parts = found.groupdict("")
            month = _IN_ENGLISH.index(parts["month"].lower()[:3]) + 1
            time = f" {parts['time']}" if "time" in parts else ""
            return f"{parts['day']}/{month}/{parts['year']}{time}{parts['rest']}".rstrip()
    text = _NAMED_MONTH.sub(lambda name: str(_MONTHS[name[0].lower()]), text)
    text = _BLANKS.sub(r"\1/\2/\3", _DOT.sub(r"\1:\2", text))
    return _PLACE.sub("", text, count=1) if _PLACE.match(text) else text
