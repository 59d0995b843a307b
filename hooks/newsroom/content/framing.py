"""Front matter that is not framed by two lines of three dashes: what stands there instead."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import takewhile
from typing import Any

from newsroom.content.field_names import NAMES, field_meant
from newsroom.content.syntax_fault import SyntaxFault, long_dash
from newsroom.text.dates import VIETNAM

_DASHES = "---"
_OPENING = re.compile(r"[-–—]+")
_OTHER_SIGNS = re.compile(r"(?:[-–—*_=~•·.…]\s*){3,}|…")
"""What programs make of three signs, and what people take for them."""
_FENCE = re.compile(r"(?P<fence>```|~~~)\s*\w*")
_FIELD = re.compile(r"(?P<name>[^\W\d]\w*+(?: +\w++)*+) *+[:：](?:\s.*)?")
_PART = re.compile(r"(?:\s+|- ).*|#.*")
"""Of the field above, or a note."""
_FEWEST = 2
"""Fields of known names make front matter, whatever stands around them."""
_MOST_ABOVE = 10
_AS_HERE = "Hãy viết các dòng dạng “tên: giá trị” giữa hai dòng ---."


def no_opening(text: str) -> SyntaxFault:
    """Why the text does not begin with front matter."""
    lines = text.split("\n")
    start = next((place for place, line in enumerate(lines) if line.strip()), 0)
    for read in (_of_toml, _of_json, _in_fence, _other_opening, _unmarked, _below_others):
        if fault := read(lines, start):
            return fault
    cure = "Hãy mở đầu tệp bằng dòng ---, các dòng như title: …, rồi lại một dòng ---."
    return SyntaxFault(1, "tệp không có phần đầu bài.", cure)


def not_closed(lines: Sequence[str], first: int) -> SyntaxFault:
    """Why no line of dashes closes the front matter whose fields begin below line first."""
    if fault := long_dash(lines, first):
        return fault
    end = _end_of_fields(lines, first)
    found, number = "phần đầu bài chưa đóng.", end
    if end < len(lines) and _OTHER_SIGNS.fullmatch(lines[end].strip()):
        found = f"dòng đóng phần đầu bài là “{lines[end].strip()}”, không phải ba dấu gạch ngắn."
        return SyntaxFault(end + 1, found, f"Hãy gõ lại: {_DASHES}", _DASHES)
    if _known(lines[first:end]) < _FEWEST or "".join(lines[end : end + 1]).strip():
        return SyntaxFault(1, found, "Hãy thêm một dòng --- ngay trên nội dung bài.")
    cure = f"Hãy thêm một dòng --- ngay dưới dòng “{lines[end - 1].strip()}”."
    return SyntaxFault(number, found, cure, f"{lines[end - 1]}\n{_DASHES}")


def listed_fields(lines: Sequence[str], first: int) -> SyntaxFault | None:
    """Fields that are written as items of a list, below line first."""
    own = takewhile(lambda line: not line.startswith(_DASHES), lines[first:])
    fields = [line.removeprefix("- ") for line in own]
    if not fields or _known(fields) < len(fields):
        return None
    found = "các dòng ở phần đầu bài có dấu “-” ở trước."
    return SyntaxFault(
        first + 1,
        found,
        f"Hãy xóa các dấu ấy: {fields[0]}",
        "\n".join(fields),
        more=len(fields) - 1,
    )


def _of_toml(lines: Sequence[str], start: int) -> SyntaxFault | None:
    if lines[start].strip() != "+++":
        return None
    ends = (place for place in range(start + 1, len(lines)) if lines[place].strip() == "+++")
    end = next(ends, None)
    inner = lines[start + 1 : end]
    try:
        fields = list(_written(tomllib.loads("\n".join(inner))))
    except (tomllib.TOMLDecodeError, TypeError):
        fields = list(inner) if inner and _known(inner) == len(inner) else []
    return _in_other_language("TOML (giữa hai dòng +++)", start, end, fields)


def _of_json(lines: Sequence[str], start: int) -> SyntaxFault | None:
    if not lines[start].startswith("{"):
        return None
    rest = "\n".join(lines[start:])
    try:
        values, length = json.JSONDecoder().raw_decode(rest)
        fields = list(_written(values))
    except (ValueError, TypeError, RecursionError):
        return _in_other_language("JSON (trong dấu { })", start, None, [])
    is_alone = not rest[length:].partition("\n")[0].strip()
    end = start + rest.count("\n", 0, length) if is_alone else None
    return _in_other_language("JSON (trong dấu { })", start, end, fields)


def _in_other_language(
    language: str, start: int, end: int | None, fields: Sequence[str]
) -> SyntaxFault:
    found = f"phần đầu bài viết theo lối {language}."
    if end is None or not fields:
        return SyntaxFault(start + 1, found, _AS_HERE)
    correct = "\n".join([_DASHES, *fields, _DASHES])
    return SyntaxFault(start + 1, found, _AS_HERE, correct, more=end - start)


def _written(values: Mapping[str, Any]) -> Iterator[str]:
    """The values as lines of fields; raises TypeError where one is more than a list of words."""
    for name, value in values.items():
        if isinstance(value, list):
            yield f"{name}: [{', '.join(map(_plain, value))}]"
        else:
            yield f"{name}: {_plain(value)}"


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        ours = value.astimezone(VIETNAM) if value.tzinfo else value
        return f"{ours:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int | float | bool):
        return json.dumps(value, ensure_ascii=False)
    raise TypeError


def _in_fence(lines: Sequence[str], start: int) -> SyntaxFault | None:
    opening = _FENCE.fullmatch(lines[start].strip())
    if opening is None:
        return None
    ends = (n for n in range(start + 1, len(lines)) if lines[n].strip() == opening["fence"])
    end = next(ends, None)
    inner = [line for line in lines[start + 1 : end] if line.strip() or end]
    if inner and _FIELD.fullmatch(inner[0]) and _known(inner) == len(inner):
        inner = [_DASHES, *inner, _DASHES]
    if end is None or not inner or inner[0].strip() != _DASHES:
        return None
    found = f"phần đầu bài nằm trong khối mã ({opening['fence']})."
    cure = f"Hãy xóa hai dòng {opening['fence']}; đầu tệp là dòng ---."
    if any(line.startswith(opening["fence"]) for line in inner):
        return SyntaxFault(start + 1, found, cure)  # the line that ends it may be another's
    return SyntaxFault(start + 1, found, cure, "\n".join(inner), more=end - start)


def _other_opening(lines: Sequence[str], start: int) -> SyntaxFault | None:
    sign = lines[start].strip()
    is_dashes = _OPENING.fullmatch(sign)
    follows = _FIELD.fullmatch("".join(lines[start + 1 : start + 2]).strip())
    if not is_dashes and not (_OTHER_SIGNS.fullmatch(sign) and follows):
        return None
    found = f"dòng mở phần đầu bài là “{sign}”, không phải ba dấu gạch ngắn."
    if sign == _DASHES:
        found = "trước ba dấu gạch mở phần đầu bài có khoảng trống hoặc ký tự ẩn."
    return SyntaxFault(start + 1, found, "Hãy gõ lại: ---", _DASHES)


def _unmarked(lines: Sequence[str], start: int) -> SyntaxFault | None:
    end = _end_of_fields(lines, start)
    if _known(lines[start:end]) < _FEWEST:
        return None
    first = lines[start].strip()
    if end < len(lines) and lines[end].strip() == _DASHES:
        cure = f"Hãy thêm một dòng --- ngay trên dòng “{first}”."
        found = "phần đầu bài thiếu dòng --- ở trên."
        return SyntaxFault(start + 1, found, cure, f"{_DASHES}\n{lines[start]}")
    if "".join(lines[end : end + 1]).strip():
        return None
    correct = "\n".join([_DASHES, *lines[start:end], _DASHES])
    return SyntaxFault(
        start + 1, "phần đầu bài thiếu hai dòng ---.",
        f"Hãy thêm một dòng --- ngay trên “{first}”, một dòng --- ngay dưới "
        f"“{lines[end - 1].strip()}”.", correct, more=end - start - 1,
    )  # fmt: skip


def _below_others(lines: Sequence[str], start: int) -> SyntaxFault | None:
    for place in range(start + 1, min(len(lines) - 1, start + _MOST_ABOVE)):
        field = _FIELD.fullmatch(lines[place + 1].strip())
        if lines[place].strip() == _DASHES and field and field_meant(field["name"], NAMES):
            found = f"phần đầu bài bắt đầu ở dòng {place + 1}, dưới “{lines[start].strip()}”."
            return SyntaxFault(
                start + 1, found, "Đầu tệp phải là dòng ---: hãy chuyển chữ đứng trên xuống nội "
                "dung bài, hoặc xóa."
            )  # fmt: skip
    return None


def _end_of_fields(lines: Sequence[str], start: int) -> int:
    """The place behind the last line of the fields that begin at the place."""
    end = start
    while end < len(lines) and not _OTHER_SIGNS.fullmatch(lines[end].strip()):
        if not (_FIELD.fullmatch(lines[end]) or _PART.fullmatch(lines[end])):
            break
        end += 1
    return end


def _known(lines: Sequence[str]) -> int:
    """How many of the lines are fields that articles have."""
    found = (_FIELD.fullmatch(line.strip()) for line in lines)
    return sum(field is not None and bool(field_meant(field["name"], NAMES)) for field in found)
