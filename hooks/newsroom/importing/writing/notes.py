"""What staff are told of an imported article, and for what it is refused."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from newsroom.content.contradictions import CURE, doubts_about
from newsroom.content.front_matter import FrontMatter, read_front_matter
from newsroom.content.newsroom import Section
from newsroom.content.problem import Problem
from newsroom.content.proof import find_failure
from newsroom.importing.record import ImportedArticle, Refusal
from newsroom.importing.writing.sections import nearest_sections

EDITED = "bài đã có nay viết khác tệp này; nếu là hai bài, hãy đổi tiêu đề một bài rồi nhập lại."
"""Of an article that was known though its words differ."""


def beside(namesake: PurePosixPath | None, record: ImportedArticle) -> ImportedArticle:
    """The record, told where another article is called like it."""
    if namesake is None:
        return record
    note = (
        f"cùng tiêu đề và ngày (hoặc địa chỉ cũ) với bài {namesake} nhưng nội dung khác, nên nhập "
        "thành bài riêng. Nếu chỉ là một bài, hãy xóa bớt."
    )
    return replace(record, notes=(*record.notes, note))


def waiting_for(name: str, sections: Mapping[str, Section]) -> str:
    """What is told of an article of a section that nobody knows."""
    found = f"chưa rõ chuyên mục “{name}”" if name else "tệp không ghi chuyên mục"
    near = nearest_sections(name, sections) if name else ()
    proposed = ", ".join(f"“{section.slug}”" for section in near)
    proposal = f" Có phải là: {proposed}?" if near else ""
    return f"{found}, nên để bản nháp, chưa đăng.{proposal}"


def refusal_of(problems: tuple[Problem, ...], data: bytes, *, is_waiting: bool) -> Refusal | None:
    """Why no reader could ever see the article; its date can be put right, and its section."""
    for problem in problems:
        if problem.blocking and problem.field != "date":
            return Refusal(problem.found, problem.cure)
    parts = read_front_matter(data.decode()) if is_waiting else None
    failure = find_failure(parts.body) if isinstance(parts, FrontMatter) else None
    return Refusal(failure.found, failure.cure) if failure else None


def doubts(data: bytes) -> Iterator[str]:
    """What the old portal got wrong, to be looked at: an import changes no word."""
    parts = read_front_matter(data.decode())
    if isinstance(parts, FrontMatter):
        for doubt in doubts_about(parts):
            yield f"dòng {doubt.line}: {doubt.found} {CURE}"


def told(problem: Problem) -> str:
    """The problem as a note."""
    return (
        f"{problem.field}: {problem.found} {problem.cure}"
        if problem.field
        else f"{problem.found} {problem.cure}"
    )
