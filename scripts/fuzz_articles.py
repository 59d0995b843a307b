"""Throws thousands of careless and hostile articles and saved pages at the portal.

    python scripts/fuzz_articles.py --inputs 20000 --seed 7

The rule: no exception, no hang, and whatever is wrong is told in a sentence with what to do. The
same seed makes the same inputs; the file that breaks the rule is left in the folder that is named.
"""

import argparse
import faulthandler
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from newsroom.checks import check_articles
from newsroom.content.newsroom import Newsroom
from newsroom.content.settings import read_settings
from newsroom.importing.writing.importer import Importer, Outcome
from newsroom.text.dates import VIETNAM

ROOT = Path(__file__).resolve().parents[1]
BATCH = 50
SLOWEST = 60
"""Seconds for a batch; what takes longer hangs."""

FIELDS = ("title", "date", "category", "views", "summary", "image", "tags", "quarter", "aliases",
          "attachments", "publish_at", "author", "organization", "draft", "figures", "tasks",
          "task_updates")  # fmt: skip
VALUES = (
    "Bài viết", "2023-04-01 18:15", "tin", "thong-bao", "1.250", "9" * 5000, "[" * 300, "{a: " * 80,
    "- " * 90 + "x", "&a [*a, *a]", "*a", "!!binary x", "2023-Q1", "0000-Q9", "32/13/99999",
    "[a, [b]]", "images/a.jpg", "../../../mkdocs.yml", "tai-lieu/trang.html", "tai-lieu/a #1.pdf",
    "x" * 4000, "a/" * 2000 + "b.jpg", "/%00", "[/x%00y, /../z]", "'", '"', '"\\x07"', "|\n  a",
    "{title: a, file: b.exe}", "[{title: a, file: b.pdf}]", "không", "true", "2999-01-01", "\u202e",
    "Kế hoạch", "¸µ·" * 9, "[{label: a, value: 3, unit: hộ, of: 0, parts: [1, x]}]", "%",
    "[{label: a, value: 1.2.3 (4 + )}, {label: [a], value: {b: c}}]",
    f"[{{label: a, value: {'9' * 15} nghìn tỷ, unit: tỷ đồng, of: 0.5}}]", "{task: 0, state: xong}",
)  # fmt: skip
PIECES = (
    *"`*_[]()<>&|#-+=~!{}\\\"'\n \t:/?%^$", "``", "```\n", "~~~\n", "__a", "**a", "![", "![a](",
    "[a](b.md)", "[a]: b\n", "[^a]", "[^a]: b\n", "<!--", "-->", "<!-->", "<![", "<!", "<?",
    "<a href=\"", "<a ", "<b>", "</b>", "<div markdown=1>\n", "</div>\n", "<img src=x onerror=a>",
    "<script>", "&#", "&lt;", "http://[a]/", "javascript:a", "data:image/png;base64,",
    "> ", "- ", "1. ", "    ", "\n\n", "  \n", "# a\n", "!!! a\n    b\n", "|a|b|\n|-|-|\n",
    "{: #a }", "{ onclick=a }", "[TOC]", "images/a.jpg", "<https://a>", "a" * 300, "ế", "ế",
    "\x00", "\x0b", "\u200b", "\ufffe", "\U0001f600", "Phường họp. ",
)  # fmt: skip
HTML = (
    "<p>", "</p>", "<ol start=", "9" * 5000, ">", "<li value=-1>", "<table>", "<tr>",
    "<td colspan=9999>", "<a href='http://[x]/'>", "<img src='", "<!--", "-->", "<!-->",
    "<meta charset=zlib>", "<b>", "<i>", "<blockquote>", "<pre>", "<ul>", "<h2>",
    "Đoạn văn dài đủ để là nội dung của bài viết này. ", "01/02/2023 08:00", "<figure>",
    "<iframe src=x>", "<![CDATA[", "]]>", "<base href='http://['>",
)  # fmt: skip


def hostile_article(dice: random.Random) -> bytes:
    """An article that is right but for one to three of its fields and its body."""
    fields = {"title": "Bài viết", "date": "2023-04-01 18:15", "category": "thong-bao"}
    for _ in range(dice.randrange(3)):
        fields[dice.choice(FIELDS)] = dice.choice(VALUES)
    head = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\n{head}---\n\n{_mixture(dice, PIECES)}\n".encode()


def hostile_page(dice: random.Random) -> bytes:
    """A page of an old portal as a browser might have saved it."""
    start = "<html><head><title>T</title></head><body><h1>Tin mới của tổ dân phố</h1>"
    body = f"<p>01/02/2023 08:00</p><div class='bodytext'>{HTML[21] * 2}"
    return f"{start}{body}{_mixture(dice, HTML + PIECES)}</div></body></html>".encode()


def broken_rules(batch: Sequence[bytes], folder: Path, newsroom: Newsroom) -> Iterator[str]:
    """What breaks the rule when these articles are checked."""
    now = datetime(2024, 1, 1, 12, tzinfo=VIETNAM)
    for number, content in enumerate(batch):
        _write(folder / "2023" / f"bai-{number}.md", content)
    report = check_articles(folder, ROOT / "docs", newsroom, now)
    if len(report.checked) != len(batch):
        yield f"{len(batch)} tệp, nhưng chỉ kiểm tra {len(report.checked)}"
    for problem in report.problems:
        if not (problem.found.strip() and problem.cure.strip()) or "(Error" in problem.found:
            yield f"{problem}: không có cách sửa"
        if "máy không" in problem.found:
            yield f"{problem}: không ai lường trước"


def broken_imports(batch: Sequence[bytes], folder: Path, newsroom: Newsroom) -> Iterator[str]:
    """What breaks the rule when these pages are imported."""
    now = datetime(2024, 1, 1, 12, tzinfo=VIETNAM)
    section = next(iter(newsroom.sections.values()))
    importer = Importer(newsroom, folder / "nhap", now, lambda path, data: None, section)
    for number, content in enumerate(batch):
        outcome: Outcome = importer.import_file(_write(folder / f"trang-{number}.html", content))
        if any("máy không" in note for note in outcome.notes):
            yield f"{outcome.source}: {outcome.notes}"


def main(argv: Sequence[str] | None = None) -> int:
    options = _options(argv)
    newsroom = read_settings(ROOT / "mkdocs.yml").newsroom
    if newsroom is None:
        return 2
    dice = random.Random(options.seed)  # noqa: S311 - to be thrown again
    kinds: list[tuple[Callable[[random.Random], bytes], Callable[..., Iterator[str]]]] = [
        (hostile_article, broken_rules), (hostile_page, broken_imports),
    ]  # fmt: skip
    for start in range(0, options.inputs, BATCH):
        make, broken = kinds[start // BATCH % len(kinds)]
        folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
        faulthandler.dump_traceback_later(SLOWEST, exit=True)
        found = list(broken([make(dice) for _ in range(BATCH)], folder, newsroom))
        faulthandler.cancel_dump_traceback_later()
        if found:
            print(f"seed {options.seed}, {folder}:", *found, sep="\n", file=sys.stderr)
            return 1
        _remove(folder)
    print(f"{options.inputs} inputs, seed {options.seed}: the rule holds.")
    return 0


def _mixture(dice: random.Random, pieces: Sequence[str]) -> str:
    """Some pieces, often one of them thousands of times, as when a key is held down."""
    mixed = "".join(dice.choices(pieces, k=dice.choice((1, 5, 30, 200))))
    held = "".join(dice.choices(pieces, k=dice.randrange(1, 4)))
    return mixed + held * dice.choice((0, 0, 0, 20, 400, 3000)) + dice.choice(pieces)


def _write(file: Path, content: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def _remove(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args(argv)


if __name__ == "__main__":
    raise SystemExit(main())
