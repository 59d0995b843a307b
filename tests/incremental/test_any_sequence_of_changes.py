"""Whatever happens to the sources, the site and the cache: a warm build equals a clean one.

A file that is given other bytes of the same length and its old time need not be seen; nothing but
a reading of every byte could, and no editor, git or copy does that.

NEWSROOM_EXAMPLES=500 searches longer, as before a release, NEWSROOM_ARTICLES=1000 among that many.
"""

import os
import shutil
import tempfile
from pathlib import Path

import hypothesis.strategies as st
from changes import ARTICLE_CHANGES, SITE_CHANGES, Change
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from newspaper import fill
from sites import Project, assert_same
from trees import differences

EXAMPLES = int(os.environ.get("NEWSROOM_EXAMPLES", "5"))
ARTICLES = int(os.environ.get("NEWSROOM_ARTICLES", "0"))
"""Beside the dozen on which the changes fall most."""
STEPS = 8
# Shrinking a failure takes minutes; the steps of a short example can be read as they are.
SHRINK = [Phase.shrink] if "NEWSROOM_EXAMPLES" in os.environ else []
numbers = st.integers(0, 400)
seldom = st.sampled_from([False, False, False, True])
harms = st.sampled_from(["lose all", "delete", "empty", "junk", "longer", "add"])


def several(kinds: dict[str, Change], most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(sorted(kinds)), min_size=1, max_size=most)


class Newsroom(RuleBasedStateMachine):
    """A newspaper whose staff, machine and moment do what they like."""

    @initialize()
    def first_build(self) -> None:
        self.project = fill(Project(Path(tempfile.mkdtemp(prefix="toa-soan-")) / "bao"), ARTICLES)
        self.project.publish()

    @rule(kinds=several(ARTICLE_CHANGES, 5), number=numbers, strict=seldom)
    def change_articles(self, kinds: list[str], number: int, strict: bool) -> None:
        for place, kind in enumerate(kinds):
            ARTICLE_CHANGES[kind](self.project, number + place)
        self._build(strict)

    @rule(kinds=several(SITE_CHANGES, 2), number=numbers, strict=seldom)
    def change_the_site(self, kinds: list[str], number: int, strict: bool) -> None:
        for place, kind in enumerate(kinds):
            SITE_CHANGES[kind](self.project, number + place)
        self._build(strict)

    @rule(kind=st.sampled_from(sorted(ARTICLE_CHANGES)), harm=harms, number=numbers)
    def harm_the_site_or_the_cache(self, kind: str, harm: str, number: int) -> None:
        """Something is lost or spoilt, and an article changes as well."""
        folder = self.project.folder / (".cache" if number % 2 else "site")
        found = sorted(path for path in folder.rglob("*") if path.is_file())
        if harm == "lose all":
            shutil.rmtree(folder, ignore_errors=True)
        elif found:
            _harm(found[number % len(found)], harm)
        ARTICLE_CHANGES[kind](self.project, number)
        self._build(strict=False)

    def teardown(self) -> None:
        if hasattr(self, "project"):
            try:
                self._build(strict=False)
            finally:
                shutil.rmtree(self.project.folder.parent)

    def _build(self, strict: bool) -> None:
        """Build and compare; a strict build that fails leaves the site as it was."""
        before = self.project.tree()
        warm, clean = self.project.publish(strict=strict), self.project.clean(strict=strict)
        if clean.aborted:
            assert differences(warm.tree, before) == []
            warm.tree = clean.tree
        assert_same(warm, clean)


def _harm(file: Path, harm: str) -> None:
    """Do to a file what the harm says; `add` leaves another beside it."""
    if harm == "delete":
        file.unlink()
    elif harm == "add":
        file.with_name("thua.html").write_text("thừa", encoding="utf-8")
    else:
        old = file.read_bytes()
        file.write_bytes({"empty": b"", "junk": b"rac" * 99, "longer": old + b"\n"}[harm])


TestNewsroom = Newsroom.TestCase
TestNewsroom.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate, *SHRINK],
    report_multiple_bugs=False,
    print_blob=True,
)
