"""What the tests of built sites share: a small one that is sound."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from newsroom.built.tree import Tree, read_tree

HOME = """<!doctype html><html lang="vi"><head><title>Tin phường – Phường Thử</title>
<link rel="canonical" href="https://phuong.example/tin-tuc/">
<link rel="stylesheet" href="a.css">
<meta property="og:image" content="https://phuong.example/tin-tuc/%C4%91.png"></head>
<body id="dau"><a href="#dau">Đầu</a> <a href="bai/">Bài</a> <a href="tel:024">Gọi</a>
<a href="https://ngoai.example/">Ngoài</a>
<img src="đ.png" srcset="đ.png 480w, %C4%91.png 960w" alt=""></body></html>"""
SOUND = {
    "index.html": HOME,
    "bai/index.html": '<a href="..#dau">Về</a> <a href="/tin-tuc/bai">Bài</a> <a href="#">Đầu</a>',
    "404.html": '<a href="/tin-tuc/">Trang chủ</a>',
    "a.css": "/* url(khong-co.png) */ body { background: url('đ.png') }",
    "đ.png": "",
    "rss.xml": """<rss><channel><link>https://phuong.example/tin-tuc/</link><item>
<guid>https://phuong.example/tin-tuc/bai/</guid><guid isPermaLink="false">tag:1</guid>
<description>&lt;img src="https://phuong.example/tin-tuc/%C4%91.png"&gt;</description>
</item></channel></rss>""",
    "sitemap.xml": "<urlset><url><loc>https://phuong.example/tin-tuc/bai/</loc></url></urlset>",
}
SiteMaker = Callable[..., Tree]


@pytest.fixture
def site(tmp_path: Path) -> SiteMaker:
    """Writes the sound site with other or further files; None takes one away."""

    def write(files: Mapping[str, str | None] | None = None, name: str = "site") -> Tree:
        folder = tmp_path / name
        for file, content in {**SOUND, **(files or {})}.items():
            if content is not None:
                path = folder / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, encoding="utf-8")
        return read_tree(folder)

    return write
