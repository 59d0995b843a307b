"""What staff say that the section names of an old portal mean: “Đoàn thể=mat-tran-doan-the”, or a
table of two columns."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsroom.content.newsroom import Section
from newsroom.content.section_names import key_of, sections_by_name
from newsroom.importing.writing.sections import nearest_sections

_BETWEEN = ";\t,"
"""What Excel writes between columns, the Vietnamese one first."""


@dataclass(frozen=True, slots=True)
class SectionMap:
    """The sections by the keys of old names, and what could not be understood, for staff."""

    given: Mapping[str, Section]
    faults: tuple[str, ...] = ()


def read_section_map(
    rows: Iterable[tuple[str, str]], sections: Mapping[str, Section]
) -> SectionMap:
    """The map in rows of an old name and a section, this by its slug or any of its names."""
    by_name, given, faults = sections_by_name(sections.values()), {}, []
    for old, new in rows:
        section = by_name.get(key_of(new))
        if section and key_of(old):
            given[key_of(old)] = section
        else:
            faults.append(_fault(old, new, sections))
    return SectionMap(given, tuple(faults))


def rows_of_table(text: str, sections: Mapping[str, Section]) -> Iterator[tuple[str, str]]:
    """The rows of a CSV file, as Excel saves it, without its head."""
    lines = text.splitlines()
    sign = max(_BETWEEN, key=(lines or [""])[0].count)
    by_name = sections_by_name(sections.values())
    for number, cells in enumerate(csv.reader(lines, delimiter=sign)):
        old, new, *_ = (*(cell.strip() for cell in cells), "", "")
        is_head = number == 0 and key_of(new) not in by_name
        if (old or new) and not is_head:
            yield old, new


def _fault(old: str, new: str, sections: Mapping[str, Section]) -> str:
    if not key_of(old):
        return f"“{old}={new}”: chưa có tên chuyên mục của cổng cũ."
    near = ", ".join(section.slug for section in nearest_sections(new, sections))
    return f"“{old}={new}”: không có chuyên mục “{new}”.{f' Có phải là: {near}' if near else ''}"
