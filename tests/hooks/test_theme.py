"""Of the theme nothing is published, and its icons are there all the same."""

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from tiny_site import TinySite

from newsroom.site.theme.theme import QuietTheme


@pytest.fixture
def config(tiny_site: TinySite) -> MkDocsConfig:
    return load_config(str(tiny_site.write_settings()))


def test_mkdocs_finds_no_static_file_in_it(config: MkDocsConfig) -> None:
    plain, quiet = Files([]), Files([])
    plain.add_files_from_theme(config.theme.get_env(), config)
    quiet.add_files_from_theme(QuietTheme.of(config.theme).get_env(), config)

    assert any(file.src_uri.endswith(".css") for file in plain)
    assert list(quiet) == []


def test_its_icons_are_there(config: MkDocsConfig) -> None:
    env = QuietTheme.of(config.theme).get_env()

    assert len(env.list_templates()) < 1000 < len(config.theme.get_env().list_templates())
    assert env.get_template(".icons/material/magnify.svg").render().startswith("<svg")


def test_it_has_the_settings_of_the_theme(config: MkDocsConfig) -> None:
    quiet = QuietTheme.of(config.theme)

    assert (quiet.name, quiet.dirs, quiet.locale) == (
        config.theme.name, config.theme.dirs, config.theme.locale
    )  # fmt: skip
    assert dict(quiet) == dict(config.theme)


def test_site_has_one_stylesheet_named_by_what_it_says(tiny_site: TinySite) -> None:
    tiny_site.settings["extra_css"] = ["stylesheets/a.css", "stylesheets/b.css"]
    tiny_site.write("docs/stylesheets/a.css", "p { color: red }")
    tiny_site.write("docs/stylesheets/b.css", "p { color: blue }")
    tiny_site.build()
    (first,) = tiny_site.site.glob("stylesheets/all-*.css")
    assert first.read_text(encoding="utf-8") == "p { color: red }\np { color: blue }"
    assert f'href="stylesheets/{first.name}"' in tiny_site.page("")

    tiny_site.write("docs/stylesheets/b.css", "p { color: green }")
    tiny_site.build()

    (second,) = tiny_site.site.glob("stylesheets/all-*.css")
    assert second.name != first.name
    assert f'href="stylesheets/{second.name}"' in tiny_site.page("")
