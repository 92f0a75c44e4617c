#!/usr/bin/env python3
"""Draws how many answers are right when only the best supported questions are answered.

    Tests/Benchmarks/coverage.py NAME=RUN.json… > Sources/tanya/tanya.docc/Resources/coverage.svg

Each RUN.json is what `tanya eval QUESTIONS --index INDEX --json` wrote; NAME is shown at its line.
"""
import json
import sys

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 640, 400, 60, 24, 150, 52
COLOURS = ["#0969da", "#bf3989", "#1a7f37", "#9a6700"]


def place(share, right):
    """A point of the drawing for two shares, each 0…1."""
    return (LEFT + share * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - right * (HEIGHT - TOP - BOTTOM))


def main():
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
          'font-family="sans-serif" font-size="12">')
    print(f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>')
    for tenth in range(0, 11, 2):
        (left, y), (right, _) = place(0, tenth / 10), place(1, tenth / 10)
        print(f'<path d="M{left:.0f} {y:.0f}H{right:.0f}" stroke="#ddd"/>'
              f'<text x="{left - 6:.0f}" y="{y + 4:.0f}" text-anchor="end">{tenth * 10} %</text>')
        x, bottom = place(tenth / 10, 0)
        print(f'<text x="{x:.0f}" y="{bottom + 18:.0f}" text-anchor="middle">{tenth * 10} %</text>')
    x, bottom = place(0.5, 0)
    print(f'<text x="{x:.0f}" y="{bottom + 40:.0f}" text-anchor="middle">'
          'questions that are answered, best supported first</text>')
    print(f'<text x="{LEFT}" y="14">of these, answered rightly</text>')
    for number, (run, colour) in enumerate(zip(sys.argv[1:], COLOURS)):
        name, path = run.split("=", 1)
        with open(path) as file:
            points = [(p["answered"], p["right"]) for p in json.load(file)["calibration"]]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in points))
        x, y = place(1.02, 0.9 - number * 0.08)
        print(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>'
              f'<text x="{x:.0f}" y="{y:.0f}" fill="{colour}">{name}</text>')
    print("</svg>")


if __name__ == "__main__":
    main()
