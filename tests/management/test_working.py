"""The process that works does not outlive the one that serves."""

import os
import subprocess
import sys


def test_who_works_beside_a_process_that_is_gone_stops(tmp_path):
    environment = os.environ | {"JISHI_VAR": str(tmp_path), "JISHI_DATABASE_URL": f"sqlite:///{tmp_path}/desk.db"}
    jishi = [sys.executable, "-m", "jishi"]
    subprocess.run([*jishi, "begin"], env=environment, check=True, capture_output=True)
    gone = os.getpid() + 1_000_000  # nobody's number
    assert subprocess.run([*jishi, "work", "--beside", str(gone)], env=environment, timeout=60).returncode == 0
