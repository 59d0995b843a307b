"""The neutral record: what an article of the old portal says, whatever file it came in."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ImportedPicture:
    """A picture that came with the article; suffix as in file names, with the dot."""

    data: bytes
    suffix: str
    alt: str = ""
    caption: str = ""

    @property
    def description(self) -> str:
        """What to tell a reader who cannot see it; empty if the source says nothing."""
        return self.alt or self.caption


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """A document that came with the article; suffix as in file names, with the dot."""

    data: bytes
    suffix: str
    title: str


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """An article as the source has it, words untouched, white space tidied."""

    section_names: tuple[str, ...]
    """What the source calls its section, the most specific name first."""
    title: str
    date: datetime
    lead: str
    body: str
    """Sanitised HTML in simple blocks; the src of an img is an index into pictures."""
    views: int | None = None
    lead_picture: ImportedPicture | None = None
    pictures: tuple[ImportedPicture, ...] = ()
    attachments: tuple[ImportedDocument, ...] = ()
    author: str = ""
    source: str = ""
    addresses: tuple[str, ...] = ()
    """Paths under which the old portal served it."""
    notes: tuple[str, ...] = ()
    """What could not be imported, for staff."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file cannot be imported, and what to do about it."""

    found: str
    cure: str
    of: str = ""
    """The title of what it is about, in a file of many articles."""

    def __str__(self) -> str:
        return f"{self.found} {self.cure}"


class UnreadableError(Exception):
    """What is being read must not or cannot be read on; refusal says why to staff."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(str(refusal))
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a file holds and no reader of the old portal ever saw as an article, such as a draft."""

    found: str
    of: str = ""
    """Its title; empty where it stands for several."""

    def __str__(self) -> str:
        return self.found


Record = ImportedArticle | Refusal | LeftOut
"""What a file holds, one after another."""
