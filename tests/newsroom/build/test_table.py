"""A table is what was put into it, however much of it was written down anew."""

from hypothesis import given
from hypothesis import strategies as st

from newsroom.build.table import Table

contents = st.dictionaries(st.integers(0, 60).map(str), st.integers(0, 3), max_size=60)


def table(memory: dict[str, bytes], rules: bytes = b"luat") -> Table[int]:
    return Table(memory, "bang", int, rules)


@given(st.lists(contents, max_size=6))
def test_table_holds_what_was_put_last(versions: list[dict[str, int]]) -> None:
    memory: dict[str, bytes] = {}
    for wanted in versions:
        made = table(memory)
        made.update(wanted, made.values().keys() | wanted.keys())
        made.save()
        for read in (made, table(memory)):
            assert read.is_known
            assert read.values() == wanted
            assert all(read.get(key) == wanted.get(key) for key in map(str, range(61)))


def test_table_that_lost_its_row_is_unknown_and_empty() -> None:
    memory: dict[str, bytes] = {}
    made = table(memory)
    made.update({"a": 1}, "a")
    made.save()
    del memory["bang"]

    assert not table(memory).is_known
    assert table(memory).values() == {}


def test_table_that_did_not_change_is_not_written_again() -> None:
    memory: dict[str, bytes] = {}
    made = table(memory)
    made.update({"a": 1}, "a")
    made.save()
    del memory["bang"]
    made.update({"a": 1}, "ab")
    made.save()

    assert "bang" not in memory


def test_values_of_other_rules_are_forgotten() -> None:
    memory: dict[str, bytes] = {}
    made = table(memory)
    made.update({"a": 1}, "a")
    made.save()

    assert table(memory, b"khac").values() == {}
