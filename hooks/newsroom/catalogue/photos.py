"""Photos of articles: what is derived of the pictures that they name."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from newsroom.build.digests import digest
from newsroom.catalogue.record import ReadFile, Record
from newsroom.content.media import is_picture
from newsroom.content.photo import Photo
from newsroom.content.pictures import Unseen
from newsroom.content.problem import Problem

Derive = Callable[[Iterable[str]], Mapping[str, Photo | Unseen]]
"""What is derived of the pictures of these paths; a picture that is not there has nothing."""
_FAULTS = {
    Unseen.BROKEN: (
        "không phải là ảnh đọc được, nên bài đăng không có ảnh này.",
        "Hãy chép lại ảnh từ máy chụp, hoặc mở bằng Paint rồi lưu thành JPEG.",
    ),
    Unseen.HUGE: (
        "quá lớn, không mở được, nên bài đăng không có ảnh này.",
        "Hãy thu nhỏ ảnh xuống dưới 100 triệu điểm ảnh.",
    ),
}


def with_photos(read: Sequence[ReadFile], derive: Derive, articles_dir: str) -> Iterator[ReadFile]:
    """The results of reading with the photos of each article, and with what is wrong with them."""
    named = {path for one in read if one.record for path in one.record.files if is_picture(path)}
    found = derive(sorted(named))
    for one in read:
        if one.record is None:
            yield one
            continue
        faults = tuple(_faults(f"{articles_dir}/{one.path}", one.record, found))
        record = _with(one.record, found)
        yield one._replace(record=record, problems=(*one.problems, *faults))


def _with(record: Record, found: Mapping[str, Photo | Unseen]) -> Record:
    photos = {path: photo for path in record.files if isinstance(photo := found.get(path), Photo)}
    picture = record.picture if record.picture in photos else ""
    entry = record.entry._replace(card=digest(record.entry.card, repr(photos)))
    return record._replace(entry=entry, picture=picture, photos=photos)


def _faults(shown: str, record: Record, found: Mapping[str, Photo | Unseen]) -> Iterator[Problem]:
    for path in record.files:
        fault = found.get(path)
        if isinstance(fault, Unseen):
            told, cure = _FAULTS[fault]
            yield Problem(shown, f"ảnh “{path}” {told}", cure, blocking=False)
