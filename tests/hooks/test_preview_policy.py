"""The preview in Chromium: its own script may run under the page's policy, and nothing else may."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, expect


@pytest.fixture
def preview(tiny_site: Any) -> Iterator[str]:
    """The address at which `mkdocs serve` shows a site."""
    tiny_site.settings["watch"] = ["articles"]
    tiny_site.article("mot", {"draft": "true"})
    tiny_site.write_settings()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    variables = {**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(
        command, cwd=tiny_site.folder, env=variables, stderr=subprocess.DEVNULL
    ) as server:
        yield f"http://127.0.0.1:{port}/"
        server.terminate()


def test_preview_reloads_itself_and_keeps_to_its_policy(
    preview: str, browser: Browser, tiny_site: Any
) -> None:
    page, told = browser.new_page(), []
    page.on("console", lambda message: told.append(message.text))
    for _ in range(300):
        try:
            page.goto(f"{preview}tin/2023/04/mot/")
            break
        except Error:  # the server has not begun yet
            time.sleep(0.1)
    expect(page.locator("h1")).to_have_text("Bài mot")

    tiny_site.article("mot", {"draft": "true", "title": "Bài đã sửa"})

    expect(page.locator("h1")).to_have_text("Bài đã sửa", timeout=30_000)
    assert [text for text in told if "Content Security Policy" in text] == []
    page.evaluate("document.body.append(document.createElement('script'))")
    page.evaluate("document.body.lastChild.textContent = 'window.attacked = true'")
    assert page.evaluate("typeof attacked") == "undefined"
    page.close()
