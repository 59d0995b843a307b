"""What a reader taps in a text, and where mistyped links lead: cases/addresses.yml."""

import time
from pathlib import Path

import pytest
import yaml

from newsroom.text.addresses import find_addresses, meant_address

_FILE = Path(__file__).parents[1] / "cases" / "addresses.yml"
CASES = yaml.load(_FILE.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506


@pytest.mark.parametrize(("text", "tapped"), CASES["tapped"].items())
def test_what_can_be_followed_is_found_and_nothing_else(text: str, tapped: object) -> None:
    found = {text[one.start : one.end]: one.href for one in find_addresses(text)}

    assert found == ({} if tapped == "{}" else tapped)


@pytest.mark.parametrize(("typed", "meant"), CASES["meant"].items())
def test_link_leads_where_it_is_meant_to(typed: str, meant: str) -> None:
    assert meant_address(typed) == meant


@pytest.mark.parametrize("piece", ["a.", "0 1", "www.", "a@", "a@b.", "https://", "09", "(024)"])
def test_no_text_keeps_the_search_for_long(piece: str) -> None:
    started = time.process_time()

    list(find_addresses(piece * (100_000 // len(piece))))

    assert time.process_time() - started < 5
