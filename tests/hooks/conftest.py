"""What the tests of the hooks share: a tiny real site, built at one moment."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tiny_site import NOON, TinySite, nothing_of_the_machine


@pytest.fixture(scope="session", autouse=True)
def _same_moment_for_every_build() -> Iterator[None]:
    with nothing_of_the_machine(SOURCE_DATE_EPOCH=NOON):
        yield


@pytest.fixture
def tiny_site(tmp_path: Path) -> TinySite:
    """The sources of a site with no article yet."""
    return TinySite(tmp_path)


@pytest.fixture(scope="module")
def shared_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], TinySite]:
    """Makes sources of a site that the tests of one module share."""
    return lambda: TinySite(tmp_path_factory.mktemp("site"))
