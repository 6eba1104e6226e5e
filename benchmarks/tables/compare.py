"""Cross-validates `nabla train` and scikit-learn's multi-layer perceptron on the same folds of small tables.

Both sides run with their defaults; scikit-learn's gets a StandardScaler and max_iter=1000. The folds are those that
`nabla train --folds 5 --folds-file` writes.

    python3 benchmarks/tables/compare.py --data FOLDER --nabla "dotnet src/Nabla.Cli/bin/Release/net10.0/Nabla.Cli.dll"

FOLDER holds iris.csv, wine_data.csv, breast_cancer.csv, diabetes_data_raw.csv.gz and diabetes_target.csv.gz, as
scikit-learn ships them in sklearn/datasets/data.
"""
import argparse
import csv
import gzip
import pathlib
import re
import shlex
import subprocess
import tempfile
import warnings

import numpy as np
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

FOLDS = 5


def tables(folder, scratch):
    """Name, file with a header, whether the last column is classes."""
    for name, file in (("iris", "iris.csv"), ("wine", "wine_data.csv"), ("breast cancer", "breast_cancer.csv")):
        rows = list(csv.reader(open(folder / file)))[1:]
        yield name, write(scratch / f"{file}", rows), True
    inputs = [line.split() for line in gzip.open(folder / "diabetes_data_raw.csv.gz", "rt")]
    targets = [line.strip() for line in gzip.open(folder / "diabetes_target.csv.gz", "rt")]
    yield "diabetes", write(scratch / "diabetes.csv", [row + [y] for row, y in zip(inputs, targets)]), False


def write(path, rows):
    with open(path, "w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([f"x{i}" for i in range(len(rows[0]) - 1)] + ["y"])
        writer.writerows(rows)
    return path


def ours(nabla, path, is_classes, seed, folds):
    line = [*shlex.split(nabla), "train", str(path), "--target", "y", "--folds", str(FOLDS), "--folds-file", str(folds),
            "--seed", str(seed), "--task", "classification" if is_classes else "regression"]
    output = subprocess.run(line, check=True, capture_output=True, text=True).stdout
    score = re.findall(r"^fold \d+/\d+ +(?:accuracy|R²) (-?[\d.]+)", output, re.M)
    return [float(value) / (100 if is_classes else 1) for value in score]


def theirs(path, is_classes, seed, folds):
    rows = np.array(list(csv.reader(open(path)))[1:], dtype=float)
    fold = np.array([int(row["fold"]) for row in csv.DictReader(open(folds))])
    x, y = rows[:, :-1], rows[:, -1].astype(int) if is_classes else rows[:, -1]
    scores = []
    for part in range(1, FOLDS + 1):
        network = (MLPClassifier if is_classes else MLPRegressor)(max_iter=1000, random_state=seed)
        model = make_pipeline(StandardScaler(), network)
        model.fit(x[fold != part], y[fold != part])
        scores.append(model.score(x[fold == part], y[fold == part]))
    return scores


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--nabla", default="dotnet src/Nabla.Cli/bin/Release/net10.0/Nabla.Cli.dll")
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    warnings.filterwarnings("ignore")
    print(f"mean ± deviation of {options.seeds} times {FOLDS} folds")
    print(f"{'':14} {'score':9} {'nabla':>16} {'scikit-learn':>16}")
    with tempfile.TemporaryDirectory() as scratch:
        for name, path, is_classes in tables(options.data, pathlib.Path(scratch)):
            folds = pathlib.Path(scratch) / "folds.csv"
            first, second = [], []
            for seed in range(1, options.seeds + 1):
                first += ours(options.nabla, path, is_classes, seed, folds)
                second += theirs(path, is_classes, seed, folds)
            cells = [f"{np.mean(scores):.4f} ± {np.std(scores):.4f}" for scores in (first, second)]
            print(f"{name:14} {'accuracy' if is_classes else 'R²':9} {cells[0]:>16} {cells[1]:>16}", flush=True)


if __name__ == "__main__":
    main()
