"""Telling staff of problems: one source of words for `check`, for the build and for GitHub."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from newsroom.content.problem import Problem
from newsroom.text.numbers import format_count
from newsroom.text.visible import visible

BLOCKING, MINOR = "chặn đăng", "nên sửa"
_HELD_BACK = "bị giữ lại, chưa đăng"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#!|~&@$])")
_LONGEST = 600
"""Characters of a message on GitHub; a value pasted by mistake may be a whole page."""
_MOST_TOLD = 200
"""Problems in a summary, which GitHub refuses above one megabyte."""


def severity(problem: Problem) -> str:
    """How grave it is, in the words that staff know."""
    return BLOCKING if problem.blocking else MINOR


def held_back(problems: Iterable[Problem]) -> list[str]:
    """The articles that are kept off the site, in order."""
    return sorted({p.path for p in problems if p.blocking and _is_article(p.path)})


def by_file(problems: Iterable[Problem]) -> Iterator[str]:
    """Lines for the terminal: every file, with its problems below it."""
    for path, own in _grouped(problems).items():
        state = f": {_HELD_BACK}" if held_back(own) else ""
        yield f"{visible(path)}{state}"
        yield from (f"  {severity(problem)}: {problem}" for problem in own)


def names_of_held_back(paths: Sequence[str]) -> str:
    """The line that names the articles that are kept off the site."""
    return f"Chưa đăng: {', '.join(map(visible, paths))}"


def counted(problems: Sequence[Problem]) -> str:
    """How many problems there are of each weight, and in how many files."""
    files = len({problem.path for problem in problems})
    blocking = sum(problem.blocking for problem in problems)
    weights = [(blocking, BLOCKING), (len(problems) - blocking, MINOR)]
    parts = [f"{format_count(count)} lỗi {name}" for count, name in weights if count]
    return f"Còn {format_count(len(problems))} lỗi trong {files} tệp: {', '.join(parts)}."


def outcome(problems: Iterable[Problem], published: int, hidden: int, held: int) -> str:
    """What publishing would come to: articles that residents see, that wait or ended, and that are
    kept off. A blocking problem of anything but an article, such as mkdocs.yml or a file that the
    host refuses, keeps all of them off."""
    others = {visible(p.path) for p in problems if p.blocking and not _is_article(p.path)}
    if others:
        return f"Chưa đăng được bài nào cho tới khi sửa xong {', '.join(sorted(others))}."
    parts = [f"sẽ đăng {format_count(published)} bài"]
    if held:
        parts.append(f"{format_count(held)} bài {_HELD_BACK}")
    if hidden:
        parts.append(f"{format_count(hidden)} bài là bản nháp, hẹn giờ hoặc đã hết hạn")
    told = "; ".join(parts)
    return f"{told[0].upper()}{told[1:]}." if held else f"Mọi bài vẫn đăng được: {told}."


def annotation(problem: Problem) -> str:
    """The workflow command by which GitHub shows the problem at its line."""
    return workflow_command(
        "error" if problem.blocking else "warning",
        f"{problem.found} {problem.cure}",
        file=problem.path,
        line=str(problem.line or 1),
        title=problem.field or "Bài viết",
    )


def workflow_command(level: str, message: str, **properties: str) -> str:
    """The line by which GitHub shows a message. level: error, warning or notice; properties: file,
    line, title."""
    named = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {named}::{_data(message)}"


def summary(problems: Sequence[Problem], outcome: str) -> str:
    """Markdown for the page of a workflow run: the files that are kept off, and what to do."""
    blocking = [problem for problem in problems if problem.blocking]
    minor = len(problems) - len(blocking)
    lines = [f"### {'Bài bị giữ lại, chưa đăng' if blocking else 'Kiểm tra bài viết'}", "", outcome]
    for path, own in _grouped(blocking[:_MOST_TOLD]).items():
        lines += ["", f"**{_code(path)}**", "", *map(_item, own)]
    if len(blocking) > _MOST_TOLD:
        lines += ["", f"Và {format_count(len(blocking) - _MOST_TOLD)} lỗi {BLOCKING} nữa."]
    if blocking:
        lines += ["", "Hãy sửa tệp theo từng dòng trên rồi đưa lên lại."]
    if minor:
        lines += ["", f"Ngoài ra có {format_count(minor)} lỗi {MINOR}; bài vẫn đăng."]
    return "\n".join(lines)


def rows(problems: Sequence[Problem]) -> str:
    """Markdown for the same page: each problem on a line, with its weight."""
    lines = [f"- **{severity(p)}**: {_code(_short(str(p)))}" for p in problems[:_MOST_TOLD]]
    if len(problems) > _MOST_TOLD:
        lines.append(f"- … và {format_count(len(problems) - _MOST_TOLD)} chỗ nữa")
    return "\n".join(lines)


def _is_article(path: str) -> bool:
    """Whether it is one, or a folder of articles that cannot be looked into."""
    return path.endswith(".md") or "." not in path.rpartition("/")[2]


def _grouped(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    groups: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        groups[problem.path].append(problem)
    return groups


def _item(problem: Problem) -> str:
    place = "" if problem.line is None else f"Dòng {problem.line}, "
    subject = f"{_code(problem.field)}: " if problem.field else ""
    told = _MARKDOWN.sub(r"\\\1", _short(f"{problem.found} {problem.cure}"))
    return f"- {place}{subject}{told}"


def _code(text: str) -> str:
    """The text as code, whatever backticks it holds."""
    text = visible(text)
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _short(text: str) -> str:
    text = visible(text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _data(text: str) -> str:
    return _short(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
