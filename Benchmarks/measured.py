"""What every benchmark shares: where the project stands, how a command is run, and how figures are recorded."""
import datetime
import os
import platform
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def run(*command):
    """What a command prints; its messages end the benchmark where it fails."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stderr}")
    return done.stdout


def record(kind, command, heads, rows):
    """Appends rows of figures to Benchmarks/Runs/<day>-<kind>.tsv, each with commit, machine and command."""
    commit = run("git", "-C", ROOT, "describe", "--always", "--dirty").strip()
    path = f"{ROOT}/Benchmarks/Runs/{datetime.date.today().isoformat()}-{kind}.tsv"
    os.makedirs(os.path.dirname(path), exist_ok=True)
    new = not os.path.exists(path)
    with open(path, "a", encoding="utf-8") as out:
        if new:
            out.write("\t".join(["commit", "machine", "command", *heads]) + "\n")
        for row in rows:
            out.write("\t".join([commit, machine_name(), command, *map(str, row)]) + "\n")
    print(f"recorded in {os.path.relpath(path, ROOT)}")


def machine_name():
    """The processor and its cores, never the host's name."""
    model = platform.machine()
    try:
        found = re.search(r"model name\s*:\s*(.+)", open("/proc/cpuinfo", encoding="utf-8").read())
        model = found.group(1).strip() if found else model
    except OSError:
        pass
    return f"{model}, {os.cpu_count()} cores"
