"""Pages that are drawn by shells are, byte for byte, those that are drawn in full."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from mkdocs.commands import build
from mkdocs.config import load_config
from PIL import Image
from tiny_site import ROOT

from newsroom.machine import processes
from newsroom.site.theme import shells, templates

Files = dict[str, bytes]


class Drawing:
    """How the pages of a build are drawn."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch
        self.by_shell: list[str] = []
        """The addresses of pages that came out of a shell."""

    def in_full(self) -> None:
        """Draw without shells."""
        self._patch.setattr(templates, "draw_by_shells", lambda env: None)

    def trusting(self) -> None:
        """Draw by shells from the second page of a kind on, and look at nothing twice."""
        self._patch.setattr(shells, "_PROOFS", 0)
        self._patch.setattr(shells, "_WORTH", 2)
        filled_in = shells._filled_in

        def noted(kind: Any, variables: dict[str, Any], in_full: Callable[..., str]) -> str | None:
            page = filled_in(kind, variables, in_full)
            if page is not None:
                self.by_shell.append(variables["page"].url)
            return page

        self._patch.setattr(shells, "_filled_in", noted)


@pytest.fixture(autouse=True)
def _one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 1)


@pytest.fixture
def trusting() -> Iterator[Drawing]:
    with pytest.MonkeyPatch.context() as patch:
        drawing = Drawing(patch)
        drawing.trusting()
        yield drawing


def drawn_in_full(site: Any, **options: Any) -> Files:
    """The files of the site as they are without shells."""
    with pytest.MonkeyPatch.context() as patch:
        Drawing(patch).in_full()
        shutil.rmtree(site.folder / ".cache", ignore_errors=True)
        site.build(**options)
        files: Files = site.files()
        shutil.rmtree(site.folder / ".cache", ignore_errors=True)
    return files


def differing(some: Files, others: Files) -> list[str]:
    return sorted(
        name for name in some.keys() | others.keys() if some.get(name) != others.get(name)
    )


def odd_articles(site: Any) -> None:
    """Two articles of every kind, since the first of a kind is always drawn in full."""
    site.newsroom["per_page"] = 3
    abbreviations = "UBND: [Ủy ban nhân dân]\n"
    site.write("docs/abbreviations.yml", abbreviations)
    deep = "## Một\n\n### Một *rưỡi* & <b>nửa</b>\n\n#### Sâu\n\n## Hai\n"
    for number, day in (("a", 1), ("b", 2), ("c", 3)):
        site.article(f"thuong-{number}", {"date": f"2023-04-0{day}"})
        site.article(f"muc-{number}", {"title": f"Mục {number}"}, deep)
        site.article(
            f"dau-{number}",
            {"title": f"'\"Nháy\" & <b>thẻ</b> {{{{ {number} }}}} {{% raw %}} UBND'"},
            "## “Mục” & <i>nghiêng</i> {{ x }}\n\nUBND phường. {% endraw %}\n",
        )
        site.article(f"thong-{number}", {"category": "thong-bao", "tags": "[Hè, 'a & b']"})
        site.article(f"nhap-{number}", {"draft": "true"}, deep)
        site.article(f"het-{number}", {"expires_at": "2023-05-01"})
        site.article(f"an-{number}", {"campaign": "he", "views": "1200"})
        Image.new("RGB", (32, 18)).save(site.folder / "articles" / "2023" / f"anh-{number}.png")
        picture = {"image": f"anh-{number}.png", "image_alt": f"'Ảnh \"{number}\"'"}
        site.article(f"anh-{number}", {**picture, "quarter": "2023-Q1"})


def test_every_page_of_a_site_with_odd_articles_is_the_same(
    tiny_site: Any, trusting: Drawing
) -> None:
    odd_articles(tiny_site)
    full = drawn_in_full(tiny_site)
    tiny_site.build()

    assert differing(tiny_site.files(), full) == []
    assert len([page for page in trusting.by_shell if page.startswith("tin/")]) > 12
    assert len([page for page in trusting.by_shell if not page.startswith("tin/")]) > 8


def test_every_page_of_a_preview_is_the_same(tiny_site: Any, trusting: Drawing) -> None:
    odd_articles(tiny_site)
    full = drawn_in_full(tiny_site, serve_url="/")
    tiny_site.build(serve_url="/")

    assert differing(tiny_site.files(), full) == []
    assert any("nhap-b" in page for page in trusting.by_shell)


@pytest.mark.sample
def test_every_page_of_the_sample_ward_is_the_same(tmp_path: Path, trusting: Drawing) -> None:
    sites = []
    for name in ("full", "shells"):
        with pytest.MonkeyPatch.context() as patch:
            if name == "full":
                Drawing(patch).in_full()
            sites.append(sample_ward(tmp_path / name))

    assert differing(*sites) == []
    assert len(trusting.by_shell) > 100


def sample_ward(folder: Path) -> Files:
    """The files of the repository's own site, built in that folder."""
    shutil.copytree(ROOT / "articles", folder / "articles")
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for here in ("docs/overrides", "hooks/"):
        text = text.replace(f" {here}", f" {ROOT}/{here}")
    (folder / "mkdocs.yml").write_text(f"{text}\ndocs_dir: {ROOT}/docs\n", encoding="utf-8")
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build.build(config)
    finally:
        config.plugins.on_shutdown()
    site = folder / "site"
    return {str(f.relative_to(site)): f.read_bytes() for f in site.rglob("*") if f.is_file()}


def test_page_that_a_hook_puts_into_a_section_opens_it(tiny_site: Any, trusting: Drawing) -> None:
    for number in range(10):
        tiny_site.article(f"bai-{number}")
    hook = """
        sections = []

        def on_nav(nav, *, config, files):
            sections[:] = [item for item in nav.items if item.is_section]

        def on_page_content(html, *, page, config, files):
            if page.url.endswith(("bai-8/", "bai-9/")):
                page.parent = sections[0]
    """
    tiny_site.settings["hooks"].append(str(tiny_site.write("own_hook.py", dedent(hook))))
    full = drawn_in_full(tiny_site)
    tiny_site.build()

    assert differing(tiny_site.files(), full) == []
    assert full["tin/2023/04/bai-7/index.html"].count(b"md-nav__item--active") == 0
    assert full["tin/2023/04/bai-8/index.html"].count(b"md-nav__item--active") == 1
