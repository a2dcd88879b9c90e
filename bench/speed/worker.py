"""Cleans pages as a contender does, in a process of its own, and tells what that took: lines of JSON in and out."""
import json
import os
import resource
import sys
import time

name = sys.argv[1]
if name == "trafilatura":
    from trafilatura import extract

    def contender(page):
        return len(extract(page["html"], url=page.get("url"), with_metadata=True) or "")
else:
    from resiliparse.extract.html2text import extract_plain_text

    def contender(page):
        return len(extract_plain_text(page["html"], main_content=True))


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def resident():
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return peak()


out = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
for line in sys.stdin:
    pages = json.loads(line)
    cpu = []
    first = time.process_time()
    for page in pages:
        start = time.process_time()
        try:
            contender(page)
            cpu.append((time.process_time() - start) * 1000)
        except Exception:
            pass
    whole = time.process_time()
    use = {"total": (whole - first) * 1000, "whole": whole * 1000, "cpu": cpu, "resident": resident(), "peak": peak()}
    print(json.dumps(use), file=out, flush=True)
