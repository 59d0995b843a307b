"""What a page shows only after a click, or only once its scripts run, made plain."""

import re

from bs4 import Tag

from newsroom.importing.markup.elements import HEADINGS, attribute, is_hidden, make, text_of

_NEVER_SHOWN = ("script", "style", "template", "select", "textarea", "input", "link", "meta")
_FOR_MACHINES = frozenset({"sr-only", "visually-hidden", "screen-reader-text"})
_LABELS = ("button", "summary", "legend")
_LOADED_LATER = "data-noscript"
_BACKGROUND = re.compile(
    r"background(?:-image)?\s*:[^;]{0,200}?url\(\s*['\"]?([^'\")]+)", re.IGNORECASE
)


def unfold(content: Tag) -> None:
    """Make plain what is folded: hidden parts stay, the buttons that open them become lines,
    pictures of `noscript` and of backgrounds become pictures."""
    for tag in content.find_all(_NEVER_SHOWN):
        tag.decompose()
    _drop_what_nobody_reads(content)
    for noscript in content.find_all("noscript"):
        _settle_noscript(noscript)
    for tag in content.find_all(style=_BACKGROUND):
        _show_background(tag)
    for label in content.find_all(_LABELS):
        _settle_label(label)


def _drop_what_nobody_reads(content: Tag) -> None:
    """Remove what is hidden and is for machines, or said a second time for other screens."""
    shown = {text_of(tag) for tag in content.find_all("p") if not _is_folded(tag)}
    for tag in content.find_all(is_hidden):
        if tag.parent is None:
            continue
        named = {*attribute(tag, "class").split()}
        is_said = text_of(tag) in shown
        if named & _FOR_MACHINES or tag.has_attr("itemprop") or is_said:
            tag.extract()


def _is_folded(tag: Tag | None) -> bool:
    return tag is not None and any(is_hidden(one) for one in (tag, *tag.parents))


def _settle_noscript(noscript: Tag) -> None:
    """The picture for browsers without scripts is the one that a script would load beside it."""
    img = noscript.find("img")
    beside = noscript.find_previous_sibling("img") or noscript.find_next_sibling("img")
    if isinstance(img, Tag) and isinstance(beside, Tag):
        beside[_LOADED_LATER] = attribute(img, "src") or attribute(img, "srcset")
        noscript.decompose()
    elif isinstance(img, Tag):
        noscript.unwrap()
    else:
        noscript.decompose()


def _show_background(tag: Tag) -> None:
    found = _BACKGROUND.search(attribute(tag, "style"))
    if found and tag.name != "img" and tag.find("img") is None:
        img = make("img")
        img["src"] = found[1]
        img["alt"] = attribute(tag, "aria-label") or attribute(tag, "title")
        tag.insert(0, img)


def _settle_label(label: Tag) -> None:
    """A question on a button is a line of the article, in bold."""
    if not text_of(label):
        label.unwrap() if label.find("img") else label.decompose()
    elif label.find_parent([*HEADINGS, "p", "a", "li"]) or label.find([*HEADINGS, "p", "div"]):
        label.insert_before(" ")
        label.insert_after(" ")
        label.unwrap()
    else:
        label.name = "p"
        label.attrs = {}
        label.append(make("strong", *list(label.contents)))
