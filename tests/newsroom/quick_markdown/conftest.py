"""What the tests of the quick Markdown share: the extensions of the repository's mkdocs.yml."""

from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config


@pytest.fixture(scope="session")
def portals(root: Path) -> tuple[list[str], dict[str, dict[str, Any]]]:
    """The names of the portal's extensions, and their settings."""
    config = load_config(str(root / "mkdocs.yml"))
    return config["markdown_extensions"], config["mdx_configs"] or {}
