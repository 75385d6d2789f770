#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
"""Merges files of several colleagues by command; one of them was saved again by a real LibreOffice.
usage: test_merging.py VIENLOGS-ACTS
"""
import json
import os
import subprocess
import sys
import tempfile
import zipfile

TOOL = sys.argv[1]
NEW_PROFILE = 81  # soffice.bin made its profile and wants to be started again
LINES = ["Dokumentu likums", "1. pants. Mērķis", "(1) Persona iesniedz iesniegumu ministrijai.", "(2) Iestāde atbild mēneša laikā."]
NAMESPACES = ("office:1.0", "text:1.0", "style:1.0")


def run(*arguments, code=0):
    done = subprocess.run([TOOL, *arguments], capture_output=True, text=True, timeout=20)
    assert done.returncode == code, f"{arguments[0]}: {done.stdout}{done.stderr}"
    return done.stdout


def foreign(path):
    names = " ".join(f'xmlns:{n.split(":")[0]}="urn:oasis:names:tc:opendocument:xmlns:{n}"' for n in NAMESPACES)
    body = "".join(f"<text:p>{line}</text:p>" for line in LINES)
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("content.xml", f"<office:document-content {names}><office:body><office:text>{body}"
                                     "</office:text></office:body></office:document-content>")


def edited(source, target, *pairs):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            if name == "content.xml":
                for before, after in pairs:
                    assert before in content, before
                    content = content.replace(before, after)
            new.writestr(name, content)


def saved_again(path, folder):
    """The file as LibreOffice writes it after opening it."""
    os.makedirs(f"{folder}/again", exist_ok=True)
    command = ["/usr/lib/libreoffice/program/soffice.bin", f"-env:UserInstallation=file://{folder}/profile", "--headless",
               "--convert-to", "odt:writer8", "--outdir", f"{folder}/again", path]
    for _ in range(3):
        done = subprocess.run(command, env={**os.environ, "HOME": folder}, capture_output=True, timeout=50)
        if done.returncode != NEW_PROFILE:
            break
    assert done.returncode == 0, done.stderr
    return f"{folder}/again/{os.path.basename(path)}"


TRACKED = ('<text:tracked-changes><text:changed-region xml:id="ct1" text:id="ct1"><text:insertion><office:change-info>'
           '<dc:creator>Anna</dc:creator><dc:date>2026-11-20T10:00:00</dc:date></office:change-info></text:insertion>'
           '</text:changed-region></text:tracked-changes>')
COMMENTS = ('<office:annotation office:name="a1"><dc:creator>Juris</dc:creator><dc:date>2026-11-20T11:00:00</dc:date>'
            '<text:p>Kāpēc?</text:p></office:annotation>Iestāde<office:annotation-end office:name="a1"/>'
            '<office:annotation office:name="a2" loext:resolved="true"><dc:creator>Anna</dc:creator>'
            '<dc:date>2026-11-20T12:00:00</dc:date><text:p>Reply to Juris (20/11/2026, 11:00): "Kāpēc?"</text:p>'
            '<text:p>Tā ir likumā.</text:p></office:annotation>')


def main():
    with tempfile.TemporaryDirectory(prefix="vienlogs-merge-") as folder:
        act, out, report = f"{folder}/law.act", f"{folder}/law.odt", f"{folder}/report.json"
        foreign(f"{folder}/foreign.odt")
        run("new", "--kind", "law", act)
        run("import", f"{folder}/foreign.odt", "--base", act, "--accept", "--by", "Līga")
        run("number", act, "--by", "Līga")
        run("export", act, "--to", out)
        files = [f"{folder}/{name}.odt" for name in ("anna", "juris", "ilze")]
        edited(out, files[0], ("<office:text>", "<office:text>" + TRACKED),
               ("ministrijai", 'ministrijai <text:change-start text:change-id="ct1"/>rakstveidā<text:change-end text:change-id="ct1"/>'),
               ("Iestāde", COMMENTS), ("mēneša", "divu nedēļu"))
        edited(out, files[1], ("mēneša", "divu nedēļu"), ("Persona", "Ikviens"))
        edited(out, files[2], ("mēneša", "gada"))
        files[0] = saved_again(files[0], folder)
        before = open(act, "rb").read()
        run("merge", act, *files[:2], files[1], "--report", report)
        assert open(act, "rb").read() == before
        with open(report, encoding="utf-8") as file:
            read = json.load(file)
        assert [f["standing"] for f in read["files"]] == ["read", "read", "twice"], read["files"]
        entries = read["entries"]
        agreed = [e for e in entries if e["standing"] == "agreed"]
        assert agreed and all(len({v["file"] for v in e["voices"]}) == 2 for e in agreed), entries
        tracked = [v for e in entries for v in e["voices"] if e["change"] == "text" and "time" in v]
        assert [(v["author"], v["time"][:19]) for v in tracked] == [("Anna", "2026-11-20T10:00:00")], entries
        comments = [e["comment"] for e in entries if e["change"] == "comment"]
        assert [c["author"] for c in comments] == ["Juris", "Anna"], comments
        assert comments[0]["quoted"] == "Iestāde" and "replyTo" not in comments[0], comments
        assert comments[1]["replyTo"] == comments[0]["comment"] and comments[1]["resolved"], comments

        run("merge", act, *files, "--report", report)
        with open(report, encoding="utf-8") as file:
            entries = json.load(file)["entries"]
        colliding = [e for e in entries if e["standing"] == "collides"]
        assert colliding and all(e["against"] for e in colliding), entries
        run("merge", act, *files, "--accept", *[e["id"] for e in colliding], "--by", "Līga", code=1)
        run("merge", act, *files, "--accept", colliding[0]["id"], "--by", "Līga")
        run("merge", act, *files[:2], "--accept", "all-clear", "--by", "Līga")
        shown = run("show", act)
        assert "Ikviens iesniedz iesniegumu ministrijai rakstveidā." in shown, shown

        # Our own file with the thread, saved again by LibreOffice, brings nothing new.
        run("export", act, "--to", out)
        run("merge", act, saved_again(out, folder), "--report", report)
        with open(report, encoding="utf-8") as file:
            entries = json.load(file)["entries"]
        assert entries == [], entries
    print("merged by command, through LibreOffice")


main()
