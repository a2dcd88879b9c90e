"""Cleans lines of JSON with Ray Data: ``python clean.py INPUT OUTPUT [DECHAFF...]``."""

import json
import os
import sys
from collections import Counter

import ray

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import dechaff  # noqa: E402


def main(source: str, target: str, *program: str) -> None:
    ray.init(runtime_env={"env_vars": {"PYTHONPATH": os.path.dirname(os.path.abspath(dechaff.__file__))}})
    argv = dechaff.command(program=program or ("dechaff",))
    # not read_json, which gives the whole file up over one bad line
    pages = ray.data.read_text(source)
    # an actor that is killed is replaced, and its batch cleaned again
    cleaned = pages.map_batches(
        dechaff.CleanLines,
        fn_constructor_args=(argv,),
        batch_format="pandas",
        batch_size=64,
        concurrency=int(os.environ.get("WORKERS", "2")),
        max_restarts=-1,
        max_task_retries=-1,
    )
    cleaned.write_parquet(target)
    statuses = (row["status"] for row in ray.data.read_parquet(target).iter_rows())
    print(json.dumps(Counter(statuses)))


if __name__ == "__main__":
    main(*sys.argv[1:])
