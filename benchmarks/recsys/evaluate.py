#!/usr/bin/env python3
"""Measures ./skillpod recommend and ./skillpod score on MovieLens 1M (NCF split) and MOOCCubeX.

Standard library only. Builds the input files from a data folder, runs the commands (which see the training part only),
and writes one table per data set as Markdown. Example:

    benchmarks/recsys/evaluate.py --data ../shared/data --output docs/benchmarks/recsys.md

MovieLens: each user's last film; `score` ranks it among the 99 published negatives, `recommend` among all films.
MOOCCubeX: each learner's last course, `recommend`, among all courses.
Intervals: 95 %, percentile bootstrap over users, seed 1.
"""
import argparse
import datetime
import math
import os
import pathlib
import platform
import random
import subprocess
import sys
import tempfile
import time

METHODS = ["popular", "itemknn", "ease", "als", "markov", "sequence", "userknn", "best"]
TOP = 10
REPLICATES = 1000


def main():
    home = pathlib.Path(__file__).resolve().parents[2]
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=pathlib.Path, required=True, help="folder that holds recsys/")
    options.add_argument("--methods", default=",".join(METHODS), help="comma-separated (default: all)")
    options.add_argument("--sets", default="ml-1m-score,ml-1m-recommend,mooccubex", help="comma-separated (default: all)")
    options.add_argument("--skillpod", type=pathlib.Path, default=home / "skillpod")
    options.add_argument("--output", type=pathlib.Path, help="Markdown file (default: standard output)")
    chosen = options.parse_args()
    if not (chosen.data / "recsys").is_dir():
        sys.exit(f"evaluate.py: --data must be a folder that holds recsys/, was '{chosen.data}'")
    parts = [heading()]
    with tempfile.TemporaryDirectory() as work:
        for name in chosen.sets.split(","):
            if name not in SETS:
                sys.exit(f"evaluate.py: --sets must be among {', '.join(SETS)}, was '{name}'")
            parts.append(SETS[name](chosen, pathlib.Path(work)))
    text = "\n".join(parts)
    if chosen.output:
        chosen.output.parent.mkdir(parents=True, exist_ok=True)
        chosen.output.write_text(text, encoding="utf-8")
    else:
        print(text)


def heading():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")),
                 platform.processor()) if os.path.exists("/proc/cpuinfo") else platform.processor()
    return (f"# Recommending from plain interaction logs\n\n"
            f"Written by `benchmarks/recsys/evaluate.py` on {datetime.date.today()}, {model}, {os.cpu_count()} processors. "
            f"Hyper-parameters and blend weights come from validation inside the training part. In brackets: 95 % bootstrap "
            f"intervals over users. Seconds are wall time of the whole command on that machine, tuning included.\n")


def ml_score(chosen, work):
    folder = chosen.data / "recsys" / "ml-1m"
    pairs, targets = work / "ml.pairs", {}
    with open(folder / "ml-1m.test.negative") as source, open(pairs, "w") as out:
        for line in source:
            first, *negatives = line.rstrip("\n").split("\t")
            user, item = first.strip("()").split(",")
            targets[user] = item
            out.writelines(f"{user}\t{other}\n" for other in [item] + [n for n in negatives if n])

    def ranks(method):
        result = work / f"score.{method}.tsv"
        seconds = run(chosen, "score", folder / "ml-1m.train.rating", result, method, "--pairs", pairs)
        own, others = {}, {user: [] for user in targets}
        for line in open(result):
            user, item, score = line.rstrip("\n").split("\t")
            if targets[user] == item and user not in own:
                own[user] = float(score)
            else:
                others[user].append(float(score))
        # A negative with the same score counts as ranked before the held-out film.
        return [sum(other >= own[user] for other in others[user]) for user in targets], seconds

    anchors = "iALS .7310/.4521 (irspack), EASE .7192/.4494, SLIM .7162/.4468, NeuMF .7093/.4349"
    return table(chosen, "MovieLens 1M, NCF split, `score` on the test film and 99 published negatives", anchors, ranks)


def ml_recommend(chosen, work):
    folder = chosen.data / "recsys" / "ml-1m"
    targets = dict(line.split("\t")[:2] for line in open(folder / "ml-1m.test.rating"))
    return lists(chosen, work, "MovieLens 1M, NCF split, `recommend`, all films ranked",
                 "NDCG@10: EASE .0559, iALS .0520", folder / "ml-1m.train.rating", targets)


def mooccubex(chosen, work):
    folder = chosen.data / "recsys" / "mooccubex-97k"
    train = work / "mooc.tsv"
    with open(folder / "train.txt") as source, open(train, "w") as out:
        for line in source:
            user, *items = line.split()
            out.writelines(f"{user}\t{item}\n" for item in items)
    targets = dict(line.split()[:2] for line in open(folder / "test.txt"))
    return lists(chosen, work, "MOOCCubeX, 97,722 learners, last course held out, `recommend`, all courses ranked",
                 "recency-weighted EASE + Markov .323/.2035, EASE .304/.183, tuned `implicit` ALS .276/.165, "
                 "popularity .062/.034", train, targets)


def lists(chosen, work, title, anchors, train, targets):
    users = work / "users.txt"
    users.write_text("".join(f"{user}\n" for user in targets))

    def ranks(method):
        result = work / f"lists.{method}.tsv"
        seconds = run(chosen, "recommend", train, result, method, "--users", users, "--top", TOP)
        found = dict.fromkeys(targets, TOP)
        for line in open(result):
            user, rank, item, _ = line.split("\t")
            if targets[user] == item:
                found[user] = int(rank) - 1
        return list(found.values()), seconds

    return table(chosen, title, anchors, ranks)


def run(chosen, command, train, result, method, *rest):
    words = [chosen.skillpod, command, "--input", train, "--method", method, "--output", result, *rest]
    begun = time.monotonic()
    done = subprocess.run([str(word) for word in words], stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"evaluate.py: {command} {method} failed: {done.stderr}")
    print(f"{command} {method}\n{done.stderr}", file=sys.stderr)
    return time.monotonic() - begun


def table(chosen, title, anchors, ranks):
    rows = [f"## {title}\n\nPublished or measured elsewhere, HR@10/NDCG@10 where not said otherwise: {anchors}.\n\n"
            "| method | HR@10 | NDCG@10 | s |\n| --- | --- | --- | --- |"]
    for method in chosen.methods.split(","):
        found, seconds = ranks(method)
        hits = interval([1.0 if rank < TOP else 0.0 for rank in found])
        gains = interval([1 / math.log2(rank + 2) if rank < TOP else 0.0 for rank in found])
        rows.append(f"| {method} | {hits} | {gains} | {seconds:.0f} |")
    return "\n".join(rows) + "\n"


def interval(values):
    # Gains take few distinct values, so drawing multinomial counts of them is the same as drawing users, and faster.
    dice = random.Random(1)
    distinct = sorted(set(values))
    weights = [values.count(value) for value in distinct]
    size = len(values)
    means = sorted(sum(multinomial(dice, distinct, weights, size)) / size for _ in range(REPLICATES))
    low, high = means[int(0.025 * REPLICATES)], means[int(0.975 * REPLICATES)]
    return f"{sum(values) / size:.4f} [{low:.4f}, {high:.4f}]"


def multinomial(dice, distinct, weights, size):
    """Draws multinomial counts one value after the other and yields value * count."""
    left, mass = size, sum(weights)
    for value, weight in zip(distinct, weights):
        count = binomial(dice, left, weight / mass) if mass > weight else left
        yield value * count
        left -= count
        mass -= weight


def binomial(dice, trials, probability):
    """Draws how many of the trials succeed; by the normal approximation where it is good to a few parts in a thousand."""
    if probability > 0.5:
        return trials - binomial(dice, trials, 1 - probability)
    variance = trials * probability * (1 - probability)
    if variance > 100:
        return min(trials, max(0, round(dice.gauss(trials * probability, math.sqrt(variance)))))
    count, at = 0, 0
    while probability > 0:
        at += 1 + int(math.log(1 - dice.random()) / math.log(1 - probability))
        if at > trials:
            break
        count += 1
    return count


SETS = {"ml-1m-score": ml_score, "ml-1m-recommend": ml_recommend, "mooccubex": mooccubex}

if __name__ == "__main__":
    main()
