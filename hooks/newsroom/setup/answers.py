"""The answers to what a ward is asked, with what can be said before it answers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsroom.content.newsroom import UNITS, Newsroom, Organization, Section, Ward
from newsroom.setup.usual import usual_organizations, usual_sections
from newsroom.text.characters import CONTROL
from newsroom.text.fold import fold
from newsroom.text.slug import slugify

_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_ADDRESS = re.compile(r"https?://[^\s/]+(/\S*)?")


@dataclass(frozen=True, slots=True)
class Site:
    """What mkdocs.yml says of the site itself."""

    name: str = ""
    description: str = ""
    url: str = ""
    """Empty where whoever publishes it knows, as the workflow of GitHub Pages does."""


@dataclass(frozen=True, slots=True)
class Answers:
    """All that a ward is asked."""

    ward: Ward
    site: Site
    sections: tuple[Section, ...]
    organizations: tuple[tuple[str, Organization], ...]
    """Each with the title that it has had so far; an empty one where it is new."""


def today(newsroom: Newsroom, site: Site, *, is_sample: bool) -> Answers:
    """The answers that the settings give today. The sample's are no answers of a ward: of those
    only the pictures and the sections stay."""
    if is_sample:
        old = newsroom.ward
        ward = Ward("", logo=old.logo, share_image=old.share_image)
        return Answers(ward, Site(), tuple(newsroom.sections.values()), ())
    organizations = tuple((one.title, one) for one in newsroom.organizations)
    return Answers(newsroom.ward, site, tuple(newsroom.sections.values()), organizations)


def named(answers: Answers, name: str, *, is_sample: bool) -> Answers:
    """The answers for a ward of that name: what follows from it, and where the old name stood the
    new one."""
    old, ward = answers.ward, replace(answers.ward, name=name)
    if is_sample:
        return Answers(
            ward,
            Site(
                f"Cổng tin tức {ward.name_in_text}",
                f"Tin tức, thông báo, sơ kết quý và phong trào của {ward.name_in_text}",
            ),
            usual_sections(ward),
            tuple(("", one) for one in usual_organizations(ward)),
        )
    site = answers.site
    return Answers(
        ward,
        Site(_renamed(site.name, old, ward), _renamed(site.description, old, ward), site.url),
        answers.sections,
        tuple(
            (title, replace(one, title=_renamed(one.title, old, ward)))
            for title, one in answers.organizations
        ),
    )


def offered_sections(answers: Answers) -> tuple[Section, ...]:
    """The sections that the ward can choose from: those of today, then the usual ones."""
    taken = {section.slug for section in answers.sections}
    usual = (section for section in usual_sections(answers.ward) if section.slug not in taken)
    return (*answers.sections, *usual)


def chosen_sections(typed: Sequence[str], offered: Sequence[Section]) -> tuple[Section, ...]:
    """The sections that were typed, each by slug or title; one that was not offered is new."""
    known = {fold(name): one for one in offered for name in (one.slug, one.title)}
    chosen = (known.get(fold(title)) or new_section(title) for title in typed)
    return tuple({section.slug: section for section in chosen}.values())


def new_section(title: str) -> Section:
    """A section of the ward's own."""
    return Section(slugify(title), title)


def chosen_organizations(
    typed: Sequence[str], offered: Sequence[tuple[str, Organization]]
) -> tuple[tuple[str, Organization], ...]:
    """The organizations that were typed by their titles; one that was not offered is new."""
    known = {fold(one.title): (title, one) for title, one in offered}
    chosen = (known.get(fold(title), ("", Organization(title))) for title in typed)
    return tuple({fold(one.title): (title, one) for title, one in chosen}.values())


def faults(answers: Answers) -> Iterator[tuple[str, str]]:
    """What cannot be written: the subject, and what is wrong with it and how to write it."""
    ward, site = answers.ward, answers.site
    yield from ((name, fault) for name, value in _texts(answers) if (fault := text_fault(value)))
    checks = (
        ("name", name_fault(ward.name)),
        ("email", email_fault(ward.email)),
        ("site_url", address_fault(site.url)),
        ("section", "" if answers.sections else "Cần ít nhất một chuyên mục."),
    )
    yield from ((name, fault) for name, fault in checks if fault)
    for section in answers.sections:
        if not section.slug:
            yield "section", f"“{section.title}”: tên chuyên mục phải có chữ hoặc số."


def text_fault(value: str) -> str:
    """What is wrong with a text, if anything is."""
    return "Có ký tự ẩn; hãy gõ lại thay vì dán." if CONTROL.search(value) else ""


def name_fault(name: str) -> str:
    """The same of the ward's name."""
    if name and Ward(name).name_in_text != name:
        return text_fault(name)
    return f"Hãy viết đủ, bắt đầu bằng {', '.join(UNITS[:-1])} hoặc {UNITS[-1]}: Phường Hoa Sen"


def email_fault(email: str) -> str:
    """The same of an e-mail address, which may be empty."""
    if not email or _EMAIL.fullmatch(email):
        return text_fault(email)
    return f"“{email}” không phải là địa chỉ thư. Hãy viết như: vanphong@hoasen.gov.vn"


def address_fault(url: str) -> str:
    """The same of the site's address, which may be empty."""
    if not url or _ADDRESS.fullmatch(url):
        return text_fault(url)
    return f"“{url}” không phải là địa chỉ trang. Hãy viết đủ: https://hoasen.example.vn/"


def _texts(answers: Answers) -> Iterator[tuple[str, str]]:
    ward, site = answers.ward, answers.site
    for name in ("name", "district", "city", "address", "phone", "email", "working_hours"):
        yield name, getattr(ward, name)
    yield from (("site_name", site.name), ("site_description", site.description))
    yield from (("section", section.title) for section in answers.sections)
    yield from (("organization", one.title) for _, one in answers.organizations)


def _renamed(text: str, old: Ward, new: Ward) -> str:
    """The text with the ward's new name where the old one stood."""
    if not old.name or old.name == new.name:
        return text
    names = {old.name: new.name, old.name_in_text: new.name_in_text}
    return re.sub("|".join(map(re.escape, names)), lambda found: names[found[0]], text)
