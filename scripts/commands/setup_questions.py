"""The questions of `setup`, each with today's answer to be taken by Enter."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import click

from commands.asking import agrees
from newsroom.content.newsroom import Organization, Section, Ward
from newsroom.setup.answers import (
    Answers,
    Site,
    address_fault,
    chosen_organizations,
    chosen_sections,
    email_fault,
    name_fault,
    named,
    new_section,
    offered_sections,
    text_fault,
    today,
)
from newsroom.setup.plan import Project

Fault = Callable[[str], str]

NOTHING = "-"
"""What is typed to leave empty what has an answer today."""


class Interview:
    """Takes answers from the options, then from the keyboard, else as they are today."""

    def __init__(self, given: Mapping[str, Any], *, asks: bool) -> None:
        self._given = given
        self._asks = asks

    def answers(self, project: Project) -> Answers:
        """All answers of the ward."""
        before = today(project.newsroom, project.site, is_sample=project.is_sample)
        name = self._text(
            "name", "Tên đầy đủ (Phường Hoa Sen, Xã Yên Mỹ …)", before.ward.name, name_fault
        )
        answers = named(before, name, is_sample=project.is_sample)
        return replace(
            answers,
            ward=self._ward(answers.ward),
            site=self._site(answers.site),
            sections=self._sections(answers),
            organizations=self._organizations(answers),
        )

    def agrees(self, question: str) -> bool:
        """Whether the answer is yes; without asking it is."""
        if not self._asks:
            return True
        return agrees(question)

    def agrees_to_move(self, project: Project) -> bool:
        """Whether the sample's files may go to a folder of their own."""
        articles = [path for path in project.files.untouched if path.endswith(".md")]
        others = len(project.files.untouched) - len(articles)
        return self.agrees(
            f"Chuyển {len(articles)} bài mẫu và {others} tệp ảnh, tài liệu của chúng "
            "ra khỏi cổng (không xóa)?"
        )

    def _ward(self, now: Ward) -> Ward:
        hours = "Giờ làm việc (như: Thứ Hai đến thứ Sáu, 8:00–17:00)"
        return replace(
            now,
            city=self._text("city", "Thuộc tỉnh, thành phố", now.city),
            district=self._text("district", "Quận, huyện (nay không còn: bỏ trống)", now.district),
            address=self._text("address", "Địa chỉ trụ sở", now.address),
            phone=self._text("phone", "Điện thoại", now.phone),
            email=self._text("email", "Thư điện tử", now.email, email_fault),
            working_hours=self._text("working_hours", hours, now.working_hours),
        )

    def _site(self, now: Site) -> Site:
        where = "Địa chỉ trang (đăng bằng GitHub Pages: bỏ trống)"
        return Site(
            self._text("site_name", "Tên trang", now.name),
            self._text("site_description", "Câu giới thiệu trang", now.description),
            _closed(self._text("site_url", where, now.url, address_fault)),
        )

    def _text(self, name: str, question: str, now: str, fault: Fault = text_fault) -> str:
        given = self._given[name]
        if given is not None or not self._asks:
            return " ".join((now if given is None else given).split())
        while True:
            typed = " ".join(click.prompt(question, default=now, show_default=bool(now)).split())
            answer = "" if typed == NOTHING else typed
            if not (wrong := fault(answer)):
                return answer
            click.echo(wrong)

    def _sections(self, answers: Answers) -> tuple[Section, ...]:
        offered = offered_sections(answers)
        if given := self._given["sections"]:
            return chosen_sections(given, offered)
        if not self._asks:
            return answers.sections
        titles = [section.title for section in offered]
        chosen = [offered[n] for n in _choose("Chuyên mục", titles, len(answers.sections))]
        return (*chosen, *map(new_section, _more("Thêm chuyên mục khác")))

    def _organizations(self, answers: Answers) -> tuple[tuple[str, Organization], ...]:
        offered = answers.organizations
        if given := self._given["organizations"]:
            return chosen_organizations(given, offered)
        if not self._asks:
            return offered
        titles = [one.title for _, one in offered]
        chosen = [offered[n] for n in _choose("Đơn vị", titles, len(titles))]
        return (*chosen, *(("", Organization(title)) for title in _more("Thêm đơn vị khác")))


def _choose(what: str, titles: Sequence[str], taken: int) -> list[int]:
    """The places of those that are chosen; the first of them are taken so far."""
    if not titles:
        return []
    click.echo(f"\n{what}:")
    for number, title in enumerate(titles, 1):
        click.echo(f"  {number:2}. [{'x' if number <= taken else ' '}] {title}")
    now = ", ".join(map(str, range(1, taken + 1)))
    while True:
        typed = click.prompt("Lấy những số nào, cách nhau bằng dấu phẩy", default=now or NOTHING)
        numbers = [part.strip() for part in typed.split(",") if part.strip(f" {NOTHING}")]
        if all(part.isdecimal() and 1 <= int(part) <= len(titles) for part in numbers):
            return [int(part) - 1 for part in dict.fromkeys(numbers)]
        click.echo(f"Hãy gõ các số từ 1 đến {len(titles)}, ví dụ: 1, 2, 5")


def _more(question: str) -> list[str]:
    """Titles that are typed one by one, until nothing is."""
    titles: list[str] = []
    while typed := click.prompt(f"{question} (Enter: không thêm)", default="", show_default=False):
        title = " ".join(typed.split())
        if wrong := text_fault(title):
            click.echo(wrong)
        elif title:
            titles.append(title)
    return titles


def _closed(url: str) -> str:
    """The address with the slash at its end by which MkDocs knows a folder."""
    return f"{url.rstrip('/')}/" if url else ""
