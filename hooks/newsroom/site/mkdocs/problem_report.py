"""The report of articles that cannot be published, or are published without something."""

import logging
from collections.abc import Sequence

from newsroom.content.problem import Problem
from newsroom.content.telling import held_back, names_of_held_back, severity

Log = logging.LoggerAdapter[logging.Logger]


def report_problems(problems: Sequence[Problem], *, quarantine: bool, log: Log) -> None:
    """Report every article that is left out: as a warning, which stops a strict build, unless there
    is quarantine. What an article is merely published without never stops a build.

    The summary of a workflow's run is written by `check`, so that nothing appears there twice.
    """
    level = logging.INFO if quarantine else logging.WARNING
    for problem in problems:
        if problem.blocking or problem.drops:
            weight = level if problem.blocking else logging.INFO
            log.log(weight, "%s: %s", severity(problem), problem)
    if paths := held_back(problems):
        log.log(level, "%s. Các bài khác vẫn đăng.", names_of_held_back(paths))
