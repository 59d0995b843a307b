"""What the tests of builds that follow each other share."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # sites.py and the others, for this folder's tests
from newspaper import fill
from sites import Project
from tiny_site import nothing_of_the_machine


@pytest.fixture(scope="session", autouse=True)
def _nothing_of_the_machine() -> Iterator[None]:
    with nothing_of_the_machine():
        yield


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The sources of a small newspaper, not built yet."""
    return fill(Project(tmp_path / "bao"))
