// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// An issuer of eID cards, and what a card does at a login.
import { execFileSync } from "node:child_process";
import { createPrivateKey, sign, X509Certificate } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const openssl = (folder, ...words) => execFileSync("openssl", words, { cwd: folder, stdio: "pipe" });

export class CardIssuer {
    constructor(folder) {
        this.folder = folder;
        this.pem = join(folder, "issuer.pem");
        openssl(folder, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384", "-nodes", "-sha384",
            "-days", "30", "-subj", "/CN=Test card issuer", "-keyout", "issuer.key", "-out", "issuer.pem",
            "-addext", "keyUsage=critical,keyCertSign");
        writeFileSync(join(folder, "card.ext"), "keyUsage=critical,digitalSignature\nextendedKeyUsage=clientAuth\n");
    }

    issue(serialNumber) {
        const file = (ending) => `card-${serialNumber}.${ending}`;
        openssl(this.folder, "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384", "-nodes", "-subj",
            `/CN=Somebody/serialNumber=${serialNumber}`, "-keyout", file("key"), "-out", file("csr"));
        openssl(this.folder, "x509", "-req", "-in", file("csr"), "-CA", "issuer.pem", "-CAkey", "issuer.key",
            "-CAcreateserial", "-sha384", "-days", "20", "-extfile", "card.ext", "-out", file("pem"));
        return new Card(readFileSync(join(this.folder, file("key"))), readFileSync(join(this.folder, file("pem"))));
    }
}

class Card {
    constructor(key, certificate) {
        this.key = createPrivateKey(key);
        this.certificate = new X509Certificate(certificate).raw.toString("base64");
    }

    /** The body of POST /v1/sessions for a challenge. */
    answer({ id, challenge }, place) {
        const bytes = Buffer.concat([Buffer.from(`vienlogs-login\n${place}\n`), Buffer.from(challenge, "base64")]);
        const signature = sign("sha384", bytes, { key: this.key, dsaEncoding: "ieee-p1363" });
        return { challengeId: id, place, certificate: this.certificate, algorithm: "ES384",
            signature: signature.toString("base64") };
    }
}
