"""Numbers as Vietnamese text writes them: 1.234.567; 46,4; 1,2 tỷ. Exact: never a float."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from types import MappingProxyType
from typing import NamedTuple

from newsroom.text.fold import fold

_PLAIN = re.compile(r"\d{1,15}")
"""More digits count nothing; Python refuses to read thousands of them."""
_GROUPED = re.compile(r"\d{1,3}(?P<mark>[. ,])\d{3}(?:(?P=mark)\d{3}){0,4}")
NUMBER = r"(?:[0-9]{1,3}(?:\.[0-9]{3}){1,6}|[0-9]{1,15})(?:,[0-9]{1,6})?"
"""Digits with full stops between thousands or none, and a comma before decimals; at most 27, which
Decimal keeps exactly."""
_SCALES = MappingProxyType({
    "nghin": 3, "ngan": 3, "nghin ty": 12, "ngan ty": 12, "trieu": 6, "ty": 9, "ti": 9,
})  # fmt: skip
SCALE = r"(?:nghìn tỷ|ngàn tỷ|nghìn|ngàn|triệu|tỷ|tỉ)"
_SIGNED = re.compile(
    rf"(?P<sign>[-−]?)(?P<digits>{NUMBER})(?:\s*(?P<scale>{SCALE})(?!\w| lệ))?", re.I
)
_PARTS = re.compile(r"(?P<whole>.+?)\s*\((?P<parts>[^()]*\+[^()]*)\)(?P<rest>.*)")
_HALF = re.compile(
    r"(?P<digits>[0-9]{1,15})\s*(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)\s*rưỡi(?!\w)", re.I
)
_FOREIGN = re.compile(
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3}){2,4}|[0-9]{1,15})(?:\.(?P<decimals>[0-9]{1,6}))?"
)
_AMBIGUOUS = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
"""1,160 is 1160 to some and 1,16 to others."""

_WIDE = Context(prec=80)
"""Room for the share of the greatest number in the smallest."""


class Amount(NamedTuple):
    """A number with its addends, where a text says it with them, and the words that follow."""

    value: Decimal
    parts: tuple[Decimal, ...] = ()
    rest: str = ""


def parse_count(text: str) -> int | None:
    """The count that the text states, digits grouped by full stop, comma or space, or None.

    >>> parse_count("1.234"), parse_count("0201"), parse_count("-3"), parse_count("1.5")
    (1234, 201, None, None)
    """
    text = text.strip()
    if _PLAIN.fullmatch(text):
        return int(text)
    if _GROUPED.fullmatch(text):
        return int(re.sub(r"[. ,]", "", text))
    return None


def parse_number(text: str) -> Decimal | None:
    """The number that is all of the text, or None; see proposals for what is nearly one.

    >>> parse_number("48.800.000"), parse_number("1,2 tỷ"), parse_number("1.5")
    (Decimal('48800000'), Decimal('1200000000'), None)
    """
    amount = parse_amount(text)
    return amount.value if amount and not (amount.rest or amount.parts) else None


def parse_amount(text: str) -> Amount | None:
    """The number that the text begins with: "36 (20 + 16) mô hình"; None where it is unclear.

    >>> parse_amount("36 (20 + 16) mô hình")
    Amount(value=Decimal('36'), parts=(Decimal('20'), Decimal('16')), rest='mô hình')
    """
    text = " ".join(text.split())
    parts: list[Decimal | None] = []
    if split := _PARTS.fullmatch(text):
        parts = [parse_number(part) for part in split["parts"].split("+")]
        text = f"{split['whole']}{split['rest']}"
    found = _SIGNED.match(text)
    if found is None or None in parts or not _is_clear(text, found):
        return None
    value = scaled(_plain(found["digits"]), found["scale"] or "")
    known = tuple(part for part in parts if part is not None)
    rest = text[found.end() :].strip()
    return Amount(value.copy_negate() if found["sign"] else value, known, rest)


def _is_clear(text: str, found: re.Match[str]) -> bool:
    """Whether the number ends where it was found to end, and can be read in one way only."""
    if not re.match(r"\s*(?!rưỡi\b)(?:[^\W\d]|[%‰]|\Z)", text[found.end() :]):
        return False
    return bool(found["scale"]) or not _AMBIGUOUS.fullmatch(found["digits"])


def _plain(digits: str) -> Decimal:
    return Decimal(digits.replace(".", "").replace(",", "."))


def scaled(number: Decimal, scale: str) -> Decimal:
    """The number times what the word says: nghìn, triệu, tỷ; no word leaves it."""
    return number.scaleb(_SCALES[fold(scale)]) if scale else number


def proposals(text: str) -> Sequence[str]:
    """What may have been meant by a text that parse_number does not take.

    >>> proposals("3 triệu rưỡi"), proposals("1.5"), proposals("1,160")
    (['3,5 triệu'], ['1,5'], ['1.160', '1,16'])
    """
    text = " ".join(text.split())
    if half := _HALF.match(text):
        return [f"{half['digits']},5 {half['scale'].lower()}{text[half.end() :]}"]
    if _AMBIGUOUS.fullmatch(text):
        return [text.replace(",", "."), format_number(_plain(text))]
    if foreign := _FOREIGN.fullmatch(text):
        whole = int(foreign["whole"].replace(",", ""))
        return [format_count(whole) + (f",{foreign['decimals']}" if foreign["decimals"] else "")]
    return []


def format_count(number: int) -> str:
    """The number with a full stop between thousands."""
    return f"{number:,}".replace(",", ".")


def format_number(number: Decimal) -> str:
    """The number in full, exactly. Just three decimals get a zero more: 1,160 would be unclear.

    >>> format_number(Decimal("48800000.50")), format_number(Decimal("1.161"))
    ('48.800.000,5', '1,1610')
    """
    whole, _, decimals = f"{abs(number):,f}".partition(".")
    decimals = decimals.rstrip("0")
    if len(decimals) == 3:
        decimals += "0"
    sign = "-" if number < 0 else ""
    return sign + whole.replace(",", ".") + (f",{decimals}" if decimals else "")


def format_short(number: Decimal) -> str:
    """The number as people say it, if that says all of it: millions with at most two decimals.

    >>> format_short(Decimal("263500000")), format_short(Decimal("61375500"))
    ('263,5 triệu', '61.375.500')
    """
    for zeros, word in ((9, "tỷ"), (6, "triệu")):
        short = number.scaleb(-zeros, _WIDE)
        if abs(short) >= 1 and short == rounded(short, 2):
            return f"{format_number(short)} {word}"
    return format_number(number)


def format_percent(number: Decimal) -> str:
    """Hundredths with at most one decimal.

    >>> format_percent(Decimal("46.44")), format_percent(Decimal("100"))
    ('46,4%', '100%')
    """
    return f"{format_number(rounded(number))}%"


def rounded(number: Decimal, places: int = 1) -> Decimal:
    """The number with so many decimals, a half away from nought, as people round."""
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)


def format_size(size: int) -> str:
    """A size in bytes as thousands or, from a million on, millions of them.

    >>> format_size(84_200)
    '84 kB'
    >>> format_size(1_234_567_890)
    '1.234,6 MB'
    """
    if size < 999_500:
        return f"{max(1, round(size / 1000))} kB"
    whole, tenth = divmod(round(size / 100_000), 10)
    return f"{format_count(whole)},{tenth} MB"
