"""Posting lists as they lie in a shard."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.search.format.postings import VARINT, number_of, strongest, varint
from newsroom.search.format.shard import encode_shard


def test_a_capped_list_keeps_titles_then_the_strongest_then_the_newest() -> None:
    postings = [n * 4 + strength for n, strength in enumerate([0, 3, 1, 0, 2, 3, 0])]

    assert [posting // 4 for posting in strongest(postings, 3)] == [1, 4, 5]
    assert [posting // 4 for posting in strongest(postings, 1)] == [1, 5]
    content = gzip.decompress(encode_shard(b"abcd", {"x y": postings}, cap=3))
    assert content[8:10] == bytes([3 * 2 + 1, 7])


@given(st.lists(st.integers(0, 4 * 600_000 + 3), unique_by=lambda posting: posting // 4))
def test_postings_are_read_back(postings: list[int]) -> None:
    postings.sort()
    data = gzip.decompress(encode_shard(b"abcd", {"x y": postings}))

    assert data[:9] == b"abcd\x03x y" + data[8:9]
    assert _read(data[8:]) == postings


def _read(data: bytes) -> list[int]:
    numbers = [number_of(piece) for piece in VARINT.findall(data)]
    postings, last = [], 0
    for difference in numbers[1:]:
        postings.append(last + difference)
        last = postings[-1] & ~3
    assert numbers[0] == 2 * len(postings)
    return postings


@pytest.mark.parametrize(
    ("value", "size"),
    [(0, 1), (207, 1), (208, 2), (10447, 2), (10448, 3), (469199, 3), (469200, 5), (1 << 31, 5)],
)
def test_a_varint_is_as_short_as_its_value_is_small(value: int, size: int) -> None:
    out = varint(value)

    assert len(out) == size
    assert VARINT.findall(out + b"\0") == [out, b"\0"]
    assert number_of(out) == value
