"""Text typed for pre-Unicode fonts (.VnTime, VNI-Times), written in Unicode.

Such a font draws “ó” where the file says “ã”. TCVN3 (also called ABC) has a sign for each small
letter and draws capitals with fonts of their own (.VnTimeH); VNI puts one or two signs after each
other. Tables: TCVN 5712:1993 (VN3), and VNI for Windows.
"""

import re
from collections.abc import Sequence
from types import MappingProxyType

from newsroom.text.encoding import has_letters_of_unicode, legacy_encoding

_LETTERS = (
    "à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ đ è é ẻ ẽ ẹ ê ề ế ể ễ ệ ì í ỉ ĩ ị "
    "ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ ù ú ủ ũ ụ ư ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ"
)
_TCVN3 = (
    "µ ¸ ¶ · ¹ ¨ » ¾ ¼ ½ Æ © Ç Ê È É Ë ® Ì Ð Î Ï Ñ ª Ò Õ Ó Ô Ö × Ý Ø Ü Þ "
    "ß ã á â ä « å è æ ç é ¬ ê í ë ì î ï ó ñ ò ô \xad õ ø ö ÷ ù ú ý û ü þ"
)
_TCVN3_CAPITALS = MappingProxyType(
    {"¡": "Ă", "¢": "Â", "§": "Đ", "£": "Ê", "¤": "Ô", "¥": "Ơ", "¦": "Ư"}
)
_VNI = (
    "aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä ñ eø eù eû eõ eï eâ eà eá eå eã eä "
    "ì í æ ó ò oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï "
    "uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î"
)


def _table(signs: str) -> dict[str, str]:
    return dict(zip(signs.split(), _LETTERS.split(), strict=True))


_OF_TCVN3 = MappingProxyType(_table(_TCVN3) | dict(_TCVN3_CAPITALS))
_OF_VNI = MappingProxyType(_table(_VNI))
_TCVN3_SIGN = re.compile(f"[{''.join(_OF_TCVN3)}]")
_TCVN3_ALONE = re.compile(r"(?<![^\s(])[©®»·](?![^\s.,;:)])")
"""Between blanks these are what they look like: no word is spelt â, đ, ằ or ã."""
_VNI_SIGN = re.compile("|".join(sorted(_OF_VNI, key=len, reverse=True)), re.IGNORECASE)
_UNMARKED = "A-ZĂÂĐÊÔƠƯ"
_NO_SMALL = rf"(?<!\w)(?=[^\W\d_]*[{_UNMARKED}])[^\W\d_a-z]+(?!\w)"
_IN_CAPITALS = re.compile(rf"{_NO_SMALL}(?: +{_NO_SMALL})*")
"""Words of which only marked letters are small, for want of a sign for marked capitals …"""
_CAPITALS_TOGETHER = re.compile(rf"[{_UNMARKED}][^\W\d_]*[{_UNMARKED}]")
"""… one of which has two capitals: else they are names, as Lê Hà."""


def font_encoding(font: str) -> str | None:
    """The encoding of a text in a font of that name; None where it is Unicode's.

    >>> font_encoding(".VnTimeH"), font_encoding("VNI-Times"), font_encoding("Times New Roman")
    ('TCVN3', 'VNI', None)
    """
    name = font.strip().lower()
    if name.startswith((".vn", "tcvn")):
        return "TCVN3"
    return "VNI" if name.startswith("vni") else None


def draws_capitals(font: str) -> bool:
    """Whether the font draws small letters as capitals, as .VnTimeH and .VnArialH do."""
    return font.startswith(".") and font.endswith("H")


def in_unicode(text: str, encoding: str) -> str:
    """The text, which is in TCVN3 or VNI, in Unicode.

    >>> in_unicode("Ñaûng boä phöôøng", "VNI"), in_unicode("CéNG HOµ", "TCVN3")
    ('Đảng bộ phường', 'CỘNG HOÀ')
    """
    if encoding == "VNI":
        return _VNI_SIGN.sub(_of_vni, text)
    return "\n".join(map(_line_of_tcvn3, text.split("\n")))


def pieces_in_unicode(pieces: Sequence[str]) -> tuple[list[str], str | None]:
    """The pieces of one text in Unicode, and the encoding of those that were not.

    What stands in Unicode already, as the menus around an old article do, stays as it is.
    """
    is_old = [not has_letters_of_unicode(piece) for piece in pieces]
    typed = "\n".join(piece for piece, old in zip(pieces, is_old, strict=True) if old)
    encoding = legacy_encoding(typed)
    if encoding is None:
        return list(pieces), None
    converted = (
        in_unicode(piece, encoding) if old else piece
        for piece, old in zip(pieces, is_old, strict=True)
    )
    return list(converted), encoding


def _of_vni(match: re.Match[str]) -> str:
    signs = match[0]
    letter = _OF_VNI[signs.lower()]
    return letter.upper() if signs[0].isupper() else letter


def _line_of_tcvn3(line: str) -> str:
    alone = [match.start() for match in _TCVN3_ALONE.finditer(line)]
    letters = list(_TCVN3_SIGN.sub(lambda match: _OF_TCVN3[match[0]], line))
    for place in alone:
        letters[place] = line[place]
    return _IN_CAPITALS.sub(_capitals, "".join(letters))


def _capitals(match: re.Match[str]) -> str:
    return match[0].upper() if _CAPITALS_TOGETHER.search(match[0]) else match[0]
