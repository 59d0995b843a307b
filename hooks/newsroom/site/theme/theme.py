"""The theme as a build reads it: without its fourteen thousand icons, which no build publishes.

MkDocs lists all templates of a theme to find its static files, and leaves out those whose name
starts with a dot only when it has them all. Included by name, icons are found as ever.
"""

import os
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme

from newsroom.machine.shortcuts import Shortcut, is_taken
from newsroom.site.mkdocs.known_libraries import is_mkdocs_known


class ListedTheme(Theme):
    """A theme that lists no hidden files."""

    @classmethod
    def of(cls, theme: Theme) -> Theme:
        """The same theme in all else; the theme itself where MkDocs may keep it otherwise."""
        if not (is_taken(Shortcut.LISTED_THEME) and is_mkdocs_known()):
            return theme
        listed = cls.__new__(cls)
        vars(listed).update(vars(theme))
        return listed

    def get_env(self) -> Environment:
        """As of any theme, but for the list."""
        env = super().get_env()
        env.loader = _VisibleTemplates(self.dirs)
        return env


class _VisibleTemplates(FileSystemLoader):
    def list_templates(self) -> list[str]:
        """The names of all templates below the folders, those of hidden folders apart."""
        found: set[str] = set()
        for folder in map(Path, self.searchpath):
            for place, folders, names in os.walk(folder, followlinks=self.followlinks):
                folders[:] = [name for name in folders if not name.startswith(".")]
                below = Path(place).relative_to(folder)
                found.update((below / name).as_posix() for name in names)
        return sorted(found)
