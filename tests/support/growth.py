"""How the time of some work grows with what it is given, whatever the machine does besides."""

import time
from collections.abc import Callable

LINEAR = 9
"""More than the four times that steady work takes; its square takes sixteen."""
_TICK = time.get_clock_info("process_time").resolution


def growth(work: Callable[[str], object], text: Callable[[int], str], size: int) -> float:
    """How many times as long the work takes on a text of four times the size, at its quickest."""
    return _quickest(work, text(4 * size)) / _quickest(work, text(size))


def _quickest(work: Callable[[str], object], text: str) -> float:
    taken = []
    for _ in range(7):
        start = time.process_time()
        work(text)
        taken.append(time.process_time() - start)
    return max(_TICK, min(taken))
