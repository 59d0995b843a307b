"""A document as the caller gives it to the index."""

from dataclasses import dataclass, fields
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DocumentMetadata:
    """What a document is filtered and sorted by."""

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
    """A document with all texts that residents can search for."""

    title: str
    lead: str
    text: str
    """The rendered body as plain text, one line a paragraph."""
    keywords: tuple[str, ...] = ()
    """Phrases by which it is found as by its title: tags, "Sơ kết quý I/2023", who wrote it."""


@dataclass(frozen=True, slots=True)
class ListedDocument(DocumentMetadata):
    """A document to be listed in the index, without its text."""

    digest: bytes
    """Of the whole SearchDocument and the abbreviations that its terms depend on."""

    @classmethod
    def of(cls, document: SearchDocument, digest: bytes) -> "ListedDocument":
        """The document without its text."""
        listed = {field.name: getattr(document, field.name) for field in fields(DocumentMetadata)}
        return cls(**listed, digest=digest)
