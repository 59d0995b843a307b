"""The internals of MkDocs that newsroom.site.mkdocs.internals relies on are as they were."""

import inspect
from collections.abc import Callable
from typing import Any

from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from newsroom.build.dependencies import Recorder
from newsroom.site.html.headings import know_headings
from newsroom.site.html.sanitized import sanitized
from newsroom.site.mkdocs import internals
from newsroom.site.mkdocs.site_files import SiteFiles


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


TEXTS = [
    "# Một\n\nXem [hai](hai.md#muc), [mất](mat.md).[^1]\n\n[^1]: Chú thích.\n",
    "## Mục\n\n<a id='neo'></a> ![ảnh](anh.png)\n\n!!! note\n    Ý.\n\n### & *b*[^1]\n\n[^1]: C\n",
    "Không có gì, cũng không có chú thích.[^1]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "Lại chú thích.[^1] Xem [một](mot.md#khong-co).\n\n[^1]: Khác.\n",
]


def rendered(tiny_site: Any, render: Callable[[Page, MkDocsConfig, Files], None]) -> list[Any]:
    """What rendering the texts one after the other gives their pages."""
    config = load_config(str(tiny_site.write_settings()))
    names = ["mot.md", "hai.md", "ba.md", "bon.md", "anh.png"]
    plain = Files(File(name, "docs", "site", True) for name in names)
    files = SiteFiles(plain, Recorder())
    results = []
    for name, text in zip(names, TEXTS, strict=False):
        file = files.get_file_from_path(name)
        assert file
        page = Page(None, file, config)
        page.markdown = text
        render(page, config, files)
        content = page.content or ""
        if render is internals.render:
            know_headings(page, sanitized(content))
        links = {f.src_uri: anchors for f, anchors in (page.links_to_anchors or {}).items()}
        results.append((content, str(page.toc), page.present_anchor_ids, links))
    return results


def test_body_and_headings_are_those_that_mkdocs_would_give(tiny_site: Any) -> None:
    own = rendered(tiny_site, internals.render)

    assert own == rendered(tiny_site, lambda page, config, files: page.render(config, files))
    assert [len(links) for *_, links in own] == [2, 1, 0, 2]
