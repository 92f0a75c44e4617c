#!/usr/bin/env python3
"""Measures how the cost of an index grows with its passages, and writes Growth.md and its plot.

    growth.py TANYA WORK PASSAGES…       e.g. growth.py .build/release/tanya /tmp/growth 10000 100000

Documents come from generate.py. For each number of passages it indexes them and asks a thousand
questions on one thread, and says so as it goes. Documents found in WORK are used and stay there; those
that it makes, and the indexes, are removed when they are measured: ten million passages take 5 GB and
3 GB. Figures of earlier runs are kept in WORK/growth.json and shown with the new ones, each with
its commit: the one that is checked out, unless $COMMIT names another. The seconds are those of the
processor (both cores' together), which other programs disturb least.
"""
import json
import os
import shutil
import subprocess
import sys
import time

PASSES = 5
PLOT = "../../Sources/tanya/tanya.docc/Resources/growth.svg"
HERE = os.path.dirname(os.path.abspath(__file__))


def run(command, output=subprocess.DEVNULL, **options):
    """Wall seconds, processor seconds and greatest resident bytes."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=output, **options)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[:3]} failed")
    return {
        "wall": time.monotonic() - start,
        "cpu": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss * 1024,
    }


def say(text):
    print(time.strftime("%H:%M:%S"), text, flush=True)


def quantile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def measure(tanya, work, passages):
    data, index = f"{work}/{passages}", f"{work}/{passages}.index"
    corpus = f"{data}/corpus.jsonl"
    is_ours = not os.path.exists(corpus)
    if is_ours:
        say(f"{passages:,} passages: making them")
        subprocess.run([sys.executable, f"{HERE}/generate.py", str(passages), data], check=True)
    shutil.rmtree(index, ignore_errors=True)
    say("indexing")
    source = os.path.getsize(corpus)
    indexing = run([tanya, "index", "--quiet", "--index", index, corpus])
    if is_ours:
        os.remove(corpus)
    say(
        f"{indexing['wall']:.0f} s, of the processor {indexing['cpu']:.0f} s, "
        f"{indexing['memory'] / 2**20:.0f} MiB")
    size = sum(os.path.getsize(f"{index}/{name}") for name in os.listdir(index))
    batch = [
        tanya, "batch", "--index", index, "--retrieve", "--threads", "1",
        f"{data}/questions.jsonl"]
    latencies = {}
    memory = 0
    for weighting in ["default", "bm25"]:
        passes = []
        for _ in range(PASSES):
            with open(f"{work}/hits", "wb") as hits:
                usage = run(batch + ["--weighting", weighting], hits)
            with open(f"{work}/hits") as lines:
                passes.append([json.loads(line)["us"] for line in lines])
            memory = max(memory, usage["memory"])
        times = [min(times) for times in zip(*passes)]
        latencies[weighting] = {"p50": quantile(times, .5), "p95": quantile(times, .95)}
        say(f"{weighting}: {latencies[weighting]}, {memory / 2**20:.0f} MiB")
    shutil.rmtree(index)
    if is_ours:
        shutil.rmtree(data)
    return {
        "passages": passages,
        "source": source,
        "index": size,
        "indexing": indexing,
        **latencies,
        "batch": memory,
    }


ROWS = [
    ("source text", "MB", lambda r: r["source"] / 1e6),
    ("index", "MB", lambda r: r["index"] / 1e6),
    ("indexing, processor", "s", lambda r: r["indexing"]["cpu"]),
    ("indexing, greatest memory", "MiB", lambda r: r["indexing"]["memory"] / 2**20),
    ("a question, default ranking, p50", "µs", lambda r: r["default"]["p50"]),
    ("p95", "µs", lambda r: r["default"]["p95"]),
    ("a question, plain BM25, p50", "µs", lambda r: r["bm25"]["p50"]),
    ("p95", "µs", lambda r: r["bm25"]["p95"]),
    ("a thousand questions, greatest memory", "MiB", lambda r: r["batch"] / 2**20),
]
"""What the plot shows: name, colour, value."""
LINES = [
    ("index, bytes per passage", "#1f77b4", lambda r: r["index"] / r["passages"]),
    ("indexing, processor µs per passage", "#d62728",
     lambda r: r["indexing"]["cpu"] * 1e6 / r["passages"]),
    ("indexing, MiB of memory", "#2ca02c", lambda r: r["indexing"]["memory"] / 2**20),
    ("question, default ranking, p50 in µs", "#9467bd", lambda r: r["default"]["p50"]),
    ("question, plain BM25, p50 in µs", "#ff7f0e", lambda r: r["bm25"]["p50"]),
]


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.2g}" if value < 10 else f"{value:.0f}"


def table(results, version):
    lines = [
        "# How cost grows with passages", "",
        "Made by `growth.py` from the made-up text of `generate.py`; "
        f"{version}, {os.cpu_count()} processors, {time.strftime('%Y-%m-%d')}.",
        "The memory setting is the default; seconds are the processor's, both cores together;",
        "latencies are of a thousand questions on one thread, of each the best of five passes.", "",
        "| | | " + " | ".join(f"{r['passages']:,}" for r in results) + " |",
        "|---|---|" + "---:|" * len(results),
    ]
    lines.append("| commit | | " + " | ".join(r["commit"] for r in results) + " |")
    for name, unit, value in ROWS:
        cells = " | ".join(number(value(r)) for r in results)
        lines.append(f"| {name} | {unit} | {cells} |")
    return "\n".join(lines + ["", f"![The same as a plot]({PLOT})", ""])


def plot(results):
    """Both axes logarithmic: what grows in proportion to the passages is level here, but for
    memory and latency."""
    from math import log10
    width, height, left, top, bottom = 760, 420, 60, 20, 40
    right = width - 290
    xs = [log10(r["passages"]) for r in results]
    values = [value(r) for _, _, value in LINES for r in results]
    low, high = int(log10(min(values))), int(log10(max(values))) + 1

    def x(v):
        return left + (v - xs[0]) / max(xs[-1] - xs[0], 1e-9) * (right - left)

    def y(v):
        return height - bottom - (log10(v) - low) / (high - low) * (height - bottom - top)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="white"/>']
    for power in range(low, high + 1):
        out.append(
            f'<path d="M{left} {y(10**power):.0f}H{right}" stroke="#ddd"/>'
            f'<text x="{left - 6}" y="{y(10**power) + 4:.0f}" text-anchor="end">{10**power:,}</text>')
    for r, v in zip(results, xs):
        out.append(
            f'<text x="{x(v):.0f}" y="{height - bottom + 18}" text-anchor="middle">'
            f'{r["passages"]:,}</text>')
    out.append(
        f'<text x="{(left + right) / 2:.0f}" y="{height - 6}" text-anchor="middle">passages</text>')
    for index, (name, colour, value) in enumerate(LINES):
        points = " ".join(f"{x(v):.1f},{y(value(r)):.1f}" for r, v in zip(results, xs))
        out.append(
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out.append(
            f'<text x="{right + 16}" y="{top + 16 + 20 * index}" fill="{colour}">{name}</text>')
    return "\n".join(out + ["</svg>", ""])


def main():
    tanya, work, sizes = sys.argv[1], sys.argv[2], [int(size) for size in sys.argv[3:]]
    os.makedirs(work, exist_ok=True)
    store = f"{work}/growth.json"
    known = json.load(open(store)) if os.path.exists(store) else {}
    commit = os.environ.get("COMMIT") or subprocess.run(
        ["git", "-C", HERE, "rev-parse", "--short", "HEAD"], capture_output=True, text=True
    ).stdout.strip()
    for size in sizes:
        known[str(size)] = {"commit": commit, **measure(tanya, work, size)}
        with open(store, "w") as file:
            json.dump(known, file, indent=1)
    results = sorted(known.values(), key=lambda r: r["passages"])
    version = subprocess.run(
        [tanya, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    open(f"{HERE}/Growth.md", "w").write(table(results, version))
    open(f"{HERE}/{PLOT}", "w").write(plot(results))


main()
