"""Lines of a copied page that are the page's and none of the article's: its tools, its share bar,
the list of other news below."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from newsroom.text.fold import fold

_SITE = (
    r"(?:facebook|fb|zalo|twitter|tweet|messenger|telegram|viber|linkedin|pinterest|instagram"
    r"|tiktok|e-?mail|gmail|mail|youtube|google(?:\+|\s+plus)?)"
)
_THING = rf"(?:{_SITE}|bai\s+viet|bai|tin|trang|lien\s+ket|link|duong\s+dan|dia\s+chi|ban\s+be|nay)"
_TO = r"(?:len|qua|toi|cho|voi|on|bang|mang\s+xa\s+hoi)"
_SIZE = r"(?:a|aa|[-+–−|/]|nho|vua|lon|mac\s+dinh|\d+)"
_TOOLS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:(?:co|kich\s+(?:co|thuoc))\s+chu|font\s+size)(?:\s*:?\s*{_SIZE}(?![^\W\d_]))*",
        r"a\s*[-+–−](?:[\s|/]*a?\s*[-+–−]?)*",
        r"a(?:[\s|/]+a){1,3}\s*[-+–−]?",
        r"[-+–−]\s*a(?:[\s|/]*[-+–−]?a?)*",
        r"(?:tang|giam|phong\s+to|thu\s+nho)\s+(?:co\s+)?chu",
        r"xem\s+voi\s+co\s+chu.{0,40}",
        r"(?:che\s+do\s+|do\s+)?tuong\s+phan(?:\s+cao)?",
        r"in(?:\s+(?:bai(?:\s+viet)?|trang(?:\s+nay)?|tin|noi\s+dung|ra\s+giay))?",
        r"ban\s+in|print(?:\s+this)?",
        rf"(?:gui|chuyen\s+tiep)(?:\s+(?:{_TO}|{_THING}))+",
        r"(?:gui|viet)\s+(?:binh\s+luan|phan\s+hoi)",
        rf"(?:chia\s+se|share)(?:\s+(?:{_TO}|{_THING}))*\s*:?(?:[\s,|/•·]*{_SITE})*",
        rf"{_SITE}(?:[\s,|/•·]+{_SITE})*",
        rf"(?:sao\s+chep|copy|luu)\s+{_THING}(?:\s+{_THING})*",
        r"(?:nghe|doc)\s+(?:bai(?:\s+viet)?|noi\s+dung|tin)(?:\s+(?:nay|bang\s+giong\s+noi))?",
        r"(?:quay|tro)\s+(?:lai|ve)(?:\s+trang\s+(?:truoc|chu))?",
        r"(?:len|ve)\s+dau\s+trang|ve\s+trang\s+(?:truoc|chu)",
        r"theo\s+doi\s+.{0,60}\btren\s+google\s+news",
        r"(?:thich|like|quan\s+tam|binh\s+luan)(?:\s*\(?\d+\)?)?",
        r"\d+\s+(?:binh\s+luan|luot\s+thich|thich|chia\s+se)",
        r"(?:click\s+de\s+)?danh\s+gia(?:\s+bai\s+viet)?",
        r"tong\s+so\s+diem\s+cua\s+bai\s+viet\b.*",
        r"xep\s+hang\s*:\s*[\d.,]+.*|(?:luot\s+)?binh\s+chon\s*:?\s*\d.*",
    )
)
"""On a folded line: font sizes, print, mail, share, copy, read aloud, back, follow, like, rate."""
_NEW = r"moi(?:\s+(?:nhat|hon|dang|dua|cap\s+nhat))?"
_OLD = r"cu(?:\s+hon)?|da\s+(?:dua|dang)|truoc(?:\s+do)?"
_LIKE = r"khac|lien\s+quan|cung\s+(?:chuyen\s+muc|chuyen\s+de|loai)|sau|tiep\s+theo|noi\s+bat"
_READ = r"(?:doc|xem)\s+nhieu(?:\s+nhat)?"
_NEWS = r"(?:tin\s+tuc|tin\s+bai|tin|bai\s+viet|bai|thong\s+bao)"
_OTHERS = re.compile(
    rf"(?:(?:cac|nhung|mot\s+so|danh\s+sach)\s+)?{_NEWS}(?:\s+(?:{_NEW}|{_OLD}|{_LIKE}|{_READ}))+"
    rf"|co\s+the\s+ban\s+quan\s+tam|(?:xem|doc)\s+them|{_READ}"
)
_DATED = re.compile(
    r".*\S\s*[(\[]?\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:\s+\d{1,2}[:h]\d{2}\S*)?\s*[)\]]?"
)
"""A title with its day: Lịch trực tuần (02/05/2023)."""
_LONGEST_TITLE = 25
_EDGES = " .:|•·»›<>"


class Parted(NamedTuple):
    """The lines of the article, and those of the page around it."""

    own: list[str]
    dropped: list[str]


def is_page_tool(line: str) -> bool:
    """Whether the line is nothing but a tool of the page, such as “Cỡ chữ: A- A A+”."""
    folded = fold(line).strip(_EDGES)
    return any(tool.fullmatch(folded) for tool in _TOOLS)


def without_tools(lines: Sequence[str]) -> Parted:
    """The lines without the page's tools. A single word such as “Facebook” is one only at an end
    of the page or among its like: between sentences it may be the article's."""
    own: list[str] = []
    dropped: list[str] = []
    place = 0
    for is_tool, group in groupby(lines, is_page_tool):
        run = list(group)
        at_an_end = place == 0 or place + len(run) == len(lines)
        place += len(run)
        surely = is_tool and (at_an_end or any(" " in line for line in run))
        (dropped if surely else own).extend(run)
    return Parted(own, dropped)


def without_other_news(lines: Sequence[str]) -> Parted:
    """The lines without the list of other articles that ends the page, where it is surely one."""
    for place, line in enumerate(lines):
        rest = lines[place + 1 :]
        if place and rest and _begins_others(line) and _are_titles(rest):
            return Parted(list(lines[:place]), list(lines[place:]))
    return Parted(list(lines), [])


def _begins_others(line: str) -> bool:
    return _OTHERS.fullmatch(fold(line).strip(_EDGES)) is not None


def _are_titles(lines: Sequence[str]) -> bool:
    """Whether the lines are titles of other articles: all with their days, or all short and none
    with the end of a sentence."""
    titles = [line for line in lines if not _begins_others(line)]
    if all(_DATED.fullmatch(line) for line in titles):
        return True
    return all(len(t.split()) <= _LONGEST_TITLE and not t.endswith((".", ";")) for t in titles)
