"""What the tests of builds that follow each other share."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # sites.py and the others, for this folder's tests
from kept import Kept
from newspaper import fill
from sites import Project
from tiny_site import nothing_of_the_machine


@pytest.fixture(scope="session", autouse=True)
def _nothing_of_the_machine() -> Iterator[None]:
    with nothing_of_the_machine():
        yield


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A small newspaper that was not built yet."""
    return Kept(fill(Project(tmp_path_factory.mktemp("nguon") / "bao")))


@pytest.fixture(scope="session")
def built(sources: Kept, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """The same after its first build."""
    project = sources.copied_to(tmp_path_factory.mktemp("toa-soan") / "bao")
    project.publish()
    return Kept(project)


@pytest.fixture
def unbuilt(sources: Kept, tmp_path: Path) -> Project:
    """The sources of a small newspaper."""
    return sources.copied_to(tmp_path / "bao")


@pytest.fixture
def project(built: Kept) -> Project:
    """A small newspaper whose next build finds all that its first has left."""
    return built.brought_back()
