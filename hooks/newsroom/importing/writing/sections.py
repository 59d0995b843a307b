"""The section of an imported article: the one that its source names, as the ward or staff say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from newsroom.content.newsroom import Section
from newsroom.content.section_names import key_of, names_of, sections_by_name

_MOST_PROPOSALS = 3
_NEAR = 0.6


@dataclass(slots=True)
class SectionChoice:
    """Which section a name of an old portal means."""

    sections: Mapping[str, Section]
    """The newsroom's own, by slug."""
    given: Mapping[str, Section] = field(default_factory=dict)
    """What staff say that old names mean, by the key of the name; it goes before all else."""
    otherwise: Section | None = None
    """Where articles go whose section nobody knows."""
    _by_name: Mapping[str, Section] = field(init=False)

    def __post_init__(self) -> None:
        self._by_name = sections_by_name(self.sections.values())

    def find(self, names: Iterable[str]) -> Section | None:
        """The section with one of the names, the first that is known."""
        keys = [key_of(name) for name in names]
        found = (self.given.get(key) or self._by_name.get(key) for key in keys)
        return next(filter(None, found), self.otherwise)


def nearest_sections(name: str, sections: Mapping[str, Section]) -> list[Section]:
    """The sections one of whose names looks most like this one; none if none does."""
    keys = {key_of(one): section for section in sections.values() for one in names_of(section)}
    near = get_close_matches(key_of(name), keys, n=_MOST_PROPOSALS, cutoff=_NEAR)
    return list({keys[key].slug: keys[key] for key in near}.values())
