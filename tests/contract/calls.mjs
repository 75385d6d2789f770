// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// How each operation of the document is called: once so that it succeeds, and then so that it fails in the ways it may.
// Each call is {name, status, code?, method?, path?, query?, headers?, body?}; what is left out comes from the document.
import { sha256, ulid } from "./world.mjs";

const anna = "PNOLV-010181-15098";
const page = "a page of a scan";
const json = (value) => JSON.stringify(value);

/** Commands of one device, numbered as its outbox would. */
export class Desk {
    constructor(device = "ces-01") {
        this.device = device;
        this.sequence = 0;
        this.stream = ulid();
    }

    make(type, body, changes = {}) {
        return { key: ulid(), stream: this.stream, device: this.device, epoch: 1, sequence: ++this.sequence,
            clerk: "K-0001", place: "CES", at: "2026-11-23T08:00:00Z", type, body, ...changes };
    }

    openCase() {
        return this.make("case.open", { contactId: ulid(), number: `CES-1-2026-${this.sequence + 1}`,
            client: { identifier: anna, givenName: "Anna", familyName: "Bērziņa" },
            actingFor: { kind: "self", represented: null, name: "" }, identityLevel: "pin-proved",
            legalBasis: "in-person-authorisation", channel: "desk", lifeEventId: "",
            serviceId: "dzivesvietas-deklaresana", serviceVersion: 1, institution: "PMLP",
            formId: "dzivesvietas-deklaresana", formVersion: 1 });
    }
}

/** A call of every operation that does what it is for; they build on each other, in this order. */
export async function goodCalls(world) {
    const clerk = world.sessions.clerk.headers;
    const auditor = world.sessions.auditor.headers;
    const drafter = world.sessions.drafter.headers;
    const act = ulid();
    const device = { "x-vienlogs-device": "ces-01" };
    const keyed = () => ({ ...clerk, "idempotency-key": ulid() });
    const leaver = await world.logIn("clerk", "ces-01", "CES");
    const renewed = await world.logIn("clerk", "ces-01", "CES");
    const desk = new Desk();
    const opening = desk.openCase();
    const digest = sha256(page);
    return {
        live: { status: 200 },
        ready: { status: 200 },
        metrics: { status: 200 },
        requestChallenge: { status: 201, headers: device },
        openSession: { status: 201, headers: device, body: json(await world.loginBody("clerk", "ces-01", "CES")) },
        listLoginIssuers: { status: 200, headers: device },
        requestFederatedLogin: { status: 201, headers: device, body: json({ redirectUri: "http://127.0.0.1:9/back" }) },
        openFederatedSession: { status: 201, headers: device, body: json(await world.federatedBody()) },
        refreshSession: { status: 201, headers: device, body: json({ refreshToken: renewed.refreshToken }) },
        closeSession: { status: 204, headers: leaver.headers },
        announceBlob: { status: 200, headers: clerk, body: json({ sha256: digest, size: page.length }) },
        putBlobPiece: { status: 200, headers: { ...clerk, "content-type": "application/octet-stream" },
            parameters: { sha256: digest, piece: 0 }, body: page },
        getBlob: { status: 200, headers: clerk, parameters: { sha256: digest } },
        postCommands: { status: 200, headers: clerk, body: json([opening,
            desk.make("case.save-answers", { answers: { street: "Rīgas iela 1" } }),
            desk.make("case.withdraw", { reason: "changed her mind" })]) },
        changes: { status: 200, headers: clerk, parameters: { scope: "place:CES", limit: 10 } },
        caseById: { status: 200, headers: clerk, parameters: { id: opening.stream } },
        createAct: { status: 201, headers: drafter, body: json({ id: act, kind: "law" }) },
        listActs: { status: 200, headers: drafter },
        actLog: { status: 200, headers: drafter, parameters: { id: act, after: 0 } },
        appendToAct: { status: 200, headers: drafter, parameters: { id: act },
            body: json({ after: { count: 0, chain: "" }, entries: [] }) },
        referenceManifest: { status: 200, headers: clerk },
        referenceItem: { status: 200, headers: clerk, parameters: { sha256: world.item } },
        queryRegister: { status: 200, headers: keyed(), body: json({ register: "population", operation: "person",
            subject: anna, purpose: "residence-declaration", legalBasis: "Dzīvesvietas deklarēšanas likums", contactId: ulid() }) },
        registerHealth: { status: 200, headers: clerk },
        clientHistory: { status: 200, headers: keyed(), body: json({ client: anna, purpose: "serving" }) },
        accessLog: { status: 200, headers: keyed(), body: json({ client: anna, limit: 2 }) },
        auditHead: { status: 200, headers: clerk },
        auditHeads: { status: 200, headers: clerk },
        auditInclusion: { status: 200, headers: clerk, parameters: { index: 0 } },
        auditConsistency: { status: 200, headers: clerk, parameters: { from: 1 } },
        auditStamps: { status: 200, headers: auditor },
        securityEvents: { status: 200, headers: auditor },
        auditExport: { status: 200, headers: auditor },
    };
}

/** Ways to fail that the document allows to ask for, so that the proxy has nothing against the request. */
export async function failures(world, good) {
    const clerk = world.sessions.clerk.headers;
    const device = { "x-vienlogs-device": "ces-01" };
    const stranger = await world.loginBody("clerk", "ces-01", "CES", world.stranger);
    const elsewhere = await world.loginBody("clerk", "ces-01", "CESP");
    const wrong = await world.loginBody("clerk", "ces-01", "CES");
    wrong.signature = Buffer.alloc(96, 1).toString("base64");
    const keyed = () => ({ ...clerk, "idempotency-key": ulid() });
    const desk = new Desk("ces-02");
    const changed = JSON.parse(good.postCommands.body)[0];
    const nobody = { status: 403, code: "VL-SRV-0003", headers: { "x-vienlogs-device": "nobody" } };
    const nothing = sha256("nothing");
    const other = (call, body) => ({ ...call, body, status: 422, code: "VL-SRV-0012" });
    return {
        requestChallenge: [nobody],
        openSession: [{ ...good.openSession, status: 401, code: "VL-SRV-0007" },
            { status: 403, code: "VL-SRV-0010", headers: device, body: json(stranger) },
            { status: 403, code: "VL-SRV-0005", headers: device, body: json(elsewhere) },
            { status: 401, code: "VL-SRV-0008", headers: device, body: json(wrong) },
            { ...nobody, body: json(wrong) }],
        listLoginIssuers: [{ ...nobody }],
        requestFederatedLogin: [{ ...nobody, body: good.requestFederatedLogin.body }],
        openFederatedSession: [{ ...good.openFederatedSession, status: 401, code: "VL-SRV-0007" },
            { ...nobody, body: good.openFederatedSession.body }],
        refreshSession: [{ ...good.refreshSession, status: 401, body: json({ refreshToken: "x" }) }],
        closeSession: [{ ...good.closeSession, status: 401, code: "VL-SRV-0001" }],
        announceBlob: [{ status: 403, code: "VL-SRV-0002", headers: world.sessions.auditor.headers, body: good.announceBlob.body }],
        putBlobPiece: [{ ...good.putBlobPiece, status: 404, parameters: { sha256: nothing, piece: 0 } }],
        getBlob: [{ status: 404, headers: clerk, parameters: { sha256: nothing } }],
        postCommands: [{ status: 200, result: "VL-SRV-0012", headers: clerk,
            body: json([{ ...changed, body: { ...changed.body, number: "CES-1-2026-999" } }]) },
        { status: 200, result: "VL-SRV-0004", headers: clerk,
            body: json([desk.make("case.withdraw", { reason: "" })]) }],
        changes: [{ status: 403, headers: clerk, parameters: { scope: "place:RIX" } }],
        caseById: [{ status: 404, headers: clerk, parameters: { id: ulid() } }],
        createAct: [{ ...good.createAct, status: 403, code: "VL-SRV-0002", headers: clerk }],
        listActs: [{ status: 403, code: "VL-SRV-0002", headers: clerk }],
        actLog: [{ ...good.actLog, status: 404, parameters: { id: ulid(), after: 0 } }],
        appendToAct: [{ ...good.appendToAct, status: 409, code: "VL-ACT-0008",
            body: json({ after: { count: 1, chain: sha256("another log") }, entries: [] }) }],
        referenceManifest: [{ status: 304, headers: { ...clerk, "if-none-match": world.tag } },
            { status: 403, code: "VL-SRV-0004", headers: { ...clerk, "x-vienlogs-device": "ces-02" } }],
        referenceItem: [{ status: 404, headers: clerk, parameters: { sha256: nothing } }],
        queryRegister: [other(good.queryRegister, good.queryRegister.body.replace("residence", "curiosity")),
            ...[["residence-declaration", "curiosity", 403, "VL-REG-0006"], ['"person"', '"nothing"', 404, "VL-REG-0010"]]
                .map(([from, to, status, code]) => ({ status, code, headers: keyed(), body: good.queryRegister.body.replace(from, to) }))],
        clientHistory: [other(good.clientHistory, json({ client: anna, purpose: "curiosity" }))],
        accessLog: [other(good.accessLog, json({ client: anna, limit: 3 }))],
        auditInclusion: [{ status: 404, headers: clerk, parameters: { index: 3, size: 2 } }],
        auditConsistency: [{ status: 409, code: "VL-AUD-0001", headers: clerk, parameters: { from: 999999999 } }],
        auditStamps: [{ status: 403, code: "VL-SRV-0002", headers: clerk }],
        securityEvents: [{ status: 403, code: "VL-SRV-0002", headers: clerk }],
        auditExport: [{ status: 403, code: "VL-SRV-0002", headers: clerk }],
    };
}

/** The request of a call. */
export function requestOf(operation, call) {
    const left = { ...call.parameters };
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => {
        const value = left[name];
        delete left[name];
        return encodeURIComponent(String(value));
    });
    const query = new URLSearchParams(left).toString();
    return { method: operation.method, path: query ? `${path}?${query}` : path, headers: call.headers ?? {}, body: call.body };
}
