"""Measures quantulum3: `python quantulum.py FILE…`. It is given the least number of passes and no least time."""

import json
import statistics
import sys
import time
from importlib.metadata import version

from quantulum3 import parser

PASSES = 5

texts = [open(name, encoding="utf-8").read() for name in sys.argv[1:]]


def read():
    return sum(len(parser.parse(text)) for text in texts)


figures = read()
seconds = []
for _ in range(PASSES):
    begin = time.perf_counter()
    read()
    seconds.append(time.perf_counter() - begin)
print(json.dumps({
    "name": "quantulum3", "version": version("quantulum3"), "figures": figures, "passes": PASSES,
    "seconds": statistics.median(seconds),
}))
