"""Settings are read by builds of a test process as fast as they can be, with the same result."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial

import mkdocs.config.defaults
import mkdocs.plugins
import mkdocs.utils
import pytest
import yaml

Dumper: type = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@contextmanager
def settings_read_quickly() -> Iterator[None]:
    """Let builds look only once what is installed, and read mkdocs.yml by libyaml where there is
    one; a sixth of a tiny build would be looking and reading again."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (mkdocs.utils, mkdocs.plugins):
            patch.setattr(module, "entry_points", cache(module.entry_points))
        loader = getattr(yaml, "CLoader", yaml.Loader)
        made = mkdocs.config.defaults.get_yaml_loader
        patch.setattr(mkdocs.config.defaults, "get_yaml_loader", partial(made, loader=loader))
        yield
