"""ProperDocs, which goes on where MkDocs 1.6 has stopped, can take its place at any time."""

from pathlib import Path


def test_properdocs_builds_the_same_site(built_site: Path, properdocs_site: Path) -> None:
    ours, theirs = files_of(built_site), files_of(properdocs_site)

    assert [name for name in ours | theirs if ours.get(name) != theirs.get(name)] == []


def files_of(site: Path) -> dict[str, bytes]:
    """What each file of the site holds, by its path."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}
