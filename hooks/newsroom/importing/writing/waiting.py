"""Drafts that an import left because nobody knew their section, and what they wait for."""

from collections.abc import Mapping

from newsroom.content.front_matter import FrontMatter
from newsroom.content.newsroom import Section
from newsroom.content.problem import Edit
from newsroom.content.source import decode, edited


def is_waiting(parts: FrontMatter, sections: Mapping[str, Section]) -> bool:
    """Whether the file is a draft without a section of the newsroom."""
    draft = parts.entries.get("draft")
    return bool(draft and draft.value == "true") and _category(parts) not in sections


def settled(data: bytes, parts: FrontMatter, section: Section) -> bytes:
    """The bytes of the file in the section, a draft no more, every other byte as it was."""
    entry, draft = parts.entries.get("category"), parts.entries["draft"]
    text = decode(data)
    end = text.find("\n", draft.end) + 1 if isinstance(text, str) else draft.end
    if entry is None:
        return edited(data, [Edit(draft.name_start, draft.end, f"category: {section.slug}")])
    return edited(
        data,
        [Edit(entry.start, entry.end, section.slug), Edit(draft.name_start, end, "")],
    )


def _category(parts: FrontMatter) -> str:
    entry = parts.entries.get("category")
    return entry.value if entry and isinstance(entry.value, str) else ""
