"""Compares spelling checkers on newslint's own list of misspellings, each in a process of its own.

    python -m benchmarks spelling [--hunspell en_US] [--pairs N] [--python PROGRAM]

The pairs are those of the rule typos/misspelling whose wrong word no dictionary has; newslint's row asks its dictionary
and slips only, not that rule. --hunspell: a dictionary's path without .aff and .dic, for those that need one. --python:
the Python that has the candidates; those that it lacks are left out. Told are: milliseconds of processor time to import
and load (newslint with its rules compiled: run it twice); milliseconds a suggestion; peak resident memory in megabytes;
how many right words are known, wrong ones unknown, and first suggestions right, in per cent.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence

CANDIDATES = {
    "newslint": """
        from newslint.engine import Linter
        from newslint.runner.linters import make_linter
        from newslint.config import DEFAULT
        from newslint.runner import Request
        from newslint.text.spelling.speller import Speller
        lexicon = make_linter(DEFAULT, Request(use_config=False, select=("spelling/unknown-word",))).lexicon
        speller = Speller.of(lexicon, "english")
        known = lambda w: bool(speller.label(w)) and speller.label(w)[0] != "6"
        suggest = lambda w: speller.meant(w).words
    """,
    "spylls": """
        from spylls.hunspell import Dictionary
        d = Dictionary.from_files(hunspell)
        known, suggest = d.lookup, d.suggest
    """,
    "zspell": """
        from zspell import Dictionary
        d = Dictionary(open(hunspell + ".aff").read(), open(hunspell + ".dic").read())
        known, suggest = d.check, lambda w: ()
    """,
    "chunspell": """
        import os, hunspell as module
        d = module.Hunspell(os.path.basename(hunspell), hunspell_data_dir=os.path.dirname(hunspell))
        known, suggest = d.spell, d.suggest
    """,
    "pyspellchecker": """
        from spellchecker import SpellChecker
        d = SpellChecker()
        known, suggest = lambda w: bool(d.known([w])), lambda w: (d.correction(w) or "",)
    """,
    "symspellpy": """
        import importlib.resources as r
        from symspellpy import SymSpell, Verbosity
        d = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
        d.load_dictionary(str(r.files("symspellpy") / "frequency_dictionary_en_82_765.txt"), 0, 1)
        known = lambda w: w in d.words
        suggest = lambda w: [s.term for s in d.lookup(w, Verbosity.TOP, max_edit_distance=2)]
    """,
}
"""What makes `known` and `suggest` of each candidate; `hunspell` is the path of a dictionary."""

RUN = """
import json, resource, sys, time
pairs, hunspell = json.load(sys.stdin)
begin = time.process_time()
{make}
known(pairs[0][1])
loaded = time.process_time() - begin
right = sum(bool(known(r)) for _, r in pairs)
wrong = sum(not known(w) for w, _ in pairs)
begin = time.process_time()
first = sum(next(iter(suggest(w)), "") == r for w, r in pairs)
took = time.process_time() - begin
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
shares = (100 * n / len(pairs) for n in (right, wrong, first))
print(json.dumps([loaded * 1e3, took * 1e3 / len(pairs), memory, *shares]))
"""
ROW = "{:<15} {:>8} {:>12} {:>8} {:>8} {:>8} {:>8}"


def pairs_of(count: int) -> list[tuple[str, str]]:
    """Misspellings and words of newslint's own list, evenly spaced."""
    from newslint.rulebook.load import load

    swap = load(["core"])["typos/misspelling"].settings.mapping("swap")
    pairs = [
        (wrong, to[0]) for wrong, to in sorted(swap.items()) if len(to) == 1 and to[0].isalpha() and to[0].islower()
    ]
    return pairs[:: max(1, len(pairs) // count)][:count]


def main(words: Sequence[str]) -> int:
    """The command."""
    formatter = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks spelling", description=__doc__, formatter_class=formatter
    )
    parser.add_argument("--hunspell", default="", help="path of a Hunspell dictionary without its suffix")
    parser.add_argument("--pairs", type=int, default=200, help="how many misspellings")
    parser.add_argument("--python", default=sys.executable, help="the Python that has the candidates")
    options = parser.parse_args(words)
    data = json.dumps([pairs_of(options.pairs), options.hunspell])
    print(ROW.format("", "load ms", "suggest ms", "MB", "known", "unknown", "first"))
    for name, make in CANDIDATES.items():
        lines = "\n".join(line.strip() for line in make.strip().splitlines())
        python = sys.executable if name == "newslint" else options.python
        done = subprocess.run([python, "-c", RUN.replace("{make}", lines)], input=data, capture_output=True, text=True)
        if done.returncode:
            print(f"{name:<15} not run: {done.stderr.strip().splitlines()[-1]}")
            continue
        load, suggest, memory, *shares = json.loads(done.stdout)
        print(
            ROW.format(name, f"{load:.0f}", f"{suggest:.2f}", f"{memory:.0f}", *(f"{s:.1f}" for s in shares)),
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
