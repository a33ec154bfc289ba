"""What Explorer costs: reading the tables, one answer, one answer told as JSON, the offline tables.

    python3 kit.py bench options

CPU milliseconds in one process: median and worst over every speciality in force, one situation
each, then the size of what the page without a server carries.
"""

from __future__ import annotations

import gc
import gzip
import json
import os
import platform
import random
import statistics
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from jalons.i18n import Translator
from jalons.options.codec import answer_json, load_shelf
from jalons.options.domain import Diploma, Profile
from jalons.options.offline import every_situation, offline_data
from jalons.options.profile import TYPES, read
from jalons.options.search import explore

TODAY = date(2026, 11, 25)
MOST_MS = 20.0


def timed(call: Callable[[], Any]) -> tuple[float, Any]:
    before = time.process_time()
    result = call()
    return 1000 * (time.process_time() - before), result


def main() -> None:
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    loading, shelf = timed(load_shelf)
    t = Translator("fr")
    first = read({"niveau": "TPRO", "specialite": "MELEC"}, shelf.catalogue)
    answer_json(explore(first, shelf.catalogue), shelf, t, TODAY)  # words and dates: read once
    gc.collect()
    gc.freeze()  # a full collection of all that was loaded takes 25 ms whenever it comes
    draw = random.Random(1)
    situations = {d: [s for s in every_situation() if s.diploma is d] for d in Diploma}
    answers, told = [], []
    for diploma, types in TYPES.items():
        for training in shelf.catalogue.trainings.values():
            if training.in_force and training.type in types:
                profile = Profile(draw.choice(situations[diploma]), training, "Lyon")
                took, answer = timed(lambda p=profile: explore(p, shelf.catalogue))
                answers.append(took)
                took_json, _ = timed(lambda a=answer: answer_json(a, shelf, t, TODAY))
                told.append(took + took_json)
    reading, _ = timed(lambda: read({"niveau": "TPRO", "specialite": "MELEC"}, shelf.catalogue))
    building, data = timed(lambda: offline_data(shelf, TODAY))
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    print(f"tables read once      {loading:8.1f} ms")
    print(f"a profile read        {reading:8.2f} ms")
    for name, measured in (("an answer", answers), ("an answer as JSON", told)):
        median, worst = statistics.median(measured), max(measured)
        print(f"{name:20}  {median:8.2f} ms median, {worst:.2f} ms worst of {len(measured)}")
    print(f"offline tables        {building:8.0f} ms to build")
    print(
        f"                      {len(text) / 1e3:8.0f} kB, {len(gzip.compress(text)) / 1e3:.0f} gz"
    )
    if max(told) > MOST_MS:
        raise SystemExit(f"an answer takes more than {MOST_MS:g} ms")


if __name__ == "__main__":
    main()
