"""Builds of tests read settings by libyaml: they are the same."""

from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import get_yaml_loader
from quick_settings import settings_read_quickly


def test_settings_are_those_that_mkdocs_reads_by_itself(
    tiny_site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny_site.settings["site_name"] = "Tin: phường “Thử” – ạ\u00a0\n# và"
    quick = shown(load_config(str(tiny_site.write_settings())))
    monkeypatch.setattr("mkdocs.config.defaults.get_yaml_loader", get_yaml_loader)

    assert shown(load_config(str(tiny_site.folder / "mkdocs.yml"))) == quick


def shown(config: MkDocsConfig) -> dict[str, str]:
    """All settings but those that are objects of each configuration's own."""
    own = {"theme", "plugins", "hooks", "config_file_path"}
    return {name: repr(value) for name, value in config.items() if name not in own}


def test_contexts_of_two_sites_may_lie_in_each_other(tiny_site: Any) -> None:
    tiny_site.article("mot", {"title": "Một", "date": "2023-04-01", "category": "tin"})
    with settings_read_quickly(), settings_read_quickly():
        tiny_site.build(strict=True)

    assert "Một" in tiny_site.page("tin/2023/04/mot")
