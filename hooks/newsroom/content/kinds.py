"""Kinds of field that hold a value: text, dates, counts, flags, slugs, quarters, tags."""

import re
from collections.abc import Collection, Mapping

from newsroom.content.article import Tag
from newsroom.content.front_matter import Value
from newsroom.content.interned import interned
from newsroom.content.kind import Fault, Kind, Reading, typed_as
from newsroom.content.newsroom import Campaign, Newsroom, Section
from newsroom.content.quarter import Quarter, why_no_quarter
from newsroom.content.section_names import key_of, sections_by_name
from newsroom.text.characters import BULLETS, CONTROL
from newsroom.text.dates import date_meant, is_iso, parse_date, to_iso, why_no_date
from newsroom.text.fold import fold
from newsroom.text.names import nearest
from newsroom.text.numbers import parse_count
from newsroom.text.plain import plain
from newsroom.text.slug import slugify
from newsroom.text.tags import find_tags

_OF_VIEWS = re.compile(
    r"(?:số )?lượt (?:xem|đọc|truy cập) ?:? ?|\s?(?:lượt(?: (?:xem|đọc|truy cập))?|views?)$",
    re.IGNORECASE,
)
_QUOTES = "\"'“”‘’ "
_AROUND_TAG = f"{_QUOTES},"
_PARTS_OF_TAGS = re.compile("[,;]")
_BULLETS = re.compile(rf"(?<!\S)(?:[-*+](?=\s)|[{BULLETS}])\s*")
_MARKUP = re.compile(r"\*\*\S|\]\(|<br\b")
_TRUE, _FALSE = (
    {"true", "yes", "on", "có", "co", "1"},
    {"false", "no", "off", "không", "khong", "0"},
)


def _text(name: str, value: Value, _: Newsroom) -> Reading:
    if not isinstance(value, str):
        found = "giá trị là một danh sách, không phải một dòng chữ."
        return Reading(fault=Fault(found, f'Hãy viết một dòng: {name}: "…"'))
    if CONTROL.search(value):
        cure = "Hãy gõ lại; trong ngoặc kép, dấu \\ phải viết hai lần: \\\\"
        return Reading(fault=Fault("giá trị có ký tự ẩn.", cure))
    value = " ".join(value.split())
    words = plain(value) if _MARKUP.search(value) and not _has_tags(value) else ""
    if words and words != value:
        quoted = '"' + words.replace('"', "'") + '"'
        found = "dòng này chỉ là chữ: dấu ** và liên kết không có tác dụng."
        return Reading(words, Fault(found, f"Hãy viết: {name}: {quoted}", quoted, False))
    return Reading(value)


def _has_tags(value: str) -> bool:
    """Whether it has tags, which are shown as they were typed; breaks are none here."""
    return any(tag["name"].lower() != "br" for tag in find_tags(value))


def _date(name: str, value: Value, _: Newsroom) -> Reading:
    typed = str(value)
    moment = parse_date(typed.replace("：", ":"))
    if moment is None:
        return Reading(fault=_no_date(name, typed))
    if is_iso(typed):
        return Reading(moment)
    cure = f"Hãy viết: {name}: {to_iso(moment)}"
    return Reading(
        moment, Fault(f"“{typed}” hiểu được nhưng chưa đúng dạng.", cure, to_iso(moment), False)
    )


def _no_date(name: str, typed: str) -> Fault:
    reason, meant = why_no_date(typed), date_meant(typed)
    found = f"“{typed}” không phải là ngày{': ' * bool(reason)}{reason}."
    if meant:
        return Fault(found, f"Có phải là: {name}: {to_iso(meant)}")
    return Fault(found, f"Hãy viết năm-tháng-ngày giờ:phút, ví dụ: {name}: 2025-03-14 08:30")


def _count(name: str, value: Value, _: Newsroom) -> Reading:
    typed = str(value)
    count = parse_count(_OF_VIEWS.sub("", " ".join(typed.split())))
    if count is None:
        found = f"“{typed}” không phải là một số đếm."
        return Reading(fault=Fault(found, f"Hãy viết một số, ví dụ: {name}: 1250"))
    if typed == str(count):
        return Reading(count)
    fault = Fault(f"“{typed}” chưa đúng dạng số.", f"Hãy viết: {name}: {count}", str(count), False)
    return Reading(count, fault)


def _flag(name: str, value: Value, _: Newsroom) -> Reading:
    typed = str(value).strip().lower()
    if typed in {"true", "false"}:
        return Reading(typed == "true")
    if typed in _TRUE | _FALSE:
        correct = "true" if typed in _TRUE else "false"
        fault = Fault(f"“{value}” chưa đúng dạng.", f"Hãy viết: {name}: {correct}", correct, False)
        return Reading(correct == "true", fault)
    return Reading(
        fault=Fault(
            f"“{value}” không phải true hoặc false.", f"Hãy viết: {name}: true, hoặc: {name}: false"
        )
    )


def _section(name: str, value: Value, newsroom: Newsroom) -> Reading:
    one = value[0] if isinstance(value, list) and len(value) == 1 else value
    typed, sections = str(one).strip(_QUOTES), newsroom.sections
    if typed != value and typed in sections:
        fault = Fault(
            f"chuyên mục “{typed}” viết chưa gọn.", f"Hãy viết: {name}: {typed}", typed, False
        )
        return Reading(sections[typed], fault)
    reading = _listed(name, typed, sections, "chuyên mục")
    if reading.value or not (section := sections_by_name(sections.values()).get(key_of(typed))):
        return reading
    found, cure = f"“{typed}” là tên cũ của chuyên mục.", f"Hãy viết: {name}: {section.slug}"
    return Reading(section, Fault(found, cure, section.slug, False))


def _campaign(name: str, value: Value, newsroom: Newsroom) -> Reading:
    return _listed(name, str(value), newsroom.campaigns, "phong trào, chiến dịch")


def _listed(
    name: str, typed: str, known: Mapping[str, Section] | Mapping[str, Campaign], noun: str
) -> Reading:
    if typed in known:
        return Reading(known[typed])
    by_title = {fold(item.title): slug for slug, item in known.items()}
    as_slug = slugify(typed.replace("_", " "))
    joined = {slug.replace("-", ""): slug for slug in known}
    as_slug = joined.get(as_slug, as_slug)
    if as_slug in known and fold(typed) not in by_title:
        fault = Fault(
            f"“{typed}” gần đúng mã {noun}.", f"Hãy viết: {name}: {as_slug}", as_slug, False
        )
        return Reading(known[as_slug], fault)
    if slug := by_title.get(fold(typed)):
        fault = Fault(
            f"“{typed}” là tên {noun}, chưa phải mã.", f"Hãy viết: {name}: {slug}", slug, False
        )
        return Reading(known[slug], fault)
    return Reading(fault=Fault(f"không có {noun} “{typed}”.", _proposal(name, typed, known)))


def _proposal(name: str, typed: str, known: Collection[str]) -> str:
    words = set(slugify(typed).split("-"))
    parts = [slug for slug in known if words <= set(slug.split("-"))]
    first = next((slug for slug in known if typed.startswith((f"{slug},", f"{slug};"))), None)
    near = first or nearest(typed, known) or (parts[0] if len(parts) == 1 else None)
    if near:
        return f"Có phải là: {name}: {near}"
    if not known:
        return "Cổng chưa khai mã nào; hãy xóa dòng này, hoặc khai trong mkdocs.yml."
    return f"Hãy chọn một trong: {', '.join(known)}."


def _quarter(name: str, value: Value, _: Newsroom) -> Reading:
    typed = str(value)
    if quarter := Quarter.parse(typed):
        return Reading(quarter)
    if quarter := Quarter.understand(typed):
        cure = f"Hãy viết: {name}: {quarter}"
        fault = Fault(f"“{typed}” hiểu được nhưng chưa đúng dạng.", cure, str(quarter), False)
        return Reading(quarter, fault)
    reason = why_no_quarter(typed)
    found = f"“{typed}” không phải là một quý{': ' * bool(reason)}{reason}."
    return Reading(fault=Fault(found, f"Hãy viết năm và quý, ví dụ: {name}: 2023-Q1"))


def _tags(name: str, value: Value, _: Newsroom) -> Reading:
    typed = value if isinstance(value, list) else _PARTS_OF_TAGS.split(_bare(str(value)))
    words = [str(item).strip(_AROUND_TAG) for item in typed if not isinstance(item, (list, dict))]
    titles = [" ".join(word.split()) for word in words]
    if len(titles) != len(typed):
        fault = Fault(
            "danh sách từ khóa lồng nhau.", f"Hãy viết như ví dụ: {name}: [mặt trận, sơ kết quý]"
        )
        return Reading(fault=fault)
    tags = [interned(Tag, title) for title in titles]
    return Reading(tuple({fold(tag.title): tag for tag in tags if tag.slug}.values()))


def _bare(typed: str) -> str:
    """The words of a list of tags without brackets around it; bullets part them as commas do."""
    bare = typed.strip()
    if bare[:1] + bare[-1:] in ("()", "[]"):
        bare = bare[1:-1]
    return _BULLETS.sub(",", bare) if _BULLETS.match(bare) else bare


TEXT = Kind("một dòng chữ", _text, typed_as(type="string", minLength=1))
DATE = Kind(
    "ngày giờ", _date, typed_as(type="string", pattern=r"^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}.*)?$")
)
COUNT = Kind("số", _count, typed_as(type="integer", minimum=0))
FLAG = Kind("true hoặc false", _flag, typed_as(type="boolean"))
SECTION = Kind("mã chuyên mục", _section, lambda newsroom: {"enum": list(newsroom.sections)})
CAMPAIGN = Kind("mã phong trào", _campaign, lambda newsroom: {"enum": list(newsroom.campaigns)})
QUARTER = Kind("năm-quý", _quarter, typed_as(type="string", pattern=r"^\d{4}-Q[1-4]$"))
TAGS = Kind("danh sách", _tags, typed_as(type="array", items={"type": "string"}))
