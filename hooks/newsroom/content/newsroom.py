"""A newsroom: whose portal it is, its sections, campaigns and organizations, its rules."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from newsroom.content.units import USUAL, Goal, Unit
from newsroom.text.abbreviations import Abbreviation

UNITS = ("Phường", "Xã", "Thị trấn", "Đặc khu")
"""What the unit that has a portal can be; its name begins with that."""
NOTICES = "thong-bao"
"""The slug of the section of notices, where a ward has kept it."""
A_YEAR = timedelta(days=365)
"""After that long a notice may no longer hold, and a campaign of which nobody hears is over."""
PHOTO_WIDTHS = (480, 960, 1600)
"""Pixels, where a ward says nothing else."""
_SOME_UNIT = "địa phương"
_LEVEL = re.compile(r"\b(?:Quận|Huyện|Thị xã|Thành phố|Tỉnh) (?=\D)")
_PHONE = re.compile(r"\+?[\d .()-]{3,18}")
"""One number; two of them have more digits."""


@dataclass(frozen=True, slots=True)
class Ward:
    """The ward (phường, or a unit of its rank) that the portal belongs to, as pages show it."""

    name: str
    district: str = ""
    city: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    working_hours: str = ""
    logo: str = ""
    share_image: str = ""
    """A picture below docs/ for pages without one of their own, where they are shared."""
    notice: str = ""
    """A sentence for every page's foot, such as that the content is a sample."""

    @property
    def place(self) -> str:
        """What it stands under. Since July 2025 that is a province or a city, without a district
        between."""
        return ", ".join(filter(None, (self.district, self.city)))

    @property
    def place_in_short(self) -> str:
        """The same by bare names, where a number alone is none: Cầu Đá, Vĩnh An; Quận 1."""
        return _LEVEL.sub("", self.place)

    @property
    def dialled(self) -> str:
        """The phone number as a link dials it."""
        return _dialled(self.phone)

    @property
    def unit(self) -> str:
        """What it is called in a sentence where its name is not needed: phường, xã …"""
        named = self.name.casefold()
        return next((u.lower() for u in UNITS if named.startswith(f"{u} ".casefold())), _SOME_UNIT)

    @property
    def name_in_text(self) -> str:
        """Its name within a sentence: phường Hoa Sen."""
        return self.name if self.unit == _SOME_UNIT else self.unit + self.name[len(self.unit) :]


@dataclass(frozen=True, slots=True)
class Section:
    """A section (chuyên mục) of the portal; front matter names it by slug under `category`."""

    slug: str
    title: str
    description: str = ""
    keywords: tuple[str, ...] = ()
    """What old portals call it, by which an import recognises it."""


class CampaignState(Enum):
    """Where a campaign stands on a day, in the order that residents want them listed."""

    RUNNING = "đang diễn ra"
    COMING = "sắp diễn ra"
    ENDED = "đã kết thúc"


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign (phong trào, chiến dịch, cuộc vận động); without an end it goes on for as long as
    there is news of it."""

    slug: str
    title: str
    organizer: str
    start: date
    end: date | None = None
    description: str = ""
    goal: Goal | None = None
    contact: str = ""
    """Whom to ask."""
    steps: tuple[str, ...] = ()
    """How to take part."""

    def state(self, today: date, announced: date | None = None) -> CampaignState:
        """Where the campaign stands on the day; its last day still belongs to it.

        announced: the day of its latest announcement, if there is one.
        """
        if today < self.start:
            return CampaignState.COMING
        heard = max(self.start, announced or self.start)
        is_over = today > self.end if self.end else today - heard > A_YEAR
        return CampaignState.ENDED if is_over else CampaignState.RUNNING


@dataclass(frozen=True, slots=True)
class Organization:
    """A body that reports: its full title, words by which an import recognises it, and how
    residents reach it."""

    title: str
    keywords: tuple[str, ...] = ()
    about: str = ""
    """What residents call it about."""
    phone: str = ""

    @property
    def dialled(self) -> str:
        """The phone number as a link dials it."""
        return _dialled(self.phone)


class Door(NamedTuple):
    """A large link on top of the home page, to what residents come for most."""

    title: str
    uri: str
    """An address of the site, such as lien-he/."""


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
    connect: tuple[str, ...] = ()
    """Other sites that scripts of the portal's pages may talk to, such as "https://dem.example"."""
    photo_widths: tuple[int, ...] = PHOTO_WIDTHS
    """Of the files of a photo among which a browser chooses, in pixels, the narrowest first."""
    photo_years: int | None = None
    """After how many years the wide ones go, so that the site has room for new ones."""
    offline: bool = True
    """Whether browsers keep the articles that were read, for when there is no connection."""
    doors: tuple[Door, ...] = ()
    """The large links on top of the home page; without any, the usual ones."""
    units: tuple[Unit, ...] = USUAL
    """Those in which figures can be told."""
    abbreviations: tuple[Abbreviation, ...] = ()
    """The ward's abbreviations, from docs/abbreviations.yml."""


def _dialled(phone: str) -> str:
    """Empty where it is not just one number."""
    return re.sub(r"[^+\d]", "", phone) if _PHONE.fullmatch(phone) else ""
