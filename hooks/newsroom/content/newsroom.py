"""A newsroom: whose portal it is, its sections, campaigns and organizations, its rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from newsroom.content.interned import interned
from newsroom.search.abbreviations import Abbreviation


@dataclass(frozen=True, slots=True)
class Ward:
    """The ward (phường) that the portal belongs to, as the header and the footer show it."""

    name: str
    district: str = ""
    city: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    working_hours: str = ""
    logo: str = ""
    notice: str = ""
    """A sentence for every page's foot, such as that the content is a sample."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section (chuyên mục) of the portal; front matter names it by slug under `category`."""

    slug: str
    title: str
    description: str = ""

    def __reduce__(self) -> tuple[object, ...]:
        return interned, (Section, self.slug, self.title, self.description)


class CampaignState(Enum):
    """Where a campaign stands on a day, in the order that residents want them listed."""

    RUNNING = "đang diễn ra"
    COMING = "sắp diễn ra"
    ENDED = "đã kết thúc"


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign (phong trào, chiến dịch, cuộc vận động); without an end it goes on."""

    slug: str
    title: str
    organizer: str
    start: date
    end: date | None = None
    description: str = ""

    def __reduce__(self) -> tuple[object, ...]:
        fields = (self.slug, self.title, self.organizer, self.start, self.end, self.description)
        return interned, (Campaign, *fields)

    def state(self, today: date) -> CampaignState:
        """Where the campaign stands on the day; its last day still belongs to it."""
        if today < self.start:
            return CampaignState.COMING
        if self.end is not None and today > self.end:
            return CampaignState.ENDED
        return CampaignState.RUNNING


@dataclass(frozen=True, slots=True)
class Organization:
    """A body that reports: its full title, and words by which an import recognises it."""

    title: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Newsroom:
    """All that `extra.newsroom` in mkdocs.yml declares; sections and campaigns by slug."""

    ward: Ward
    sections: Mapping[str, Section]
    campaigns: Mapping[str, Campaign]
    organizations: tuple[Organization, ...] = ()
    articles_dir: str = "articles"
    quarantine: bool = False
    """Whether a build leaves out a bad article and publishes the rest."""
    per_page: int = 20
    abbreviations: tuple[Abbreviation, ...] = ()
    """The ward's abbreviations, from docs/abbreviations.yml."""
