"""MkDocs with Material as it comes, and Zensical, which reads the same project."""

import sys

import yaml

from benchmarking.articles import Invented
from benchmarking.portal import Portal
from benchmarking.site import Site, installed_version, program_in, quoted


class EmptyMaterial(Site):
    """One page: what start-up alone costs."""

    name = "start-up"
    picture = "docs/canh-phuong.jpg"

    def command(self) -> list[str]:
        """MkDocs of this environment."""
        return [sys.executable, "-m", "mkdocs", "build"]

    def version(self) -> str:
        """As the portal's."""
        return Portal(self.folder, self.tools).version()

    def settings(self) -> dict[str, str]:
        """Nothing but the theme."""
        project = {"site_name": "Trống", "theme": {"name": "material"}}
        return {"docs/index.md": "# Trống\n", "mkdocs.yml": yaml.safe_dump(project)}


class Material(EmptyMaterial):
    """All articles as pages outside the navigation, with the stock search.

    That is the kind way: in the navigation, every page would carry links to all the others.
    """

    name = "mkdocs-material"
    articles = "docs/tin"
    picture = "docs/tin/images/canh-phuong.jpg"

    def settings(self) -> dict[str, str]:
        """Material in Vietnamese, search on."""
        project = {
            "site_name": "Cổng tin tức phường Đồng Dâu",
            "site_url": "https://dong-dau.example/",
            "theme": {"name": "material", "language": "vi", "font": False},
            "nav": [{"Trang chủ": "index.md"}],
            "not_in_nav": "/tin/\n",
            "plugins": ["search"],
            "markdown_extensions": ["admonition", "attr_list", "footnotes", "tables", "toc"],
        }
        text = yaml.safe_dump(project, allow_unicode=True, sort_keys=False)
        return {"docs/index.md": "# Trang chủ\n", "mkdocs.yml": text}

    def text(self, article: Invented) -> str:
        """Front matter that Material knows, and the body as it is."""
        return (
            f"---\ntitle: {quoted(article.title)}\ndate: {article.date:%Y-%m-%d}\n"
            f"tags: [{', '.join(article.tags)}]\n---\n\n{article.body}"
        )


class Zensical(Material):
    """The same project, built by Zensical."""

    name = "zensical"
    leftovers = (".cache",)

    def command(self) -> list[str]:
        """Of the peers' environment."""
        program = program_in(self.tools, "zensical")
        return [str(program), "build"] if program.exists() else []

    def version(self) -> str:
        """As pip names it."""
        return f"zensical {installed_version(self.tools, 'zensical')}"
