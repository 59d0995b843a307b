"""The rendered text of an article is kept as long as nothing that it is rendered from changes."""

from typing import Any

import pytest
from sites import Project, assert_same

from newsroom.machine.shortcuts import VARIABLE
from newsroom.site.pages.bodies import Bodies, KeptBody

FOOT = "docs/overrides/newsroom/partials/article_foot.html"


def test_pages_are_drawn_again_without_rendering_a_text(
    project: Project,
) -> None:
    """Title and lead as staff may write them, since pages are told them as HTML."""
    project.save("cho", title='Chợ & <b>"phường"</b>', summary="Họp & <i>bàn</i>.")
    project.publish()
    foot = (project.folder / FOOT).read_text(encoding="utf-8")
    project.write(FOOT, f"{foot}<!-- thêm -->")
    rendered: list[str] = []
    render = Bodies.rendered

    def noted(self: Bodies, page: Any, source: bytes) -> KeptBody:
        rendered.append(page.url)
        return render(self, page, source)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Bodies, "rendered", noted)
        warm = project.publish()

    assert rendered == []
    assert "<!-- thêm -->" in project.page("tin/2023/04/cho")
    assert_same(warm, project.clean())


def test_text_that_is_rendered_again_is_the_same_in_another_process(project: Project) -> None:
    """Or every page, and all of the search, would be made again with it."""
    project.run(PYTHONHASHSEED="1")
    again = {VARIABLE: "kept-bodies,candidates", "PYTHONHASHSEED": "2"}

    assert "Đã dựng 0 trang" in project.run(**again).stderr
