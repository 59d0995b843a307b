"""Another ward in a copy of the repository: all that a ward owns is its own, the rest as it is."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import yaml
from tiny_site import ROOT, repository_settings

_MADE = (
    ".git", ".venv", ".cache", "site", ".site-*", ".pytest_cache", ".mypy_cache", ".ruff_cache",
    ".hypothesis",
)  # fmt: skip
"""What lies in the repository's own folder and is no source; further down a room may have such a
name."""
_MADE_ANYWHERE = ("node_modules", "__pycache__", "*.egg-info")
_OWN_SETTINGS = {
    "site_name": "Tin tức phường Đồng Dâu",
    "site_description": "Tin của phường Đồng Dâu",
    "site_url": "https://dong-dau.example/",
    "nav": [{"Trang chủ": "index.md"}, {"Chuyên mục": "chuyen-muc/*"}, "lich-tiep-dan.md"],
    "extra": {
        "newsroom": {
            "ward": {"name": "Phường Đồng Dâu", "city": "Thành phố Cần Thơ", "phone": "0292 111"},
            "sections": [
                {"slug": "tin-phuong", "title": "Tin phường"},
                {"slug": "thu-tuc", "title": "Thủ tục"},
            ],
            "campaigns": [{"slug": "ngo-sach", "title": "Ngõ sạch", "start": "2025-07-01"}],
            "organizations": [{"title": "Công an phường Đồng Dâu"}],
        }
    },
}  # fmt: skip
_PAGES = {
    "tim-kiem.md": "---\ntitle: Tìm\nsearch: false\ntemplate: newsroom/search.html\n---\n",
    "lich-tiep-dan.md": "# Lịch tiếp dân\n\nSáng thứ Năm.\n",
}
_ARTICLES = {
    "hop": "title: Phường họp\ndate: 2025-07-02 08:00\ncategory: tin-phuong\n",
    "ngo": "title: Ngõ sạch\ndate: 2025-08-01\ncategory: tin-phuong\ncampaign: ngo-sach\n",
    "giay": "title: Giấy khai sinh\ndate: 2025-09-09\ncategory: thu-tuc\n",
}


def copy_sources(folder: Path, *, without: Sequence[str] = ()) -> None:
    """Copy the repository's sources to a new folder.

    without: names of what is left behind in the repository's own folder.
    """
    on_top = shutil.ignore_patterns(*_MADE, *without)
    anywhere = shutil.ignore_patterns(*_MADE_ANYWHERE)

    def ignored(place: str, names: list[str]) -> set[str]:
        return anywhere(place, names) | (on_top(place, names) if Path(place) == ROOT else set())

    shutil.copytree(ROOT, folder, ignore=ignored)


def another_ward(folder: Path) -> Path:
    """Make the copy, and let the ward move in; nothing of the sample ward is left there."""
    copy_sources(folder)
    _write(folder / "mkdocs.yml", _settings())
    _empty(folder / "articles", keep="README.md")
    for name, fields in _ARTICLES.items():
        _write(folder / "articles" / "2025" / f"{name}.md", f"---\n{fields}---\n\nNội dung.\n")
    for page in (folder / "docs").glob("*.md"):
        page.unlink()
    for name, text in _PAGES.items():
        _write(folder / "docs" / name, text)
    _write(folder / "docs" / "abbreviations.yml", "KDC: Khu dân cư\n")
    _empty(folder / "docs" / "assets")
    _write(folder / ".vscode" / "article.schema.json", json.dumps({"title": "của phiên bản trước"}))
    return folder


def _settings() -> str:
    program = repository_settings()
    program.value = [pair for pair in program.value if pair[0].value not in _OWN_SETTINGS]
    own = yaml.safe_dump(_OWN_SETTINGS, allow_unicode=True, sort_keys=False)
    return own + yaml.serialize(program, allow_unicode=True)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _empty(folder: Path, keep: str = "") -> None:
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name != keep:
            path.unlink()
