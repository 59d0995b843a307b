"""A project that many tests begin with: made and built once, and brought back for each of them."""

import shutil
from pathlib import Path

from sites import Project


class Kept:
    """A copy of a project. Pages depend on the name of the folder that they were built in, so that
    it is brought back to the same one: only there the next build finds that the last one holds."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._copy = project.folder.with_name(f"{project.folder.name}-cat-di")
        shutil.copytree(project.folder, self._copy)

    def brought_back(self) -> Project:
        """The project as it was, to do anything with, in the folder where it was."""
        place = self._project.folder
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self._copy, place)
        return self._project.at(place)

    def copied_to(self, place: Path) -> Project:
        """The project in another folder."""
        shutil.copytree(self._copy, place)
        return self._project.at(place)
