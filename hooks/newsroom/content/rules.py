"""Rules between the fields of one article, and between an article and the day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from newsroom.content.article import Article
from newsroom.content.kind import Fault
from newsroom.content.media import OTHER_KIND, PICTURES, may_leave
from newsroom.content.quarter import Quarter
from newsroom.text.dates import format_day, to_iso
from newsroom.text.fold import fold
from newsroom.text.names import nearest


@dataclass(frozen=True, slots=True)
class Breach:
    """A broken rule, told at a field."""

    field: str
    fault: Fault


def broken_rules(
    article: Article, now: datetime, organizations: Mapping[str, str]
) -> Iterator[Breach]:
    """The rules that the article breaks at that moment.

    organizations: the known titles by their folded form.
    """
    yield from _dates(article, now)
    yield from _files(article)
    yield from _picture(article)
    yield from _review(article)
    yield from _organization(article, organizations)


def _dates(article: Article, now: datetime) -> Iterator[Breach]:
    opened = article.publish_at or article.date
    if article.date > now and article.date > (article.publish_at or now) and not article.draft:
        iso = to_iso(article.date)
        yield Breach("date", Fault(
            f'"{iso}" ở tương lai.', f"Hãy sửa ngày, hoặc hẹn giờ đăng: publish_at: {iso}"
        ))  # fmt: skip
    if article.updated and article.updated < article.date:
        yield Breach("updated", Fault(
            f'"{to_iso(article.updated)}" trước ngày đăng {to_iso(article.date)}.',
            "Hãy sửa lại một trong hai ngày.", blocking=False,
        ))  # fmt: skip
    if article.expires_at and article.expires_at <= opened:
        yield Breach("expires_at", Fault(
            f'"{to_iso(article.expires_at)}" trước lúc đăng, bài sẽ không bao giờ hiện.',
            "Hãy sửa ngày gỡ bài, hoặc xóa dòng này.", blocking=False,
        ))  # fmt: skip


def _files(article: Article) -> Iterator[Breach]:
    named = [("image", article.image.path)] if article.image else []
    named += [("attachments", attachment.path) for attachment in article.attachments]
    for field, path in named:
        if article.file_path(path).startswith("../"):
            yield Breach(field, Fault(
                f'"{path}" nằm ngoài thư mục của các bài viết.',
                "Hãy chép tệp vào thư mục của bài rồi viết lại đường dẫn.",
            ))  # fmt: skip
        elif not may_leave(article.file_path(path)):
            yield Breach(field, Fault(f'"{path}" là loại tệp không đăng được.', OTHER_KIND))
        elif field == "image" and PurePosixPath(path).suffix.lower() not in PICTURES:
            yield Breach(field, Fault(
                f'"{path}" không phải là ảnh.', "Ảnh đại diện là tệp .jpg, .png, .webp hay .gif."
            ))  # fmt: skip


def _picture(article: Article) -> Iterator[Breach]:
    if article.image and not article.image.alt:
        yield Breach("image", Fault(
            "ảnh chưa có mô tả cho người khiếm thị.",
            "Hãy thêm: image_alt: điều nhìn thấy trong ảnh", blocking=False,
        ))  # fmt: skip


def _review(article: Article) -> Iterator[Breach]:
    if article.quarter is None:
        return
    if not article.quarter.reviewed_within(article.date):
        own, reviewed = Quarter.of(article.date), article.quarter
        near = own if own.reviewed_within(article.date) else own.previous
        yield Breach("quarter", Fault(
            f'"{reviewed}" không khớp với ngày đăng {format_day(article.date)}: bài sơ kết '
            f"{reviewed.title} đăng từ tháng {reviewed.months[2]}/{reviewed.year} đến hết tháng "
            f"{reviewed.next.months[2]}/{reviewed.next.year}.",
            f"Hãy sửa ngày đăng, hoặc viết: quarter: {near}",
            blocking=False,
        ))  # fmt: skip
    if not article.organization:
        yield Breach("quarter", Fault(
            "bài sơ kết quý chưa ghi đơn vị.", "Hãy thêm: organization: tên đơn vị", blocking=False
        ))  # fmt: skip


def _organization(article: Article, known: Mapping[str, str]) -> Iterator[Breach]:
    if not article.organization or article.organization in known.values():
        return
    same = known.get(fold(article.organization))
    near = same or nearest(article.organization, known.values())
    if near and (same or _differs_by_a_slip(article.organization, near)):
        yield Breach("organization", Fault(
            f'"{article.organization}" gần giống một đơn vị đã có.',
            f"Có phải là: organization: {near}", blocking=False,
        ))  # fmt: skip


def _differs_by_a_slip(name: str, known: str) -> bool:
    return (
        sorted(fold(name)) != sorted(fold(known))
        and abs(len(name) - len(known)) <= 2
        and (len(set(fold(name).split()) ^ set(fold(known).split())) <= 2)
    )
