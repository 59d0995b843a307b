"""Rules between the fields of one article, and between an article and the day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePosixPath

from newsroom.content.article import Article
from newsroom.content.kind import Fault
from newsroom.content.media import OTHER_KIND, PICTURES, may_leave
from newsroom.content.quarter import Quarter
from newsroom.text.dates import format_day, to_iso
from newsroom.text.fold import fold
from newsroom.text.names import nearest

FAR = timedelta(days=10 * 365)
"""So far ahead no date lies but by a slip of the finger."""
_LONG_BEFORE = timedelta(days=365)
_OLDEST = 1990
"""The year before which nothing was published on the web."""
DROPPED = "Mục này bị bỏ, không chặn bài."
"""Told of a field that is not needed to publish the article."""


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
    yield from _publication(article, now)
    yield from _change(article, now)
    yield from _end(article)
    yield from _due(article)


def _publication(article: Article, now: datetime) -> Iterator[Breach]:
    date, publish_at = article.date, article.publish_at
    if date.year < _OLDEST:
        yield Breach("date", Fault(
            f'“{to_iso(date)}” trước năm {_OLDEST}, chắc là gõ nhầm năm.', "Hãy sửa ngày đăng."
        ))  # fmt: skip
    if date > now and date > (publish_at or now) and not article.draft:
        iso = to_iso(date)
        yield Breach("date", Fault(
            f'“{iso}” ở tương lai.', f"Hãy sửa ngày, hoặc hẹn giờ đăng: publish_at: {iso}"
        ))  # fmt: skip
    elif article.published - FAR > now:
        field = "publish_at" if publish_at == article.published else "date"
        yield Breach(field, Fault(
            f'“{to_iso(article.published)}” còn hơn mười năm nữa mới tới, chắc là gõ nhầm năm.',
            "Hãy sửa lại năm.", blocking=not article.draft,
        ))  # fmt: skip
    elif publish_at and publish_at < date - _LONG_BEFORE:
        yield Breach("publish_at", Fault(
            f'“{to_iso(publish_at)}” trước ngày đăng hơn một năm, bài không được hẹn giờ.',
            "Hãy sửa lại, hoặc xóa dòng này.", blocking=False,
        ))  # fmt: skip


def _change(article: Article, now: datetime) -> Iterator[Breach]:
    told = [("updated", article.updated)] if article.updated else []
    told += [("changes", change.date) for change in article.changes]
    for field, moment in told:
        iso = f"“{to_iso(moment)}”"
        if moment < article.date:
            yield Breach(field, Fault(
                f"{iso} trước ngày đăng {to_iso(article.date)}. {DROPPED}",
                "Hãy sửa lại một trong hai ngày.", blocking=False, drops=True,
            ))  # fmt: skip
        elif moment > max(now, article.published):
            yield Breach(field, Fault(
                f"{iso} ở tương lai. {DROPPED}", "Hãy sửa lại ngày giờ sửa bài.",
                blocking=False, drops=True,
            ))  # fmt: skip


def _end(article: Article) -> Iterator[Breach]:
    if not article.expires_at:
        return
    iso = f"“{to_iso(article.expires_at)}”"
    if article.expires_at <= article.published:
        yield Breach("expires_at", Fault(
            f"{iso} trước lúc đăng, bài sẽ không bao giờ hiện.",
            "Hãy sửa ngày gỡ bài, hoặc xóa dòng này.", blocking=not article.draft,
        ))  # fmt: skip
    elif article.expires_at - FAR > article.published:
        yield Breach("expires_at", Fault(
            f"{iso} sau lúc đăng hơn mười năm, bài gần như không bao giờ được gỡ.",
            "Hãy sửa lại năm, hoặc xóa dòng này nếu bài cần để mãi.", blocking=False,
        ))  # fmt: skip


def _due(article: Article) -> Iterator[Breach]:
    for name, moment in (
        ("deadline", article.deadline),
        ("event", article.event.start if article.event else None),
    ):
        if moment is None:
            continue
        iso = f"“{to_iso(moment)}”"
        if name == "deadline" and moment < article.date:
            yield Breach(name, Fault(
                f"{iso} trước ngày đăng. {DROPPED}", "Hãy sửa lại hạn chót, hoặc xóa dòng này.",
                blocking=False, drops=True,
            ))  # fmt: skip
        elif moment - FAR > article.published:
            yield Breach(name, Fault(
                f"{iso} sau lúc đăng hơn mười năm, chắc là gõ nhầm năm. {DROPPED}",
                "Hãy sửa lại năm.", blocking=False, drops=True,
            ))  # fmt: skip


def _files(article: Article) -> Iterator[Breach]:
    named = [("image", article.image.path)] if article.image else []
    named += [("attachments", attachment.path) for attachment in article.attachments]
    for field, path in named:
        if article.file_path(path).startswith("../"):
            yield Breach(field, Fault(
                f'“{path}” nằm ngoài thư mục của các bài viết.',
                "Hãy chép tệp vào thư mục của bài rồi viết lại đường dẫn.",
            ))  # fmt: skip
        elif not may_leave(article.file_path(path)):
            yield Breach(field, Fault(f"“{path}” là loại tệp không đăng được.", OTHER_KIND))
        elif field == "image" and PurePosixPath(path).suffix.lower() not in PICTURES:
            yield Breach(field, Fault(
                f'“{path}” không phải là ảnh.', "Ảnh đại diện là tệp .jpg, .png, .webp hay .gif."
            ))  # fmt: skip


def _picture(article: Article) -> Iterator[Breach]:
    if article.image and not article.image.alt:
        yield Breach("image", Fault(
            "ảnh chưa có mô tả cho người khiếm thị.",
            "Hãy thêm: image_alt: điều nhìn thấy trong ảnh", blocking=False,
        ))  # fmt: skip


def _review(article: Article) -> Iterator[Breach]:
    if article.quarter is None:
        for field in "tasks", "task_updates":
            if getattr(article, field):
                yield Breach(field, Fault(
                    "nhiệm vụ chỉ được theo dõi ở bài sơ kết quý.",
                    "Hãy thêm: quarter: 2023-Q1", blocking=False,
                ))  # fmt: skip
        return
    if not article.quarter.reviewed_within(article.date):
        own, reviewed = Quarter.of(article.date), article.quarter
        near = own if own.reviewed_within(article.date) else own.previous
        is_dropped = not reviewed.is_likely_on(article.date)
        yield Breach("quarter", Fault(
            f'“{reviewed}” không khớp với ngày đăng {format_day(article.date)}: bài sơ kết '
            f"{reviewed.title} đăng từ tháng {reviewed.months[2]}/{reviewed.year} đến hết tháng "
            f"{reviewed.next.months[2]}/{reviewed.next.year}.{f' {DROPPED}' if is_dropped else ''}",
            f"Hãy sửa ngày đăng, hoặc viết: quarter: {near}",
            blocking=False, drops=is_dropped,
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
            f'“{article.organization}” gần giống một đơn vị đã có.',
            f"Có phải là: organization: {near}", blocking=False,
        ))  # fmt: skip


def _differs_by_a_slip(name: str, known: str) -> bool:
    return (
        sorted(fold(name)) != sorted(fold(known))
        and abs(len(name) - len(known)) <= 2
        and (len(set(fold(name).split()) ^ set(fold(known).split())) <= 2)
    )
