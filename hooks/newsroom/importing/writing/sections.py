"""The section of an imported article: the one of the newsroom that its source names."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from newsroom.content.newsroom import Section
from newsroom.importing.record import Refusal
from newsroom.text.fold import fold
from newsroom.text.slug import slugify

_MOST_PROPOSALS = 3
_NEAR = 0.4


def find_section(names: Iterable[str], sections: Mapping[str, Section]) -> Section | Refusal:
    """The section with one of the names, the first that is known; else a refusal with proposals."""
    # As slugs, «Mặt trận - Đoàn thể» and «Mặt trận – Đoàn thể» are one title.
    by_title = {slugify(section.title): section for section in sections.values()}
    named = list(names)
    for name in named:
        section = by_title.get(slugify(name)) or sections.get(name)
        if section is not None:
            return section
    if not named:
        return Refusal("không thấy tên chuyên mục.", _cure(list(sections.values())))
    return Refusal(
        f"không có chuyên mục «{named[0]}».", _cure(nearest_sections(named[0], sections))
    )


def nearest_sections(name: str, sections: Mapping[str, Section]) -> list[Section]:
    """The sections whose title or slug looks most like the name; all if none does."""
    keys = {fold(s.title): s for s in sections.values()} | {s.slug: s for s in sections.values()}
    near = get_close_matches(fold(name), keys, n=_MOST_PROPOSALS, cutoff=_NEAR)
    return list({keys[key].slug: keys[key] for key in near}.values()) or list(sections.values())


def _cure(proposals: Iterable[Section]) -> str:
    listed = ", ".join(f"{section.slug} ({section.title})" for section in proposals)
    return f"Hãy chạy lại với --category và một trong: {listed}."
