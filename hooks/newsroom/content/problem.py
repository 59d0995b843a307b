"""A problem in the content: where it is, what was found and what to write instead."""

from dataclasses import dataclass

from newsroom.text.visible import visible


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that a replacement needs, by its path from the folder of the edited one."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement that `check --fix` may make: characters start..end of the file's text."""

    start: int
    end: int
    replacement: str
    needs: NewFile | None = None
    of_code: bool = False
    """Whether it replaces code, of which readers see no word."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that staff should put right, told in Vietnamese."""

    path: str
    """The file as staff know it, '/'-separated, relative to the project where it is inside."""
    found: str
    """A sentence: what was found, with the value."""
    cure: str
    """A sentence: what to write or do instead."""
    line: int | None = None
    field: str | None = None
    blocking: bool = True
    """Whether the file cannot be published as it is (the others are published with the fault)."""
    edit: Edit | None = None
    drops: bool = False
    """Whether the article is published without what was written here, so the build tells it too."""

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        subject = "" if self.field is None else f"{self.field}: "
        return visible(f"{place}: {subject}{self.found} {self.cure}")


def unforeseen(path: str, error: Exception) -> Problem:
    """What is told where a file holds what nobody has thought of."""
    return Problem(
        path,
        f"máy không đọc được bài này ({type(error).__name__}: {str(error)[:80]}).",
        "Hãy gửi tệp này cho kỹ thuật viên; các bài khác không bị ảnh hưởng.",
    )


def by_place(problem: Problem) -> tuple[str, int, str]:
    """Sort key: file, line, field."""
    return problem.path, problem.line or 0, problem.field or ""
