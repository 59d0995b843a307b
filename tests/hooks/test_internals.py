"""The internals of MkDocs that newsroom.site.internals relies on are as they were."""

import inspect

from mkdocs.commands import build
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


def parameters(function: object) -> str:
    return ", ".join(inspect.signature(function).parameters)  # type: ignore[arg-type]


def test_signatures_of_what_is_called() -> None:
    assert parameters(build._populate_page) == "page, config, files, dirty"
    wanted = "page, config, doc_files, nav, env, dirty, excluded"
    assert parameters(build._build_page) == wanted


def test_build_asks_files_for_pages_by_the_methods_that_site_files_have() -> None:
    """MkDocs walks documentation_pages and copies static files; links go by path."""
    source = inspect.getsource(build.build)
    for call in (
        "files.documentation_pages(inclusion=inclusion)",
        "files.copy_static_files(",
        "config.plugins.on_env(env, config=config, files=files)",
        "for template in config.theme.static_templates:",
        "file.page.validate_anchor_links(files=files, log_level=log_level)",
    ):
        assert call in source
    assert "get_file_from_path" in vars(Files)


def test_page_has_what_a_kept_body_gives_it() -> None:
    source = inspect.getsource(Page.render)
    for name in ("content", "toc", "present_anchor_ids", "links_to_anchors"):
        assert f"self.{name} = " in source
