"""A maintainer shows something of other articles on each article's page, in three small changes.

They are those of the recipe in CONTRIBUTING.md. Nobody says when such a page is stale.
"""

import shutil
from pathlib import Path

import pytest
from sites import Project
from tiny_site import ROOT
from trees import changed, differences

QUERY = """
def _most_viewed(catalogue: Catalogue, section: str) -> Answer:
    entries = catalogue.group(("section", section))
    return sorted(entries, key=lambda entry: -entry.views)[:2]


MOST_VIEWED = Query("most viewed", _most_viewed)
QUERIES = (*QUERIES, MOST_VIEWED)
"""
CHANGES = {
    "hooks/newsroom/display/article.py": [
        ("import BESIDE_IN_SECTION,", "import MOST_VIEWED, BESIDE_IN_SECTION,"),
        ("    related: tuple[Line, ...] = ()\n",
         "    related: tuple[Line, ...] = ()\n    most_viewed: tuple[Line, ...] = ()\n"),
        ("        newer=",
         ("        most_viewed=lines_of(lookup.ask(MOST_VIEWED, record.entry.section)),\n"
         "        newer=")),
    ],
    "docs/overrides/newsroom/partials/article_beside.html": [
        ("{% if display.related %}",
         ('<aside class="them">{{ cards.lines(display.most_viewed) }}</aside>'
         "{% if display.related %}")),
    ],
}  # fmt: skip
FEWEST, MOST = "1", "99"


@pytest.fixture
def code(project: Project, tmp_path: Path) -> str:
    """The folder of the portal's code after the three changes."""
    folder = tmp_path / "ma" / "hooks"
    shutil.copytree(ROOT / "hooks" / "newsroom", folder / "newsroom")
    queries = folder / "newsroom" / "catalogue" / "queries.py"
    queries.write_text(queries.read_text(encoding="utf-8") + QUERY, encoding="utf-8")
    for name, edits in CHANGES.items():
        file = (project.folder if name.startswith("docs") else tmp_path / "ma") / name
        text = file.read_text(encoding="utf-8")
        for old, new in edits:
            assert text.count(old) == 1, (name, old)
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")
    return str(folder)


def test_page_follows_the_articles_that_it_shows(project: Project, code: str) -> None:
    """What is shown changes by rank, by title, and as articles go; each time no page is stale."""
    project.save("den", views=MOST)
    before = _built(project, code)
    assert "Đèn" in project.page("tin/2023/05/cay").partition('class="them"')[2]
    steps = (
        lambda: project.save("den", views=FEWEST),
        lambda: project.save("cho", title="Chợ mới"),
        lambda: project.remove("cho"),
        lambda: project.save("cay", body="Chữ của riêng bài này."),
    )
    others = []
    for step in steps:
        step()
        after = _built(project, code)
        names = {name for name in changed(before, after) if name.startswith("tin/2")}
        others.append(len(names))
        before = after

    assert others[0] >= 5, "every page of the section shows another list"
    assert others[3] == 1, "and none is drawn for what it does not show"


def _built(project: Project, code: str) -> dict[str, bytes]:
    """The site after a build, which is what a clean one gives."""
    assert project.run(PYTHONPATH=code).returncode == 0
    with project.elsewhere() as other:
        assert other.run(PYTHONPATH=code).returncode == 0
        assert differences(project.tree(), other.tree()) == []
    return project.tree()
