"""The theme as a build reads it: of its own files none is published, since no page loads any.

MkDocs lists all templates of a theme to find the static files that it copies. Material has 960 kB
of those, and fourteen thousand icons, over which a list takes a tenth of a small build. Named, its
templates and icons are found as ever.
"""

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


class QuietTheme(Theme):
    """A theme that lists the project's own templates alone."""

    @classmethod
    def of(cls, theme: Theme) -> Theme:
        """The same theme in all else."""
        quiet = cls.__new__(cls)
        vars(quiet).update(vars(theme))
        return quiet

    def get_env(self) -> Environment:
        """As of any theme, but for the list."""
        env = super().get_env()
        env.loader = _OwnTemplates(self.dirs, self.custom_dir)
        return env


class _OwnTemplates(FileSystemLoader):
    """Loads from all folders, and lists one."""

    def __init__(self, folders: list[str], listed: str | None) -> None:
        super().__init__(folders)
        self._listed = FileSystemLoader(listed or ())

    def list_templates(self) -> list[str]:
        """The names of the project's own templates."""
        return self._listed.list_templates()
