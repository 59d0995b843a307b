"""A build that fails, stops or dies leaves the last published site as it was."""

from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

FAILING = "def on_page_content(html, **_):\n    raise RuntimeError('đứt giữa chừng')\n"
INTERRUPTED = "def on_page_content(html, **_):\n    raise KeyboardInterrupt\n"
DYING = "import os\n\ndef on_page_content(html, **_):\n    os._exit(9)\n"
FAILING_LAST = "def on_post_build(**_):\n    raise RuntimeError('đứt ở cuối')\n"


@pytest.fixture
def published(tiny_site: Any) -> Any:
    """A site that was published once and whose sources have changed since."""
    tiny_site.article("cu")
    tiny_site.build(strict=True)
    tiny_site.article("moi")
    return tiny_site


def test_build_takes_the_place_of_the_last_site_and_leaves_nothing_beside(published: Any) -> None:
    (published.site / "bo-di.html").write_text("cũ", encoding="utf-8")

    published.build()

    assert "tin/2023/04/moi/index.html" in published.files()
    assert "bo-di.html" not in published.files()
    assert [path.name for path in published.folder.glob(".site*")] == []


def test_strict_build_with_a_bad_article_leaves_the_last_site(published: Any) -> None:
    before = published.files()
    published.article("xau", {"date": "hôm qua"})

    finished = published.run_mkdocs("--strict")

    assert finished.returncode == 1
    assert "xau.md" in finished.stderr
    assert published.files() == before
    assert [path.name for path in published.folder.glob(".site*")] == []


@pytest.mark.parametrize("hook", [FAILING, FAILING_LAST, INTERRUPTED, DYING])
def test_build_that_fails_or_dies_leaves_the_last_site(published: Any, hook: str) -> None:
    before = published.files()
    published.settings["hooks"].append(str(published.write("them.py", hook)))

    assert published.run_mkdocs().returncode != 0
    assert published.files() == before

    published.settings["hooks"].pop()
    published.build()
    assert "tin/2023/04/moi/index.html" in published.files()


def test_broken_settings_leave_the_last_site(published: Any) -> None:
    before = published.files()
    published.newsroom["sections"] = []
    published.newsroom["per_page"] = "nhiều"

    finished = published.run_mkdocs()

    assert finished.returncode == 1
    assert "extra.newsroom.sections: chưa có chuyên mục nào." in finished.stderr
    assert "extra.newsroom.per_page: “nhiều” không phải là số bài." in finished.stderr
    assert "Traceback" not in finished.stderr
    assert published.files() == before


def test_build_into_another_folder_works_alike(published: Any, tmp_path: Path) -> None:
    target = tmp_path / "sau" / "khac"

    assert published.run_mkdocs("--strict", "--site-dir", str(target)).returncode == 0

    assert (target / "tin" / "2023" / "04" / "moi" / "index.html").is_file()
    assert [path.name for path in target.parent.iterdir()] == ["khac"]


def test_gh_deploy_finds_the_site_where_it_was_put(tiny_site: Any) -> None:
    """MkDocs asks the configuration for the folder once the build has been shut down."""
    tiny_site.article("bai")
    config = load_config(str(tiny_site.write_settings()))
    config.plugins.on_startup(command="gh-deploy", dirty=False)
    build(config)
    config.plugins.on_shutdown()

    assert Path(config.site_dir) == tiny_site.site
    assert "tin/2023/04/bai/index.html" in tiny_site.files()


def test_published_folder_can_be_read_by_a_web_server(published: Any) -> None:
    assert published.site.stat().st_mode & 0o555 == 0o555


def test_two_builds_of_the_same_sources_are_equal_byte_for_byte(published: Any) -> None:
    published.build()
    first = published.files()
    published.build()

    assert published.files() == first


def test_builds_in_two_processes_are_equal_byte_for_byte(published: Any) -> None:
    published.article("tag", {"tags": "[a, b, c, d]", "campaign": "he"})
    sites = []
    for seed in ("1", "2"):
        assert published.run_mkdocs(PYTHONHASHSEED=seed).returncode == 0
        sites.append(published.files())

    assert sites[0] == sites[1]
