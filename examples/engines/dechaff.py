"""Cleans records from Python by a long-lived child process, and hands Spark and Ray what they need.

Only the standard library is used. The child is ``dechaff run - --to -``: a line of JSON for a line of JSON, in order. It is
started anew when it dies, and a record that kills it twice is answered as failed, so an engine never sees a gap.
"""

from __future__ import annotations

import atexit
import ctypes
import json
import os
import shlex
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Optional

Record = Mapping[str, Any]
Answer = dict[str, Any]

#: Columns of :func:`rows_of`, as Spark's DDL; one row a page, whatever became of it.
SCHEMA = "id string, status string, code string, message string, title string, text string, published string, language string, articles int, record string"


def command(*options: str, program: Sequence[str] = ("dechaff",)) -> list[str]:
    """The command line of a filter with one process that cleans: an engine starts one for each of its workers."""
    return [*program, "run", "-", "--to", "-", "--input", "jsonl", "--quiet", "-j", "1", *options]


class Cleaner:
    """A child that cleans records, one after the other. Use it as a context manager, or call :meth:`close`."""

    def __init__(self, argv: Optional[Sequence[str]] = None, attempts: int = 2) -> None:
        """``attempts``: children a record may kill before it is answered as failed; 1 or more."""
        if attempts < 1:
            raise ValueError("attempts must be 1 or more")
        self._argv = list(argv if argv is not None else command())
        self._attempts = attempts
        self._child: Optional[subprocess.Popen[bytes]] = None
        self.restarts = 0
        # a worker that ends without closing must not leave its child behind
        atexit.register(self.close)

    def __enter__(self) -> "Cleaner":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def clean(self, record: Record) -> Answer:
        """The record of what became of one page. Raises ``OSError`` where no child can be started."""
        line = json.dumps(record).encode() + b"\n"
        for _ in range(self._attempts):
            answer = self._ask(line)
            if answer is not None:
                return answer
            self._reap()
            self.restarts += 1
        return _failed(record, len(line), f"its process ended {self._attempts} times over it")

    def clean_all(self, records: Iterable[Record]) -> Iterator[Answer]:
        """An answer for each record, in order."""
        for record in records:
            yield self.clean(record)

    def close(self) -> None:
        """Ends the child. It may be used again afterwards."""
        child = self._child
        if child is not None and child.stdin is not None:
            try:
                child.stdin.close()
                child.wait(timeout=10)
            except (OSError, subprocess.TimeoutExpired):
                pass
        self._reap()

    def _ask(self, line: bytes) -> Optional[Answer]:
        child = self._child or self._start()
        assert child.stdin is not None and child.stdout is not None
        try:
            child.stdin.write(line)
            child.stdin.flush()
            answer = child.stdout.readline()
        except OSError:
            return None
        # a line that was cut by a kill is no answer
        if not answer.endswith(b"\n"):
            return None
        found: Answer = json.loads(answer)
        return found

    def _start(self) -> "subprocess.Popen[bytes]":
        self._child = subprocess.Popen(
            self._argv,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            preexec_fn=_die_with_parent if _LIBC is not None else None,
        )
        return self._child

    def _reap(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    pass


# loaded before any fork: what runs between fork and exec must not import
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def _die_with_parent() -> None:
    """The child is killed when the thread that started it ends (prctl(2), PR_SET_PDEATHSIG)."""
    if _LIBC is not None:
        _LIBC.prctl(1, signal.SIGKILL)


def _failed(record: Record, size: int, message: str) -> Answer:
    name = record.get("id") or record.get("url") or ""
    url = record.get("url")
    return {
        "id": str(name),
        "input": {"path": None, "url": url, "kind": None, "charset": None, "charsetFrom": None, "bytes": size},
        "status": "failed",
        "reason": {"code": "crash", "message": message, "stage": "process"},
        "articles": [],
        "dropped": {"blocks": 0, "chars": 0, "byRole": {}, "byRule": {}},
    }


def row_of(answer: Answer) -> dict[str, Any]:
    """A row of :data:`SCHEMA`: the first article's fields, and the whole record as JSON."""
    articles = answer.get("articles") or [{}]
    first = articles[0]
    reason = answer.get("reason") or {}
    return {
        "id": answer["id"],
        "status": answer["status"],
        "code": reason.get("code"),
        "message": reason.get("message"),
        "title": first.get("title"),
        "text": first.get("text"),
        "published": first.get("published"),
        "language": first.get("language"),
        "articles": len(answer.get("articles") or []),
        "record": json.dumps(answer, ensure_ascii=False),
    }


_shared: dict[tuple[str, ...], Cleaner] = {}


def shared(argv: Optional[Sequence[str]] = None) -> Cleaner:
    """The one child of this process for a command line: engines reuse their workers, and a start takes a second."""
    key = (str(os.getpid()), *(argv if argv is not None else command()))
    if key not in _shared:
        _shared[key] = Cleaner(argv)
    return _shared[key]


def clean_partition(argv: Optional[Sequence[str]] = None) -> Callable[[Iterable[str]], Iterator[str]]:
    """For ``RDD.mapPartitions``: lines of JSON to lines of JSON. A line that is no JSON object is one failed record."""

    def clean(lines: Iterable[str]) -> Iterator[str]:
        cleaner = shared(argv)
        for line in lines:
            yield json.dumps(_clean_line(cleaner, line), ensure_ascii=False)

    return clean


def _clean_line(cleaner: Cleaner, line: str) -> Answer:
    try:
        record = json.loads(line)
    except ValueError:
        record = None
    if isinstance(record, dict):
        return cleaner.clean(record)
    answer = _failed({}, len(line.encode()), "is no JSON object")
    answer["reason"] = {"code": "bad-json", "message": "is no JSON object", "stage": "source"}
    return answer


def pipe(rdd: Any, argv: Optional[Sequence[str]] = None) -> Any:
    """Spark's ``RDD.pipe`` of lines of JSON. ``checkCode`` is set: without it Spark passes over what a killed child left."""
    return rdd.pipe(shlex.join(argv if argv is not None else command()), checkCode=True)


def count_partition(program: Sequence[str] = ("dechaff",)) -> Callable[[Iterable[str]], Iterator[str]]:
    """For ``RDD.mapPartitions``: lines of JSON, a page each, to lines of counts that :func:`merge_counts` adds up.

    The first half of ``dechaff sites``. Raises ``subprocess.CalledProcessError`` where the count did not end well: the engine
    tries the partition again.
    """

    def count(lines: Iterable[str]) -> Iterator[str]:
        with tempfile.TemporaryDirectory(prefix="dechaff-") as folder:
            pages, out = os.path.join(folder, "pages.jsonl"), os.path.join(folder, "sites.jsonl")
            if _write(pages, lines) == 0:
                return
            argv = [*program, "sites", pages, "--input", "jsonl", "--part", "--out", out, "--quiet", "-j", "1"]
            _run(argv)
            yield from _read(out)

    return count


def merge_counts(program: Sequence[str] = ("dechaff",)) -> Callable[[Iterable[str]], Iterator[str]]:
    """For ``mapPartitions`` after the lines of each site were brought together (:func:`site_of`): what ``--sites`` reads."""

    def merge(lines: Iterable[str]) -> Iterator[str]:
        with tempfile.TemporaryDirectory(prefix="dechaff-") as folder:
            parts, out = os.path.join(folder, "parts.jsonl"), os.path.join(folder, "sites.jsonl")
            if _write(parts, lines) == 0:
                return
            _run([*program, "sites", "merge", parts, "--out", out, "--quiet"])
            yield from _read(out)

    return merge


def _run(argv: Sequence[str]) -> None:
    # not in the functions above: engines send those to their workers with all they name, and a C library cannot be sent
    subprocess.run(argv, check=True, preexec_fn=_die_with_parent if _LIBC is not None else None)


def site_of(line: str) -> str:
    """The site a line of counts is of: counts are summed and cut for each site by itself."""
    site: str = json.loads(line)["site"]
    return site


def _write(path: str, lines: Iterable[str]) -> int:
    count = 0
    with open(path, "w", encoding="utf-8") as file:
        for line in lines:
            file.write(line + "\n")
            count += 1
    return count


def _read(path: str) -> Iterator[str]:
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def map_in_pandas(argv: Optional[Sequence[str]] = None) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """For Spark's ``DataFrame.mapInPandas(map_in_pandas(), SCHEMA)``, Spark Connect included."""

    def clean(frames: Iterable[Any]) -> Iterator[Any]:
        for frame in frames:
            yield _frame_of(frame, shared(argv))

    return clean


def _frame_of(frame: Any, cleaner: Cleaner) -> Any:
    records = (
        {str(key): value for key, value in row.items() if isinstance(value, (str, int, bool))}
        for row in frame.to_dict("records")
    )
    return _table(cleaner.clean_all(records))


def _table(answers: Iterable[Answer]) -> Any:
    import pandas

    columns = [column.split()[0] for column in SCHEMA.split(", ")]
    return pandas.DataFrame([row_of(answer) for answer in answers], columns=columns)


class CleanBatch:
    """For Ray Data: ``dataset.map_batches(CleanBatch, batch_format="pandas", concurrency=2)``; one child an actor.

    The columns are the fields of a record: ``id``, ``url``, ``html`` or ``text``.
    """

    def __init__(self, argv: Optional[Sequence[str]] = None) -> None:
        self._cleaner = Cleaner(argv)

    def __call__(self, frame: Any) -> Any:
        return _frame_of(frame, self._cleaner)


class CleanLines(CleanBatch):
    """The same for lines of JSON in the column ``text`` (``ray.data.read_text``): a line that is none is one failed record."""

    def __call__(self, frame: Any) -> Any:
        return _table(_clean_line(self._cleaner, line) for line in frame["text"])


class CountLines:
    """For Ray Data, lines of JSON in the column ``text`` to lines of counts: see :func:`count_partition`."""

    def __init__(self, program: Sequence[str] = ("dechaff",)) -> None:
        self._count = count_partition(program)

    def __call__(self, frame: Any) -> Any:
        import pandas

        return pandas.DataFrame({"text": list(self._count(frame["text"]))})
