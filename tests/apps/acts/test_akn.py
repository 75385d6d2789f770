#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
"""Takes acts out as Akoma Ntoso and back by command; what xmllint says of them is the schema's word.

usage: test_akn.py VIENLOGS-ACTS SCHEMA
"""
import subprocess
import sys
import tempfile

TOOL, SCHEMA = sys.argv[1:3]
AMENDMENT = """1. Aizstāt 5. panta otrajā daļā vārdu "mēneša" ar vārdu "nedēļas".
2. Izslēgt 6. pantu."""
LAW = ["Dokumentu likums", "5. pants. Iesniegums", "(1) Persona iesniedz iesniegumu.", "(2) Iestāde atbild mēneša laikā.",
       "6. pants. Atbilde"]


def run(*arguments):
    done = subprocess.run([TOOL, *arguments], capture_output=True, text=True, timeout=20)
    if done.returncode != 0:
        raise SystemExit(f"vienlogs-acts {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def expect(condition, what):
    if not condition:
        raise SystemExit(what)


def valid(path):
    done = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", SCHEMA, path], capture_output=True, text=True,
                          timeout=60)
    expect(done.returncode == 0, done.stderr)


def act_of(folder, name, kind, lines):
    """An act read from plain paragraphs of an OpenDocument file."""
    import zipfile
    body = "".join(f"<text:p>{line}</text:p>" for line in lines)
    with zipfile.ZipFile(f"{folder}/{name}.odt", "w") as package:
        package.writestr("content.xml", '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
                         'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
                         f"{body}</office:text></office:body></office:document-content>")
    act = f"{folder}/{name}.act"
    run("new", "--kind", kind, act)
    run("import", f"{folder}/{name}.odt", "--base", act, "--accept", "--by", "Līga")
    return act


def main():
    with tempfile.TemporaryDirectory(prefix="vienlogs-akn-") as folder:
        law = act_of(folder, "law", "law", LAW)
        out, copy = f"{folder}/law.akn.xml", f"{folder}/copy.act"
        run("export", law, "--to", out, "--author", "Tieslietu ministrija")
        valid(out)
        run("new", "--from", out, copy, "--by", "Anna")
        expect(run("show", copy) == run("show", law), run("show", copy))

        text = open(out, encoding="utf-8").read()
        with open(out, "w", encoding="utf-8") as file:
            file.write(text.replace("mēneša", "nedēļas"))
        before = open(law, "rb").read()
        run("import", out, "--base", law, "--report", f"{folder}/report.json")
        expect('"changed": 1' in open(f"{folder}/report.json", encoding="utf-8").read(), "the change is not in the report")
        expect(open(law, "rb").read() == before, "an import without --accept changed the act")
        run("import", out, "--base", law, "--accept", "--by", "Anna")
        expect("nedēļas" in run("show", law) and "mēneša" not in run("show", law), run("show", law))

        amending = act_of(folder, "amending", "law-amendments", ["Grozījumi Dokumentu likumā", *AMENDMENT.split("\n")])
        run("export", amending, "--to", out)
        valid(out)
        text = open(out, encoding="utf-8").read()
        expect('type="substitution"' in text and 'href="/akn/lv/act#art_5__para_2"' in text, text)
        expect('type="repeal"' in text and 'href="/akn/lv/act#art_6"' in text, text)
        done = subprocess.run([TOOL, "import", out, "--base", law], capture_output=True, text=True, timeout=20)
        expect(done.returncode != 0 and "VL-OFFICE-0005" in done.stderr, "another act's file is taken")


main()
