"""What axe-core finds on a page that a browser has opened."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "tests/node_modules/axe-core/axe.min.js"
RULES: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},  # WCAG 2.2's own, which axe leaves off
    "resultTypes": ["violations"],
}
"""WCAG 2.2 AA, and what is good practice."""
CONTRAST: dict[str, Any] = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced"]},
    "resultTypes": ["violations"],
}
"""The contrast of AA and of AAA: 7:1, of large text 4.5:1."""
STRICTEST = {**RULES, "rules": {**RULES["rules"], "color-contrast-enhanced": {"enabled": True}}}
"""Also the contrast of AAA."""


def violations(page: Page, rules: dict[str, Any] = RULES) -> list[str]:
    """What axe finds: the rule, what it wants, and the elements."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("(rules) => axe.run(rules)", rules)["violations"]
    return [
        f"{violation['id']} ({violation['help']}): {node['html'][:160]} {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]
