"""A record as the text of an article's file: front matter and Markdown."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.content.bounds import find_excess
from newsroom.content.newsroom import Newsroom, Section
from newsroom.importing.markup.body_markdown import body_markdown
from newsroom.importing.markup.emphasis import without_emphasis
from newsroom.importing.markup.fidelity import first_difference
from newsroom.importing.record import ImportedArticle, Refusal
from newsroom.importing.text.white_space import tidy
from newsroom.importing.writing.quarterly_review import reporting_organization, reviewed_quarter
from newsroom.text.dates import to_iso


@dataclass(frozen=True, slots=True)
class PicturePaths:
    """Where the pictures and documents will stand, relative to the article's file."""

    lead: str = ""
    others: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


def article_file(
    record: ImportedArticle,
    section: Section | None,
    paths: PicturePaths,
    newsroom: Newsroom,
    archive: str = "",
) -> str | Refusal:
    """The file's text; a refusal where the Markdown would not show the words of the source.

    section: None where nobody knows it: then the article is a draft that keeps the old name.
    archive: of whose archive it is.
    """
    body = _proven_markdown(record, paths)
    if isinstance(body, Refusal):
        return body
    fields = (*_fields(record, section, paths, newsroom), ("archive", _optional(archive)))
    lines = "\n".join(f"{name}: {value}" for name, value in fields if value)
    return f"---\n{lines}\n---\n\n{body}\n"


def old_section(record: ImportedArticle) -> str:
    """What the source calls its section; empty where it says nothing."""
    return next(iter(record.section_names), "")


def quoted(text: str) -> str:
    """The text as a YAML scalar in quotes, on one line, white space tidied."""
    words = tidy(text)
    # PyYAML would write 🎉 as \U0001F389, which no clerk can read.
    is_plain = not ('"' in words or "\\" in words)
    return f'"{words}"' if is_plain else "'" + words.replace("'", "''") + "'"


def _proven_markdown(record: ImportedArticle, paths: PicturePaths) -> str | Refusal:
    alts = [picture.description for picture in record.pictures]
    body = body_markdown(record.body, paths.others, alts)
    if excess := find_excess(body):
        return Refusal(excess.found, excess.cure)
    if first_difference(record.body, body) is None:
        return body
    # Some nests of bold in italic have no unambiguous Markdown; the words matter more.
    plain = without_emphasis(record.body)
    body = body_markdown(plain, paths.others, alts)
    difference = first_difference(plain, body)
    if difference is None:
        return body
    cure = "Hãy nhập bài này bằng tay và gửi tệp cho người phụ trách kỹ thuật."
    return Refusal(f"không giữ được nguyên văn: {difference}.", cure)


def _fields(
    record: ImportedArticle, section: Section | None, paths: PicturePaths, newsroom: Newsroom
) -> Iterator[tuple[str, str]]:
    yield "title", quoted(record.title)
    yield "date", to_iso(record.date)
    yield "category", section.slug if section else _optional(old_section(record))
    yield "draft", "" if section else "true"
    yield "views", "" if record.views is None else str(record.views)
    yield "summary", _optional(record.lead)
    picture = record.lead_picture
    if picture is not None:
        yield "image", quoted(paths.lead)
        yield "image_alt", _optional(picture.description)
        yield "image_caption", _optional(picture.caption)
    yield "attachments", _attachments(record, paths)
    yield "author", _optional(record.author)
    yield "source", _optional(record.source)
    yield from _review(record, newsroom)
    yield "aliases", f"[{', '.join(map(quoted, record.addresses))}]" if record.addresses else ""


def _review(record: ImportedArticle, newsroom: Newsroom) -> Iterator[tuple[str, str]]:
    quarter = reviewed_quarter(record.title, record.lead, record.date)
    if quarter is not None:
        yield "quarter", str(quarter)
        by = reporting_organization(record.title, record.lead, newsroom.organizations)
        yield "organization", quoted(by.title) if by else ""


def _attachments(record: ImportedArticle, paths: PicturePaths) -> str:
    listed = (
        f"{{title: {quoted(document.title)}, file: {quoted(path)}}}"
        for document, path in zip(record.attachments, paths.documents, strict=True)
    )
    return f"[{', '.join(listed)}]" if record.attachments else ""


def _optional(text: str) -> str:
    return quoted(text) if text else ""
