"""The frame of a page that every peer's template puts around its content: head, bar, foot."""

from benchmarking.topics import SECTION_TITLES

SITE_NAME = "Cổng tin tức phường Đồng Dâu"
ADDRESS = "https://dong-dau.example"
_ICON = (
    '<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">'
    '<path d="M4 11v2h12l-5.5 5.5 1.42 1.42L19.84 12l-7.92-7.92L10.5 5.5 16 11H4z"/></svg>'
)
_PAGES = {
    "Trang chủ": "/", "Từ khóa": "/tags/", "Lưu trữ": "/months/", "Sơ kết quý": "/quarters/",
    "Phong trào": "/campaigns/", "Giới thiệu": "/gioi-thieu/", "Liên hệ": "/lien-he/",
}  # fmt: skip


def top(title: str) -> str:
    """From the doctype to where the content begins; title is what the template engine fills in."""
    links = "".join(_link(name, address) for name, address in {**_PAGES, **sections()}.items())
    styles = "".join(
        f'<link rel="stylesheet" href="/stylesheets/{name}.css">\n'
        for name in ("tokens", "base", "bar", "card", "lists", "article", "home", "footer")
    )
    return (
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>{title} - {SITE_NAME}</title>\n{styles}"
        f'<link rel="alternate" type="application/rss+xml" title="{SITE_NAME}" href="/rss.xml">\n'
        f'</head>\n<body>\n<header class="md-header">{_ICON}<a href="/">{SITE_NAME}</a>'
        f'<form class="md-search" role="search"><input type="search" name="q">{_ICON}</form>'
        f'</header>\n<nav aria-label="Chuyên mục"><ul>{links}</ul></nav>\n'
        f'<nav class="md-nav md-nav--primary" aria-label="Mục lục"><ul>{links}</ul></nav>\n<main>\n'
    )


def bottom() -> str:
    """From where the content ends to the end of the page."""
    links = "".join(_link(name, address) for name, address in {**sections(), **_PAGES}.items())
    return (
        f'</main>\n<footer class="md-footer"><nav><ul>{links}</ul></nav>\n'
        "<address>Số 1 phố Đồng Dâu, thành phố Hà Nội. Điện thoại 024 0000 0000</address>\n"
        '</footer>\n<script src="/javascripts/bundle.js" defer></script>\n</body>\n</html>\n'
    )


def sections() -> dict[str, str]:
    """Address of every section's list by title."""
    return {title: f"/sections/{slug}/" for slug, title in SECTION_TITLES.items()}


def _link(name: str, address: str) -> str:
    return (
        f'<li class="md-nav__item"><a class="md-nav__link" href="{address}">{_ICON}'
        f'<span class="md-ellipsis">{name}</span></a></li>\n'
    )
