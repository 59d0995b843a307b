"""Which section a name means: its slug, its title or a keyword, accents, case and dashes aside."""

from collections.abc import Iterable, Iterator, Mapping

from newsroom.content.newsroom import Section
from newsroom.text.slug import slugify


def names_of(section: Section) -> tuple[str, ...]:
    """All that the section is called, its slug first."""
    return section.slug, section.title, *section.keywords


def sections_by_name(sections: Iterable[Section]) -> Mapping[str, Section]:
    """The sections by the key of every name; a title of one goes before a keyword of another.

    As slugs, “Mặt trận - Đoàn thể” and “MẶT TRẬN – ĐOÀN THỂ” are one name.
    """
    listed = list(sections)
    by_keyword = {key_of(name): section for section in listed for name in section.keywords}
    by_title = {key_of(section.title): section for section in listed}
    return by_keyword | by_title | {section.slug: section for section in listed}


def key_of(name: str) -> str:
    """Under which spellings of one name meet."""
    return slugify(name)


def shared_names(sections: Iterable[Section]) -> Iterator[tuple[str, Section, Section]]:
    """The keywords that two sections have, or that are another's title."""
    listed = list(sections)
    owners = {key_of(section.title): section for section in listed}
    for section in listed:
        for name in section.keywords:
            owner = owners.setdefault(key_of(name), section)
            if owner is not section:
                yield name, owner, section
