"""What the trials of all engines share: the pages they are given, and what must have become of them. Standard library only."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAM = os.environ.get("DECHAFF", f"node {HERE.parent.parent / 'dist/cli/main.js'}").split()

#: A line no reader of JSON takes, and a page nested a million levels deep.
BAD = ["{this is no JSON", json.dumps({"id": "bomb", "html": "<div>" * 1_000_000 + "deep down"})]


def prepare(pages: str, target: str) -> list[str]:
    """Writes the pages with a bad line and a bomb among them. Returns the ids that must come back, each once."""
    lines = lines_of(pages)
    ids = [json.loads(line)["id"] for line in lines]
    third = len(lines) // 3
    lines[third:third] = BAD[:1]
    lines[2 * third : 2 * third] = BAD[1:]
    Path(target).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [*ids, "bomb"]


def lines_of(path: str) -> list[str]:
    """Not by ``splitlines``: a line of JSON may hold other breaks of lines."""
    return Path(path).read_text(encoding="utf-8").rstrip("\n").split("\n")


def check(rows: Iterable[dict[str, object]], ids: list[str]) -> dict[str, int]:
    """Every id once, and the bad line, which has none of its own, once."""
    rows = list(rows)
    found = Counter(str(row["id"]) for row in rows)
    lost = [one for one in ids if found[one] == 0]
    doubled = [one for one, times in found.items() if times > 1]
    bad = [row for row in rows if row["code"] == "bad-json"]
    assert not lost and not doubled, f"lost {lost[:5]}, doubled {doubled[:5]}"
    assert len(bad) == 1 and len(rows) == len(ids) + 1, f"{len(rows)} rows, {len(bad)} bad lines"
    return dict(Counter(str(row["status"]) for row in rows))


def kill_one(
    victims: Callable[[], list[int]], what: str, ready: Callable[[], bool], began: float, after: float = 0
) -> threading.Thread:
    """Kills the first of the victims, ``after`` seconds past the moment when all is ready."""

    def work() -> None:
        while not ready():
            time.sleep(0.2)
        time.sleep(after)
        victim = victims()[0]
        os.kill(victim, signal.SIGKILL)
        say(f"killed {what} {victim}", began)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def texts_of(rows: Iterable[dict[str, object]]) -> dict[str, object]:
    """What must be the same, whoever cleaned: a bad line is named by where it stood."""
    return {str(row["id"]): (row["status"], row["text"]) for row in rows if row["code"] != "bad-json"}


def plain_run(source: str, *options: str) -> tuple[dict[str, object], float]:
    """The same by one ``dechaff run - --to -``: texts by id, and the seconds of processor time it took."""
    before = _children()
    argv = [*PROGRAM, "run", "-", "--to", "-", "--input", "jsonl", "--quiet", *options]
    with open(source, "rb") as file:
        out = subprocess.run(argv, stdin=file, stdout=subprocess.PIPE, check=True).stdout
    sys.path.insert(0, str(HERE))
    import dechaff

    rows = [dechaff.row_of(json.loads(line)) for line in out.splitlines()]
    return texts_of(rows), _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Meter(threading.Thread):
    """Seconds of processor time of this process and all below it, while it runs, by kind of process."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._before = {(pid, start): seconds for pid, start, _, seconds in processes_below(os.getpid())}
        self._seen: dict[tuple[int, str], tuple[str, float]] = {}
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(0.2):
            self._look()

    def stop(self) -> dict[str, float]:
        self._over.set()
        self.join()
        self._look()
        sums: Counter[str] = Counter()
        for kind, seconds in self._seen.values():
            sums[kind] += seconds
        return {kind: round(seconds, 1) for kind, seconds in sorted(sums.items())}

    def _look(self) -> None:
        for pid, start, kind, seconds in processes_below(os.getpid()):
            self._seen[(pid, start)] = (kind, seconds - self._before.get((pid, start), 0))


def processes_below(root: int) -> list[tuple[int, str, str, float]]:
    """Pid, moment of its start, kind and seconds of processor time of a process and of all it has started, however far."""
    parents: dict[int, int] = {}
    found: dict[int, tuple[str, str, float]] = {}
    tick = os.sysconf("SC_CLK_TCK")
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            fields = Path(f"/proc/{entry}/stat").read_text().rsplit(")", 1)[1].split()
            command = Path(f"/proc/{entry}/cmdline").read_bytes().split(b"\0")[0]
        except OSError:
            continue
        pid = int(entry)
        parents[pid] = int(fields[1])
        kind = os.path.basename(command.decode(errors="replace")).split(":")[0] or "?"
        found[pid] = (fields[19], kind, (int(fields[11]) + int(fields[12])) / tick)
    below, more = {root}, True
    while more:
        children = {pid for pid, parent in parents.items() if parent in below} - below
        below |= children
        more = bool(children)
    return [(pid, *found[pid]) for pid in sorted(below) if pid in found]


def say(text: str, began: float) -> None:
    print(f"{time.monotonic() - began:7.1f} s  {text}", flush=True)
