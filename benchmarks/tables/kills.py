#!/usr/bin/env python3
"""Kills a training run at random instants, resumes it each time, and compares its weights with those of a run that
nobody disturbed.

    python3 benchmarks/tables/kills.py [--kills 50] [--seed 7]

Needs the command line tool, built: dotnet build src/Nabla.Cli.
"""
import argparse
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
NABLA = ["dotnet", str(ROOT / "src/Nabla.Cli/bin/Release/net10.0/Nabla.Cli.dll")]
OPTIONS = ["--target", "y", "--epochs", "1500", "--patience", "1500", "--checkpoint-steps", "25", "--hidden", "256",
           "--threads", "1"]


def hash_of(run):
    return json.loads((run / "result.json").read_text())["weights_sha256"]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--kills", type=int, default=50)
    arguments.add_argument("--seed", type=int, default=7)
    options = arguments.parse_args()
    chance = random.Random(options.seed)
    folder = pathlib.Path(tempfile.mkdtemp())
    data = folder / "points.csv"
    rows = [[chance.gauss(0, 1) for _ in range(8)] for _ in range(700)]
    data.write_text("".join(
        [",".join(f"x{i}" for i in range(8)) + ",y\n"]
        + [",".join(f"{x:.4f}" for x in row) + (",in\n" if sum(x * x for x in row) < 7.5 else ",out\n")
           for row in rows]))

    whole, killed = folder / "whole", folder / "killed"
    subprocess.run([*NABLA, "train", data, *OPTIONS, "--output", whole], check=True, stdout=subprocess.DEVNULL)
    expected = hash_of(whole)
    kills, completed, different = 0, 0, 0
    while kills < options.kills or killed.exists():
        begins = not (killed / "configuration.json").exists()
        if begins:
            shutil.rmtree(killed, ignore_errors=True)
        words = ["train", data, *OPTIONS, "--output", killed] if begins else ["resume", killed]
        log = killed / "log"
        before = log.stat().st_size if log.exists() else 0
        process = subprocess.Popen([*NABLA, *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if kills < options.kills:
            while process.poll() is None and not (log.exists() and log.stat().st_size > before):
                time.sleep(0.003)
            time.sleep(chance.uniform(0, 0.9))
            if process.poll() is None:
                process.kill()
                kills += 1
                process.wait()
                continue
        _, error = process.communicate()
        if process.returncode != 0:
            sys.exit(f"refused after {kills} kills: {error.decode()}")
        completed += 1
        different += hash_of(killed) != expected
        shutil.rmtree(killed)
    shutil.rmtree(folder)
    print(f"{kills} kills, {completed} runs completed, {different} with other weights")
    sys.exit(different != 0)


main()
