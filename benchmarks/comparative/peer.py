#!/usr/bin/env python3
"""PyTorch's side of the comparison: the workloads that Nabla is measured against, timed in a process of their own.

One measurement, printed as one JSON line:

    peer.py mlp-16-16-batch32 --threads 2 --foreach --seconds 1
    peer.py train-mnist-16-16 --mnist data/mnist
    peer.py --list

As a server, so that a driver can alternate its own measurements with the peer's (`--serve`):

    The server first writes one line, {"versions": {...}}. Then each line read from standard input is a request and
    answered with exactly one line on standard output; end of input ends the process. Both are JSON objects.

    request   workload      a name that --list prints, or the name of a convolution, which says what it computes:
                            conv3x3-56x56x64x128-stride2-batch8-forward, or -input-gradient, or -weight-gradient
              threads       of PyTorch's own kernels                                           (default 1)
              blas_threads  of the BLAS beneath them, whose team is another one                (default: threads)
              foreach       whether the optimizer uses its multi-tensor form                   (default false)
              channels_last whether images, features and kernels lie so in memory              (default false)
              seconds       how long to measure; at least one step is always run               (default 0.5)
              input, output files of workloads that read or write one: weights, ONNX
    answer    workload, threads, blas_threads, foreach, channels_last as measured
              median        seconds a step, the median over samples
              minimum       seconds a step, the fastest sample
              samples       number of samples; a short step is repeated within one sample
              and what the workload reports besides, e.g. accuracy in [0, 1], bytes of memory
    failure   error         one line that says why; the server goes on with the next request

The first request for a workload under its settings builds it and warms it up untimed; the latest few are kept, so
alternating rounds do not rebuild.

Settings differ by more than a neighbour's noise: with OpenBLAS's own threads, (threads 1, blas_threads 2) is often the
best for a network of middle size, because then the two teams do not spin against each other. Measure them all.

Exit codes: 0 success, 1 a failed measurement, 2 a wrong command line, 3 PyTorch is missing.
"""

import argparse
import ctypes
import functools
import gzip
import json
import math
import os
import pathlib
import re
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor


def use_widest_kernels():
    """Lets the peer use the best kernels it has for this processor. Both libraries read the environment when loaded.

    OpenBLAS chooses them by itself unless a variable forbids it: its variables are dropped; requests set its threads.
    PyTorch 1.13 contains AVX-512 kernels but has to be asked for them; on Zen 5 they halve the time of GELU.
    """
    for variable in [name for name in os.environ if name.startswith("OPENBLAS_")]:
        del os.environ[variable]
    processor = pathlib.Path("/proc/cpuinfo")
    if processor.exists() and " avx512vl " in processor.read_text():
        os.environ.setdefault("ATEN_CPU_CAPABILITY", "avx512")


use_widest_kernels()
try:
    import torch
    from torch import nn
    from torch.nn import functional
except ImportError as error:
    print(f"PyTorch is missing ({error}). On Debian or Ubuntu: apt-get install python3-torch libopenblas0-pthread; "
          "then use the Python these packages belong to (/usr/bin/python3).", file=sys.stderr)
    sys.exit(3)

import peer_convolution
import peer_training

SAMPLE_SECONDS = 0.002  # long against the clock's cost, short against a neighbour's time slice
WARM_UP_SECONDS = 0.2
MEMORY_STEPS = 4        # the second has the moments of the first, and then nothing changes
ELEMENTS = 1 << 24      # 64 MiB of float32: twice what any cache of a desktop holds


def train_step(sizes, activation, optimizer, batch, *, foreach, **_):
    """A training step of a perceptron."""
    model = perceptron(sizes, activation)
    inputs = torch.rand(peer_training.BATCHES, batch, sizes[0])
    labels = torch.randint(sizes[-1], (peer_training.BATCHES, batch))
    return peer_training.step(model, optimizer(model.parameters(), foreach=foreach), list(zip(inputs, labels)))


def matmul(m, n, k, transpose="nn", **_):
    """C = A B into an existing C by the BLAS beneath PyTorch; A: [m, k], B: [k, n], stored transposed where 't'."""
    a, b = operands(m, n, k, transpose)
    c = torch.empty(m, n)
    return lambda: torch.mm(a, b, out=c)


def matmul_onednn(m, n, k, transpose="nn", **_):
    """The same product by the sgemm of the oneDNN that PyTorch has loaded: its kernel without PyTorch's dispatch."""
    a, b = operands(m, n, k, transpose)
    c = torch.empty(m, n)
    size, real = ctypes.c_int64, ctypes.c_float
    a_rows, b_rows = (k if transpose[0] == "n" else m), (n if transpose[1] == "n" else k)
    arguments = (*(ctypes.c_char(letter.encode()) for letter in transpose), size(m), size(n), size(k), real(1),
                 address(a), size(a_rows), address(b), size(b_rows), real(0), address(c), size(n))
    sgemm = loaded_library("dnnl").dnnl_sgemm

    def step(_keep=(a, b, c)):
        if sgemm(*arguments) != 0:
            raise RuntimeError("dnnl_sgemm failed")

    return step


def elementwise_8(**_):
    """Eight arithmetic operations, a quartic by Horner's rule, each one pass and in place: the least PyTorch can do.

    y = (((1.5 x + 0.5) x - 0.25) x + 0.75) x - 0.125
    """
    x, y = torch.rand(ELEMENTS), torch.empty(ELEMENTS)
    return lambda: (torch.mul(x, 1.5, out=y).add_(0.5).mul_(x).sub_(0.25)
                    .mul_(x).add_(0.75).mul_(x).sub_(0.125))


def gelu_tanh(**_):
    """y = x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))), PyTorch's own fused kernel into an existing buffer."""
    x, y = torch.randn(ELEMENTS), torch.empty(ELEMENTS)
    return lambda: torch._C._nn.gelu(x, approximate="tanh", out=y)


def copy(**_):
    """PyTorch's own copy between two existing buffers."""
    x, y = torch.rand(ELEMENTS), torch.empty(ELEMENTS)
    return lambda: y.copy_(x)


def memcpy(*, threads, **_):
    """The C library's memory copy, cut evenly among the threads: the bandwidth other workloads are held against."""
    x, y = torch.rand(ELEMENTS), torch.rand(ELEMENTS)
    length = x.numel() * x.element_size() // threads
    offsets = [i * length for i in range(threads)]
    move = ctypes.CDLL(None).memmove  # ctypes releases the interpreter's lock around it
    parts = [(address(y, offset), address(x, offset), ctypes.c_size_t(length)) for offset in offsets]
    pool = ThreadPoolExecutor(threads - 1) if threads > 1 else None

    def step(_keep=(x, y)):
        others = [pool.submit(move, *part) for part in parts[1:]]
        move(*parts[0])
        for other in others:
            other.result()

    return step


def train_mnist(sizes, activation, *, epochs, batch, rate, decay, foreach, mnist, **_):
    """Whole training on MNIST by Adam under a one-cycle rate, images as [0, 1] floats in memory; reports accuracy.

    Decoupled weight decay brings the last half a percent: without it the network learns the training images by heart.
    """
    if mnist is None:
        raise ValueError("this workload needs --mnist FOLDER, the folder of the four MNIST .gz files")
    images, labels = read_mnist(mnist, "train")
    test_images, test_labels = read_mnist(mnist, "t10k")

    def step():
        torch.manual_seed(0)
        model = perceptron(sizes, activation)
        for name, weight in model.named_parameters():
            nn.init.xavier_uniform_(weight) if name.endswith("weight") else nn.init.zeros_(weight)
        optimizer = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=decay, foreach=foreach)
        steps = epochs * math.ceil(len(images) / batch)
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=rate, total_steps=steps)
        for _ in range(epochs):
            for chosen in torch.randperm(len(images)).split(batch):
                optimizer.zero_grad(set_to_none=True)
                functional.cross_entropy(model(images[chosen]), labels[chosen]).backward()
                optimizer.step()
                schedule.step()
        with torch.no_grad():
            right = (model(test_images).argmax(1) == test_labels).float().mean().item()
        return {"accuracy": round(right, 4), "epochs": epochs}

    step.whole = True
    return step


SMALL = dict(sizes=(784, 16, 16, 10), activation=nn.Sigmoid)
SQUARES = [(n, n, n) for n in (64, 128, 256, 512, 1024, 2048)]
SHAPES = [(8192, 64, 64), (64, 8192, 64), (64, 64, 8192), (1000, 37, 129), (255, 257, 253), (127, 129, 131)]
LAYER = [(128, 512, 784, "nn"), (784, 512, 128, "tn"), (128, 784, 512, "nt")]  # forward, weight and input gradient


def named(shape):
    m, n, k, *transpose = shape
    size = str(n) if m == n == k else f"{m}x{n}x{k}"
    return "-".join([size, *(t for t in transpose if t != "nn")])


WORKLOADS = {
    "mlp-16-16-batch1": functools.partial(
        train_step, **SMALL, optimizer=functools.partial(torch.optim.SGD, lr=0.1), batch=1),
    "mlp-16-16-batch32": functools.partial(
        train_step, **SMALL, optimizer=functools.partial(torch.optim.SGD, lr=0.1), batch=32),
    "mlp-512-512-adam-batch128": functools.partial(
        train_step, sizes=(784, 512, 512, 10), activation=nn.ReLU,
        optimizer=functools.partial(torch.optim.Adam, lr=1e-6), batch=128),  # see peer_training
    **{f"matmul-{named(s)}": functools.partial(matmul, *s) for s in SQUARES + SHAPES + LAYER},
    **{f"onednn-matmul-{named(s)}": functools.partial(matmul_onednn, *s) for s in SQUARES + SHAPES + LAYER},
    "elementwise-8-16m": elementwise_8,
    "gelu-tanh-16m": gelu_tanh,
    "copy-16m": copy,
    "memcpy-16m": memcpy,
    "train-mnist-16-16": functools.partial(train_mnist, **SMALL, epochs=20, batch=64, rate=0.02,
                                           decay=0.03),
    **peer_convolution.WORKLOADS,
}


def perceptron(sizes, activation):
    layers = [nn.Linear(sizes[0], sizes[1])]
    for inputs, outputs in zip(sizes[1:], sizes[2:]):
        layers += [activation(), nn.Linear(inputs, outputs)]
    return nn.Sequential(*layers)


def operands(m, n, k, transpose):
    a = torch.rand(m, k) if transpose[0] == "n" else torch.rand(k, m).t()
    b = torch.rand(k, n) if transpose[1] == "n" else torch.rand(n, k).t()
    return a, b


def address(tensor, offset=0):
    return ctypes.c_void_p(tensor.data_ptr() + offset)


def read_mnist(folder, part):
    def payload(name, header):
        with gzip.open(pathlib.Path(folder) / f"{part}-{name}-ubyte.gz") as file:
            return torch.frombuffer(bytearray(file.read()[header:]), dtype=torch.uint8)

    return payload("images-idx3", 16).view(-1, 784).float() / 255, payload("labels-idx1", 8).long()


def loaded_library(name):
    """A shared library that this process has already loaded, by a part of its file name; None where there is none."""
    maps = pathlib.Path("/proc/self/maps")
    found = re.search(rf"\S*/lib{name}[^/\s]*$", maps.read_text(), re.MULTILINE) if maps.exists() else None
    return ctypes.CDLL(found.group()) if found else None


def set_threads(threads, blas_threads):
    """PyTorch's own setting does not reach an OpenBLAS that runs threads of its own, so each is set by itself."""
    torch.set_num_threads(threads)
    openblas = loaded_library("openblas")
    if openblas is not None:
        openblas.openblas_set_num_threads(ctypes.c_int(blas_threads))


def timed(step, count):
    start = time.perf_counter()
    for _ in range(count):
        report = step()
    return (time.perf_counter() - start) / count, report


@functools.lru_cache(maxsize=4)
def prepared(workload, **settings):
    """The step of a workload, warmed up, and how many of it make one sample."""
    step = built(workload, **settings)
    if getattr(step, "whole", False):
        return step, 1
    end = time.perf_counter() + WARM_UP_SECONDS
    shortest = timed(step, 1)[0]
    while time.perf_counter() < end:
        shortest = min(shortest, timed(step, 1)[0])
    return step, max(1, round(SAMPLE_SECONDS / shortest))


def built(workload, **settings):
    torch.manual_seed(0)
    build = WORKLOADS.get(workload) or peer_convolution.convolution(workload)
    if build is None:
        raise ValueError(f"no workload is named '{workload}'; --list prints the names")
    return build(**settings)


def measure(workload, threads=1, blas_threads=None, foreach=False, channels_last=False, seconds=0.5, **files):
    blas_threads = blas_threads or threads
    set_threads(threads, blas_threads)
    settings = {"threads": threads, "foreach": foreach, "channels_last": channels_last}
    step, count = prepared(workload, **settings, **{"mnist": None, "input": None, "output": None, **files})
    samples, end = [], time.perf_counter() + seconds
    while not samples or time.perf_counter() < end:
        sample, report = timed(step, count)
        samples.append(sample)
    return {"workload": workload, **settings, "blas_threads": blas_threads,
            "median": statistics.median(samples), "minimum": min(samples), "samples": len(samples),
            **(report if isinstance(report, dict) else {})}


def added_memory(workload, threads=1, foreach=False, channels_last=False):
    """The bytes that a few steps of a workload hold at most, above what this process, which does nothing else, held."""
    set_threads(threads, threads)
    idle = status("VmRSS")
    step = built(workload, threads=threads, foreach=foreach, channels_last=channels_last)
    timed(step, MEMORY_STEPS)
    return status("VmHWM") - idle


def status(entry):
    return 1024 * int(re.search(rf"{entry}:\s+(\d+) kB", pathlib.Path("/proc/self/status").read_text())[1])


def versions():
    blas = loaded_library("openblas")
    onednn = re.search(r"MKL-DNN v(\S+)", torch.__config__.show())
    if blas is not None:
        blas.openblas_get_config.restype = ctypes.c_char_p
    return {"python": sys.version.split()[0], "torch": torch.__version__,
            "blas": blas.openblas_get_config().decode().strip() if blas is not None else "unknown",
            "onednn": onednn.group(1) if onednn else "none",
            "cpu_capability": re.search(r"CPU capability usage: (\S+)", torch.__config__.show()).group(1)}


def serve(mnist):
    answer({"versions": versions()})
    for line in sys.stdin:
        try:
            answer(measure(**{"mnist": mnist, **json.loads(line)}))
        except Exception as error:  # whatever a request does, the next one is answered
            answer({"error": f"{type(error).__name__}: {error}"})


def answer(message):
    print(json.dumps(message), flush=True)


def main():
    summary, _, rest = __doc__.partition("\n\n")
    parser = argparse.ArgumentParser(
        description=summary, epilog=rest, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workload", nargs="?", metavar="WORKLOAD")
    parser.add_argument("--threads", type=int, default=1, metavar="N")
    parser.add_argument("--blas-threads", type=int, metavar="N", help="default: as --threads")
    parser.add_argument("--foreach", action="store_true", help="use the multi-tensor form of the optimizer")
    parser.add_argument("--channels-last", action="store_true", help="lay images, features and kernels out so")
    parser.add_argument("--memory", action="store_true", help="print the bytes that a few steps add, and no time")
    parser.add_argument("--seconds", type=float, default=0.5, metavar="S", help="how long to measure")
    parser.add_argument("--mnist", metavar="FOLDER", help="folder of the four MNIST .gz files")
    parser.add_argument("--input", metavar="FILE", help="weights to read, where the workload does")
    parser.add_argument("--output", metavar="FILE", help="the ONNX file to write, where the workload does")
    parser.add_argument("--list", action="store_true", help="print the names of the workloads")
    parser.add_argument("--serve", action="store_true", help="answer requests from standard input")
    options = parser.parse_args()

    if options.list:
        print("\n".join(WORKLOADS))
    elif options.serve:
        serve(options.mnist)
    elif options.workload is None:
        parser.error("name a workload, or --list or --serve")
    elif options.memory:
        print(added_memory(options.workload, options.threads, options.foreach, options.channels_last))
    else:
        try:
            answer({**measure(
                options.workload, options.threads, options.blas_threads, options.foreach, options.channels_last,
                options.seconds, mnist=options.mnist, input=options.input, output=options.output),
                "versions": versions()})
        except Exception as error:
            sys.exit(f"peer.py: {type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
