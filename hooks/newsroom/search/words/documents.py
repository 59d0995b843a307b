"""A document as the caller gives it to the index."""

from dataclasses import dataclass, fields
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DocumentMetadata:
    """A document by what it is filtered and ordered by."""

    uri: str
    date: datetime | None
    """None for a page without one, such as the ward's address."""
    section_slug: str
    section_title: str
    campaign_slug: str
    """Empty where the article belongs to no campaign."""
    campaign_title: str
    quarter: str
    """The quarter of its date: 2023-Q1; empty without one."""
    views: int


@dataclass(frozen=True, slots=True)
class SearchDocument(DocumentMetadata):
    """An article as residents search for it."""

    title: str
    lead: str
    text: str
    """The rendered body as plain text, one line a paragraph."""
    keywords: tuple[str, ...] = ()
    """Phrases by which it is found as by its title: tags, "Sơ kết quý I/2023", who wrote it."""


@dataclass(frozen=True, slots=True)
class ListedDocument(DocumentMetadata):
    """A document that can be found, without its text."""

    digest: bytes
    """Stands for the whole SearchDocument, and for the abbreviations that its terms depend on."""

    @classmethod
    def of(cls, document: SearchDocument, digest: bytes) -> "ListedDocument":
        """The entry of a document."""
        listed = {field.name: getattr(document, field.name) for field in fields(DocumentMetadata)}
        return cls(**listed, digest=digest)
