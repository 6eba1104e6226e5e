#!/usr/bin/python3
"""Writes preprocessing.json: what scikit-learn and NumPy make of data that they were fitted to. See README.md."""
import json
import os

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.preprocessing import MinMaxScaler, StandardScaler

random = np.random.RandomState(5)


def tensor(x):
    x = np.asarray(x)
    kind = "int64" if x.dtype.kind == "i" else "float64"
    return {"shape": list(x.shape), "dtype": kind, "data": [float(v) if kind == "float64" else int(v) for v in x.ravel()]}


def case(name, operation, inputs, output, **attributes):
    return {
        "name": name,
        "operation": operation,
        "inputs": {key: tensor(value) for key, value in inputs.items()},
        "attributes": attributes,
        "outputs": {"output": tensor(output)},
    }


cases = []
x = random.normal(3.0, [1.0, 20.0, 0.01], (40, 3)) + [0, 1000, -5]
new = random.normal(3.0, 5.0, (6, 3))
cases.append(case("normalization", "normalization", {"x": x, "new": new}, StandardScaler().fit(x).transform(new)))
flat = StandardScaler().fit(x.reshape(-1, 1))
cases.append(case("normalization of all", "normalization", {"x": x, "new": new}, flat.transform(new.reshape(-1, 1)).reshape(6, 3)))
scaler = MinMaxScaler((-1, 2)).fit(x)
cases.append(case("min max", "min_max", {"x": x, "new": new}, scaler.transform(new), low=-1, high=2))
for bins in (2, 5, 10):
    borders = np.quantile(x, np.arange(1, bins) / bins)
    cases.append(case(f"discretization {bins}", "discretization", {"x": x, "new": x}, np.digitize(x, borders), bins=bins))

texts = ["The cat sat.", "the cat, the hat!", "A dog: barks; a cat barks", "hat"]
counter = CountVectorizer(vocabulary=["cat", "the", "barks", "hat", "dog"], token_pattern=r"\S+", preprocessor=lambda t: "".join(
    c for c in t.lower() if c not in ".,!:;"))
counts = counter.transform(texts).toarray()
cases.append(case("count", "count", {}, counts))

for entry in cases:
    entry["gradients"] = {}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "preprocessing.json"), "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(entry) for entry in cases) + "\n]\n")
