"""The program's tests hold in a ward that has made everything its own."""

import os
import re
import sys
from pathlib import Path

from another_ward import another_ward
from processes import finished

from commands.run_tests import steps

PATIENCE = 900
"""Seconds: two minutes on an idle core, but this is not all that the machine does."""
OF_NO_WARD = ("build", "dialect", "machine", "quick_markdown", "search", "text")
"""Rooms that cannot know what a ward declares, since they do not import `content`
(tests/test_architecture.py): what holds here holds there."""
OF_OWN_WARD = ("importing", "pictures")
"""Their tests have settings of their own (tests/newsroom/cases/mkdocs.yml), whoever lives here."""
OF_THE_CODE = ["--ignore=tests/test_architecture.py"]
"""It asks nothing but the code, which is the same."""
OF_ONE_PROCESS = ("-n", "0")
"""The other cores have tests of their own, and two processes would read all tests twice."""
AT_LEAST = 2000
"""Fewer tests would not be the quick ones of the program."""


def test_quick_tests_pass_in_another_ward(tmp_path: Path) -> None:
    ward = another_ward(tmp_path / "dong-dau")
    (quick,) = steps("quick", ())
    quick += [f"--ignore=tests/newsroom/{room}" for room in OF_NO_WARD + OF_OWN_WARD]
    quick += [*OF_THE_CODE, *OF_ONE_PROCESS]
    inherited = {name: text for name, text in os.environ.items() if not name.startswith("PYTEST")}
    own_program = {"PYTHONPATH": str(ward / "hooks"), "PYTEST_DEBUG_TEMPROOT": str(tmp_path)}

    run = finished(
        [sys.executable, "-m", *quick],
        patience=PATIENCE,
        cwd=ward,
        env={**inherited, "PYTHONUTF8": "1", **own_program},
    )

    assert run.returncode == 0, run.stdout[-20_000:] + run.stderr
    passed = re.search(r"(\d+) passed", run.stdout)
    assert passed
    assert int(passed[1]) > AT_LEAST
