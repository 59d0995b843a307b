"""Numbers as people of the North say them: 105 is “một trăm linh năm”, 21 “hai mươi mốt”."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 10**9
_LONGEST_DECIMALS = 2
"""More of them are said one by one."""


def spoken(number: int) -> str:
    """The whole number in words.

    >>> spoken(2023), spoken(1_050_000)
    ('hai nghìn không trăm hai mươi ba', 'một triệu không trăm năm mươi nghìn')
    """
    billions, rest = divmod(number, _BILLION)
    words = [spoken(billions), "tỷ"] if billions else []
    for size, scale in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group, rest = divmod(rest, size)
        if group or not (words or size > 1):
            words += [_below_a_thousand(group, is_first=not words), scale]
    return " ".join(filter(None, words))


def _below_a_thousand(number: int, *, is_first: bool) -> str:
    """Behind another group the hundreds are said even where there are none."""
    hundreds, rest = divmod(number, 100)
    if is_first and not hundreds:
        return _below_a_hundred(rest)
    said = f"{_DIGITS[hundreds]} trăm"
    if not rest:
        return said
    return f"{said} {'linh ' if rest < 10 else ''}{_below_a_hundred(rest)}"


def _below_a_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    said = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if not ones:
        return said
    if tens > 1 and ones in (1, 4):
        return f"{said} {'mốt' if ones == 1 else 'tư'}"
    return f"{said} {'lăm' if ones == 5 else _DIGITS[ones]}"


def spoken_decimal(whole: str, decimals: str) -> str:
    """A number with what stands behind its comma.

    >>> spoken_decimal("46", "4"), spoken_decimal("0", "05")
    ('bốn mươi sáu phẩy bốn', 'không phẩy không năm')
    """
    if not decimals:
        return spoken(int(whole))
    one_by_one = decimals.startswith("0") or len(decimals) > _LONGEST_DECIMALS
    said = spoken_digits(decimals) if one_by_one else spoken(int(decimals))
    return f"{spoken(int(whole))} phẩy {said}"


def spoken_digits(digits: str) -> str:
    """Each digit on its own, as telephone numbers are said."""
    return " ".join(_DIGITS[int(digit)] for digit in digits)
