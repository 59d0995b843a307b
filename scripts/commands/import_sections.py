"""Where articles of unknown sections go: what `--map` says, and what staff answer."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from newsroom.content.newsroom import Section
from newsroom.content.section_names import key_of, sections_by_name
from newsroom.importing.record import Refusal
from newsroom.importing.text.decoding import decode_text
from newsroom.importing.writing.section_map import read_section_map, rows_of_table
from newsroom.importing.writing.sections import nearest_sections
from newsroom.text.numbers import format_count

Given = Mapping[str, Section]


def given_map(typed: Iterable[str], sections: Mapping[str, Section]) -> Given:
    """What the options --map say; what cannot be understood ends the command."""
    rows = [row for one in typed for row in _rows(one, sections)]
    read = read_section_map(rows, sections)
    if read.faults:
        raise click.UsageError("--map: " + "\n  ".join(read.faults))
    return read.given


def _rows(typed: str, sections: Mapping[str, Section]) -> Iterator[tuple[str, str]]:
    old, sign, new = typed.rpartition("=")
    if sign:
        yield old.strip(), new.strip()
        return
    path = Path(typed)
    if not path.is_file():
        raise click.UsageError(
            f"--map: “{typed}” không phải tên cũ=mã, cũng không phải tệp CSV đang có. "
            'Ví dụ: --map "Đoàn thể=mat-tran-doan-the"'
        )
    text = decode_text(path.read_bytes())
    if isinstance(text, Refusal):
        raise click.UsageError(f"--map: {typed}: {text}")
    yield from rows_of_table(text.text, sections)


def asked_for(unknown: Mapping[str, int], sections: Mapping[str, Section]) -> Given:
    """What staff answer for each name of the old portal; nothing for one that they leave open."""
    click.echo(f"Cổng cũ có {len(unknown)} tên chuyên mục chưa rõ. Các chuyên mục của cổng này:")
    listed = list(sections.values())
    for number, section in enumerate(listed, 1):
        click.echo(f"  {number}. {section.title} ({section.slug})")
    answers = {name: _answer(name, count, sections) for name, count in unknown.items()}
    known = {name: section for name, section in answers.items() if section}
    _tell_keywords(known)
    return {key_of(name): section for name, section in known.items()}


def _answer(name: str, count: int, sections: Mapping[str, Section]) -> Section | None:
    listed, by_name = list(sections.values()), sections_by_name(sections.values())
    near = nearest_sections(name, sections)[:1]
    hint = f", có lẽ là {listed.index(near[0]) + 1}" if near else ""
    while True:
        typed = click.prompt(
            f"“{name}” ({format_count(count)} bài) là chuyên mục số mấy{hint}? "
            "Enter: để bản nháp", default="", show_default=False,
        ).strip()  # fmt: skip
        if not typed:
            return None
        if typed.isdecimal() and 0 < int(typed) <= len(listed):
            return listed[int(typed) - 1]
        if section := by_name.get(key_of(typed)):
            return section
        click.echo(f"Hãy gõ một số từ 1 đến {len(listed)}, hoặc bấm Enter.")


def _tell_keywords(known: Mapping[str, Section]) -> None:
    if known:
        click.echo("Để lần sau máy khỏi hỏi, thêm vào mkdocs.yml, dưới chuyên mục ấy:")
    for slug in dict.fromkeys(section.slug for section in known.values()):
        names = ", ".join(name for name, section in known.items() if section.slug == slug)
        click.echo(f"  {slug}: keywords: [{names}]")
