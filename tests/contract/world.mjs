// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// A real server with its stand-ins, devices, people and logins, on free ports of 127.0.0.1. All of it are child
// processes, ended by their number.
import { execFileSync, spawn } from "node:child_process";
import { createHash, createHmac, randomBytes } from "node:crypto";
import { mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { CardIssuer } from "./cards.mjs";
import { ask } from "./http.mjs";

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A new ULID. */
export function ulid() {
    let number = BigInt("0x" + Date.now().toString(16).padStart(12, "0") + randomBytes(10).toString("hex"));
    let text = "";
    for (let i = 0; i < 26; ++i, number >>= 5n)
        text = crockford[Number(number & 31n)] + text;
    return text;
}

/** The code of an authenticator (RFC 6238) for the secret of an otpauth address. */
export function codeOf(secret, moment = Date.now()) {
    const bits = [...secret].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
    const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
    const step = Buffer.alloc(8);
    step.writeBigUInt64BE(BigInt(Math.floor(moment / 30000)));
    const digest = createHmac("sha1", key).update(step).digest();
    const at = digest[19] & 15;
    return String((digest.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, "0");
}

export class World {
    constructor({ bin, source }) {
        this.bin = bin;
        this.source = source;
        this.folder = mkdtempSync(join(tmpdir(), "vienlogs-contract-"));
        this.data = join(this.folder, "data");
        this.children = [];
    }

    admin(...words) {
        return execFileSync(join(this.bin, "vienlogs-admin"), ["--data", this.data, ...words], { encoding: "utf8", stdio: "pipe" });
    }

    /** Starts a program and waits for its line "listening HOST:PORT" on either of its outputs. */
    async start(name, command, words, pattern = /listening (?:on )?(\S+)/) {
        const child = spawn(command, words, { stdio: ["ignore", "pipe", openSync(join(this.folder, name + ".log"), "w")] });
        const ended = new Promise((_, fail) => {
            child.once("error", fail);
            child.once("exit", (code) => fail(new Error(`${name} ended with ${code}`)));
        });
        ended.catch(() => {});
        const lines = createInterface({ input: child.stdout });
        const listening = new Promise((found) => lines.on("line", (line) => {
            const match = pattern.exec(line);
            if (match)
                found(match[1]);
        }));
        this.children.push(child);
        return { child, address: await Promise.race([listening, ended]) };
    }

    async open() {
        const cards = join(this.folder);
        const issuer = new CardIssuer(cards);
        this.admin("init");
        this.admin("place", "add", "CES", "Cēsu VPVKAC");
        this.admin("place", "add", "CESP", "Cēsu novada pašvaldība", "--kind", "office");
        for (const [device, place] of [["ces-01", "CES"], ["ces-02", "CES"], ["office-01", "CESP"]])
            this.admin("device", "add", device, "--place", place, "--out", join(this.folder, "devices", device));
        this.admin("card-ca", "add", issuer.pem);
        this.people = {};
        for (const [id, identifier, role] of [["K-0001", "PNOLV-161175-19997", "clerk"],
            ["A-0001", "PNOLV-210860-10528", "auditor"], ["P-0001", "PNOLV-010181-15098", "admin"],
            ["D-0001", "PNOLV-150585-12343", "drafter"]]) {
            this.admin("user", "add", "--id", id, "--identifier", identifier, "--name", `Name of ${id}`,
                "--institution", "CESIS", "--role", role);
            this.people[role] = issuer.issue(identifier);
        }
        this.stranger = issuer.issue("PNOLV-323456-78901");
        await this.openStandIns();
        const { child, address } = await this.start("server", join(this.bin, "vienlogs-server"), ["--data", this.data,
            "--listen", "127.0.0.1:0", "--plain-http", "--rate", "100000", "--reference", join(this.source, "server/data"),
            "--registers", `http://${this.registers}`, "--issuer", this.issuer]);
        this.server = child;
        this.address = address;
        this.sessions = {
            clerk: await this.logIn("clerk", "ces-01", "CES"),
            auditor: await this.logIn("auditor", "office-01", "CESP"),
            drafter: await this.logIn("drafter", "office-01", "CESP"),
        };
        const reference = await ask(this.address, { method: "GET", path: "/v1/reference", headers: this.sessions.clerk.headers });
        this.tag = reference.headers.etag;
        this.item = JSON.parse(reference.body).items[0].sha256;
    }

    async openStandIns() {
        const people = join(this.folder, "people.json");
        const staff = join(this.folder, "staff.json");
        writeFileSync(people, JSON.stringify([{ sub: "s-1", name: "Ilze" }]));
        writeFileSync(staff, "[]");
        const issuer = await this.start("oidc", join(this.bin, "vienlogs-oidc"),
            ["--listen", "127.0.0.1:0", "--people", people, "--staff", staff]);
        this.issuer = `http://${issuer.address}`;
        writeFileSync(staff, JSON.stringify({ format: "vienlogs-staff-1", asOf: "2026-11-23T06:00:00Z",
            employees: [{ id: "F-0001", identifier: "PNOLV-070190-12346", name: "Ilze Liepa", institution: "CESIS",
                roles: ["clerk"], places: ["CES"], subject: `${this.issuer}#s-1` }] }));
        this.admin("users", "import", staff);
        this.secret = /secret=([A-Z2-7]+)/.exec(this.admin("user", "second-factor", "F-0001"))[1];
        const registers = await this.start("registers", join(this.bin, "vienlogs-registers"),
            ["--listen", "127.0.0.1:0", "--seed", "1", "--people", "200"]);
        this.registers = registers.address;
    }

    /** The body of a login that the server will accept once. */
    async loginBody(role, device, place, card = this.people[role]) {
        const challenge = await ask(this.address, { method: "POST", path: "/v1/login/challenges",
            headers: { "x-vienlogs-device": device } });
        return card.answer(JSON.parse(challenge.body), place);
    }

    /** Headers of a new session. */
    async logIn(role, device, place) {
        const body = await this.loginBody(role, device, place);
        const answer = await ask(this.address, { method: "POST", path: "/v1/sessions",
            headers: { "x-vienlogs-device": device }, body: JSON.stringify(body) });
        const session = JSON.parse(answer.body);
        if (answer.status !== 201)
            throw new Error(`login of ${role}: ${answer.body}`);
        return { headers: { "x-vienlogs-device": device, authorization: `Bearer ${session.token}` },
            refreshToken: session.refreshToken };
    }

    /** Begins a federated login and comes back from the issuer's page as a browser would. */
    async federatedBody() {
        const begun = JSON.parse((await ask(this.address, { method: "POST", path: "/v1/login/federated",
            headers: { "x-vienlogs-device": "ces-01" },
            body: JSON.stringify({ redirectUri: "http://127.0.0.1:9/back" }) })).body);
        const page = new URL(begun.authorizationUrl);
        const answer = await ask(page.host, { method: "GET", path: `${page.pathname}${page.search}&login_hint=s-1` });
        const back = new URL(answer.headers.location).searchParams;
        return { id: begun.id, place: "CES", state: back.get("state"), code: back.get("code"), secondFactor: codeOf(this.secret) };
    }

    async close() {
        for (const child of this.children) {
            if (child.exitCode !== null || child.signalCode !== null)
                continue;
            const ended = new Promise((done) => child.once("exit", done));
            child.kill("SIGTERM");
            await ended;
        }
        rmSync(this.folder, { recursive: true, force: true });
    }
}
