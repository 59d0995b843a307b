"""`portal.py test`: what a part of the tests runs, and that it installs nothing."""

from collections.abc import Callable

import pytest

from commands import run_tests

Portal = Callable[..., int]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The steps that were run, pytest having failed; `tools` where something was installed."""
    seen: list[list[str]] = []

    def note(step: list[str], variables: dict[str, str]) -> bool:
        seen.append(step)
        return step[0] != "pytest"

    monkeypatch.setattr(run_tests, "passes", note)
    monkeypatch.setattr(run_tests, "tools", lambda: seen.append(["tools"]) or {})
    return seen


def test_everything_is_style_types_and_all_tests(portal: Portal, ran: list[list[str]]) -> None:
    assert portal("test") == 1

    assert [step[0] for step in ran] == ["tools", "ruff", "ruff", "mypy", "pytest"]
    assert "-m" not in ran[-1]


def test_quick_tests_need_no_tool(portal: Portal, ran: list[list[str]]) -> None:
    assert portal("test", "--quick") == 1

    ((program, *options),) = ran
    assert (program, options[:2]) == ("pytest", ["-m", "quick"])
    assert "-n" in options


def test_tests_without_a_browser_install_none(portal: Portal, ran: list[list[str]]) -> None:
    assert portal("test", "--no-browser") == 1

    assert [step[0] for step in ran] == ["ruff", "ruff", "mypy", "pytest"]
    assert ran[-1][1:3] == ["-m", "not browser and not npm"]


def test_own_arguments_go_to_pytest_alone(portal: Portal, ran: list[list[str]]) -> None:
    assert portal("test", "--", "tests/site", "-k", "links") == 1

    assert ran == [["tools"], ["pytest", "tests/site", "-k", "links"]]
