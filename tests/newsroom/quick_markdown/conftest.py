"""What the tests of the quick Markdown share: the extensions of the repository's mkdocs.yml."""

from typing import Any

import pytest
from mkdocs.config import load_config
from tiny_site import TinySite


@pytest.fixture(scope="session")
def portals(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[list[str], dict[str, dict[str, Any]]]:
    """The names of the portal's extensions, and their settings."""
    config = load_config(str(TinySite(tmp_path_factory.mktemp("site")).write_settings()))
    return config["markdown_extensions"], config["mdx_configs"] or {}
