"""The look at every page: where faults hide, and how they are told."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audit_pages import faults_of, pages_of, report
from benchmarking.gzipped_site import served

BASE = "/cong-tin-tuc/"
SOUND = f"""<!doctype html><html lang="vi"><head><title>Trang</title>
<link rel="canonical" href="https://phuong.example{BASE}"><link rel="stylesheet" href="{BASE}a.css">
</head><body><main><h1>Trang</h1><p id="p">Chữ</p>
<details><summary>Xem thêm</summary><p id="folded">Phần gập</p></details></main></body></html>"""
LIGHT = {"on a phone", "on a desktop"}
DARKNESS = {f"{one} in the dark" for one in (*LIGHT, "in the menu")}
PAPER = {"on paper"}
DARK = "@media (prefers-color-scheme: dark)"


@pytest.mark.usefixtures("npm_tools")
@pytest.mark.parametrize(
    ("style", "where"),
    [
        ("", set()),
        ("#folded { color: #777 }", LIGHT | DARKNESS | PAPER),  # 4.48:1
        ("#p { color: #666 }", LIGHT | DARKNESS | PAPER),  # 5.7:1, enough for AA only
        (f"{DARK} {{ #p {{ color: #777 }} }}", DARKNESS | PAPER),
        ("@media print { #p { color: #777 } }", PAPER),
        (
            "@media (max-width: 400px) { #p { color: #777 } }",
            {"on a phone", *DARKNESS} - {"on a desktop in the dark"},
        ),
    ],
)
def test_fault_is_found_wherever_it_shows(
    browser: Browser, tmp_path: Path, style: str, where: set[str]
) -> None:
    (tmp_path / "index.html").write_text(SOUND, encoding="utf-8")
    (tmp_path / "a.css").write_text(style, encoding="utf-8")
    with served(tmp_path) as address:
        assert address.endswith(BASE)
        faults = faults_of(browser, address)

    assert {fault.partition(":")[0] for fault in faults} == where


def test_every_page_is_looked_at_and_a_search_that_finds_nothing_too(tmp_path: Path) -> None:
    for name in ("index.html", "404.html", "tin/2023/04/mot/index.html"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("", encoding="utf-8")

    *pages, found, nothing = pages_of(tmp_path)

    assert pages == ["", "404.html", "tin/2023/04/mot/"]
    assert found != nothing
    assert all(uri.startswith("tim-kiem/?q=") for uri in (found, nothing))


def test_fault_of_many_pages_is_told_once() -> None:
    assert list(report({"on a phone: region:\n one": ["home", "a/", "b/", "c/"]})) == [
        "on a phone: region: one\n    4 pages: home, a/, b/"
    ]
