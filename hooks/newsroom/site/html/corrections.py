"""Corrections of Material's own HTML: what the Nu checker and axe object to in its templates.

Made on the rendered page, since the alternative is to keep a copy of its base template.
"""

CORRECTIONS = {
    # `autocomplete` does not belong on a checkbox.
    '"checkbox" id="__drawer" autocomplete="off"': '"checkbox" id="__drawer"',
    '"checkbox" id="__search" autocomplete="off"': '"checkbox" id="__search"',
    # Said for ever where a browser cannot run the search; the theme has no Vietnamese for it.
    "Initializing search": (
        "Đang mở tìm kiếm. Nếu chờ lâu không được thì trình duyệt này đã quá cũ; hãy vào mục Lưu "
        "trữ ở cuối trang."
    ),
    # A dialog needs a name.
    'data-md-component="search" role="dialog"': (
        'data-md-component="search" role="dialog" aria-label="Tìm kiếm"'
    ),
}
"""What Material writes, and what stands there instead."""


def corrected(html: str) -> str:
    """The page with every correction made."""
    for found, right in CORRECTIONS.items():
        html = html.replace(found, right)
    return html
