#!/usr/bin/env python3
"""Writes made-up documents and questions about them, as many as are asked for.

    generate.py PASSAGES FOLDER      writes FOLDER/corpus.jsonl and FOLDER/questions.jsonl

Words follow Zipf's law with Mandelbrot's offset, over half a million made-up ones behind the
function words of a language, which tell it; four documents in five are English, the rest Indonesian.
Lengths are log-normal. The same numbers give the same bytes.
"""
import itertools
import json
import os
import random
import sys

LANGUAGES = {
    "en": (
        "the of and in to a was is for as on with by that it from at his an were are which this "
        "had be he has not also their its one or but have first they been who after two her she "
        "when other into time there between all new only more some these during would over about",
        "b c d f g h k l m n p r s t v w br cr dr fr gr pl pr sl sp st tr ch sh th".split(),
        "a e i o u ea ou ai oo ee".split(),
        ["", "", "", "n", "r", "s", "t", "l", "m", "nd", "st", "ck"],
    ),
    "id": (
        "yang dan di dari pada dengan untuk ini dalam adalah sebagai oleh tidak itu juga ke "
        "atau tahun ia akan mereka telah menjadi ada dapat oleh karena bahwa sebuah salah satu "
        "seorang antara lain serta saat kota secara namun hingga setelah lebih bagi banyak",
        "b c d g h j k l m n p r s t w ny ng".split(),
        "a i u e o a".split(),
        ["", "", "", "n", "ng", "s", "t", "k", "r", "h"],
    ),
}
WORDS = 1 << 19
POOL = 1 << 22
EXPONENT = 1.07
OFFSET = 2.7
QUESTIONS = 1000


class Speaker:
    def __init__(self, language):
        function_words, onsets, vowels, codas = LANGUAGES[language]
        rng = random.Random(language)
        words = function_words.split()
        known = set(words)
        self.function_words = len(words)
        while len(words) < WORDS:
            syllables = 1 + min(3, int(rng.expovariate(0.9)) + (len(words) > 300))
            word = "".join(
                rng.choice(onsets) + rng.choice(vowels) + rng.choice(codas)
                for _ in range(syllables))
            if word not in known:
                known.add(word)
                words.append(word)
        sums = list(itertools.accumulate(
            1 / (rank + OFFSET) ** EXPONENT for rank in range(1, WORDS + 1)))
        # Each word as often as it is likely: to draw is then to pick a place.
        self.pool = rng.choices(words, cum_weights=sums, k=POOL) + words
        self.known = set(words[:self.function_words])

    def draw(self, rng, count):
        return rng.choices(self.pool, k=count)

    def content(self, rng, count):
        """Words with a meaning, if these had any."""
        found = []
        while len(found) < count:
            found += [word for word in self.draw(rng, count) if word not in self.known]
        return found[:count]


def text(speaker, rng, length):
    words = speaker.draw(rng, length)
    sentences = []
    while words:
        size = min(len(words), rng.randint(6, 22))
        sentence = " ".join(words[:size])
        sentences.append(sentence[0].upper() + sentence[1:] + ".")
        words = words[size:]
    return " ".join(sentences)


def main():
    count, folder = int(sys.argv[1]), sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    rng = random.Random(count)
    speakers = {language: Speaker(language) for language in LANGUAGES}
    asked = sorted(rng.sample(range(count), min(QUESTIONS, count)))[::-1]
    # Under its name it is whole.
    with open(f"{folder}/corpus.part", "w") as corpus, \
            open(f"{folder}/questions.jsonl", "w") as questions:
        for number in range(count):
            language = "id" if number % 5 == 4 else "en"
            speaker = speakers[language]
            title = " ".join(speaker.content(rng, rng.randint(1, 4))).title()
            body = text(speaker, rng, min(150, max(8, int(rng.lognormvariate(3.8, 0.5)))))
            corpus.write(json.dumps({"_id": f"d{number}", "title": title, "text": body}) + "\n")
            if asked and asked[-1] == number:
                asked.pop()
                words = body.lower().replace(".", "").split()
                start = rng.randrange(max(1, len(words) - 6))
                question = " ".join(words[start:start + rng.randint(3, 6)])
                questions.write(json.dumps({"_id": f"q{number}", "text": question}) + "\n")
    os.rename(f"{folder}/corpus.part", f"{folder}/corpus.jsonl")


main()
