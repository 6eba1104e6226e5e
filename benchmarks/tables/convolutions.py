#!/usr/bin/env python3
"""The table of convolutions, from a comparison: a line a layer, the milliseconds of each pass beside its floor.

    ./build compare --filter conv --json convolutions.json
    benchmarks/tables/convolutions.py convolutions.json [THREADS]

The floor is the multiply-adds of the definition at the peak of the processor in the moment of measuring. A share above
1 is an algorithm of fewer multiplications. The last column of a pass is how many times faster than PyTorch it is.
"""

import collections
import json
import re
import sys

PARTS = ["forward", "input-gradient", "weight-gradient"]
NAME = re.compile(rf"(?P<layer>conv.*-batch\d+)-(?P<part>{'|'.join(PARTS)}), (?P<threads>\d+) threads?")


def main():
    file, threads = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "2"
    layers = collections.defaultdict(dict)
    with open(file, encoding="utf-8") as rows:
        for row in json.load(rows):
            match = NAME.fullmatch(row["workload"])
            if match and match["threads"] == threads:
                layers[match["layer"]].setdefault(match["part"], {})[row["peer_name"]] = row

    print("| layer | floor |" + "".join(f" {part.replace('-', ' ')} | share | PyTorch |" for part in PARTS))
    print("|---|--:|" + "--:|--:|--:|" * len(PARTS))
    for layer, parts in layers.items():
        floor = next(iter(parts.values()))["FMA floor"]["peer"]
        print(f"| {layer} | {floor:.2f} |" + "".join(cells(parts.get(part)) for part in PARTS))


def cells(rows):
    if rows is None:
        return " | | |"
    floor, torch = rows["FMA floor"], rows["PyTorch"]
    faster = "" if torch["ratio"] is None else f"{torch['ratio']:.2f}"
    return f" {floor['nabla']:.2f} | {floor['ratio']:.2f} | {faster} |"


if __name__ == "__main__":
    main()
