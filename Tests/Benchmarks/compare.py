#!/usr/bin/env python3
"""Asks tanya, SQLite's FTS5 and Xapian the same questions, and prints a table in Markdown.

    Tests/Benchmarks/compare.py FOLDER [PROGRAM]

FOLDER holds a collection in the form of BEIR: corpus.jsonl, queries.jsonl and qrels.tsv. PROGRAM is
.build/release/tanya unless given. FTS5 comes with Python; Xapian is left out where `python3-xapian`
is not installed. All three look for any of a question's words and rank by their own BM25 (tanya by
its default); times are those of a question on one thread, the best of three passes. Of more than a thousand
questions, every n-th is asked.
"""
import json
import os
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

try:
    import xapian
except ImportError:
    xapian = None

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LIMIT = 1000
WORD = re.compile(r"\w+")


def lines(path):
    with open(path, encoding="utf-8") as file:
        yield from map(json.loads, file)


def text(document):
    return f"{document.get('title') or ''} {document['text']}"


def timed(search, questions):
    """The first hit of each question, and the median microseconds of the fastest pass."""
    best, hits = None, {}
    for _ in range(3):
        times = []
        for number, question in questions:
            start = time.perf_counter_ns()
            found = search(question)
            times.append((time.perf_counter_ns() - start) / 1000)
            hits[number] = found
        median = statistics.median(times)
        best = median if best is None else min(best, median)
    return hits, best


class FTS5:
    name = "SQLite FTS5"

    def __init__(self, corpus, folder):
        self.db = sqlite3.connect(f"{folder}/fts.db")
        self.db.execute("create virtual table t using fts5(id unindexed, body, tokenize='porter')")
        self.db.executemany("insert into t values(?, ?)", ((d["_id"], text(d)) for d in lines(corpus)))
        self.db.commit()
        self.db.execute("insert into t(t) values('optimize')")

    def first(self, question):
        match = " OR ".join(f'"{word}"' for word in WORD.findall(question))
        row = self.db.execute("select id from t where t match ? order by rank limit 10", (match,)).fetchone()
        return row and row[0]

    def run(self, questions):
        return timed(self.first, questions)


class Xapian:
    name = "Xapian"

    def __init__(self, corpus, folder):
        self.stemmer = xapian.Stem("en")
        db = xapian.WritableDatabase(f"{folder}/xapian", xapian.DB_CREATE_OR_OPEN)
        generator = xapian.TermGenerator()
        generator.set_stemmer(self.stemmer)
        for document in lines(corpus):
            entry = xapian.Document()
            generator.set_document(entry)
            generator.index_text(text(document))
            entry.set_data(document["_id"])
            db.add_document(entry)
        db.close()
        self.db = xapian.Database(f"{folder}/xapian")
        self.parser = xapian.QueryParser()
        self.parser.set_stemmer(self.stemmer)
        self.parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)

    def first(self, question):
        enquire = xapian.Enquire(self.db)
        enquire.set_query(self.parser.parse_query(" ".join(WORD.findall(question)).lower()))
        found = list(enquire.get_mset(0, 10))
        return found[0].document.get_data().decode() if found else None

    def run(self, questions):
        return timed(self.first, questions)


class Tanya:
    name = "tanya"
    options = ()

    def __init__(self, corpus, folder):
        self.folder = f"{folder}/tanya"
        if not os.path.exists(self.folder):
            subprocess.run([PROGRAM, "index", "--quiet", "--index", self.folder, corpus], check=True)

    def run(self, questions):
        asked = "".join(json.dumps({"_id": n, "text": q}) + "\n" for n, q in questions)
        best, hits = None, {}
        for _ in range(3):
            output = subprocess.run(
                [PROGRAM, "batch", "-", "--retrieve", "--top", "10", "--threads", "1", "--index",
                 self.folder, *self.options],
                input=asked, capture_output=True, text=True, check=True).stdout
            answers = [json.loads(line) for line in output.splitlines()]
            hits = {a["id"]: a["hits"][0][0] if a["hits"] else None for a in answers}
            median = statistics.median(a["us"] for a in answers)
            best = median if best is None else min(best, median)
        return hits, best


class TanyaBM25(Tanya):
    name = "tanya, plain BM25"
    options = ("--weighting", "bm25")


def main():
    folder = sys.argv[1]
    corpus = f"{folder}/corpus.jsonl"
    relevant = {}
    with open(f"{folder}/qrels.tsv", encoding="utf-8") as file:
        for line in file:
            question, document, grade = line.split()[0], line.split()[-2], line.split()[-1]
            if grade.isdigit() and int(grade) > 0:
                relevant.setdefault(question, set()).add(document)
    questions = [(q["_id"], q["text"]) for q in lines(f"{folder}/queries.jsonl") if q["_id"] in relevant]
    questions = questions[::max(1, len(questions) // LIMIT)]
    print("| engine | right document first | a question | indexing |")
    print("|---|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as work:
        for engine in [Tanya, TanyaBM25, *([Xapian] if xapian else []), FTS5]:
            start = time.perf_counter()
            opened = engine(corpus, work)
            seconds = time.perf_counter() - start
            hits, median = opened.run(questions)
            right = sum(hits.get(n) in relevant[n] for n, _ in questions) / len(questions)
            print(f"| {opened.name} | {right:.1%} | {median / 1000:.2f} ms | {seconds:.1f} s |")
    print(f"\n{len(questions):,} questions.", file=sys.stderr)


PROGRAM = sys.argv[2] if len(sys.argv) > 2 else os.path.join(ROOT, ".build", "release", "tanya")

if __name__ == "__main__":
    main()
