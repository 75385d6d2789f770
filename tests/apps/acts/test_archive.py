#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
"""Checks a draft by the drafting rules and the dictionary, archives it and validates the archive, whole and spoilt.

usage: test_archive.py VIENLOGS-ACTS SCHEMA
"""
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

TOOL, SCHEMA = sys.argv[1:3]
LAW = ["Dokumentu likums", "1. pants. Iesniegums.", "(1) Persona  iesniedz iesniegumu", "(2) Iestāde atbildd pēc iespējas ātri."]


def call(*arguments, **more):
    return subprocess.run([TOOL, *arguments], capture_output=True, text=True, timeout=100, **more)


def run(*arguments):
    done = call(*arguments)
    if done.returncode != 0:
        raise SystemExit(f"vienlogs-acts {' '.join(arguments)}: {done.stdout} {done.stderr}")
    return done.stdout


def expect(condition, what):
    if not condition:
        raise SystemExit(what)


def law_in(folder):
    body = "".join(f"<text:p>{line.replace('  ', ' <text:s/>')}</text:p>" for line in LAW)
    with zipfile.ZipFile(f"{folder}/law.odt", "w") as package:
        package.writestr("content.xml", '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
                         'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
                         f"{body}</office:text></office:body></office:document-content>")
    act = f"{folder}/law.act"
    run("new", "--kind", "law", act)
    run("import", f"{folder}/law.odt", "--base", act, "--accept", "--by", "Līga")
    run("number", act, "--by", "Līga")
    return act


def lint(act):
    codes = [line.split("\t")[2] for line in run("lint", act).splitlines()]
    expect(codes == ["VL-RULE-0015", "VL-RULE-0010", "VL-RULE-0013", "VL-RULE-0016"], codes)
    expect("\tatbildd\tatbild" in run("lint", act, "--spelling", "lv_LV"), "the misspelt word is not found")
    expect("A heading has no full stop." in run("lint", act, "--language", "en"), "the rules speak no English")
    missing = call("lint", act, "--spelling", "xx_XX")
    expect(missing.returncode == 1 and "VL-SPELL-0001" in missing.stderr, missing.stderr)
    codes = [line.split("\t")[2] for line in run("lint", act, "--fix", "--by", "Anna").splitlines()]
    expect(codes == ["VL-RULE-0016"], codes)
    text = run("show", act)
    expect("\tPersona iesniedz iesniegumu.\n" in text and "\tIesniegums\n" in text, text)


def changed(archive, folder, name, content):
    spoilt = f"{folder}/spoilt.zip"
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(spoilt, "w") as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        if content is not None:
            new.writestr(name, content)
    done = call("validate", spoilt, "--schema", SCHEMA)
    expect(done.returncode == 1 and "VL-OFFICE-0008" in done.stderr, done.stderr)
    return done.stdout


def archive(act, folder):
    signature = f"{folder}/law.asice"
    with open(signature, "wb") as file:
        file.write(b"PK signature")
    target = f"{folder}/law.zip"
    run("archive", act, signature, "--to", target, "--author", "Tieslietu ministrija")
    run("validate", target, "--schema", SCHEMA)
    with zipfile.ZipFile(target) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    expect(set(parts) == {"act.akn.xml", "act.odt", "act.pdf", "act.log", "signatures/law.asice", "manifest.json"}, set(parts))
    for file in json.loads(parts["manifest.json"])["files"]:
        expect(hashlib.sha256(parts[file["name"]]).hexdigest() == file["sha256"], file)
    expect(b"pdfaid:part>2<" in parts["act.pdf"], "no PDF/A-2")
    expect(parts["act.log"] == open(act, "rb").read(), "the log is another one")
    expect("act.pdf was changed" in changed(target, folder, "act.pdf", b"%PDF-"), "a changed PDF is not seen")
    expect("act.odt is missing" in changed(target, folder, "act.odt", None), "a missing text is not seen")
    expect("x.txt is not in the manifest" in changed(target, folder, "x.txt", b"x"), "a part too many is not seen")
    other = parts["act.akn.xml"].replace(b"Persona", "Iestāde".encode())
    expect("act.odt says something else" in changed(target, folder, "act.akn.xml", other), "two texts are taken for one")
    wrong = parts["act.akn.xml"].replace(b"<heading>", b"<nonsense/><heading>")
    expect("nonsense" in changed(target, folder, "act.akn.xml", wrong), "the schema is not asked")


def main():
    with tempfile.TemporaryDirectory(prefix="vienlogs-archive-") as folder:
        act = law_in(folder)
        lint(act)
        archive(act, folder)
        run("export", act, "--to", f"{folder}/law.pdf")
        if shutil.which("pdftotext"):
            text = subprocess.run(["pdftotext", f"{folder}/law.pdf", "-"], capture_output=True, text=True, timeout=20).stdout
            expect("1. pants. Iesniegums" in text, text)
        bare = call("export", act, "--to", f"{folder}/none.pdf", env={**os.environ, "PATH": folder})
        expect(bare.returncode == 1 and "VL-OFFICE-0007" in bare.stderr, bare.stderr)


main()
