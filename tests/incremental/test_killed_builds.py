"""A build that dies anywhere costs nothing: the next one puts everything right."""

import signal
import sys
from functools import cache

import forked
import pytest
from kept import Kept
from sites import HERE, Project, assert_same
from trees import Tree, changed

HOOK = "hooks/dut_ngang.py"
EVENTS = ("config", "files", "env", "post_page:1", "post_page:9", "post_build", "shutdown")
STEPS = {"move": range(1, 40), "remove": (1, 2, 5, 20, 80)}


@pytest.fixture(scope="module")
def once_published(sources: Kept, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A site that was built once, and whose sources have changed in many ways since."""
    project = sources.copied_to(tmp_path_factory.mktemp("site") / "bao")
    project.write(HOOK, (HERE / "interrupting_hook.py").read_bytes())
    project.settings["hooks"].insert(0, HOOK)
    project.publish()
    project.save("cau", title="Cầu mới", body="Khác.")
    project.save("moi", title="Bài mới", date="2023-06-09", category="tin")
    project.remove("den")
    project.write("docs/stylesheets/chung.css", "body {}")
    return Kept(project)


@pytest.fixture
def published(once_published: Kept) -> Project:
    """The same, to be built again."""
    return once_published.brought_back()


def test_first_build_that_dies_leaves_nothing_in_the_way(unbuilt: Project) -> None:
    unbuilt.write(HOOK, (HERE / "interrupting_hook.py").read_bytes())
    unbuilt.settings["hooks"].insert(0, HOOK)

    assert unbuilt.run(END_AT="post_page:5").returncode == 9

    assert unbuilt.tree() == {}
    assert_next_build_puts_it_right(unbuilt)


@pytest.mark.parametrize("event", EVENTS)
def test_build_that_dies_before_it_is_whole_leaves_the_last_site(
    published: Project, event: str
) -> None:
    before, stamps = published.tree(), published.stamps()

    assert published.run(END_AT=event).returncode == 9

    assert (published.tree(), published.stamps()) == (before, stamps)
    assert_next_build_puts_it_right(published)


@pytest.mark.parametrize("event", ["files", "post_page:4", "post_build"])
def test_interrupted_build_leaves_the_last_site_and_nothing_beside_it(
    published: Project, event: str
) -> None:
    before, stamps = published.tree(), published.stamps()

    assert published.run(END_AT=event, END_BY="int").returncode != 0

    assert (published.tree(), published.stamps()) == (before, stamps)
    assert published.left_beside() == []
    assert_next_build_puts_it_right(published)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGTERM")
def test_terminated_build_leaves_the_last_site(published: Project) -> None:
    before = published.tree()

    assert published.run(END_AT="post_page:4", END_BY="term").returncode == -signal.SIGTERM

    assert published.tree() == before
    assert_next_build_puts_it_right(published)


@pytest.mark.parametrize("kind", ["move", "remove"])
def test_site_that_is_cut_off_while_it_is_put_in_place_is_mended_by_the_next_build(
    published: Project, kind: str
) -> None:
    """Ends the build before the first, second, … step, until one comes through. One title and the
    other come by turns, so that only two clean builds are needed."""
    old, of_title = published.tree(), cache(lambda _title: published.clean())
    for step in STEPS[kind]:
        title = ("Cây xanh", "Cây bàng")[step % 2]
        published.save("cay", title=title)
        finished = forked.run(published, END_AT=f"{kind}:{step}")
        if finished.returncode == 0:
            break
        assert finished.returncode == 9, finished.stderr
        right = of_title(title)
        assert_every_file_is_whole(published.tree(), old, right.tree)
        assert_same(published.publish(), right)
        assert published.left_beside() == []
        old = right.tree
    else:
        assert kind == "remove", "putting in place should not take that many steps"


def test_cut_off_site_comes_back_though_the_next_build_fails(published: Project) -> None:
    """The residents had a site before: they have one after a build that could not be finished."""
    old, new = published.tree(), published.clean().tree
    published.save("xau", title="Xấu", date="hôm qua", category="tin")
    for step in (1, 2, 3):
        forked.run(published, END_AT=f"move:{step}")

        assert forked.run(published, "--strict").returncode == 1

        assert_every_file_is_whole(published.tree(), old, new)
        assert published.tree().keys() in (old.keys(), new.keys())


def assert_every_file_is_whole(found: Tree, old: Tree, new: Tree) -> None:
    """Each file is the one from before or the one from after, never a part of one."""
    assert {name for name in changed(old, found) if found[name] != new.get(name)} == set()


def assert_next_build_puts_it_right(project: Project) -> None:
    """The next build gives the clean site and leaves nothing beside it."""
    assert_same(project.publish(), project.clean())
    assert project.left_beside() == []
