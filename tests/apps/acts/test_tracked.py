#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
"""Exports what changed since a version as tracked changes and holds them against a real LibreOffice: all accepted it is the
act as it is now, all rejected the act as it was; read back without LibreOffice it changes nothing.

usage: test_tracked.py VIENLOGS-ACTS [.odt|.docx]...
"""
import shutil
import sys
import tempfile

from test_libreoffice import SOURCE, Office, insert_at, paragraphs, run, save, with_text

AUTHOR = "Anna Bērziņa"
FORMATS = sys.argv[2:] or [".odt", ".docx"]


def edited(document):
    """Words put in, a unit taken out, a unit put in."""
    insert_at(document, with_text(document, "ministrijai"), 12, "rakstveida ")
    fresh = document.Text.createTextCursorByRange(with_text(document, "laikā").End)
    document.Text.insertControlCharacter(fresh, 0, False)
    document.Text.insertString(fresh, "(3) Atbilde ir bez maksas.", False)
    goes = document.Text.createTextCursorByRange(with_text(document, "uzvārdu").Start)
    goes.gotoEndOfParagraph(True)
    goes.goRight(1, True)
    goes.String = ""


def texts(office, path, command=None):
    document = office.open(path)
    redlines = 0
    authors = set()
    walk = document.Redlines.createEnumeration()
    while walk.hasMoreElements():
        redlines += 1
        authors.add(walk.nextElement().RedlineAuthor)
    if command:
        office.dispatch(document, command)
    found = [p.String for p in paragraphs(document) if p.String]
    document.close(True)
    return found, redlines, authors


def main():
    folder = tempfile.mkdtemp(prefix="vienlogs-tracked-")
    office = Office(folder)
    try:
        source, act = folder + "/source.odt", folder + "/law.jsonl"
        document = office.new()
        for line in SOURCE.split("\n"):
            document.Text.insertString(document.Text.End, line, False)
            document.Text.insertControlCharacter(document.Text.End, 0, False)
        save(document, source)
        run("new", "--kind", "law", act)
        run("import", source, "--base", act, "--accept", "--by", "Ministrija")
        run("number", act, "--by", "Ministrija")
        with open(act, encoding="utf-8") as log:
            version = len(log.readlines()) - 1
        before_act = folder + "/before.jsonl"
        shutil.copy(act, before_act)
        run("export", act, "--to", folder + "/out.odt")
        document = office.open(folder + "/out.odt")
        edited(document)
        save(document, folder + "/back.odt")
        run("import", folder + "/back.odt", "--base", act, "--accept", "--by", AUTHOR)
        run("number", act, "--by", AUTHOR)
        shown = run("show", act)
        if shown == run("show", before_act):
            raise SystemExit("the edits changed nothing")
        for ending in FORMATS:
            tracked, now, before = (folder + "/" + name + ending for name in ("tracked", "now", "before"))
            run("export", act, "--to", tracked, "--changes-since", str(version))
            run("export", act, "--to", now)
            run("export", before_act, "--to", before)
            is_now, none, _ = texts(office, now)
            was, _, _ = texts(office, before)
            accepted, redlines, authors = texts(office, tracked, "AcceptAllTrackedChanges")
            rejected, _, _ = texts(office, tracked, "RejectAllTrackedChanges")
            if none or not redlines or authors != {AUTHOR}:
                raise SystemExit(f"{ending}: {none}, {redlines} changes by {authors}")
            if accepted != is_now:
                raise SystemExit(f"{ending} accepted:\n{accepted}\nand not\n{is_now}")
            if rejected != was:
                raise SystemExit(f"{ending} rejected:\n{rejected}\nand not\n{was}")
            again = folder + "/again" + ending + ".jsonl"
            shutil.copy(act, again)
            run("import", tracked, "--base", again, "--accept", "--by", "Cits")
            if run("show", again) != shown:
                raise SystemExit(f"{ending}: read back, it is\n{run('show', again)}\nand not\n{shown}")
            print(f"{ending}: {redlines} changes, accepted and rejected as they must be")
    finally:
        office.end()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
