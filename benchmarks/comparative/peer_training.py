"""A training step of the comparison in PyTorch."""

from torch.nn import functional

BATCHES = 16  # different batches a training workload cycles through


def step(model, optimizer, batches):
    """zero_grad, forward, mean cross-entropy, backward and update, on batches that lie in memory.

    Rates are low, so that weights stay where they started: learning random labels by heart lets units die, and the
    moments of their weights decay into denormal numbers, whose slowness would be measured instead.
    """
    endless = forever(batches)

    def run():
        x, y = next(endless)
        optimizer.zero_grad(set_to_none=True)
        functional.cross_entropy(model(x), y).backward()
        optimizer.step()

    return run


def forever(items):
    while True:
        yield from items
