"""Tries Spark: ``python trial.py PAGES.jsonl FOLDER [cost]``. Two workers of a local cluster, one executor killed, a bad line, a bomb.

With ``cost`` only the plain run and ``RDD.pipe`` are compared: for as many pages as it takes.

Needs pyspark, pandas, pyarrow and Java. DECHAFF: the program, by default the build of this checkout.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import dechaff  # noqa: E402
import trial  # noqa: E402
from trial import PROGRAM, say  # noqa: E402

ARGV = dechaff.command(program=PROGRAM)


def session():  # type: ignore[no-untyped-def]
    import pyspark
    from pyspark.sql import SparkSession

    os.environ.setdefault("SPARK_HOME", os.path.dirname(pyspark.__file__))
    os.environ["PYSPARK_PYTHON"] = sys.executable
    return (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .appName("dechaff trial")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.executor.memory", "512m")
        .config("spark.task.maxFailures", "4")
        .config("spark.submit.pyFiles", str(HERE.parent / "dechaff.py"))
        .config("spark.driver.host", "localhost")
        .getOrCreate()
    )


def executors() -> list[int]:
    """Process ids of the executors this process' cluster has started."""
    below = trial.processes_below(os.getpid())
    return [
        pid
        for pid, *_ in below
        if b"CoarseGrainedExecutorBackend" in Path(f"/proc/{pid}/cmdline").read_bytes()
    ]


def rows_in(frame) -> list[dict[str, object]]:  # type: ignore[no-untyped-def]
    return [row.asDict() for row in frame.collect()]


def main(pages: str, folder: str, only: str = "") -> None:
    began = time.monotonic()
    os.makedirs(folder, exist_ok=True)
    source, target = os.path.join(folder, "in.jsonl"), os.path.join(folder, "clean.parquet")
    ids = trial.prepare(pages, source)
    expected, plain = trial.plain_run(source, "-j", "2")
    say(f"plain run: {len(expected)} pages, {plain:.1f} s of processor time", began)

    spark = session()
    spark.sparkContext.setLogLevel("ERROR")
    try:
        spark.sparkContext.parallelize(range(2), 2).count()
        say(f"Spark {spark.version} is up, executors {executors()}", began)
        lines = spark.sparkContext.textFile(source, 16)
        if only != "cost":
            killed(spark, lines, target, ids, expected, began)
        piped(lines, ids, expected, plain, began)
        if only != "cost":
            sites(lines, source, ids, began)
    finally:
        spark.stop()
    say("stopped", began)


def killed(spark, lines, target: str, ids: list[str], expected, began: float) -> None:  # type: ignore[no-untyped-def]
    tracker = spark.sparkContext.statusTracker()

    def tasks_done() -> int:
        stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
        return sum(stage.numCompletedTasks for stage in stages if stage)

    meter = trial.Meter()
    meter.start()
    killer = trial.kill_one(executors, "executor", lambda: tasks_done() >= 4, began)
    answers = lines.mapPartitions(dechaff.clean_partition(ARGV))
    rows = answers.map(lambda line: tuple(dechaff.row_of(json.loads(line)).values()))
    spark.createDataFrame(rows, dechaff.SCHEMA).write.mode("overwrite").parquet(target)
    killer.join(10)
    found = rows_in(spark.read.parquet(target))
    say(f"mapPartitions, one executor killed: {trial.check(found, ids)}, every id once", began)
    assert trial.texts_of(found) == expected
    say(f"the same texts as one run; processor time with what the kill cost {meter.stop()}", began)


def piped(lines, ids: list[str], expected, plain: float, began: float) -> None:  # type: ignore[no-untyped-def]
    meter = trial.Meter()
    meter.start()
    # a partition starts a child of its own: as many as there are executors, so that the second one compiles nothing anew
    rows = dechaff.pipe(lines.coalesce(2), ARGV).map(lambda line: dechaff.row_of(json.loads(line))).collect()
    say(f"RDD.pipe: {trial.check(rows, ids)}, every id once", began)
    assert trial.texts_of(rows) == expected
    used = meter.stop()
    over = (sum(used.values()) / plain - 1) * 100
    say(f"processor time {used}: {over:+.0f} % over the plain run", began)


def sites(lines, source: str, ids: list[str], began: float) -> None:  # type: ignore[no-untyped-def]
    # each partition starts a count of its own
    counts = lines.coalesce(4).mapPartitions(dechaff.count_partition(PROGRAM))
    grouped = counts.keyBy(dechaff.site_of).partitionBy(2).values()
    merged = sorted(grouped.mapPartitions(dechaff.merge_counts(PROGRAM)).collect())
    folder = os.path.dirname(source)
    sites = os.path.join(folder, "sites.jsonl")
    Path(sites).write_text("".join(f"{line}\n" for line in merged), encoding="utf-8")
    say(f"sites as map, reduce: {len(merged)} lines of counts", began)
    second = lines.mapPartitions(dechaff.clean_partition([*ARGV, "--sites", sites]))
    again = [dechaff.row_of(json.loads(line)) for line in second.collect()]
    say(f"second pass: {trial.check(again, ids)}, every id once", began)
    whole = os.path.join(folder, "whole.jsonl")
    trial.subprocess.run([*PROGRAM, "sites", source, "-o", whole, "-q"], check=True)
    assert sorted(trial.lines_of(whole)) == merged
    say("the counts are those of one dechaff sites", began)
    assert trial.texts_of(again) == trial.plain_run(source, "-j", "2", "--sites", whole)[0]
    say("and the second pass has the texts of one run with them", began)


if __name__ == "__main__":
    main(*sys.argv[1:])
