"""Bounds of an article: what no article needs, and what would keep or end every build.

Python-Markdown looks on to the end of the text for the partner of each bracket, so a text of
nothing but opening brackets takes the square of its length. What is beyond a bound is told with
its line before Markdown sees it. docs/decisions/0018-bounds-of-an-article.md has the figures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.text.numbers import format_count
from newsroom.text.spans import blanked, find_spans

MAX_BODY = 200_000
"""Characters of a body."""
MAX_TICKS = 30
"""Backticks in a row."""
MAX_SEARCH = 4_000_000
"""Characters that Markdown may look through for partners of brackets: a fraction of a second."""

_EMBEDDED = re.compile(r"data:[\w/+.-]{0,80};base64,[\sA-Za-z0-9+/=%]{2000}", re.IGNORECASE)
_MARKED_SECTION = re.compile(r"<!\[")
_NO_CHARACTER = re.compile(r"&#\d{8}")
_TICKS = "`" * (MAX_TICKS + 1)
_MOST = (
    (500, "đề mục hay đường kẻ", r"^[ \t>]*(?:#|!!!|\?\?\?|[-=*_ ]+$)"),
    (300, "chú thích cuối trang [^…]", r"\[\^"),
    (300, "địa chỉ để ở dòng riêng ([tên]: địa chỉ)", r"^ {0,3}\[[^\]\n]*\]:"),
    (2_000, "liên kết hay ảnh", r"\]\("),
    (5_000, "thẻ HTML", r"<[a-zA-Z/!?]"),
)
"""How many of what an article may have, as each is compared with all others, or parts the text
for all others to be looked at again."""
_COUNTED = [(most, name, re.compile(sign, re.MULTILINE)) for most, name, sign in _MOST]
MAX_COMMENTS = 100
MAX_OPEN_TAGS = 200
MAX_MARKS, MAX_MARKS_IN_TABLE = 3_000, 20_000
"""Signs of emphasis, links, code and the like in one paragraph."""
_MARK = re.compile(r"\\.|[*_`]+|[\[<&{]")
_SIGNS = "*_`[(<&{\\\n"
_SURELY_FEW = 300_000
"""So few signs, times so few characters, that no bound is passed by much."""
_NESTED = re.compile(
    r"^(?!(?:[-*_] {0,2})+$)(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){20}", re.MULTILINE
)
"""Twenty marks of items or quotations before the words of a line, but no rule: - - - - -"""
_ROWS = re.compile(r"[^\n|]*\|[^\n]*\n[ |:-]*-[ |:-]*\n(?:[^\n|]*\|[^\n]*(?:\n|$))*+$")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_NEED_NO_END = frozenset({
    "area", "base", "br", "col", "dd", "dt", "hr", "img", "input", "li", "link", "meta", "p",
    "source", "tbody", "td", "tfoot", "th", "thead", "tr", "wbr",
})  # fmt: skip
_GAP = re.compile(r"\n\s*\n")
_BRACKETS = re.compile(r"\[|\]|\(|\)")
_ANGLES = re.compile(r"<(?=[a-zA-Z/!?])|>")
_LEFT_OUT = "Hãy xóa chỗ ấy, hoặc viết \\[ thay cho dấu [ và &lt; thay cho dấu <."


@dataclass(frozen=True, slots=True)
class Excess:
    """What goes beyond a bound, and where in the body."""

    found: str
    cure: str
    offset: int = 0


def find_excess(body: str) -> Excess | None:
    """The first thing in the body that goes beyond a bound."""
    return next(_excesses(body), None)


def _excesses(body: str) -> Iterator[Excess]:
    if "64," in body and (picture := _EMBEDDED.search(body)):
        yield Excess(
            "ảnh hay tệp được dán thẳng vào bài dưới dạng chữ (data:…;base64).",
            "Hãy lưu ảnh thành tệp trong thư mục images cạnh bài rồi chèn: "
            "![mô tả](images/anh.jpg)",
            picture.start(),
        )
    if len(body) > MAX_BODY:
        yield Excess(
            f"nội dung dài {format_count(len(body))} chữ cái, quá {format_count(MAX_BODY)}.",
            "Hãy chia thành nhiều bài, hoặc đưa phần dài vào một tệp PDF kèm theo.",
        )
        return
    yield from _comments(body)
    if section := _MARKED_SECTION.search(body):
        yield Excess(
            "dấu “<![” không phải là chữ hay ảnh.",
            "Ảnh thì viết: ![mô tả](images/anh.jpg); nếu là chữ thì viết &lt; thay cho dấu <.",
            section.start(),
        )
    if number := _NO_CHARACTER.search(body):
        found = "mã &#… dài quá, không phải mã của chữ nào."
        yield Excess(found, "Hãy xóa mã ấy, hoặc gõ thẳng chữ cần viết.", number.start())
    if (ticks := body.find(_TICKS)) >= 0:
        found = f"có hơn {MAX_TICKS} dấu ` liền nhau."
        yield Excess(found, "Hãy xóa bớt; kẻ một đường ngang thì viết: ---", ticks)
    yield from _nested(body)
    if sum(map(body.count, _SIGNS)) * len(body) <= _SURELY_FEW:
        return
    plain = blanked(body)
    for most, name, sign in _COUNTED:
        yield from _too_many([found.start() for found in sign.finditer(plain)], most, name)
    yield from _too_many(_open_tags(plain), MAX_OPEN_TAGS, "thẻ HTML mở mà không đóng")
    yield from _crowds(body)
    yield from _searches(plain)


def _too_many(places: list[int], most: int, name: str) -> Iterator[Excess]:
    if len(places) > most:
        found = f"bài có {format_count(len(places))} {name}, nhiều hơn {format_count(most)}."
        yield Excess(found, "Hãy bỏ bớt, hoặc chia thành nhiều bài.", places[most])


def _comments(body: str) -> Iterator[Excess]:
    comments = [span for span in find_spans(body) if span.is_comment]
    if comments and not comments[-1].is_closed:
        found = "ghi chú bắt đầu bằng <!-- chưa đóng, nên cả phần sau không hiện."
        yield Excess(found, "Hãy thêm --> vào cuối ghi chú.", comments[-1].start)
    yield from _too_many([span.start for span in comments], MAX_COMMENTS, "ghi chú <!-- -->")


def _open_tags(text: str) -> list[int]:
    """The places of tags, as many as lack an end tag."""
    tags = [tag for tag in _TAG.finditer(text) if tag[2].lower() not in _NEED_NO_END]
    opening = [tag.start() for tag in tags if not tag[1]]
    return opening[len(tags) - len(opening) :]


def _nested(body: str) -> Iterator[Excess]:
    if (nested := _NESTED.search(body)) is not None:
        found = "danh sách hay trích dẫn lồng vào nhau quá nhiều lớp."
        cure = "Hãy viết lại cho ít lớp hơn; bài dễ đọc chỉ cần hai, ba lớp."
        yield Excess(found, cure, nested.start())


def _crowds(body: str) -> Iterator[Excess]:
    for start, end in _paragraphs(body):
        marks = [mark.start() for mark in _MARK.finditer(body, start, end)]
        most = MAX_MARKS_IN_TABLE if _ROWS.match(body[start:end]) else MAX_MARKS
        yield from _too_many(marks, most, "dấu * _ [ ` < & trong một đoạn")


def _searches(text: str) -> Iterator[Excess]:
    """Where Markdown would look through more characters than MAX_SEARCH: for each bracket through
    the rest of its paragraph, for what opens a tag through the rest of the text."""
    budget = MAX_SEARCH
    for start, end in _paragraphs(text):
        open_places = _without_partner(_BRACKETS, text, start, end)
        budget -= len(open_places) * (end - start)
        if budget < 0:
            found = f"có {format_count(len(open_places))} dấu [ hoặc ( mở mà không đóng."
            yield Excess(found, _LEFT_OUT, open_places[0])
            return
    open_places = _without_partner(_ANGLES, text, 0, len(text))
    if len(open_places) * len(text) > MAX_SEARCH:
        found = f"có {format_count(len(open_places))} dấu < mở mà không đóng."
        yield Excess(found, _LEFT_OUT, open_places[0])


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _GAP.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _without_partner(signs: re.Pattern[str], text: str, start: int, end: int) -> list[int]:
    """The places of opening signs that no closing one follows; a kind closes only its own."""
    waiting: dict[str, list[int]] = {"[": [], "(": [], "<": []}
    partner = {"]": "[", ")": "(", ">": "<"}
    for sign in signs.finditer(text, start, end):
        if sign[0] in waiting:
            waiting[sign[0]].append(sign.start())
        elif waiting[partner[sign[0]]]:
            waiting[partner[sign[0]]].pop()
    return sorted(place for places in waiting.values() for place in places)
