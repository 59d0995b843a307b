"""An article (bài viết): what one Markdown file in articles/ says."""

from copy import copy
from dataclasses import MISSING, dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import PurePosixPath

from newsroom.content.figures import Figure, TaskUpdate
from newsroom.content.media import beside, media_uri
from newsroom.content.newsroom import A_YEAR, NOTICES, Campaign, Section
from newsroom.content.old_address import OldAddress
from newsroom.content.photo import DescribedPhoto, Photo
from newsroom.content.quarter import Quarter
from newsroom.content.title_card import SHARED_FOR, TitleCard
from newsroom.text.dates import VIETNAM, format_day
from newsroom.text.fold import fold
from newsroom.text.plain import lead_of
from newsroom.text.slug import slugify

_LAST = datetime.max.replace(tzinfo=VIETNAM) - A_YEAR
"""After it there is no year more."""


@dataclass(frozen=True, slots=True)
class Image:
    """The picture of an article; its path is relative to the article's file."""

    path: str
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document that belongs to an article; its path is relative to the article's file."""

    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that residents are asked to: when, and where."""

    start: datetime
    end: datetime | None = None
    place: str = ""

    @property
    def last(self) -> datetime:
        """When it is over; where nobody says, at the end of its day."""
        return self.end or self.start.replace(hour=23, minute=59)


@dataclass(frozen=True, slots=True)
class Change:
    """What was changed in an article that residents had read, and when."""

    date: datetime
    note: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag (từ khóa); spellings that differ only in marks or case are one tag."""

    title: str
    slug: str = field(init=False, compare=False, repr=False)
    """Its name in addresses."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "slug", slugify(self.title))


class Publication(Enum):
    """Whether residents can read an article at a moment."""

    PUBLISHED = "đã đăng"
    DRAFT = "bản nháp"
    SCHEDULED = "hẹn giờ"
    EXPIRED = "hết hạn"


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """One article. Compared by identity: the same file is read once."""

    path: PurePosixPath
    """Its file, relative to the articles folder."""
    title: str
    date: datetime
    """As staff wrote it."""
    section: Section
    body: str
    """Markdown."""
    body_line: int = 1
    """The line of the file on which the body starts."""
    views: int = 0
    summary: str = ""
    """The lead (sapo), plain text."""
    updated: datetime | None = None
    changes: tuple[Change, ...] = ()
    image: Image | None = None
    """The lead picture, above the text."""
    body_images: tuple[Image, ...] = ()
    """The pictures of the body that others can be shown, each once."""
    photos: tuple[DescribedPhoto, ...] = ()
    """What is derived of its pictures, in their order; none outside a build."""
    tags: tuple[Tag, ...] = ()
    author: str = ""
    source: str = ""
    archive: str = ""
    campaign: Campaign | None = None
    quarter: Quarter | None = None
    """The quarter it reviews; None where it is no quarterly review."""
    organization: str = ""
    figures: tuple[Figure, ...] = ()
    tasks: tuple[str, ...] = ()
    """What a review wants done in the next quarter."""
    task_updates: tuple[TaskUpdate, ...] = ()
    """What a review reports of the tasks that earlier ones named."""
    deadline: datetime | None = None
    """Until when residents have to do what it says; 23:59 where only the day was written."""
    event: Event | None = None
    contact: str = ""
    """Whom to ask."""
    pinned: bool = False
    pinned_until: datetime | None = None
    """When a pin ends, whether `pinned` is said as well or not."""
    draft: bool = False
    publish_at: datetime | None = None
    expires_at: datetime | None = None
    aliases: tuple[OldAddress, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    uri: str = field(init=False)
    """Its permanent address on the site: tin/2023/04/so-ket-quy-1/."""
    lead: str = field(init=False)
    """The lead for lists and feeds: the summary, else the first paragraph, plain text."""

    def __post_init__(self) -> None:
        uri = f"tin/{self.date.year:04}/{self.date.month:02}/{self.slug}/"
        object.__setattr__(self, "uri", uri)
        object.__setattr__(self, "lead", self.summary or lead_of(self.body))

    def without_body(self) -> "Article":
        """The same article without its text, as lists need it; the lead stays."""
        return self._with(body="")

    def without(self, *fields: str) -> "Article":
        """The same article without these, as where a picture is lost or a field is faulty."""
        known = self.__dataclass_fields__
        defaults = {name: known[name].default for name in fields}
        return self._with(**{n: None if d is MISSING else d for n, d in defaults.items()})

    def with_photos(self, photos: tuple[DescribedPhoto, ...]) -> "Article":
        """The same article with what is derived of its pictures."""
        return self._with(photos=photos)

    def _with(self, **changes: object) -> "Article":
        other = copy(self)  # its address and its lead stay
        for name, value in changes.items():
            object.__setattr__(other, name, value)
        return other

    @property
    def slug(self) -> str:
        """Its name in the address, from the file's name."""
        return slugify(self.path.stem)

    @property
    def images(self) -> tuple[Image, ...]:
        """Its pictures; the first stands for it elsewhere: where it is shared, in feeds."""
        return (self.image, *self.body_images) if self.image else self.body_images

    @property
    def photo(self) -> Photo | None:
        """What is derived of the picture that stands for it."""
        return self.photos[0].photo if self.photos else None

    def file_uri(self, path: str) -> str:
        """The address on the site of a file whose path is relative to the article's."""
        return media_uri(self.file_path(path))

    def file_path(self, path: str) -> str:
        """The path, relative to the articles folder, of a file named relative to the article."""
        return beside(self.path, path)

    @property
    def published(self) -> datetime:
        """When residents first could read it, by which it is dated and listed; its address keeps
        to `date`."""
        return max(self.date, self.publish_at or self.date)

    @property
    def moments(self) -> tuple[datetime, ...]:
        """Those at which something of it begins or ends."""
        own = (self.date, self.publish_at, self.expires_at, self.updated, self.due)
        changes = (change.date for change in self.changes)
        shared_until = self.published + SHARED_FOR
        rest = (self.pinned_until, shared_until, self.outdated, *changes)
        return tuple(moment for moment in (*own, *rest) if moment)

    @property
    def due(self) -> datetime | None:
        """Until when it matters to those who have to act: the deadline, else the event's end."""
        return self.deadline or (self.event.last if self.event else None)

    @property
    def outdated(self) -> datetime | None:
        """When it is to be doubted: a notice whose text is a year old and names no day itself."""
        if self.section.slug != NOTICES or self.due:
            return None
        return min(self.last_change, _LAST) + A_YEAR

    def is_pinned(self, now: datetime) -> bool:
        """Whether staff want it on top of the home page at that moment."""
        return self.pinned if self.pinned_until is None else now < self.pinned_until

    def title_card(self, ward: str, now: datetime) -> TitleCard | None:
        """What stands for it where it is shared without a picture; None where it is too old."""
        if now >= self.published + SHARED_FOR:
            return None
        return TitleCard(ward, self.title, f"{self.section.title}  ·  {format_day(self.date)}")

    def is_over(self, now: datetime) -> bool:
        """Whether its deadline, or its event, has passed."""
        return self.due is not None and self.due < now

    @property
    def last_change(self) -> datetime:
        """When its text last changed for residents."""
        dates = [change.date for change in self.changes]
        return max(self.published, self.updated or self.published, *dates)

    @property
    def organization_key(self) -> str:
        """The organization's name under which its spellings meet."""
        return fold(self.organization)

    def publication(self, now: datetime) -> Publication:
        """Whether residents can read it at that moment."""
        if self.draft:
            return Publication.DRAFT
        if self.publish_at is not None and now < self.publish_at:
            return Publication.SCHEDULED
        if self.expires_at is not None and now >= self.expires_at:
            return Publication.EXPIRED
        return Publication.PUBLISHED
