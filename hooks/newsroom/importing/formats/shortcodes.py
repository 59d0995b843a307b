"""The body of a WordPress post as HTML: shortcodes such as [caption], and lines that end where
they were typed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape, unescape

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

from newsroom.importing.markup.elements import make, parse
from newsroom.importing.text.white_space import tidy

_CODE = re.compile(
    r"\[(?P<close>/?)(?P<name>[A-Za-z][\w-]{1,60})"
    r"(?P<attributes>(?:\s++(?:[\w-]++=)?+(?:\"[^\"]*+\"|'[^']*+'|[^\s\]\[\"'<>=]++))*+)\s*+/?\]"
)
_ATTRIBUTE = re.compile(r"([\w-]+)=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))")
_BLOCK = "<!-- wp:"
"""Not in a post of the editor before 2018, which marked no paragraphs."""
_FIGURE = "data-caption"
_CAPTIONS = ("caption", "wp_caption")
_KNOWN = frozenset({"caption", "wp_caption", "gallery", "embed", "audio", "video", "playlist"})
_FILES = ("src", "mp4", "mp3", "m4v", "webm", "ogg", "wav", "m4a", "flv", "wmv", "url")
_WORDS = ("title", "heading", "subtitle", "text", "label")
"""Attributes whose words a page builder shows."""
_FORMS = re.compile(r"contact-form|wpforms|ninja_form|gravityform", re.IGNORECASE)
_STRUCTURE = frozenset({"ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr"})


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture of the site; post is the number of the post that it was uploaded for."""

    address: str
    alt: str = ""
    caption: str = ""
    post: str = ""


def without_shortcodes(
    content: str, attachments: Mapping[str, Attachment], post: str
) -> tuple[str, list[str]]:
    """The content as HTML, and notes on the shortcodes that nobody understands here."""
    codes = _Codes(content, attachments, post)
    html = "".join(codes.replaced())
    root = parse(html)
    for figure in root.find_all("figure", attrs={_FIGURE: True}):
        _settle_caption(figure)
    if _BLOCK not in content:
        _show_line_ends(root)
    return str(root), codes.notes


@dataclass(slots=True)
class _Codes:
    """The shortcodes of a post, replaced one after another."""

    content: str
    attachments: Mapping[str, Attachment]
    post: str
    _in_caption: bool = False
    _unknown: dict[str, None] = field(default_factory=dict)

    def replaced(self) -> Iterator[str]:
        """The content in pieces. What stands in brackets is a shortcode if its name is known, if it
        is closed somewhere, or if it has attributes; else somebody has written it."""
        found = list(_CODE.finditer(self.content))
        closed = {code["name"]: code.start() for code in found if code["close"]}
        place = 0
        for code in found:
            name = code["name"]
            if name in _KNOWN or name in closed or "=" in code["attributes"]:
                yield self.content[place : code.start()]
                yield self._shown(code, is_closed=code.start() < closed.get(name, 0))
                place = code.end()
        yield self.content[place:]

    @property
    def notes(self) -> list[str]:
        """What to look at, where there are shortcodes that nobody understands here."""
        if not self._unknown:
            return []
        dropped = f"mã của WordPress đã bỏ, chữ bên trong còn giữ: {', '.join(self._unknown)}."
        return [f"{dropped} Hãy xem bài trên cổng cũ, chép thêm vào bài nếu thiếu."]

    def _shown(self, code: re.Match[str], *, is_closed: bool) -> str:
        name = code["name"]
        values = {key.lower(): one or other or bare
                  for key, one, other, bare in _ATTRIBUTE.findall(code["attributes"])}  # fmt: skip
        if name in _CAPTIONS:
            return self._caption(values, closes=bool(code["close"]), is_closed=is_closed)
        if name in _KNOWN:
            return "".join(self._media(name, values)) or "\n\n"
        self._unknown[f"“[{name}]”"] = None
        words = [] if _FORMS.match(name) else [values[key] for key in _WORDS if values.get(key)]
        return "".join(f"<p><strong>{escape(unescape(one))}</strong></p>" for one in words)

    def _caption(self, values: Mapping[str, str], *, closes: bool, is_closed: bool) -> str:
        if closes == self._in_caption and (closes or is_closed):
            self._in_caption = not closes
            said = escape(unescape(values.get("caption", "")))
            return "</figure>" if closes else f'<figure {_FIGURE}="{said}">'
        return ""

    def _media(self, name: str, values: Mapping[str, str]) -> Iterator[str]:
        if name == "gallery":
            ids = re.findall(r"\d+", values.get("ids") or values.get("include") or "")
            own = [one for one in self.attachments.values() if one.post == self.post]
            pictures = [self.attachments[one] for one in ids if one in self.attachments]
            for picture in pictures if ids else own:
                img = f'<img src="{escape(picture.address)}" alt="{escape(picture.alt)}">'
                yield f"<figure>{img}<figcaption>{escape(picture.caption)}</figcaption></figure>"
        for key in _FILES:
            if address := values.get(key):
                file = escape(address.rpartition("/")[2])
                yield f'<p><a href="{escape(address)}">{file}</a></p>'


def _settle_caption(figure: Tag) -> None:
    """What stands behind the picture is its caption, if no attribute was."""
    said = str(figure.attrs.pop(_FIGURE))
    media = [tag for tag in figure.contents
             if isinstance(tag, Tag) and (tag.name == "img" or tag.find("img"))]  # fmt: skip
    behind = list(media[-1].next_siblings) if media else []
    words = tidy("".join(node.get_text() for node in behind))
    if said or words:
        figure.append(make("figcaption", said or "", *([] if said else behind)))


def _show_line_ends(root: Tag) -> None:
    """The old editor kept no paragraphs: an empty line parts two, and every line ends as typed."""
    for text in root.find_all(string=True):
        around = text.parent
        if isinstance(text, PreformattedString) or around is None or around.name in _STRUCTURE:
            continue
        if "\n" not in text or around.find_parent("pre") or around.name == "pre":
            continue
        first, *lines = re.sub(r"\n\s*\n", "\n\n", str(text)).split("\n")
        text.replace_with(NavigableString(first), *(
            node for line in lines for node in (make("br"), NavigableString(line))
        ))  # fmt: skip
