"""What the invented articles are about: topics of eight sections."""

from typing import NamedTuple

from benchmarking import topics_of_life, topics_of_services

SECTION_TITLES = {
    "tin-tuc-su-kien": "Tin tức – Sự kiện",
    "mat-tran-doan-the": "Mặt trận – Đoàn thể",
    "kinh-te-do-thi": "Kinh tế – Đô thị",
    "van-hoa-xa-hoi": "Văn hóa – Xã hội",
    "giao-duc-y-te": "Giáo dục – Y tế",
    "an-ninh-trat-tu": "An ninh – Trật tự",
    "cai-cach-hanh-chinh": "Cải cách hành chính",
    "thong-bao": "Thông báo",
}


class Topic(NamedTuple):
    """Words that sentences about one thing share."""

    titles: tuple[str, str]
    work: str
    """What is done, as a noun phrase."""
    doing: str
    """The same, as a verb phrase."""
    people: str
    """Whom it concerns."""
    things: str
    """What of it is counted."""
    tags: tuple[str, str, str]
    own: tuple[str, str]
    """Sentences that no other topic has."""


def _topic(block: str) -> Topic:
    first, second, work, doing, people, things, tags, own, other = block.splitlines()
    one, two, three = tags.split(", ")
    return Topic((first, second), work, doing, people, things, (one, two, three), (own, other))


TOPICS = {
    section: [_topic(block) for block in text.strip().split("\n\n")]
    for section, text in {**topics_of_life.TEXTS, **topics_of_services.TEXTS}.items()
}
