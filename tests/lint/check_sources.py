#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads every source once: licence lines, include cycles, Qt in the domain, Poco outside the server, and
libsqlite3 anywhere.

usage: check_sources.py ROOT
"""
import os
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)
QT = re.compile(r"^(Q[A-Z]\w+|Qt\w+/.+)$")
POCO = re.compile(r"^Poco/")
CODE = (".h", ".cpp")
COMMENTED = CODE + (".py", ".cmake", ".qml", "CMakeLists.txt")
FOLDERS = ("shared", "smartcard", "server", "workstation", "kiosk", "apps", "tests", "cmake", "installers")


def sources(root):
    for folder in FOLDERS:
        for path, folders, names in os.walk(os.path.join(root, folder)):
            folders[:] = [f for f in folders if f not in ("build", "node_modules")]
            for name in names:
                yield os.path.relpath(os.path.join(path, name), root)


def resolve(include, path, known):
    beside = os.path.normpath(os.path.join(os.path.dirname(path), include))
    if beside in known:
        return beside
    return next((p for p in known.by_ending.get(include, ()) if p.endswith("/include/" + include)), None)


class Known(set):
    def __init__(self, paths):
        super().__init__(paths)
        self.by_ending = {}
        for path in paths:
            _, found, ending = path.partition("/include/")
            if found:
                self.by_ending.setdefault(ending, []).append(path)


def cycle_in(graph):
    done, open_ = set(), []

    def visit(node):
        if node in done:
            return None
        if node in open_:
            return open_[open_.index(node):] + [node]
        open_.append(node)
        for after in graph.get(node, ()):
            found = visit(after)
            if found:
                return found
        open_.pop()
        done.add(node)
        return None

    return next((c for c in map(visit, sorted(graph)) if c), None)


def main():
    root = sys.argv[1]
    paths = sorted(sources(root))
    known = Known(p for p in paths if p.endswith(CODE))
    wrong, graph = [], {}
    for path in paths:
        if not path.endswith(COMMENTED):
            continue
        text = open(os.path.join(root, path), encoding="utf-8").read()
        if "SPDX-License-Identifier: EUPL-1.2" not in text[:400]:
            wrong.append(f"{path}: no licence line")
        if path not in known:
            continue
        includes = INCLUDE.findall(text)
        graph[path] = [r for r in (resolve(i, path, known) for i in includes) if r]
        for include in includes:
            if path.startswith("shared/domain/") and (QT.match(include) or POCO.match(include)):
                wrong.append(f"{path}: the domain knows neither Qt nor Poco ({include})")
            elif POCO.match(include) and not path.startswith(("server/", "tests/")):
                wrong.append(f"{path}: Poco outside the server ({include})")
            elif include == "sqlite3.h" or include.startswith("QSql"):
                wrong.append(f"{path}: libsqlite3 beside SQLCipher in one process ({include})")
    cycle = cycle_in(graph)
    if cycle:
        wrong.append("include cycle: " + " -> ".join(cycle))
    for line in wrong:
        print(line)
    print(f"{len(graph)} sources read, {len(wrong)} wrong")
    sys.exit(1 if wrong or len(graph) < 20 else 0)


main()
