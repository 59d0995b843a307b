"""Telling of articles that cannot be published: in the log, and in the workflow's summary."""

import os
from collections.abc import Sequence
from logging import Logger, LoggerAdapter
from pathlib import Path

from newsroom.problem import Problem

Log = LoggerAdapter[Logger]


def report_problems(problems: Sequence[Problem], *, quarantine: bool, log: Log) -> None:
    """Warn of every article that is left out, which stops a strict build.

    Under quarantine the workflow's job summary names them as well.
    """
    for problem in problems:
        log.warning("%s", problem)
    if not problems:
        return
    paths = sorted({problem.path for problem in problems})
    log.warning("Chưa đăng %d bài có lỗi, các bài khác vẫn đăng: %s", len(paths), ", ".join(paths))
    if quarantine:
        _write_summary(problems)


def _write_summary(problems: Sequence[Problem]) -> None:
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    rows = "".join(f"- `{problem}`\n" for problem in problems)
    with Path(name).open("a", encoding="utf-8") as summary:
        summary.write(f"### Bài chưa đăng được\n\n{rows}\n")
