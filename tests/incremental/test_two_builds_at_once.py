"""Two builds of one project at the same time: somebody builds while the preview's button is hit."""

from contextlib import ExitStack
from pathlib import Path

import pytest
from processes import PATIENCE
from sites import HERE, Project, assert_same

HOOK = "hooks/gap_nhau.py"
BUSY = "đang"
"""What a build says that gives way: another one `đang chạy`."""


@pytest.mark.parametrize("place", ["config", "post_page", "shutdown"])
def test_both_come_to_an_end_and_the_site_is_right(
    project: Project, tmp_path: Path, place: str
) -> None:
    project.write(HOOK, (HERE / "interrupting_hook.py").read_bytes())
    project.settings["hooks"].insert(0, HOOK)
    project.publish()

    for round_number in (1, 2):
        project.save("cau", title=f"Cầu {round_number}", body=f"Vòng {round_number}.")
        project.save(f"moi-{round_number}", title=f"Mới {round_number}", date="2023-06-09",
                     category="tin")  # fmt: skip
        ends = at_once(project, tmp_path / f"gap-{round_number}", place)

        assert 0 in [code for code, _ in ends], ends
        for code, said in ends:
            assert code == 0 or BUSY in said.lower(), said
            assert "Traceback" not in said
        assert_same(project.publish(), project.clean())
    assert project.left_beside() == []


def at_once(project: Project, meeting: Path, place: str) -> list[tuple[int, str]]:
    """How two builds end, and what they say, that were at the same place at the same time."""
    meeting.mkdir()
    variables = {"MEET_AT": place, "MEET_IN": str(meeting)}
    with ExitStack() as running:
        builds = [running.enter_context(project.start("build", **variables)) for _ in range(2)]
        said = [build.communicate(timeout=PATIENCE)[0] for build in builds]
    return [(build.returncode, text) for build, text in zip(builds, said, strict=True)]
