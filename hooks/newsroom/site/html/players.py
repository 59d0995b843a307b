"""Videos and sounds in a body: a recording beside the article gets a player, a video of another
site a card that leads there. Nothing is fetched before a reader asks for it."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import urljoin

from markupsafe import Markup
from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url

from newsroom.content.media import beside
from newsroom.content.recordings import captions_of, is_recording, is_video
from newsroom.site.html.own_lines import with_blocks
from newsroom.site.mkdocs.article_page import ArticlePage
from newsroom.text.videos import video_site

_LINK = re.compile(r'<a\b[^>]*?\bhref="(?P<address>[^"]*)"[^>]*>(?P<words>.*?)</a>', re.DOTALL)
_PICTURE = re.compile(r"<img\b[^>]*>")
_ELEMENT = re.compile(r"<(?P<kind>video|audio)\b(?![^>]* preload=)[^>]*>.*?</(?P=kind)>", re.DOTALL)
"""As somebody wrote it; ours has its way of loading."""
_ATTRIBUTE = re.compile(r'\b(src|alt)="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")
_SIGNS = (
    "video", "<audio", ".mp4", ".webm", ".m4a", ".mp3", ".ogg", ".m3u8", "youtu", "facebook",
    "fb.watch", "tiktok", "vimeo", "clip", "truyen-hinh",
)  # fmt: skip
"""Without any of these a body holds neither. One expression of all takes forty times as long."""
_TRACK = Markup(
    '<track kind="captions" srclang="vi" label="Tiếng Việt" src="{captions}" default="default">'
)
_PLAYER = Markup(
    '<figure class="player"><{kind} controls="controls" preload="none" src="{address}" '
    'aria-label="{label}">{track}</{kind}><figcaption>{words} <a class="player__file" '
    'href="{address}" download="download">Tải {name} về</a><span class="player__address">'
    "{whole}</span></figcaption></figure>"
)
_CARD = Markup(
    '<p class="video-card"><a href="{address}"><strong>{first}</strong> '
    '<span class="video-card__more">{second}</span></a></p>'
)


def with_players(html: str, page: ArticlePage, files: Files) -> str:
    """The sanitised body of the article, its addresses linked."""
    lower = html.lower()
    if not any(sign in lower for sign in _SIGNS):
        return html
    players = _Players(dict(_recordings(page, files)), page.canonical_url or "")
    html = with_blocks(html, players.block)
    return _ELEMENT.sub(lambda element: players.block(element[0]) or "", html)


def _recordings(page: ArticlePage, files: Files) -> Iterator[tuple[str, str | None]]:
    """The addresses of recordings as the page writes them, each with that of its captions."""
    from newsroom.content.links import find_links  # noqa: PLC0415 - most builds read few

    folder = page.file.src_uri.removesuffix(str(page.article_path))
    for link in find_links(page.markdown or ""):
        path = link.local_path
        if path is None or not is_recording(path):
            continue
        whole = folder + beside(page.article_path, path)
        if target := files.get_file_from_path(whole):
            words = files.get_file_from_path(captions_of(whole)) if is_video(path) else None
            to = (get_relative_url(one.url, page.file.url) for one in (target, words) if one)
            yield next(to), next(to, None)


class _Players:
    """What recordings and addresses of videos become on one page."""

    def __init__(self, recordings: Mapping[str, str | None], there: str) -> None:
        """there: the whole address of the page."""
        self._recordings, self._there = recordings, there

    def block(self, line: str) -> str | None:
        """What the HTML of a line becomes; None where it is something else."""
        if _ELEMENT.fullmatch(line) or _PICTURE.fullmatch(line):
            given = dict(reversed(_ATTRIBUTE.findall(line)))
            return self._player(unescape(given.get("src", "")), unescape(given.get("alt", "")))
        if link := _LINK.fullmatch(line):
            words = unescape(_TAG.sub("", link["words"])).strip()
            return self._of_link(unescape(link["address"]), words) if words else None
        return None

    def _of_link(self, address: str, words: str) -> str | None:
        if site := video_site(address):
            to_site = f"Xem video trên {site}"
            is_bare = address.endswith(words)
            first, second = (to_site, words) if is_bare else (words, to_site)
            return _CARD.format(address=address, first=first, second=second)
        return self._player(address, words)

    def _player(self, address: str, words: str) -> str | None:
        if address not in self._recordings:
            return None
        kind, name = ("video", "video") if is_video(address) else ("audio", "âm thanh")
        captions = self._recordings[address]
        return _PLAYER.format(
            kind=kind,
            name=name,
            address=address,
            label=words or name.capitalize(),
            words=words,
            track=_TRACK.format(captions=captions) if captions else "",
            whole=urljoin(self._there, address),
        )
