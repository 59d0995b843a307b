"""What staff typed is shown in the log, and nobody obeys it: no terminal, no workflow."""

from typing import Any

LINK = "[m](<b.md##[add-mask]x>) [n](<c\x1b[31m.md>)"


def test_no_line_of_a_build_is_a_command(tiny_site: Any) -> None:
    tiny_site.article("mot", body=f"Xem {LINK}.")
    tiny_site.write("docs/trang.md", f"# Trang\n\nXem {LINK}.\n")
    tiny_site.settings["nav"].append({"Trang": "trang.md"})

    built = tiny_site.run_mkdocs()
    said = built.stdout + built.stderr

    assert built.returncode == 0, said
    assert "add-mask" in said
    assert "##[" not in said
    assert "\x1b[31m" not in said
    assert not any(line.lstrip().startswith("::") for line in said.splitlines())
