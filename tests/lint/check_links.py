#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
"""Holds the graph that CMake resolved (links.txt) against allowed_links.txt, and looks for cycles in it.

usage: check_links.py LINKS ALLOWED [TARGETS WITHOUT A RULE ARE PROGRAMS AND MAY LINK ANYTHING OF THEIR FOLDER]
"""
import fnmatch
import re
import sys

GROUPS = {
    "qt-core": r"Qt6::Core",
    "qt-network": r"Qt6::(Core|Network)",
    "qt-gui": r"Qt6::(Core|Gui)",
    "qt": r"Qt6::\w+",
    "poco": r"Poco::\w+",
    "openssl": r"OpenSSL::\w+",
    "zlib": r"ZLIB::ZLIB",
    "pcsc": r"PkgConfig::\w+",
    "sqlcipher": r".*libsqlcipher\.a|-Wl,--exclude-libs.*|\$<LINK_ONLY:.*sqlcipher.*",
    "postgresql": r"PostgreSQL::PostgreSQL",
    "third-header": r"nlohmann_json::\w+|tl::expected|.*valijson.*",
    "third": r"nlohmann_json::\w+|OpenSSL::\w+|PkgConfig::\w+|[A-Za-z0-9]+::(?!Qt)\w+|LibXml2::\w+|[a-z0-9]+",
}
ALWAYS = re.compile(r".*_resources_\d+.*|Threads::Threads|m|pthread|\$<.*(BUILD|INSTALL)_INTERFACE.*|::@.*|dl")


def rules_of(path):
    rules = []
    for line in open(path, encoding="utf-8"):
        line = line.split("#")[0].strip()
        if line:
            name, _, allowed = line.partition(":")
            rules.append((name.strip(), allowed.split()))
    return rules


def is_allowed(link, allowed):
    if ALWAYS.fullmatch(link):
        return True
    for item in allowed:
        if item in GROUPS:
            if re.fullmatch(GROUPS[item], link):
                return True
        elif fnmatch.fnmatchcase(link, item):
            return True
    return False


def unwrapped(link):
    match = re.fullmatch(r"\$<LINK_ONLY:(.*)>", link)
    return match.group(1) if match else link


def cycle_in(graph):
    state = {}

    def visit(node, trail):
        if state.get(node) == "done":
            return None
        if state.get(node) == "open":
            return trail[trail.index(node):] + [node]
        state[node] = "open"
        for after in graph.get(node, ()):
            found = visit(after, trail + [node])
            if found:
                return found
        state[node] = "done"
        return None

    for start in sorted(graph):
        found = visit(start, [])
        if found:
            return found
    return None


def main():
    graph = {}
    for line in open(sys.argv[1], encoding="utf-8"):
        name, _, links = line.strip().partition("|")
        graph[name] = [unwrapped(link) for link in links.split(";") if link]
    rules = rules_of(sys.argv[2])
    wrong = []
    checked = 0
    for name, links in sorted(graph.items()):
        rule = next((allowed for pattern, allowed in rules if fnmatch.fnmatchcase(name, pattern)), None)
        if rule is None:
            if name.startswith("vienlogs_") and not ALWAYS.fullmatch(name) and not name.startswith("vienlogs_workstation"):
                wrong.append(f"{name}: no rule in {sys.argv[2]}")
            continue
        checked += 1
        wrong += [f"{name} must not link {link}" for link in links if not is_allowed(link, rule)]
    cycle = cycle_in(graph)
    if cycle:
        wrong.append("cycle: " + " -> ".join(cycle))
    for line in wrong:
        print(line)
    print(f"{checked} targets held against the table, {len(wrong)} wrong")
    sys.exit(1 if wrong or checked == 0 else 0)


main()
