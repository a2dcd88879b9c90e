"""Run with ``python3 -m unittest`` in this folder; the last tests need the build (``npm run build``) beside it."""

import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
import unittest
from pathlib import Path

import dechaff

HERE = Path(__file__).resolve().parent
BUILT = HERE.parent.parent / "dist" / "cli" / "main.js"

# answers each line; dies of "die" always, of "once" the first time (a file tells)
STUB = textwrap.dedent(
    """
    import json, os, sys
    for line in sys.stdin:
        record = json.loads(line)
        text = record.get("text", "")
        if text == "die":
            os._exit(9)
        if text.startswith("once ") and not os.path.exists(text[5:]):
            open(text[5:], "w").close()
            sys.stdout.write('{"id": "cut')
            sys.stdout.flush()
            os._exit(9)
        print(json.dumps({"id": record["id"], "status": "clean", "articles": [{"text": text}]}), flush=True)
    """
)
ARGV = [sys.executable, "-c", STUB]


class CleanerTest(unittest.TestCase):
    def test_answers_in_order(self) -> None:
        with dechaff.Cleaner(ARGV) as cleaner:
            answers = list(cleaner.clean_all({"id": str(n), "text": "x"} for n in range(50)))
        self.assertEqual([answer["id"] for answer in answers], [str(n) for n in range(50)])
        self.assertEqual(cleaner.restarts, 0)

    def test_a_record_that_kills_it_twice_is_failed_and_no_other(self) -> None:
        texts = ["a", "die", "b", "die", "c"]
        with dechaff.Cleaner(ARGV) as cleaner:
            answers = [cleaner.clean({"id": str(n), "text": text}) for n, text in enumerate(texts)]
        self.assertEqual([a["status"] for a in answers], ["clean", "failed", "clean", "failed", "clean"])
        self.assertEqual(answers[1]["reason"]["code"], "crash")
        self.assertEqual(cleaner.restarts, 4)

    def test_a_record_that_was_killed_once_is_asked_again(self) -> None:
        mark = HERE / f".once-{os.getpid()}"
        self.addCleanup(lambda: mark.unlink(missing_ok=True))
        with dechaff.Cleaner(ARGV) as cleaner:
            answer = cleaner.clean({"id": "p", "text": f"once {mark}"})
        self.assertEqual((answer["id"], answer["status"], cleaner.restarts), ("p", "clean", 1))

    def test_a_child_killed_between_records_is_replaced(self) -> None:
        with dechaff.Cleaner(ARGV) as cleaner:
            cleaner.clean({"id": "1"})
            assert cleaner._child is not None
            os.kill(cleaner._child.pid, signal.SIGKILL)
            cleaner._child.wait()
            self.assertEqual(cleaner.clean({"id": "2"})["status"], "clean")

    def test_raises_where_there_is_no_such_program(self) -> None:
        with self.assertRaises(OSError):
            dechaff.Cleaner(["/no/such/program"]).clean({"id": "1"})

    def test_lines_that_are_no_objects_are_failed_records(self) -> None:
        lines = ['{"id":"1"}', "no json", "[1]", '{"id":"2"}']
        answers = [json.loads(line) for line in dechaff.clean_partition(ARGV)(lines)]
        self.assertEqual([a["status"] for a in answers], ["clean", "failed", "failed", "clean"])
        dechaff.shared(ARGV).close()

    def test_rows_have_the_columns_of_the_schema(self) -> None:
        row = dechaff.row_of({"id": "1", "status": "rejected", "articles": [], "reason": {"code": "x"}})
        self.assertEqual(list(row), [column.split()[0] for column in dechaff.SCHEMA.split(", ")])
        self.assertEqual((row["code"], row["articles"], row["text"]), ("x", 0, None))

    @unittest.skipUnless(sys.platform == "linux", "prctl is Linux")
    def test_a_child_dies_with_its_parent(self) -> None:
        script = (
            "import dechaff, time; c = dechaff.Cleaner(['sleep', '600']);"
            "print(c._start().pid, flush=True); time.sleep(600)"
        )
        parent = subprocess.Popen([sys.executable, "-c", script], cwd=HERE, stdout=subprocess.PIPE)
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.kill()
        parent.wait()
        parent.stdout.close()
        while _is_alive(child):
            time.sleep(0.01)


def _is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@unittest.skipUnless(BUILT.exists() and shutil.which("node"), "needs the build and Node")
class FilterTest(unittest.TestCase):
    def test_the_filter_answers_bad_records_in_their_place(self) -> None:
        story = "The ferry between the two harbours runs again after a winter of repairs. " * 12
        argv = dechaff.command(program=["node", str(BUILT)])
        with dechaff.Cleaner(argv) as cleaner:
            good = cleaner.clean({"id": "good", "text": story})
            bad = cleaner.clean({"id": "bad"})
            again = cleaner.clean({"id": "again", "text": story})
        self.assertEqual([a["id"] for a in (good, bad, again)], ["good", "bad", "again"])
        self.assertEqual([good["status"], bad["status"]], [again["status"], "failed"])
        self.assertEqual(cleaner.restarts, 0)


if __name__ == "__main__":
    unittest.main()
