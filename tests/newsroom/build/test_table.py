"""A table is what was put into it, however much of it was written down anew."""

import pytest
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
            assert read.count == len(wanted)
            assert all(read.get(key) == wanted.get(key) for key in map(str, range(61)))


def test_few_changes_leave_the_base_as_it_is() -> None:
    memory: dict[str, bytes] = {}
    first = table(memory)
    first.update(every := {str(n): n for n in range(100)}, every)
    first.save()
    base = memory["bang"]
    second = table(memory)
    second.update({"7": 70}, ["7", "8"])
    second.save()

    assert memory["bang"] == base
    assert table(memory).get("7") == 70
    assert table(memory).get("8") is None
    assert len(table(memory).values()) == 99


@pytest.mark.parametrize("row", ["bang", "bang/later"])
def test_table_that_lost_a_row_is_unknown_and_empty(row: str) -> None:
    memory: dict[str, bytes] = {}
    made = table(memory)
    made.update({"a": 1}, "a")
    made.save()
    del memory[row]

    assert not table(memory).is_known
    assert table(memory).values() == {}


def test_values_of_other_rules_are_forgotten() -> None:
    memory: dict[str, bytes] = {}
    made = table(memory)
    made.update({"a": 1}, "a")
    made.save()

    assert table(memory, b"khac").values() == {}
