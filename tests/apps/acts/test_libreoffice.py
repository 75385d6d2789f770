#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
"""Edits an exported act in a real LibreOffice and holds the merge list against what was done.

One soffice serves all edits, over a pipe of its own and with a profile of its own, and is ended by its PID.
usage: test_libreoffice.py VIENLOGS-ACTS
"""
import json
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

TOOL = sys.argv[1]
NEW_PROFILE = 81  # soffice.bin made its profile and wants to be started again
SOURCE = """Dokumentu likums
I nodaļa Vispārīgie noteikumi
1. pants. Likuma mērķis
(1) Persona iesniedz iesniegumu ministrijai.
1) vārdu;
2) uzvārdu;
(2) Iestāde atbild mēneša laikā.
2. pants. Noslēgums
(1) Likums stājas spēkā nākamajā dienā."""


def run(*arguments):
    done = subprocess.run([TOOL, *arguments], capture_output=True, text=True, timeout=20)
    if done.returncode != 0:
        raise SystemExit(f"vienlogs-acts {arguments[0]}: {done.stderr}")
    return done.stdout


def value(name, content):
    return PropertyValue(Name=name, Value=content)


class Office:
    def __init__(self, folder):
        pipe = f"vienlogs-{os.getpid()}"
        self.command = ["/usr/lib/libreoffice/program/soffice.bin", f"-env:UserInstallation=file://{folder}/profile", "--headless",
             "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"]
        self.environment = {**os.environ, "HOME": folder}
        self.start()
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        self.context = self.connected(resolver, f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        self.desktop = self.context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", self.context)

    def start(self):
        self.process = subprocess.Popen(self.command, env=self.environment, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)

    def connected(self, resolver, address):
        end = time.monotonic() + 60
        while True:
            try:
                return resolver.resolve(address)
            except NoConnectException:
                if self.process.poll() == NEW_PROFILE:
                    self.start()
                elif time.monotonic() > end or self.process.poll() is not None:
                    raise
                time.sleep(0.1)

    def open(self, path):
        return self.desktop.loadComponentFromURL("file://" + path, "_blank", 0, (value("Hidden", True),))

    def new(self):
        return self.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (value("Hidden", True),))

    def dispatch(self, document, command):
        dispatcher = self.context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", self.context)
        dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" + command, "", 0, ())

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()


FILTERS = {".odt": "writer8", ".docx": "MS Word 2007 XML"}


def save(document, path):
    document.storeToURL("file://" + path, (value("FilterName", FILTERS[os.path.splitext(path)[1]]),))
    document.close(True)


def convert(office, source, target):
    save(office.open(source), target)


def paragraphs(document):
    found = []
    walk = document.Text.createEnumeration()
    while walk.hasMoreElements():
        found.append(walk.nextElement())
    return found


def with_text(document, words):
    return next(p for p in paragraphs(document) if words in p.String)


def select(document, paragraph, and_break):
    cursor = document.CurrentController.ViewCursor
    cursor.gotoRange(paragraph.Start, False)
    cursor.gotoRange(paragraph.End, True)
    if and_break:
        cursor.goRight(1, True)
    return cursor


def insert_at(document, paragraph, offset, text):
    cursor = document.Text.createTextCursorByRange(paragraph.Start)
    cursor.goRight(offset, False)
    document.Text.insertString(cursor, text, False)


def enter_at(document, paragraph, offset):
    cursor = document.Text.createTextCursorByRange(paragraph.Start)
    cursor.goRight(offset, False)
    document.Text.insertControlCharacter(cursor, 0, False)


# Each edit gets the office and the document, and says which elements must have which fates; all others stay unchanged.
def unchanged(office, document):
    return {}


def middle(office, document):
    insert_at(document, with_text(document, "ministrijai"), 12, "X")
    return {"part": {"changed"}}


def at_start(office, document):
    insert_at(document, with_text(document, "ministrijai"), 4, "Ikviena ")
    return {"part": {"changed"}}


def at_end(office, document):
    paragraph = with_text(document, "ministrijai")
    document.Text.insertString(paragraph.End, " Bez maksas.", False)
    return {"part": {"changed"}}


def replace_all(office, document):
    search = document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString = "iesniegumu", "sūdzību"
    document.replaceAll(search)
    return {"part": {"changed"}}


def enter_middle(office, document):
    enter_at(document, with_text(document, "ministrijai"), 12)
    # The points behind it belong to the second half now.
    return {"part": {"changed"}, "new": {"new", "split"}, "first": {"moved"}, "second": {"moved"}}


def enter_before(office, document):
    paragraph = with_text(document, "ministrijai")
    enter_at(document, paragraph, 0)
    return {}


def enter_after(office, document):
    paragraph = with_text(document, "ministrijai")
    document.Text.insertControlCharacter(paragraph.End, 0, False)
    document.Text.insertString(paragraph.End, "(3) Pavisam jauns.", False)
    found = paragraphs(document)
    after = found[[p.String for p in found].index(next(p.String for p in found if "ministrijai" in p.String)) + 1]
    if not after.String:
        document.Text.insertString(after.Start, "(3) Pavisam jauns.", False)
    return None  # what LibreOffice made of it decides; nothing may be lost


def join(office, document):
    paragraph = with_text(document, "vārdu;")
    cursor = document.Text.createTextCursorByRange(paragraph.End)
    cursor.goRight(1, True)
    cursor.String = ""
    return {"second": {"deleted", "joined"}}


def retype(office, document):
    paragraph = with_text(document, "ministrijai")
    paragraph.String = "(1) Pavisam cits teikums ministrijai."
    return {"part": {"changed"}}


def remove(office, document):
    select(document, with_text(document, "ministrijai"), True).String = ""
    return {"part": {"deleted"}, "first": {"moved"}, "second": {"moved"}}  # the points are the article's now


def move(office, document):
    select(document, with_text(document, "Iestāde atbild"), True)
    office.dispatch(document, "Cut")
    document.CurrentController.ViewCursor.gotoRange(with_text(document, "Likums stājas").Start, False)
    office.dispatch(document, "Paste")
    return {"other": {"moved"}}


def duplicate(office, document):
    select(document, with_text(document, "Iestāde atbild"), True)
    office.dispatch(document, "Copy")
    document.CurrentController.ViewCursor.gotoRange(with_text(document, "Likums stājas").Start, False)
    office.dispatch(document, "Paste")
    return {"other": {"unchanged"}, "new": {"duplicated"}}


EDITS = [unchanged, middle, at_start, at_end, replace_all, enter_middle, enter_before, enter_after, join, retype, remove, move,
         duplicate]


def judge(expected, report, names):
    """The differences between what was done and what the merge list says."""
    fates = {}
    for item in report["items"]:
        fates.setdefault(item["element"], set()).update(item["fates"])
    wrong = [f"{names[i]} is in no line of the list" for i in names if i not in fates]
    if expected is None:
        return wrong
    expected = dict(expected)
    new = expected.pop("new", None)
    unknown = {i: f for i, f in fates.items() if i not in names}
    if new is None and unknown:
        wrong.append(f"unexpected new elements {list(unknown.values())}")
    if new is not None and [f - {"guessed"} for f in unknown.values()] not in ([new], [new | {"split"}]):
        wrong.append(f"new elements are {list(unknown.values())}, not {new}")
    for element, name in names.items():
        wanted = expected.get(name)
        got = fates.get(element, set())
        if wanted is not None and got != wanted:
            wrong.append(f"{name} is {got}, not {wanted}")
        if wanted is None and got - {"unchanged", "changed"}:
            wrong.append(f"{name} is {got}")
    return wrong


def names_of(act):
    words = {"ministrijai": "part", "vārdu": "first", "uzvārdu": "second", "Iestāde": "other"}
    names = {}
    for line in run("show", act).splitlines():
        element, _, _, text = line.split("\t")
        names[element] = next((name for word, name in words.items() if text.startswith(word) or word + "." in text
                               or (word == "Iestāde" and word in text)), text)
    return names


def imported(folder, act, path):
    run("import", path, "--base", act, "--report", f"{folder}/report.json")
    with open(f"{folder}/report.json", encoding="utf-8") as file:
        return json.load(file)[0]


def main():
    failures = []
    with tempfile.TemporaryDirectory(prefix="vienlogs-acts-") as folder:
        office = Office(folder)
        try:
            document = office.new()
            document.Text.String = SOURCE.replace("\n", "\r")  # a new paragraph, not a line
            save(document, f"{folder}/foreign.odt")
            act = f"{folder}/law.act"
            run("new", "--kind", "law", act)
            run("import", f"{folder}/foreign.odt", "--base", act, "--accept", "--by", "Līga Kalniņa")
            run("number", act, "--by", "Līga Kalniņa")
            names = names_of(act)
            before = open(act, "rb").read()
            for ending in FILTERS:
                run("export", act, "--to", f"{folder}/law{ending}")
                for edit in EDITS:
                    for tracked in (False, True):
                        document = office.open(f"{folder}/law{ending}")
                        document.RecordChanges = tracked
                        expected = edit(office, document)
                        save(document, f"{folder}/back{ending}")
                        wrong = judge(expected, imported(folder, act, f"{folder}/back{ending}"), names)
                        name = edit.__name__ + ending + (" tracked" if tracked else "")
                        print(name, "right" if not wrong else "; ".join(wrong), flush=True)
                        failures += [f"{name}: {w}" for w in wrong]
            for first, second in ((".odt", ".docx"), (".docx", ".odt")):
                convert(office, f"{folder}/law{first}", f"{folder}/there{second}")
                convert(office, f"{folder}/there{second}", f"{folder}/back{first}")
                for path in (f"{folder}/there{second}", f"{folder}/back{first}"):
                    wrong = judge({}, imported(folder, act, path), names)
                    name = f"{first} to {os.path.basename(path)}"
                    print(name, "right" if not wrong else "; ".join(wrong), flush=True)
                    failures += [f"{name}: {w}" for w in wrong]
            if open(act, "rb").read() != before:
                failures.append("an import without --accept changed the act")
        finally:
            office.end()
    print(f"{len(EDITS)} edits in {len(FILTERS)} formats, tracked and not, {len(failures)} wrong")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
