#!/usr/bin/env python3
"""Measures what each reader costs on inputs made to be slow, against their size.

    Tests/Benchmarks/readers.py .build/release/tanya [--sizes 1,4,16] [PREFIX...]

Each input has one pattern from its beginning to its end, such as unclosed brackets or a name that
every row repeats. A row has the processor seconds of `tanya text` for each size in megabytes, the bytes of text made of the
largest input, and `grows` if sixteen times the size takes more than forty times as long. The exit
status is 1 if any input grows, takes more than a minute or crashes the program.
"""
import argparse
import gzip
import io
import os
import resource
import subprocess
import sys
import tempfile
import zipfile

MEGABYTE = 1 << 20
LIMIT = 60

MARKDOWN = {
    "quotes": "> ", "items": "- ", "brackets": "[", "pictures": "![", "stars": "*a ", "strong": "**a",
    "ticks": "`a", "fences": "~~~\n", "pipes": "|a", "table": "|a|b\n|-|-\n", "headings": "# a\n",
    "underlines": "a\n=\n", "short-forms": "(AB) ", "stops": "a. ", "tags": "<a ", "comments": "<!--",
    "entities": "&a", "links": "[a](b ", "lines": "\n", "blanks": " \n", "tabs": "\t",
    "deep-quotes": ">" * 50 + "a\n", "hyphens": "a-\n", "escapes": "\\", "numbers": "1. a\n",
    "attributes": '{: a="', "wiki": "[[a|", "notes": "[^a]: b\n", "underscores": "_a ",
}
LIGHT = {
    "rst": {"roles": ":a:`", "ticks": "`a <", "headings": "a\n=\n", "directives": ".. a::\n",
            "substitutions": "|a|", "links": "`a`_ ", "tables": "+-+\n", "fields": "   :a: b\n"},
    "org": {"headings": "* a\n", "links": "[[a][", "drawers": ":a:\n", "blocks": "#+begin_x\n",
            "times": "<2024-", "tags": "* a :b:c:\n"},
    "adoc": {"headings": "= a\n", "attributes": ":a: b\n", "blocks": "----\n", "links": "link:a[",
             "references": "<<a,", "tables": "|===\n"},
    "tex": {"braces": "{", "begins": "\\begin{a}", "sections": "\\section{", "dollars": "$",
            "links": "\\href{a}{", "options": "\\a[", "backslashes": "\\", "items": "\\item ",
            "closings": "}"},
    "rtf": {"closings": "}", "unicode": "\\u8217?", "paragraphs": "\\par ", "bytes": "\\'e9",
            "controls": "\\b0 ", "fonts": "{\\f1\\fcharset0 a;}", "cells": "a\\cell "},
    "srt": {"cues": "1\n00:00:01,0 --> 00:00:02,0\na\n\n", "tags": "<i>", "braces": "{\\a}",
            "lines": "a\n", "open-tags": "<", "open-braces": "{\\"},
    "csv": {"quotes": '"', "commas": ",", "rows": "a\n", "quoted": '"a\nb",'},
    "html": {"deep": "<div>", "formatting": "<b><p></b>", "tables": "<table>a", "entities": "&notit;"},
}
MAIL = "From: a@b\nSubject: x\n"


def repeated(pattern, size):
    pattern = pattern.encode()
    return (pattern * (size // len(pattern) + 1))[: size // len(pattern) * len(pattern)]


def archive(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


def relations(entries):
    return "<Relationships>" + "".join(
        f'<Relationship Id="{i}" Type="x/{kind}" Target="{target}"/>' for i, kind, target in entries
    ) + "</Relationships>"


def package(main, content, parts=(), related=()):
    folder, name = main.rsplit("/", 1)
    return archive({
        "_rels/.rels": relations([("r", "officeDocument", main)]), main: content,
        f"{folder}/_rels/{name}.rels": relations(related), **dict(parts),
    })


R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def word(body):
    return package("word/document.xml", f"<w:document xmlns:w='w'>{body}</w:document>")


def slides(size):
    """The same long slide, related many times."""
    count = size // 300
    text = "word " * (size // 8)
    return package(
        "ppt/p.xml", f"<p {R}>" + "".join(f"<sldId r:id='r{i}'/>" for i in range(count)) + "</p>",
        {"ppt/s.xml": f"<sld><sp><p><t>{text}</t></p></sp></sld>"},
        [(f"r{i}", "slide", "s.xml") for i in range(count)])


def sheet(size):
    """One long shared string in every cell."""
    rows = "<row><c t='s'><v>0</v></c></row>" * (size // 70)
    return package(
        "xl/w.xml", f"<w {R}><sheet name='A' r:id='s'/></w>",
        {"xl/t.xml": "<sst><si><t>" + "word " * (size // 10) + "</t></si></sst>",
         "xl/s.xml": f"<x>{rows}</x>"},
        [("s", "worksheet", "s.xml"), ("t", "sharedStrings", "t.xml")])


def book(size):
    """One long page, many times in the spine."""
    spine = "<itemref idref='a'/>" * (size // 42)
    return archive({
        "META-INF/container.xml": "<c><rootfile full-path='o.opf'/></c>",
        "o.opf": f"<p><item id='a' href='a.xhtml' media-type='x'/>{spine}</p>",
        "a.xhtml": "<p>" + "word " * (size // 10),
    })


def document(body):
    return archive({"content.xml": f"<o:c xmlns:o='o' xmlns:text='t'>{body}</o:c>"})


def nested_parts(size):
    head = "".join(
        f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(18))
    return (MAIL + head + "\n").encode() + repeated("some words\n", size)


def cases():
    for name, pattern in MARKDOWN.items():
        yield f"md-{name}", "md", lambda n, p=pattern: repeated(p, n)
    for ending, patterns in LIGHT.items():
        head = b"{\\rtf1 " if ending == "rtf" else b""
        for name, pattern in patterns.items():
            yield f"{ending}-{name}", ending, lambda n, p=pattern, h=head: h + repeated(p, n)
    yield "md-yaml", "md", lambda n: b"---\n" + repeated("a: [", n) + b"\n---\nx\n"
    yield "md-toml", "md", lambda n: b"+++\n" + repeated("a = [", n) + b"\n+++\nx\n"
    yield "md-json", "md", lambda n: repeated('{"a":', n)
    yield "csv-names", "csv", lambda n: b"A" * (n // 2) + b",b\n" + repeated("1,2\n", n // 2)
    yield "ipynb-deep", "ipynb", lambda n: b'{"cells":' + repeated("[", n)
    yield "eml-folds", "eml", lambda n: b"Subject: x" + repeated("\n a", n) + b"\n\nx\n"
    yield "eml-words", "eml", lambda n: b"Subject: " + repeated("=?utf-8?q?a?= ", n) + b"\n\nx\n"
    yield "eml-fields", "eml", lambda n: repeated("A: b\n", n) + b"\nx\n"
    yield "eml-parameters", "eml", lambda n: (
        (MAIL + "Content-Type: text/plain;").encode() + repeated(" a=b;", n) + b"\n\nx\n")
    yield "eml-equals", "eml", lambda n: (
        (MAIL + "Content-Transfer-Encoding: quoted-printable\n\n").encode() + repeated("=", n))
    yield "eml-nested", "eml", nested_parts
    yield "mbox-borders", "mbox", lambda n: repeated("From a\n\n", n)
    yield "docx-deep", "docx", lambda n: word("<w:p>" * (n // 5))
    yield "docx-paragraphs", "docx", lambda n: word("<w:p><w:t>a</w:t></w:p>" * (n // 23))
    yield "docx-cells", "docx", lambda n: word(
        "<w:tbl><w:tr>" + "<w:tc><w:p><w:t>a</w:t></w:p></w:tc>" * (n // 37) + "</w:tr></w:tbl>")
    yield "docx-attributes", "docx", lambda n: word(
        "<w:p " + " ".join(f"a{i}=''" for i in range(n // 9)) + "/>")
    yield "pptx-slides", "pptx", slides
    yield "xlsx-strings", "xlsx", sheet
    yield "epub-spine", "epub", book
    yield "odt-paragraphs", "odt", lambda n: document("<text:p>a</text:p>" * (n // 18))
    yield "odt-deep", "odt", lambda n: document("<text:p>" * (n // 8))
    yield "fb2-deep", "fb2", lambda n: b"<FictionBook><body>" + repeated("<section>", n)
    yield "gz-blanks", "txt.gz", lambda n: gzip.compress(repeated(" a", n * 50))
    yield "jsonl-deep", "jsonl", lambda n: repeated('{"a":', n)
    yield "html-attributes", "html", lambda n: (
        b"<p " + b" ".join(b"a%d=''" % i for i in range(n // 9)) + b">x")


def seconds(program, path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        run = subprocess.run(
            [program, "text", path], capture_output=True, timeout=LIMIT * 10,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT)))
        status, size = run.returncode, len(run.stdout)
    except subprocess.TimeoutExpired:
        status, size = -9, 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, status, size


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--sizes", default="1,4,16")
    parser.add_argument("prefix", nargs="*")
    arguments = parser.parse_args()
    sizes = [int(size) for size in arguments.sizes.split(",")]
    growing = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, ending, make in cases():
            if arguments.prefix and not any(name.startswith(p) for p in arguments.prefix):
                continue
            path = os.path.join(folder, f"input.{ending}")
            times = []
            for size in sizes:
                with open(path, "wb") as file:
                    file.write(make(size * MEGABYTE))
                time, status, length = seconds(arguments.program, path)
                times.append(time)
                if status < 0:
                    break
            os.remove(path)
            ratio = sizes[len(times) - 1] / sizes[0]
            grows = status < 0 or times[-1] > 2.5 * ratio * max(times[0], 0.05)
            growing += grows
            print(f"{name:18}", *(f"{time:7.2f}" for time in times), f"{length:10}",
                  "grows" if grows else "", flush=True)
    sys.exit(1 if growing else 0)


if __name__ == "__main__":
    main()
