#!/usr/bin/env python3
"""Reads HCL with a library for Python and says how long it took: peers.py pygohcl|python-hcl2 FILE-OR-FOLDER

Prints: bytes, seconds of processor time (median), the best, the number of files. Files that the library refuses do not count.
"""
import os, statistics, sys, time

LIMIT = {"pygohcl": 10_000, "python-hcl2": 60}  # files of a folder; python-hcl2 takes minutes for all


def reader(name):
    if name == "pygohcl":
        import pygohcl
        return pygohcl.loads
    import hcl2
    return hcl2.loads


def texts(path, limit):
    if os.path.isfile(path):
        yield open(path, encoding="utf-8").read()
        return
    count = 0
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".hcl", ".nomad", ".tf", ".job", ".tpl", ".template", ".t", ".hcldec", ".tfvars")) and count < limit:
                count += 1
                with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
                    yield file.read()


def main():
    name, path = sys.argv[1:3]
    try:
        read = reader(name)
    except ImportError:
        return 1
    size, seconds, count = 0, [], 0
    for text in texts(path, LIMIT[name]):
        try:
            start = time.process_time()
            read(text)
            first = time.process_time() - start
        except Exception:
            continue
        times = [first]
        while len(times) < 3 and sum(times) < 1:
            start = time.process_time()
            read(text)
            times.append(time.process_time() - start)
        size += len(text.encode())
        count += 1
        seconds.append((statistics.median(times), min(times)))
    print(size, sum(s for s, _ in seconds), sum(b for _, b in seconds), count)
    return 0


sys.exit(main())
