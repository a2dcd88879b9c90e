"""Tries Ray Data: ``python trial.py PAGES.jsonl FOLDER``. Two actors, one of them killed, a bad line, a bomb.

Needs ray[data] and pandas. DECHAFF: the program, by default the build of this checkout.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import dechaff  # noqa: E402
import trial  # noqa: E402
from trial import PROGRAM, say  # noqa: E402


def actors() -> list[int]:
    """Process ids of the actors that clean: each has started a child."""
    below = trial.processes_below(os.getpid())
    return [pid for pid, _, kind, _ in below if kind == "ray" and b"CleanLines" in _command(pid)]


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def main(pages: str, folder: str) -> None:
    import ray

    began = time.monotonic()
    os.makedirs(folder, exist_ok=True)
    source, target = os.path.join(folder, "in.jsonl"), os.path.join(folder, "clean.parquet")
    ids = trial.prepare(pages, source)
    expected, plain = trial.plain_run(source, "-j", "2")
    say(f"plain run: {len(expected)} pages, {plain:.1f} s of processor time", began)

    ray.init(
        num_cpus=3,
        include_dashboard=False,
        object_store_memory=1_000_000_000,
        runtime_env={"env_vars": {"PYTHONPATH": str(HERE.parent)}},
    )
    say(f"Ray {ray.__version__} is up", began)
    lines = ray.data.read_text(source, override_num_blocks=8)
    argv = dechaff.command(program=PROGRAM)

    def cleaned(options: list[str]):  # type: ignore[no-untyped-def]
        return lines.map_batches(
            dechaff.CleanLines,
            fn_constructor_args=([*argv, *options],),
            batch_format="pandas",
            batch_size=64,
            compute=ray.data.ActorPoolStrategy(size=2),
            max_restarts=-1,
            max_task_retries=-1,
        )

    meter = trial.Meter()
    meter.start()
    cleaned([]).write_parquet(os.path.join(folder, "quiet.parquet"))
    used = meter.stop()
    over = (sum(used.values()) / plain - 1) * 100
    say(f"map_batches: processor time {used}: {over:+.0f} % over the plain run", began)

    killed = trial.kill_one(actors, "actor", lambda: bool(actors()), began, after=3)
    cleaned([]).write_parquet(target)
    killed.join(10)
    found = list(ray.data.read_parquet(target).iter_rows())
    say(f"map_batches, one actor killed: {trial.check(found, ids)}, every id once", began)
    assert trial.texts_of(found) == expected
    say("the same texts as one run", began)

    counts = lines.map_batches(
        dechaff.CountLines,
        fn_constructor_args=(PROGRAM,),
        batch_format="pandas",
        batch_size=None,
        compute=ray.data.ActorPoolStrategy(size=1),
    )
    parts = os.path.join(folder, "parts.jsonl")
    with open(parts, "w", encoding="utf-8") as file:
        for row in counts.iter_rows():
            file.write(row["text"] + "\n")
    sites = os.path.join(folder, "sites.jsonl")
    trial.subprocess.run([*PROGRAM, "sites", "merge", parts, "-o", sites, "-q"], check=True)
    whole = os.path.join(folder, "whole.jsonl")
    trial.subprocess.run([*PROGRAM, "sites", source, "-o", whole, "-q"], check=True)
    assert Path(whole).read_bytes() == Path(sites).read_bytes()
    say("sites as map and reduce: the bytes of one dechaff sites", began)
    again = list(cleaned(["--sites", sites]).iter_rows())
    say(f"second pass: {trial.check(again, ids)}, every id once", began)
    assert trial.texts_of(again) == trial.plain_run(source, "-j", "2", "--sites", whole)[0]
    say("and it has the texts of one run with the counts", began)
    ray.shutdown()
    say("stopped", began)


if __name__ == "__main__":
    main(*sys.argv[1:])
