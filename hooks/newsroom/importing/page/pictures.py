"""The pictures of a saved page with their captions; those that were not saved are reported."""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from bs4 import Tag

from newsroom.importing.markup.elements import attribute, make
from newsroom.importing.page.captions import take_caption
from newsroom.importing.page.picture_data import NOT_SAVED, Load, find_picture, is_pixel
from newsroom.importing.record import ImportedPicture
from newsroom.importing.text.white_space import tidy

_FILE_NAME = re.compile(r".*\.(?:jpe?g|png|gif|webp|bmp)|[\w.-]*\d[\w.-]*", re.IGNORECASE)


@dataclass(slots=True)
class TakenPictures:
    """The pictures of an article in order, the one above its text apart, and notes on lost ones."""

    lead: ImportedPicture | None = None
    others: list[ImportedPicture] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def take_pictures(content: Tag, load: Load) -> TakenPictures:
    """Take the pictures out of the content and leave their places.

    The first without a link, unless it is one of a table, is the article's lead picture and leaves
    nothing. The n-th of the
    others leaves a figure whose img has src n, counted from 0, in its link. A lost picture leaves
    its caption. The bytes of one that is shown many times are kept once.
    """
    taken = TakenPictures()
    kept: dict[tuple[bytes, str], tuple[bytes, str]] = {}
    for img in content.find_all("img"):
        if is_pixel(img):
            img.decompose()
            continue
        caption = take_caption(img, content)
        link = _link_of(img)
        found = find_picture(img, load)
        if found is None:
            named = caption or tidy(attribute(img, "alt"))
            told = f" (“{named}”)" if named else ""
            taken.notes.append(f"mất ảnh {_shown_name(img)}{told}: {NOT_SAVED}.")
            _place(img, None, caption, link)
            continue
        picture = ImportedPicture(*kept.setdefault(found, found), _alt(img), caption)
        if taken.lead is not None or link or _is_of_table(img):
            _place(img, len(taken.others), caption, link)
            taken.others.append(picture)
        else:
            img.extract()
            taken.lead = picture
    return taken


def _is_of_table(img: Tag) -> bool:
    """Whether it stands in a table that has rows and columns, and lays out nothing."""
    row, table = img.find_parent("tr"), img.find_parent("table")
    return (
        row is not None
        and table is not None
        and len(row.find_all(["td", "th"], limit=2)) > 1
        and len(table.find_all("tr", limit=2)) > 1
    )


def _link_of(img: Tag) -> str:
    """The address that the picture leads to; empty if to nothing."""
    link = img.find_parent("a")
    return attribute(link, "href") if link else ""


def _place(img: Tag, place: int | None, caption: str, address: str) -> None:
    """Put the figure where the picture is; a link goes on around the words beside the picture."""
    figure = _figure(place, caption)
    shown = figure.img
    if address and shown is not None:
        around = make("a")
        around["href"] = address
        shown.wrap(around)
    link = img.find_parent("a")
    img.extract() if link else img.replace_with(figure)
    if link:
        link.insert_before(figure)
        if place is None and not link.get_text(strip=True):
            link.append(address)


def _figure(place: int | None, caption: str) -> Tag:
    figure = make("figure")
    if place is not None:
        img = make("img")
        img["src"] = str(place)
        figure.append(img)
    if caption:
        figure.append(make("figcaption", caption))
    return figure


def _alt(img: Tag) -> str:
    """The picture's description, unless it is only the name of a file."""
    alt = tidy(attribute(img, "alt"))
    return "" if _FILE_NAME.fullmatch(alt) else alt


def _shown_name(img: Tag) -> str:
    address = attribute(img, "src")
    if address.startswith("data:"):
        return "nhúng trong trang"
    return unquote(address.rpartition("/")[2]) or "không tên"
