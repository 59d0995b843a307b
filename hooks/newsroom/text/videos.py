"""Addresses of videos on other sites, which articles show as a card that leads there."""

import re
from html import unescape
from types import MappingProxyType
from urllib.parse import parse_qs, urlsplit

_SITES = MappingProxyType({
    "YouTube": r"(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com/"
               r"(?:watch\?|(?:shorts|live|embed)/)\S|youtu\.be/\w",
    "Facebook": r"(?:(?:www|m|vi-vn|web)\.)?facebook\.com/"
                r"(?:watch/?\?v=|reel/|share/[vr]/|\S+/videos/)\S|fb\.watch/\w",
    "TikTok": r"(?:www\.)?tiktok\.com/@[^/]+/video/\d|v[tm]\.tiktok\.com/\w",
    "Vimeo": r"(?:www\.|player\.)?vimeo\.com/(?:video/)?\d",
})  # fmt: skip
_OF_A_PORTAL = re.compile(
    r"/(?:[\w-]*-)?(?:video|clip|truyen-hinh)(?:s|-[\w-]*)?/|\.(?:mp4|webm|m3u8)(?:$|\?)",
    re.IGNORECASE,
)
"""Where portals and newspapers keep theirs: /video/…, /thu-vien-video/…"""
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_EMBEDDED = re.compile(r"youtube(?:-nocookie)?\.com/embed/(?P<video>[\w-]{6,})")
_PLUGIN = re.compile(r"https://www\.facebook\.com/plugins/video\.php\?")


def video_site(address: str) -> str | None:
    """The name of the site that shows a video at that address; None where it is no video.

    >>> video_site("https://youtu.be/x1"), video_site("https://vtv.vn/video/le-hoi-1.htm")
    ('YouTube', 'vtv.vn')
    """
    if not _SCHEME.match(address):
        return None
    rest = _SCHEME.sub("", address, count=1)
    for site, form in _SITES.items():
        if re.match(form, rest, re.IGNORECASE):
            return site
    if not _OF_A_PORTAL.search(rest):
        return None
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def watched_at(embedding: str) -> str | None:
    """Where people watch the video that a page would embed from that address; None where it is no
    video.

    >>> watched_at("//www.youtube.com/embed/abc_123?rel=0")
    'https://www.youtube.com/watch?v=abc_123'
    """
    address = unescape(embedding)
    address = f"https:{address}" if address.startswith("//") else address
    if video := _EMBEDDED.search(address):
        return f"https://www.youtube.com/watch?v={video['video']}"
    if _PLUGIN.match(address):
        address = parse_qs(urlsplit(address).query).get("href", [""])[0]
    return address if video_site(address) else None
