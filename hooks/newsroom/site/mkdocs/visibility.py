"""Which files of a build residents get to see."""

from mkdocs.structure.files import File, InclusionLevel

PUBLIC, DRAFT = InclusionLevel.NOT_IN_NAV, InclusionLevel.DRAFT
"""The levels of what is made from articles."""
_HIDDEN = (InclusionLevel.DRAFT, InclusionLevel.EXCLUDED)


def is_published(file: File) -> bool:
    """Whether the file is on the published site, not in the preview alone."""
    return file.inclusion not in _HIDDEN
