"""A text as an announcer reads it out: what is written in figures and signs is in words.

What is not understood stays as it is written, where the announcer sees it.
"""

import re
from collections.abc import Callable

from newsroom.text.spoken_numbers import spoken, spoken_decimal, spoken_digits

_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = tuple(tens + ones for tens in ("", "X", "XX") for ones in _ONES)
_UNITS = {
    "%": "phần trăm", "‰": "phần nghìn", "đ": "đồng", "VNĐ": "đồng", "VND": "đồng",
    "km": "ki-lô-mét", "m": "mét", "cm": "xăng-ti-mét", "mm": "mi-li-mét", "ha": "héc-ta",
    "m2": "mét vuông", "m²": "mét vuông", "km2": "ki-lô-mét vuông", "km²": "ki-lô-mét vuông",
    "m3": "mét khối", "m³": "mét khối", "kg": "ki-lô-gam", "l": "lít", "ml": "mi-li-lít",
    "kWh": "ki-lô-oát giờ", "°C": "độ C", "đồng": "đồng",
}  # fmt: skip
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
_DAY, _MONTH, _YEAR = r"(?:[12]\d|3[01]|0?[1-9])", r"(?:1[0-2]|0?[1-9])", r"(?:19|20)\d\d"
_BEFORE_A_DAY = (
    r"(?<!\w)(?P<before>ngày|sáng|trưa|chiều|tối|đêm|hôm|từ|đến|tới|trước|sau|hết|vào|dịp|lễ|và"
    r"|thứ [^\W\d]+,?|chủ nhật,?)\s+"
)
_BEHIND_A_DAY = (
    r"(?=\s*(?:[.,;:)”–]|\Z|\s(?:tại|ở|lúc|do|của|năm|là|để|đã|sẽ|đến|và|với|cho|hằng|hàng|tới)\b))"
)
_NO_DAY = "".join(
    rf"(?<!\b{word} )"
    for word in (
        "số", "ngõ", "ngách", "hẻm", "kiệt", "tổ", "phố", "nhà", "phòng", "lô", "thửa", "đạt",
        "được", "chiếm", "tỷ lệ", "tỉ lệ", "trực", "phục vụ", "hoạt động",
    )
)  # fmt: skip
"""Behind these words stand addresses, shares and hours: số 12/5, đạt 3/4, trực 24/7."""
_CALLED = r"(?<!\w)(?P<called>(?:gọi|điện thoại|số máy|đường dây nóng|tổng đài)(?: số)?:? )"
_END = r"(?![\w/])"


def spoken_text(text: str) -> str:
    """The text in words.

    >>> spoken_text("Từ 8h30 ngày 12/10/2023.")
    'Từ tám giờ ba mươi phút ngày mười hai tháng mười năm hai nghìn không trăm hai mươi ba.'
    """
    if not _DIGIT_OR_ROMAN.search(text):
        return text
    parts = _LINK.split(text)  # what splits stands at the odd places
    return "".join(part if place % 2 else _in_words(part) for place, part in enumerate(parts))


def _in_words(text: str) -> str:
    for sign, form, say in _FORMS:
        if sign not in text:
            continue
        text, count = form.subn(say, text)
        if count and not _DIGIT_OR_ROMAN.search(text):
            break
    return text


def _phone(found: re.Match[str]) -> str:
    groups = re.split(r"[ .-]+", found["phone"].removeprefix("+"))
    sign = "cộng " if found["phone"].startswith("+") else ""
    return sign + ", ".join(map(spoken_digits, groups))


def _hotline(found: re.Match[str]) -> str:
    return found["called"] + spoken_digits(found["phone"])


def _document(found: re.Match[str]) -> str:
    year = f" năm {spoken(int(found['year']))}" if found["year"] else ""
    return f"{spoken(int(found['number']))}{year} {found['letters']}"


def _days(found: re.Match[str]) -> str:
    """1-5/12/2026."""
    last = _day(found["last"], found["month"], found["year"])
    return f"{_day(found['first'])} đến {last}"


def _date(found: re.Match[str]) -> str:
    return _day(found["day"], found["month"], found["year"])


def _date_behind(found: re.Match[str]) -> str:
    """5/12 behind a word that makes a day of it: elsewhere it is five of twelve."""
    said = _day(found["day"], found["month"])
    is_named = found["before"].lower() == "ngày"
    return f"{found['before']} {said.removeprefix('ngày ') if is_named else said}"


def _day(day: str, month: str = "", year: str | None = None) -> str:
    """The first ten days are “mùng”: “ngày năm tháng năm” is hard to understand."""
    number = int(day)
    said = f"ngày {'mùng ' if number <= 10 else ''}{spoken(number)}"
    return f"{said} {_month(month, year)}" if month else said


def _month(month: str, year: str | None = None) -> str:
    number = int(month)
    said = f"tháng {'tư' if number == 4 else spoken(number)}"
    return f"{said} năm {spoken(int(year))}" if year else said


def _clock(found: re.Match[str]) -> str:
    minute = int(found["minute"] or 0)
    return f"{spoken(int(found['hour']))} giờ" + (f" {spoken(minute)} phút" if minute else "")


def _counted(found: re.Match[str]) -> str:
    """Quý III/2026, đợt 2."""
    number = found["number"]
    if not number.isdigit() and number not in _ROMAN:
        return found[0]
    count = int(number) if number.isdigit() else _ROMAN.index(number)
    year = f" năm {spoken(int(found['year']))}" if found["year"] else ""
    return f"{found['word']} {spoken(count)}{year}"


def _ordinal(found: re.Match[str]) -> str:
    number = int(found["number"])
    return f"{found['word']} {({1: 'nhất', 4: 'tư'}).get(number) or spoken(number)}"


def _number(found: re.Match[str]) -> str:
    """The number, its unit, and what it is counted by: 500.000 đồng/suất."""
    whole, _, decimals = found["digits"].partition(",")
    said = spoken_decimal(whole.replace(".", ""), decimals) if decimals else _whole(whole)
    unit, each = found["unit"], " một " if found["each"] else ""
    return f"{said} {_UNITS[unit]}{each}" if unit else said


def _whole(digits: str) -> str:
    """A code of many digits, or one that begins with noughts, is no number."""
    is_code = "." not in digits and (len(digits) > 9 or (digits[0] == "0" and len(digits) > 2))
    return spoken_digits(digits) if is_code else spoken(int(digits.replace(".", "")))


_DIGIT_OR_ROMAN = re.compile(r"\d|\b[IVX]+\b")
_LINK = re.compile(r"((?:https?://|www\.)\S+|(?<!\S)[^\s@]++@\S+)")
_FORMS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        "",
        re.compile(
            r"(?<![\w+.,/-])(?P<phone>(?:\+84|0)(?:[ .-]?\d){8,10}|1[89]00(?:[ .-]?\d){4,6})"
            r"(?![\w/])"
        ),
        _phone,
    ),
    ("", re.compile(rf"{_CALLED}(?P<phone>1\d{{2,3}})(?!\d|\.\d)", re.I), _hotline),
    (
        "/",
        re.compile(
            rf"(?<![\w/])(?P<number>\d{{1,6}})/(?:(?P<year>{_YEAR})/)?"
            r"(?P<letters>[A-ZĐ]{2,}\d*(?:-[A-ZĐ]+)*)"
        ),
        _document,
    ),
    (
        "/",
        re.compile(
            rf"(?:(?<!\w)ngày\s+)?(?<![\w/,.-])(?P<first>{_DAY})\s*[-–]\s*(?P<last>{_DAY})"
            rf"/(?P<month>{_MONTH})(?:/(?P<year>{_YEAR}))?{_END}",
            re.I,
        ),
        _days,
    ),
    (
        "",
        re.compile(
            rf"(?:(?<!\w)ngày\s+)?(?<![\w/,.-])(?P<day>{_DAY})(?P<mark>[/.-])(?P<month>{_MONTH})"
            rf"(?P=mark)(?P<year>{_YEAR}){_END}"
        ),
        _date,
    ),
    ("", re.compile(r"(?<=[\dh])\s*[-–]\s*(?=\d)"), lambda _: " đến "),
    ("", re.compile(r"(?<=[^\W\d])-(?=\d)"), lambda _: " "),  # Covid-19
    (
        "/",
        re.compile(rf"{_BEFORE_A_DAY}(?P<day>{_DAY})/(?P<month>{_MONTH}){_END}", re.I),
        _date_behind,
    ),
    (
        "/",
        re.compile(
            rf"(?<![\w/,.]){_NO_DAY}(?P<day>{_DAY})/(?P<month>{_MONTH})(?P<year>){_END}{_BEHIND_A_DAY}",
            re.I,
        ),
        _date,
    ),
    (
        "",
        re.compile(
            rf"(?<!\w)(?P<word>quý|khóa|kỳ|đợt|cấp|hạng|loại|giai đoạn)\s+"
            rf"(?P<number>[IVX]+|\d{{1,2}})(?:/(?P<year>{_YEAR}))?{_END}",
            re.I,
        ),
        _counted,
    ),
    (
        "/",
        re.compile(rf"(?:(?<!\w)tháng\s+)?(?<![\w/,.])(?P<month>{_MONTH})/(?P<year>{_YEAR}){_END}"),
        lambda found: _month(found["month"], found["year"]),
    ),
    (
        "",
        re.compile(rf"(?<!\w)tháng\s+(?P<month>{_MONTH})(?![\d/,]|\.\d)"),
        lambda found: _month(found["month"]),
    ),
    (
        "",
        re.compile(rf"(?<!\w)ngày\s+(?P<day>{_DAY})(?=\s+tháng\b|\s*[,.;)]|\s*\Z|\s+(?:và|đến)\b)"),
        lambda found: _day(found["day"]),
    ),
    (
        "",
        re.compile(
            r"(?<![\w,.:])(?P<hour>[01]?\d|2[0-4])(?:(?:[hg:]|\s+giờ\s+)(?P<minute>[0-5]\d)|h)"
            r"(?![\w:])"
        ),
        _clock,
    ),
    ("", re.compile(r"(?<!\w)(?P<word>thứ)\s+(?P<number>\d{1,2})(?!\d)", re.I), _ordinal),
    ("/", re.compile(r"(?<=\d)\s*/\s*(?=\d)"), lambda _: " trên "),
    (
        "",
        re.compile(
            r"(?<![\w,.])(?P<digits>\d{1,3}(?:\.\d{3})+(?:,\d{1,6})?|\d{1,15}(?:,\d{1,6})?)"
            rf"(?!\w*[.,]?\d)(?:\s?(?P<unit>{_UNIT})(?:(?P<each>/(?=[^\W\d]))|(?!\w))|(?![^\W_]))"
        ),
        _number,
    ),
)  # fmt: skip
"""One after the other: what a form has put into words has no digit for the next. Each begins with
what stands in all that it matches, so that a text without a slash is not read for one."""
