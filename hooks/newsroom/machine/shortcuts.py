"""Shortcuts: what makes builds faster and nothing else, each of which can be left out.

Without any of them a site is the same, byte for byte (tests/incremental/test_shortcuts.py), and
takes longer. `scripts/benchmark_build.py --prices` prints what each saves; one that saves less than
a tenth of every kind of build is removed. PORTAL_WITHOUT=candidates,processes builds without these,
which also tells whether a shortcut is to blame for what looks wrong.
"""

import os
from enum import Enum

VARIABLE = "PORTAL_WITHOUT"
"""The variable of the environment that names those to leave out, with commas between them."""


class Shortcut(Enum):
    """What each is called, and what it spares a build."""

    PROCESSES = "processes"
    """All cores work: half of a cold build's time on two of them (machine/processes.py)."""
    BEGUN_LOOKS = "begun-looks"
    """The disk is looked at in other processes while MkDocs starts (site/run/opening.py)."""
    RESTING_COLLECTOR = "resting-collector"
    """Nobody looks for garbage among what a build loads to keep (site/run/builds.py)."""
    COMPILED_TEMPLATES = "compiled-templates"
    """Templates are compiled once, not by every build (site/theme/template_cache.py)."""
    KEPT_READINGS = "kept-readings"
    """Articles are read and checked where their files changed (catalogue/records.py)."""
    KEPT_HAND_WRITTEN = "kept-hand-written"
    """So are hand-written pages (site/html/hand_written.py)."""
    INDEX_NOTES = "index-notes"
    """Displays of lists are made where an article of theirs changed (display/index_notes.py)."""
    CANDIDATES = "candidates"
    """Those pages are made whose dependencies changed, not all (build/dependencies.py)."""
    NEAR_KEYS = "near-keys"
    """Queries are asked again near a change, not for every page (catalogue/queries.py)."""
    KEPT_BODIES = "kept-bodies"
    """Markdown is rendered where a text or its links changed (site/pages/bodies.py)."""
    KEPT_FRAME = "kept-frame"
    """Masthead and footer are drawn once for pages that show the same (site/theme/frame.py)."""
    ONE_MARKDOWN = "one-markdown"
    """Markdown is set up once, not for every page (site/mkdocs/quick_rendering.py)."""
    QUICK_MARKDOWN = "quick-markdown"
    """Markdown looks first whether there is anything to do (quick_markdown/)."""
    SEARCH_BY_DIFFERENCE = "search-by-difference"
    """Of the search index only what changed is made again (site/pages/search_update.py)."""


def is_taken(shortcut: Shortcut) -> bool:
    """Whether builds take it."""
    return shortcut.value not in os.environ.get(VARIABLE, "").split(",")
