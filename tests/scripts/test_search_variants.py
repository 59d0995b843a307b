"""Variants of a query are what people type, and are counted by what they find."""

import importlib.util
from pathlib import Path
from random import Random
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    path = ROOT / "scripts" / "search_variants.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("word", "telex", "vni"),
    [
        ("tiếng", ("tieengs", "tieesng"), ("tie6ng1", "tie61ng")),
        ("được", ("dduowcj", "dduowjc"), ("d9uo7c5", "d9uo75c")),
        ("giải", ("giair", "giari"), ("giai3", "gia3i")),
        ("vắng", ("vawngs", "vawsng"), ("va8ng1", "va81ng")),
    ],
)
def test_keys_of_a_word_without_an_input_method(
    script: Any, word: str, telex: tuple[str, str], vni: tuple[str, str]
) -> None:
    from benchmarking import keyboards

    both = (True, False)
    assert tuple(keyboards.telex(word, tone_last=last) for last in both) == telex
    assert tuple(keyboards.vni(word, tone_last=last) for last in both) == vni


def test_variants_are_the_same_each_time_and_say_what_they_are(script: Any) -> None:
    made = {
        name: [variant("Hòa giải ở cơ sở", Random(seed)) for seed in (1, 1, 2)]  # noqa: S311
        for name, variant in script.variants("phường Hoa Sen").items()
    }

    assert all(first == again for first, again, _ in made.values())
    assert made["written together"][0] == "hoagiaiocoso"
    assert made["+ ở đâu"][0].lower().startswith("h")
    assert {script.variants("x")["+ ở đâu"]("Họp", Random(n)) for n in range(9)} == {  # noqa: S311
        "Họp ở đâu", "hop o dau",
    }  # fmt: skip
    assert "hoa giai o co so".startswith(made["last syllable unfinished"][0])


def test_what_is_found_is_counted(script: Any, capsys: pytest.CaptureFixture[str]) -> None:
    found = {"họp": ["tin/a/", "tin/b/"], "lịch": ["tin/b/"]}

    def ask(query: str) -> dict[str, Any]:
        return {"uris": found[query], "requests": 3, "bytes": 2000}

    rows = [script.Row("họp", "/b/"), script.Row("lịch", "/b/")]
    misses = script.report("plain", list(script.answers(rows, lambda q, _: q, 1, ask)))

    assert capsys.readouterr().out.split() == ["plain", "0.500", "1.000", "3.0", "3", "2.0", "2.0"]
    assert [line.split() for line in misses] == [["2", "họp"]]
