"""Addresses of videos are known, whichever way people copy them."""

import pytest

from newsroom.text.videos import video_site, watched_at


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://youtu.be/x1?t=3", "YouTube"),
        ("https://m.youtube.com/shorts/x1", "YouTube"),
        ("http://YouTube.com/live/x1", "YouTube"),
        ("https://www.youtube.com/@phuong", None),
        ("https://fb.watch/x1/", "Facebook"),
        ("https://www.facebook.com/watch/?v=12", "Facebook"),
        ("https://www.facebook.com/phuong/posts/12", None),
        ("https://www.tiktok.com/@phuong/video/12", "TikTok"),
        ("https://www.vtv.vn/video/hoi-lang-12.htm", "vtv.vn"),
        ("https://phuong.example/thu-vien-video/12", "phuong.example"),
        ("https://phuong.example/tep/hoi.mp4?x=1", "phuong.example"),
        ("https://phuong.example/tin/xem-videoclip", None),
        ("https://[/video/", None),
        ("youtu.be/x1", None),
    ],
)
def test_site_of_a_video_is_named(address: str, site: str | None) -> None:
    assert video_site(address) == site


@pytest.mark.parametrize(
    ("embedding", "address"),
    [
        ("//www.youtube-nocookie.com/embed/x_1-2345?rel=0", "https://www.youtube.com/watch?v=x_1-2345"),
        (
            "https://www.facebook.com/plugins/video.php?a=1&amp;href=https%3A%2F%2Ffb.watch%2Fx1%2F",
            "https://fb.watch/x1/",
        ),
        ("https://www.google.com/maps/embed?pb=1", None),
        ("https://www.facebook.com/plugins/video.php?a=1", None),
    ],
)  # fmt: skip
def test_embedded_video_is_watched_at_an_address(embedding: str, address: str | None) -> None:
    assert watched_at(embedding) == address
