"""What was asked for while a product was made decides whether it is made again."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from newsroom.build.dependencies import Changed, Dependencies, Recorded, Recorder

INPUTS = b"16 byte cua ma."


class Answers:
    """A provider that compares: every key is answered by a number."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers

    def answer(self, key: str) -> bytes:
        return b"%d" % self._numbers.get(key, -1)

    def changed(self, recorded: Mapping[str, bytes]) -> set[str]:
        return {key for key, answer in recorded.items() if self.answer(key) != answer}


def known(memory: dict[str, bytes], inputs: bytes = INPUTS) -> Dependencies:
    return Dependencies(memory, "trang", inputs)


def kept(records: Mapping[str, Recorded]) -> dict[str, bytes]:
    memory: dict[str, bytes] = {}
    dependencies = known(memory)
    for name, recorded in records.items():
        dependencies.put(name, recorded)
    dependencies.save()
    return memory


keys = st.sampled_from("abcd")
numbers = st.dictionaries(keys, st.integers(0, 2))


@given(
    asked=st.dictionaries(st.sampled_from("xyz"), st.sets(keys)),
    then=numbers,
    now=numbers,
    gone=st.sets(keys),
)
def test_candidates_are_those_that_would_be_told_something_else(
    asked: dict[str, set[str]], then: dict[str, int], now: dict[str, int], gone: set[str]
) -> None:
    before = Answers(then)
    memory = kept(
        {
            name: {"số": {key: before.answer(key) for key in own}, "bài": dict.fromkeys(own, b"")}
            for name, own in asked.items()
        }
    )
    providers = {"số": Answers(now), "bài": Changed(gone)}

    found = known(memory).candidates({"x", "y", "z"}, providers)

    assert found == {
        name
        for name in "xyz"
        if name not in asked
        or any(then.get(key, -1) != now.get(key, -1) or key in gone for key in asked[name])
    }


def test_only_named_products_are_candidates() -> None:
    memory = kept({"cũ": {"bài": {"a": b""}}})

    assert known(memory).candidates({"mới"}, {"bài": Changed({"a"})}) == {"mới"}


def test_product_that_asked_somebody_unknown_is_a_candidate() -> None:
    memory = kept({"x": {"giả": {"a": b""}}, "y": {}})

    assert known(memory).candidates({"x", "y"}, {}) == {"x"}


def test_records_of_other_inputs_are_not_known() -> None:
    memory = kept({"x": {}})

    assert known(memory).is_known
    assert not known(memory, b"16 byte ma khac").is_known


def test_dropped_product_is_forgotten() -> None:
    memory = kept({"x": {}, "y": {}})
    dependencies = known(memory)
    dependencies.drop("x")
    dependencies.drop("chưa có")
    dependencies.save()

    assert known(memory).candidates({"x", "y"}, {}) == {"x"}


steps = st.lists(
    st.dictionaries(st.sampled_from("xyz"), st.none() | st.sets(keys), min_size=1), max_size=6
)


@given(builds=steps, gone=st.sets(keys))
def test_product_is_known_by_what_it_asked_last(
    builds: list[dict[str, set[str] | None]], gone: set[str]
) -> None:
    memory = kept({})
    asked: dict[str, set[str]] = {}
    for build in builds:
        dependencies = known(memory)
        for name, own in build.items():
            if own is None:
                dependencies.drop(name)
                asked.pop(name, None)
            else:
                dependencies.put(name, {"bài": dict.fromkeys(own, b"")})
                asked[name] = own
        dependencies.save()

    found = known(memory).candidates(set("xyz"), {"bài": Changed(gone)})

    assert found == {name for name in "xyz" if name not in asked or asked[name] & gone}


def test_recording_within_another_belongs_to_both() -> None:
    recorder = Recorder()
    recorder.note("bài", "không ai ghi")
    with recorder.recording() as outer:
        recorder.note("bài", "a")
        with recorder.recording() as inner:
            recorder.note("số", "b", b"1")
        recorder.note("bài", "c")
    recorder.note("bài", "sau")

    assert inner == {"số": {"b": b"1"}}
    assert outer == {"bài": {"a": b"", "c": b""}, "số": {"b": b"1"}}


def test_what_fails_within_is_not_noted_by_its_caller() -> None:
    recorder = Recorder()
    with recorder.recording() as outer:
        try:
            with recorder.recording():
                recorder.note("bài", "hỏng")
                raise ValueError
        except ValueError:
            recorder.note("bài", "sau")

    assert outer == {"bài": {"sau": b""}}
