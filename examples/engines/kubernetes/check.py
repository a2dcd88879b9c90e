"""Checks ``job.yaml`` against the API's own model of a Job: ``python check.py``. Needs PyPI's kubernetes and PyYAML.

What the model does not know is lost on the way through it, and what it wants and is not there is an error.
"""

import json
from pathlib import Path

import kubernetes
import yaml


def main() -> None:
    job = yaml.safe_load((Path(__file__).parent / "job.yaml").read_text())
    client = kubernetes.client.ApiClient()
    read = client.deserialize(json.dumps(job), "V1Job", "application/json")
    assert client.sanitize_for_serialization(read) == job, "the model has no place for some of it"
    print(f"job.yaml is a V1Job of kubernetes {kubernetes.__version__}")


if __name__ == "__main__":
    main()
