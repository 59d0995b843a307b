"""The theme that is listed without its icons is the theme in all else."""

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.theme import Theme
from tiny_site import TinySite

from newsroom.site.theme.theme import ListedTheme


@pytest.fixture
def config(tiny_site: TinySite) -> MkDocsConfig:
    return load_config(str(tiny_site.write_settings()))


def published(theme: Theme, config: MkDocsConfig) -> list[str]:
    """The static files that MkDocs finds in the theme."""
    files = Files([])
    files.add_files_from_theme(theme.get_env(), config)
    return [file.src_uri for file in files]


def test_mkdocs_finds_the_same_files_in_it(config: MkDocsConfig) -> None:
    listed = published(ListedTheme.of(config.theme), config)

    assert listed == published(config.theme, config)
    assert any(name.endswith(".css") for name in listed)


def test_its_list_has_no_icons_but_they_are_there(config: MkDocsConfig) -> None:
    env = ListedTheme.of(config.theme).get_env()

    assert len(env.list_templates()) < 1000 < len(config.theme.get_env().list_templates())
    assert env.get_template(".icons/material/magnify.svg").render().startswith("<svg")


def test_it_has_the_settings_of_the_theme(config: MkDocsConfig) -> None:
    listed = ListedTheme.of(config.theme)

    assert (listed.name, listed.dirs, listed.locale) == (
        config.theme.name, config.theme.dirs, config.theme.locale
    )  # fmt: skip
    assert dict(listed) == dict(config.theme)
