"""Builds in processes that are forked: to load Python and MkDocs takes longer than to build."""

import os
import subprocess
import sys
import tempfile
import warnings
from typing import IO, NoReturn

from mkdocs.__main__ import cli
from mkdocs.config.config_options import Hooks
from sites import Project


def run(project: Project, *options: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run `mkdocs build`, as Project.run does where no process can be forked."""
    if not hasattr(os, "fork"):
        return project.run(*options, **variables)
    project.write_settings()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said, warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that other threads are not forked
        process = os.fork()
        if process == 0:
            _build(project, ["build", *options], variables, said)
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        said.seek(0)
        return subprocess.CompletedProcess(options, code, "", said.read())


def _build(
    project: Project, arguments: list[str], variables: dict[str, str], said: IO[str]
) -> NoReturn:
    """Build, and end the process without what the tests' own does at its end."""
    code: object = 1
    try:
        os.chdir(project.folder)
        os.environ.update(project.environment(variables))
        sys.dont_write_bytecode = True
        sys.stdout = sys.stderr = said
        Hooks._load_hook.cache_clear()
        cli(arguments, prog_name="mkdocs")
    except SystemExit as ended:
        code = ended.code
    finally:
        said.flush()
        os._exit(code if isinstance(code, int) else 1)
