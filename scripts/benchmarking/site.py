"""What a tool that is measured has to offer: its sources, its command, what it wrote."""

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from PIL import Image

from benchmarking.articles import PICTURE, Invented

_LINK = re.compile(r"\]\(\.\./(\d{4}/[a-z0-9-]+)\.md\)")


class Site:
    """Articles in the form that one tool wants them, and the command that builds them."""

    name = ""
    articles = "articles"
    """Folder of the article files."""
    picture = "articles/images/canh-phuong.jpg"
    output = "site"
    leftovers: tuple[str, ...] = ()
    """Caches, which a cold build does not have."""
    variables: Mapping[str, str] = MappingProxyType({})
    """Of the environment that the command is run in."""

    def __init__(self, folder: Path, tools: Path) -> None:
        self.folder = folder
        self.tools = tools
        """Where peers are installed."""

    def command(self) -> list[str]:
        """What is run in the folder; an empty list where the tool is not installed."""
        raise NotImplementedError

    def version(self) -> str:
        """The tool's name and version."""
        raise NotImplementedError

    def text(self, article: Invented) -> str:
        """The article as a file of this tool."""
        raise NotImplementedError

    def settings(self) -> dict[str, str]:
        """The other files that the tool needs, by path."""
        raise NotImplementedError

    def page(self, article: Invented) -> Path:
        """The page that the tool writes of the article."""
        stem = article.path.removesuffix(".md")
        return self.folder / self.output / "tin" / stem / "index.html"

    def prepare(self, articles: Iterable[Invented]) -> None:
        """Write all sources as they are before any edit."""
        for path, content in self.settings().items():
            write_text(self.folder / path, content)
        draw_picture(self.folder / self.picture)
        wanted = {self.write(article) for article in articles}
        for file in (self.folder / self.articles).rglob("[0-9]*/*.md"):
            if file not in wanted:
                file.unlink()

    def write(self, article: Invented) -> Path:
        """Write the article's file."""
        file = self.folder / self.articles / article.path
        write_text(file, self.text(article))
        return file

    def remove(self, article: Invented) -> None:
        """Delete the article's file."""
        (self.folder / self.articles / article.path).unlink()

    def clear(self) -> None:
        """Forget all that earlier builds left."""
        for name in (self.output, *self.leftovers):
            shutil.rmtree(self.folder / name, ignore_errors=True)


def with_addresses(body: str) -> str:
    """The body with addresses of the built site in place of files, for tools that know none."""
    return _LINK.sub(r"](/tin/\1/)", body).replace(PICTURE, "/images/canh-phuong.jpg")


def write_text(file: Path, content: str) -> None:
    """Write the file unless it has that content, so that its time of change stays true."""
    data = content.encode()
    if not file.exists() or file.read_bytes() != data:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def draw_picture(file: Path) -> None:
    """A picture of the size that articles have, of colours that fade into each other."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        slope = Image.linear_gradient("L").resize((1200, 800))
        Image.merge("RGB", (slope, slope.rotate(180), slope.rotate(90))).save(file, quality=80)


def quoted(text: str) -> str:
    """The text as YAML in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def program_in(tools: Path, name: str) -> Path:
    """A program of the peers' Python environment."""
    windows = tools / "python" / "Scripts" / f"{name}.exe"
    return windows if windows.exists() else tools / "python" / "bin" / name


def installed_version(tools: Path, package: str) -> str:
    """The version of a package of the peers' Python environment."""
    folders = (tools / "python").rglob(f"{package}-*.dist-info")
    return next((folder.stem.removesuffix(".dist").split("-")[1] for folder in folders), "?")
