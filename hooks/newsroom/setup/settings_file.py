"""mkdocs.yml with a ward's answers in it, and every byte that they do not concern as it was."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

import yaml

from newsroom.content.newsroom import Newsroom, Organization, Section
from newsroom.content.problem import Edit
from newsroom.content.settings import settings_in
from newsroom.content.source import decode, edited
from newsroom.setup.answers import Answers, Site
from newsroom.setup.yaml_edits import Fields, YamlEdits, child, compose, text_of

_BLOCK = ("extra", "newsroom")
_WARD = ("name", "district", "city", "address", "phone", "email", "working_hours", "notice")
_SITE = {"site_name": "name", "site_description": "description", "site_url": "url"}


class UneditableError(Exception):
    """The file is written in a way in which it cannot be edited."""


def site_in(data: bytes) -> Site:
    """What the bytes of a mkdocs.yml, which can be read, say of the site."""
    root = compose(_text(data))
    return Site(**{name: text_of(child(root, key)) for key, name in _SITE.items()})


def with_answers(data: bytes, answers: Answers, campaigns: Collection[str]) -> bytes:
    """The bytes of mkdocs.yml with the answers, and of its campaigns those of these slugs.

    Raises UneditableError where the result does not say just that.
    """
    text = _text(data)
    edits = YamlEdits(text)
    root = compose(text)
    for key, name in _SITE.items():
        edits.put(root, key, getattr(answers.site, name), keep=True)
    block = child(root, *_BLOCK)
    ward = child(block, "ward")
    for name in _WARD:
        edits.put(ward, name, getattr(answers.ward, name))
    edits.put_list(block, "sections", list(_sections(answers)), "slug")
    edits.put_list(block, "campaigns", [(slug, {}) for slug in campaigns], "slug")
    edits.put_list(block, "organizations", list(_organizations(answers)), "title")
    return _checked(edited(data, _with_ends_of(data, edits.edits)), data, answers, campaigns)


def _text(data: bytes) -> str:
    text = decode(data)
    if not isinstance(text, str):
        raise UneditableError(text.found)
    return text


def _with_ends_of(data: bytes, edits: list[Edit]) -> list[Edit]:
    """The edits with the ends of lines that the file has."""
    if b"\r\n" not in data:
        return edits
    return [replace(edit, replacement=edit.replacement.replace("\n", "\r\n")) for edit in edits]


def _sections(answers: Answers) -> Iterator[tuple[str, Fields]]:
    for one in answers.sections:
        texts = {"slug": one.slug, "title": one.title, "description": one.description}
        yield one.slug, {**texts, "keywords": one.keywords}


def _organizations(answers: Answers) -> Iterator[tuple[str, Fields]]:
    for title, one in answers.organizations:
        yield title, {"title": one.title, "keywords": one.keywords}


def _checked(new: bytes, old: bytes, answers: Answers, campaigns: Collection[str]) -> bytes:
    """The new bytes, read again as every build reads them."""
    try:
        found, before, site = settings_in(new).newsroom, settings_in(old).newsroom, site_in(new)
    except yaml.YAMLError as error:
        raise UneditableError(str(error)) from error
    if not found or not before or site != answers.site or found.ward != answers.ward:
        raise UneditableError("the site or the ward")
    if _listed(found) != _wanted(answers, before, campaigns):
        raise UneditableError("a list")
    return new


def _listed(newsroom: Newsroom) -> tuple[object, ...]:
    return (
        _without_keywords(newsroom.sections.values()),
        set(newsroom.campaigns.values()),
        _without_keywords(newsroom.organizations),
        newsroom.per_page,
        newsroom.articles_dir,
    )


def _wanted(answers: Answers, before: Newsroom, campaigns: Collection[str]) -> tuple[object, ...]:
    return (
        _without_keywords(answers.sections),
        {campaign for slug, campaign in before.campaigns.items() if slug in campaigns},
        _without_keywords(one for _, one in answers.organizations),
        before.per_page,
        before.articles_dir,
    )


def _without_keywords(named: Iterable[Section] | Iterable[Organization]) -> set[object]:
    """Sections or organizations without their other names, which nobody is asked for: they stay as
    they are, and are read without the blanks around them."""
    return {replace(one, keywords=()) for one in named}
