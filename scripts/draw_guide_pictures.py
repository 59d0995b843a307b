"""Draws the pictures of the guide from the product itself: a made-up ward, its commands, its pages.

    PYTHONPATH=hooks:scripts .venv/bin/python scripts/draw_guide_pictures.py

To be run again when pages or messages look different. Pictures go to docs/assets/huong-dan/.
"""

import html
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from commands import ROOT
from commands.browser import ARGUMENTS, browser_for_tests

PICTURES = ROOT / "docs" / "assets" / "huong-dan"
WARD = (
    "--yes", "--name", "Phường Hoa Sen", "--city", "Thành phố Hà Nội", "--district", "",
    "--address", "Số 1 phố Hoa Sen", "--phone", "024 0000 0000",
    "--section", "thong-bao", "--section", "tin-tuc-su-kien", "--section", "giao-duc-y-te",
)  # fmt: skip
_FOLDER = "articles/2026"
GOOD = """\
---
title: "Lịch tiêm vắc xin tháng 11"
date: 2026-11-02 08:00
category: giao-duc-y-te
summary: "Trạm Y tế tiêm vắc xin cho trẻ dưới 5 tuổi vào hai sáng thứ Bảy."
---

Mời bà con đưa trẻ tới **Trạm Y tế**, mang theo sổ tiêm chủng.

## Ngày tiêm

- Thứ Bảy 14/11: các tổ 1 đến 6.
- Thứ Bảy 21/11: các tổ còn lại.
"""
OTHERS = {
    "hop-to-dan-pho": ("Họp tổ dân phố cuối năm", "2026-11-05 08:00", "thong-bao",
                       "Các tổ họp tại nhà văn hóa từ 19 giờ 30, bàn thu chi và bầu tổ trưởng."),
    "don-duong-hoa": ("Dọn đường hoa trước nhà văn hóa", "2026-11-09 17:00", "tin-tuc-su-kien",
                      "Hơn bốn mươi hộ cùng nhổ cỏ, trồng lại hai luống cúc trong một buổi sáng."),
    "sai-ngay": ("Cắt điện để sửa đường dây", "31/4/2026", "thong-bai", "Từ 8 giờ đến 11 giờ."),
}  # fmt: skip
"""By file: title, date, section and lead; the last one has two faults to be told."""
_MOMENT = "1795500000"
"""SOURCE_DATE_EPOCH of the pictures, 24/11/2026."""
_STYLE = """<style>
  body { margin: 0; padding: 16px; font: 15px/1.5 'DejaVu Sans', Arial, sans-serif; width: 808px;
         white-space: pre-wrap; overflow-wrap: anywhere; background: %s; color: %s }
</style>"""


def main() -> int:
    """Draw every picture; exit code 0."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ward = _ward(Path(folder) / "cong-tin-tuc")
        browser = playwright.chromium.launch(
            executable_path=browser_for_tests() or None, args=ARGUMENTS
        )
        _draw_text(browser, "tep-bai-viet", GOOD, "#fff", "#1d1d1f")
        told = _run(ward, "check", f"{_FOLDER}/sai-ngay.md")
        prompt = f"> python scripts\\portal.py check {_FOLDER}/sai-ngay.md\n"
        _draw_text(browser, "kiem-tra", prompt + told, "#1e1e2a", "#ececee")
        _run(ward, "build", "--site-dir", "site", PORTAL_QUARANTINE="true")
        _draw_page(browser, "trang-bai-viet", ward / "site/tin/2026/11/lich-tiem-thang-11", 700)
        _draw_page(browser, "trang-chu", ward / "site", 800)
        browser.close()
    return 0


def _ward(folder: Path) -> Path:
    """A copy of the project in which the made-up ward has moved in."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 - whichever git the developer has
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    for name in filter(None, listed.stdout.split("\0")):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    _run(folder, "setup", *WARD)
    (folder / _FOLDER).mkdir(parents=True)
    (folder / _FOLDER / "lich-tiem-thang-11.md").write_text(GOOD, encoding="utf-8")
    for name, (title, date, section, lead) in OTHERS.items():
        lines = ["---", f'title: "{title}"', f"date: {date}", f"category: {section}", "---", lead]
        (folder / _FOLDER / f"{name}.md").write_text("\n".join(lines), encoding="utf-8")
    return folder


def _run(ward: Path, *arguments: str, **variables: str) -> str:
    """What a command of that ward says."""
    call = "import sys; from commands import portal; sys.exit(portal(sys.argv[1:]))"
    paths = os.pathsep.join([str(ward / "hooks"), str(ward / "scripts")])
    finished = subprocess.run(
        [sys.executable, "-c", call, *arguments],
        cwd=ward,
        env={**os.environ, "PYTHONPATH": paths, "SOURCE_DATE_EPOCH": _MOMENT, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return finished.stdout + finished.stderr


def _draw_text(browser: Browser, name: str, text: str, paper: str, ink: str) -> None:
    page = browser.new_page(viewport={"width": 840, "height": 100})
    page.set_content(_STYLE % (paper, ink) + html.escape(text.strip()))
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
    page.close()


def _draw_page(browser: Browser, name: str, folder: Path, height: int) -> None:
    page = browser.new_page(viewport={"width": 840, "height": height})
    page.goto((folder / "index.html").as_uri())
    page.screenshot(path=PICTURES / f"{name}.jpg", type="jpeg", quality=80)
    page.close()


if __name__ == "__main__":
    raise SystemExit(main())
