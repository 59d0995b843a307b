"""What an article asks of residents stands on its page and on the home page, until it is over."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tiny_site import ROOT

DUE = ROOT / "docs" / "javascripts" / "due.js"


@pytest.fixture
def site(tiny_site: Any) -> Any:
    """On 2024-01-01 at noon."""
    base = {"date": "2023-12-20", "category": "tin"}
    tiny_site.article("nop", {**base, "title": "Nộp đơn", "deadline": "2024-01-04",
                              "contact": "Một cửa, <b>phòng</b> 2, 024 0000 0001"})  # fmt: skip
    tiny_site.article("hop", {**base, "title": "Mời họp", "event":
        "{start: 2024-01-02 08:00, end: 2024-01-02 10:30, place: Nhà văn hóa}"})  # fmt: skip
    tiny_site.article("qua", {**base, "title": "Đã qua", "deadline": "2023-12-31"})
    tiny_site.article("nay", {**base, "title": "Hôm nay", "deadline": "2024-01-01 17:00"})
    tiny_site.build(strict=True)
    return tiny_site


def test_home_lists_what_is_to_come_the_nearest_first(site: Any) -> None:
    due = site.page("").partition('class="home__due"')[2].partition("</section>")[0]

    titles = [line.partition(">")[2].partition("<")[0] for line in due.split("due-list__title")[1:]]
    assert titles == ["Hôm nay", "Mời họp", "Nộp đơn"]
    words = [part.partition(">")[2].partition("<")[0].strip() for part in due.split("data-due")[1:]]
    assert words == ["hôm nay", "ngày mai", "còn 3 ngày"]


def test_page_tells_until_when_where_and_whom_to_ask(site: Any) -> None:
    asked, invited, over = map(site.page, ("tin/2023/12/nop", "tin/2023/12/hop", "tin/2023/12/qua"))

    assert "hết ngày 04/01/2024" in asked
    assert "Một cửa, &lt;b&gt;phòng&lt;/b&gt; 2" in asked
    assert "đã hết hạn" not in asked
    assert "10:30 ngày 02/01/2024" in invited
    assert "<dd>Nhà văn hóa</dd>" in invited
    assert "đã hết hạn" in over


@pytest.mark.parametrize("page", ["lich", "tin/2023/12/nop"])
def test_whom_to_ask_can_be_called(site: Any, page: str) -> None:
    called = 'Một cửa, &lt;b&gt;phòng&lt;/b&gt; 2, <a href="tel:02400000001">024 0000 0001</a>'
    assert called in site.page(page)


def test_machines_are_told_of_the_event(site: Any) -> None:
    (event,) = (one for one in _told(site, "hop") if one["@type"] == "Event")
    assert (event["startDate"], event["location"]["name"]) == (
        "2024-01-02T08:00:00+07:00",
        "Nhà văn hóa",
    )


def test_machines_are_told_until_when_an_announcement_holds(site: Any) -> None:
    (one,) = (one for one in _told(site, "nop") if one["@type"] == "SpecialAnnouncement")

    assert one["expires"] == "2024-01-04T23:59:00+07:00"
    assert not [one for one in _told(site, "hop") if one["@type"] == "SpecialAnnouncement"]


def _told(site: Any, name: str) -> list[dict[str, Any]]:
    _, _, block = site.page(f"tin/2023/12/{name}").partition('type="application/ld+json">')
    graph: list[dict[str, Any]] = json.loads(block.partition("</script>")[0])["@graph"]
    return graph


def test_home_of_a_ward_that_asks_for_nothing_has_no_such_list(tiny_site: Any) -> None:
    tiny_site.article("tin", {"title": "Tin", "date": "2023-12-20", "category": "tin"})
    tiny_site.build(strict=True)

    assert "home__due" not in tiny_site.page("")
    assert "due.js" not in tiny_site.page("")


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2024-01-04T23:58:00+07:00", "hôm nay"),
        ("2024-01-03T23:00:00Z", "hôm nay"),  # it is the fourth in Vietnam
        ("2024-01-03T00:30:00+07:00", "ngày mai"),
        ("2023-12-04T12:00:00+07:00", "còn 31 ngày"),
        ("2024-01-05T00:00:00+07:00", None),
    ],
)
def test_browser_counts_from_the_day_of_the_reader(now: str, words: str | None) -> None:
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    assert node
    script = (
        f"import({json.dumps(DUE.as_uri())}).then(({{ left }}) => console.log(JSON.stringify("
        f"left(Date.parse('2024-01-04T23:59:00+07:00'), Date.parse('{now}')))))"
    )
    ran = subprocess.run([node, "--no-warnings", "-e", script], capture_output=True, check=True)

    assert json.loads(ran.stdout) == words
