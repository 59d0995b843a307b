"""An old portal with invented articles: its pages as a browser saves them, and its export."""

from collections.abc import Iterator
from html import escape
from itertools import islice
from pathlib import Path

import markdown
from PIL import Image

from benchmarking.articles import Invented, Newsroom
from benchmarking.topics import SECTION_TITLES

_IN_FOLDER = 500
_EVERY_PICTURE = 5
"""Every fifth page was saved with a picture."""
_MENU = "".join(f'<li><a href="/muc-{n}/">Mục số {n} của cổng</a></li>' for n in range(60))
_OTHERS = "".join(
    f'<li><a href="/tin/khac-{n}.html">Tin khác số {n} của phường trong tuần này</a></li>'
    for n in range(15)
)
_SCRIPT = f"<script>{'var a = function (b) { return b * 2; };' * 400}</script>"
_PAGE = """<!DOCTYPE html>
<!-- saved from url=(0040)https://cu.example{address} -->
<html><head><meta charset="utf-8"><title>{title} - {section} - Phường Cũ</title>{script}</head>
<body>
<div id="header"><h2><a href="/">Cổng thông tin điện tử phường Cũ</a></h2></div>
<div class="menu"><ul>{menu}</ul></div>
<div class="breadcrumb"><a href="/">Trang chủ</a> &raquo; <a href="/{section}/">{section}</a></div>
<div id="content"><h1 class="title">{title}</h1>
<div class="date">{date:%d/%m/%Y %H:%M} | Lượt xem: {views}</div>
<div class="bodytext">{picture}{body}</div>
<div class="tin-lien-quan"><h3>Các tin khác</h3><ul>{others}</ul></div></div>
<div class="sidebar"><h3>Tin mới</h3><ul>{others}</ul></div>
<div id="footer"><p>Bản quyền thuộc về Ủy ban nhân dân phường Cũ. Địa chỉ: số 1 phố Cũ.</p></div>
</body></html>
"""
_EXPORT = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Phường Cũ</title>
"""
_POST = """<item><title>{title}</title><link>https://cu.example{address}</link>
<content:encoded><![CDATA[{body}]]></content:encoded><wp:post_date>{date:%Y-%m-%d %H:%M:%S}</wp:post_date>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category"><![CDATA[{section}]]></category></item>
"""  # noqa: E501 - as WordPress writes it


def save_pages(folder: Path, count: int) -> None:
    """Write so many pages, 500 in a folder."""
    for article in _articles(count):
        inside = folder / f"{article.number // _IN_FOLDER:03}"
        inside.mkdir(parents=True, exist_ok=True)
        page = inside / f"{article.number}.html"
        has_picture = article.number % _EVERY_PICTURE == 0
        if has_picture:
            _save_picture(page.with_name(f"{page.stem}_files"), article.number)
        picture = f'<p><img src="{page.stem}_files/a.png" alt=""></p>' if has_picture else ""
        page.write_text(
            _filled(_PAGE, article, picture=picture, menu=_MENU, others=_OTHERS, script=_SCRIPT),
            encoding="utf-8",
        )


def export(file: Path, count: int) -> None:
    """Write an export of WordPress with so many posts."""
    with file.open("w", encoding="utf-8") as stream:
        stream.write(_EXPORT)
        stream.writelines(_filled(_POST, article) for article in _articles(count))
        stream.write("</channel></rss>\n")


def _articles(count: int) -> Iterator[Invented]:
    return islice(iter(Newsroom(count)), count)


def _filled(template: str, article: Invented, **others: str) -> str:
    return template.format(
        title=escape(f"{article.title} ({article.number})"),
        address=f"/tin/{article.slug}-{article.number}.html",
        section=escape(SECTION_TITLES[article.section]),
        date=article.date,
        views=article.views,
        body=markdown.markdown(article.body, extensions=["tables"]),
        **others,
    )


def _save_picture(folder: Path, number: int) -> None:
    folder.mkdir()
    Image.new("RGB", (64, 48), (number % 256, number // 256 % 256, 90)).save(folder / "a.png")
