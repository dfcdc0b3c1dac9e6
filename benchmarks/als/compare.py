#!/usr/bin/env python3
"""Times ALS training against `implicit` in turns; benchmarks/als/run.sh prepares and calls it.

Both get the same pairs, k = 64, 15 iterations, 2 threads, single precision, and settings from a grid that is searched by
validation inside the training part (VALIDATED learners, their last item held out, all items ranked). Each round trains
ours in a warm JVM, then implicit; a cold training is the first one of a fresh JVM. The same code ranks both models.
"""
import argparse
import datetime
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

import implicit
import numpy as np
import scipy.sparse as sp
from implicit.als import AlternatingLeastSquares

FACTORS, ITERATIONS, THREADS = 64, 15, 2
VALIDATED = 6000
OURS = [(lam, 1.0, alpha0) for lam in (0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064) for alpha0 in (0.003, 0.01, 0.03, 0.1, 0.3)]
THEIRS = [(reg, alpha) for reg in (0.01, 0.1, 1.0, 10.0, 30.0) for alpha in (1.0, 3.0, 10.0, 30.0)]


class Ours:
    """A JVM that trains on demand."""

    def __init__(self, java, folder):
        self.folder = folder
        self.process = subprocess.Popen(java, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def fit(self, train, settings, seed, keep=True):
        """Returns wall seconds, processor seconds and, when kept, user and item vectors."""
        out = self.folder / "vectors.bin"
        line = [train.path, *train.shape, FACTORS, ITERATIONS, *settings, seed, THREADS, out if keep else "-"]
        self.process.stdin.write(" ".join(map(str, line)) + "\n")
        self.process.stdin.flush()
        wall, processor = map(float, self.process.stdout.readline().split())
        if not keep:
            return wall, processor, None
        vectors = np.fromfile(out, dtype="<f4").reshape(-1, FACTORS)
        return wall, processor, (vectors[:train.shape[0]], vectors[train.shape[0]:])

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def implicit_fit(train, settings, seed):
    model = AlternatingLeastSquares(factors=FACTORS, iterations=ITERATIONS, regularization=settings[0],
                                    alpha=settings[1], dtype=np.float32, num_threads=THREADS, random_state=seed,
                                    use_gpu=False, use_cg=True)
    wall, processor = time.perf_counter(), time.process_time()
    model.fit(train.matrix, show_progress=False)
    return (time.perf_counter() - wall, time.process_time() - processor,
            (np.asarray(model.user_factors), np.asarray(model.item_factors)))


class Train:
    """Pairs in the two forms the trainers read."""

    def __init__(self, pairs, shape, path):
        self.shape, self.path = shape, path
        pairs.astype("<i4").tofile(path)
        ones = np.ones(len(pairs), dtype=np.float32)
        self.matrix = sp.csr_matrix((ones, (pairs[:, 0], pairs[:, 1])), shape=shape)
        self.matrix.sum_duplicates()
        self.matrix.data[:] = 1


def gains(vectors, train, users, targets):
    """NDCG@10 of each target among all items its user has not seen."""
    result = np.zeros(len(users))
    for start in range(0, len(users), 2000):
        block = users[start:start + 2000]
        scores = vectors[0][block] @ vectors[1].T
        seen = train.matrix[block].tocoo()
        scores[seen.row, seen.col] = -np.inf
        own = scores[np.arange(len(block)), targets[start:start + 2000]]
        rank = (scores > own[:, None]).sum(axis=1)
        result[start:start + 2000] = np.where(rank < 10, 1 / np.log2(rank + 2.0), 0)
    return result


def movielens(folder):
    """Pairs in time order (unknown times first), and the test films."""
    rows = np.loadtxt(folder / "recsys/ml-1m/ml-1m.train.rating", dtype=np.int64)
    rows = rows[np.lexsort((rows[:, 3], rows[:, 0]))]
    test = np.loadtxt(folder / "recsys/ml-1m/ml-1m.test.rating", dtype=np.int64)
    return rows[:, :2], test[:, :2]


def mooccubex(folder):
    """Pairs in the order of enrolment, and the last course of each learner."""
    def read(name):
        for line in open(folder / "recsys/mooccubex-97k" / name, encoding="utf-8"):
            user, *items = map(int, line.split())
            yield from ((user, item) for item in items)
    return np.array(list(read("train.txt"))), np.array(list(read("test.txt")))


def validation(pairs):
    """Splits off the last item of some users; returns the rest, users and items."""
    last = np.flatnonzero(np.r_[pairs[1:, 0] != pairs[:-1, 0], True])
    counts = np.bincount(pairs[:, 0])
    last = last[counts[pairs[last, 0]] > 1]
    chosen = np.random.default_rng(1).permutation(last)[:VALIDATED]
    return np.delete(pairs, chosen, axis=0), pairs[chosen, 0], pairs[chosen, 1]


def interval(values):
    generator = np.random.default_rng(1)
    means = [values[generator.integers(0, len(values), len(values))].mean() for _ in range(1000)]
    return "%.4f [%.4f, %.4f]" % (values.mean(), *np.percentile(means, [2.5, 97.5]))


def compare(name, load, java, options, folder):
    pairs, test = load(options.data)
    shape = (int(max(pairs[:, 0].max(), test[:, 0].max())) + 1, int(max(pairs[:, 1].max(), test[:, 1].max())) + 1)
    rest, users, targets = validation(pairs)
    part = Train(rest, shape, folder / "validation.bin")
    train = Train(pairs, shape, folder / "train.bin")
    ours = Ours(java, folder)
    mine = max(OURS, key=lambda s: gains(ours.fit(part, s, 1)[2], part, users, targets).mean())
    theirs = max(THEIRS, key=lambda s: gains(implicit_fit(part, s, 1)[2], part, users, targets).mean())
    ours.fit(train, mine, 1, keep=False)
    implicit_fit(train, theirs, 1)
    first, second = [], []
    for turn in range(options.rounds):
        first.append(ours.fit(train, mine, turn))
        second.append(implicit_fit(train, theirs, turn))
    ours.close()
    cold = []
    for turn in range(options.rounds):
        fresh = Ours(java, folder)
        cold.append(fresh.fit(train, mine, turn, keep=False))
        fresh.close()
    rows = [row("skillpod, warm JVM", first, second, train, test),
            row("skillpod, first training of a fresh JVM", cold, second, train, test),
            row("implicit " + implicit.__version__ + ", conjugate gradients", second, second, train, test)]
    mean = np.mean([gains(f[2], train, test[:, 0], test[:, 1]) - gains(s[2], train, test[:, 0], test[:, 1])
                    for f, s in zip(first, second)], axis=0)
    return (f"## {name}: {shape[0]:,} learners, {shape[1]:,} items, {len(pairs):,} pairs\n\n"
            "| trainer | wall, s | processor, s | wall, share of implicit | NDCG@10 |\n| --- | --- | --- | --- | --- |\n"
            + "\n".join(rows)
            + f"\n\nDifference in NDCG@10, learner by learner: {interval(mean)}.\n"
              f"Settings by validation: skillpod lambda {mine[0]:g}, nu {mine[1]:g}, alpha_0 {mine[2]:g}; "
              f"implicit regularization {theirs[0]:g}, alpha {theirs[1]:g}.\n")


def row(label, fits, base, train, test):
    wall = statistics.median(f[0] for f in fits)
    quality = "the same" if fits[0][2] is None else interval(
        np.mean([gains(f[2], train, test[:, 0], test[:, 1]) for f in fits], axis=0))
    return "| %s | %.2f | %.2f | %.2f | %s |" % (label, wall, statistics.median(f[1] for f in fits),
                                               wall / statistics.median(f[0] for f in base), quality)


def heading(rounds):
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    return (f"# ALS training beside `implicit`\n\n"
            f"Written by `benchmarks/als/run.sh` on {datetime.date.today()}; {model}, {os.cpu_count()} processors, load average "
            f"{os.getloadavg()[0]:.1f} at the start. k = {FACTORS}, {ITERATIONS} iterations, {THREADS} threads, single "
            f"precision, {rounds} rounds in which the trainers take turns; medians of the times, NDCG@10 of the held-out last "
            "item among all items, mean of the rounds' seeds, 95 % bootstrap interval over learners. Processor seconds of "
            "the JVM include its compiler and collector.\n\n"
            f"Settings come from validation inside the training part ({VALIDATED} learners, last item held out). Grids: skillpod "
            f"lambda {sorted({s[0] for s in OURS})}, alpha_0 {sorted({s[2] for s in OURS})}, nu 1; implicit regularization "
            f"{sorted({s[0] for s in THEIRS})}, alpha {sorted({s[1] for s in THEIRS})}. "
            "Ours ranks by vectors folded in after the last iteration, as it serves; implicit by its own, as it serves.\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True, help="folder that holds recsys/")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sets", default="ml-1m,mooccubex", help="comma-separated (default: both)")
    parser.add_argument("--output", type=pathlib.Path, help="Markdown file (default: standard output)")
    parser.add_argument("--java", nargs=argparse.REMAINDER, required=True, help="the command that runs AlsTraining; given last")
    options = parser.parse_args()
    sets = {"ml-1m": ("MovieLens 1M", movielens), "mooccubex": ("MOOCCubeX", mooccubex)}
    parts = [heading(options.rounds)]
    with tempfile.TemporaryDirectory() as folder:
        for name in options.sets.split(","):
            parts.append(compare(*sets[name], options.java, options, pathlib.Path(folder)))
    text = "\n".join(parts)
    if options.output:
        options.output.write_text(text, encoding="utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
