"""The portal itself, with invented articles and the repository's own hooks, layouts and pages."""

import importlib.metadata
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType

import yaml

from benchmarking.articles import PICTURE, Invented
from benchmarking.site import Site, quoted, write_text
from benchmarking.topics import SECTION_TITLES
from benchmarking.words import CAMPAIGNS, ORGANIZATIONS
from newsroom.text.dates import to_iso

ROOT = Path(__file__).resolve().parents[2]


class Portal(Site):
    """A project that inherits the repository's mkdocs.yml."""

    name = "portal"
    leftovers = (".cache",)
    variables = MappingProxyType({"PYTHONPATH": str(ROOT / "hooks")})
    """So that these sources are measured, and not those of another checkout."""

    def command(self) -> list[str]:
        """MkDocs of this environment."""
        return [sys.executable, "-m", "mkdocs", "build"]

    def version(self) -> str:
        """With what it stands on."""
        names = ("mkdocs", "mkdocs-material", "markdown")
        return ", ".join(f"{name} {importlib.metadata.version(name)}" for name in names)

    def page(self, article: Invented) -> Path:
        """/tin/<year>/<month>/<slug>/."""
        return self.folder / self.output / address(article).lstrip("/") / "index.html"

    def text(self, article: Invented) -> str:
        """As a clerk of the ward writes it."""
        return f"{front_matter(article)}\n{article.body}"

    def settings(self) -> dict[str, str]:
        """mkdocs.yml; documents, layouts and hooks are the repository's."""
        docs = ROOT / "docs"
        content = {
            "INHERIT": str(ROOT / "mkdocs.yml"),
            "site_name": "Cổng tin tức phường Đồng Dâu",
            "site_url": "https://dong-dau.example/",
            "docs_dir": str(docs),
            "theme": {"custom_dir": str(docs / "overrides")},
            "hooks": [str(ROOT / hook) for hook in repository_hooks()],
            "watch": ["articles"],
            "extra": {"newsroom": newsroom_block()},
        }
        return {"mkdocs.yml": yaml.safe_dump(content, allow_unicode=True, sort_keys=False)}

    def change_frame(self, mark: str) -> None:
        """Let every page end in another line, as after a change of the layouts."""
        text = self.settings()["mkdocs.yml"]
        write_text(self.folder / "mkdocs.yml", f"{text}\ncopyright: Lần {mark}\n")


class Sample(Portal):
    """The articles of the sample ward, with its own settings."""

    name = "sample"

    def prepare(self, articles: Iterable[Invented]) -> None:
        """Copy the repository's articles in place of invented ones."""
        shutil.rmtree(self.folder / self.articles, ignore_errors=True)
        shutil.copytree(ROOT / self.articles, self.folder / self.articles)
        self.change_frame("0")

    def settings(self) -> dict[str, str]:
        """Those of the repository, from another folder."""
        text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        for place in ("docs/overrides", "hooks/"):
            text = text.replace(f" {place}", f" {ROOT / place}" + "/" * place.endswith("/"))
        return {"mkdocs.yml": f"{text}\ndocs_dir: {ROOT / 'docs'}\n"}


def repository_hooks() -> list[str]:
    """The hooks of the repository's mkdocs.yml, in their order; its tags are not looked up."""
    root = yaml.compose((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    (hooks,) = (value for key, value in root.value if key.value == "hooks")
    return [hook.value for hook in hooks.value]


def newsroom_block() -> dict[str, object]:
    """`extra.newsroom` of the invented ward."""
    return {
        "ward": {
            "name": "Phường Đồng Dâu", "city": "Thành phố Hà Nội", "phone": "024 0000 0000",
            "address": "Số 1 phố Đồng Dâu", "email": "thu@dong-dau.example",
            "logo": "assets/logo.svg",
        },
        "sections": [
            {"slug": slug, "title": title, "description": f"Các bài của mục {title}."}
            for slug, title in SECTION_TITLES.items()
        ],
        "campaigns": [
            {"slug": slug, "title": title, "organizer": ORGANIZATIONS[0],
             "start": f"{2014 + number}-03-01", "description": f"{title}, mỗi năm một đợt."}
            for number, (slug, title) in enumerate(CAMPAIGNS.items())
        ],
        "organizations": [{"title": title} for title in ORGANIZATIONS],
        "per_page": 20,
    }  # fmt: skip


def front_matter(article: Invented) -> str:
    """The head of the article's file, in the fields of articles/README.md."""
    lines = [
        f"title: {quoted(article.title)}",
        f"date: {to_iso(article.date)}",
        f"category: {article.section}",
        f"views: {article.views}",
        f"tags: [{', '.join(article.tags)}]",
        f"organization: {article.organization}",
    ]
    if article.summary:
        lines.append(f"summary: {quoted(article.summary)}")
    if article.campaign:
        lines.append(f"campaign: {article.campaign}")
    if article.quarter:
        lines.append(f"quarter: {article.quarter}")
    if article.has_picture:
        lines += [f"image: {PICTURE}", "image_alt: Quang cảnh phường nhìn từ trên cao"]
    return "\n".join(["---", *lines, "---", ""])


def address(article: Invented) -> str:
    """The address of the article's page."""
    return f"/tin/{article.date:%Y/%m}/{article.slug}/"
