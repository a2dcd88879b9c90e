"""Cleans lines of JSON with Spark: ``spark-submit --py-files ../dechaff.py clean.py INPUT OUTPUT [DECHAFF...]``.

INPUT: JSON Lines files; OUTPUT: a folder of Parquet. DECHAFF: the program, by default ``dechaff``.
"""

import json
import sys

from pyspark.sql import SparkSession

import dechaff


def main(source: str, target: str, *program: str) -> None:
    spark = SparkSession.builder.appName("dechaff").getOrCreate()
    argv = dechaff.command(program=program or ("dechaff",))
    lines = spark.sparkContext.textFile(source)
    answers = lines.mapPartitions(dechaff.clean_partition(argv))
    rows = answers.map(lambda line: tuple(dechaff.row_of(json.loads(line)).values()))
    spark.createDataFrame(rows, dechaff.SCHEMA).write.mode("overwrite").parquet(target)
    counts = spark.read.parquet(target).groupBy("status").count().collect()
    print(json.dumps({row["status"]: row["count"] for row in counts}))
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
