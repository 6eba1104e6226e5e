#!/usr/bin/python3
"""Writes npy.json: files that NumPy writes, as base64, with what is in them. See README.md."""
import base64
import io
import json
import os

import numpy as np

TYPES = [
    "bool", "uint8", "int8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float16", "float32", "float64",
]


def saved(array, version=None):
    stream = io.BytesIO()
    np.lib.format.write_array(stream, array, version)
    return base64.b64encode(stream.getvalue()).decode()


def case(name, array, version=None):
    return {
        "name": name,
        "file": saved(array, version),
        "shape": list(array.shape),
        "data": [float(x) for x in array.ravel(order="C")],
    }


def archive(save):
    stream = io.BytesIO()
    save(stream, x=np.arange(6, dtype="f4").reshape(2, 3), y=np.array([1, 0], "i8"))
    return {"name": save.__name__, "file": base64.b64encode(stream.getvalue()).decode()}


cases = []
for kind in TYPES:
    values = (np.arange(24) % 2 if kind == "bool" else np.arange(24) * 5 - (0 if kind[0] == "u" else 60)).astype(kind)
    cases.append(case(kind, values.reshape(2, 3, 4)))
    swapped = values.reshape(4, 3, 2).astype(values.dtype.newbyteorder(">"))
    cases.append(case(f"{kind} big-endian fortran", np.asfortranarray(swapped)))
cases.append(case("version 2", np.arange(3.0), (2, 0)))
cases.append(case("version 3", np.arange(3.0), (3, 0)))
cases.append(case("scalar", np.array(2.5, "f4")))
cases.append(case("vector", np.arange(5, dtype="f4")))
cases.append(case("empty", np.zeros((0, 3), "f4")))
cases.append(case("fortran vector", np.asfortranarray(np.arange(4, dtype="f4"))))
cases.append(case("float16 extremes", np.array([65504, 6e-8, 6.104e-5, -0.1], "f2")))
cases.append(archive(np.savez))
cases.append(archive(np.savez_compressed))

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "npy.json"), "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(entry) for entry in cases) + "\n]\n")
