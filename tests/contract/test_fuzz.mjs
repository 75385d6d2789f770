// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Sends generated requests to every operation of the document, straight to the server: no 5xx, no status or body that
// the document does not describe, no code that does not exist, and the server is well afterwards.
//
//   FC_SEED=N   the seed of a run before (printed); FC_RUNS=N  requests of each operation (150)
//   FC_ONLY=ID  one operation only
import { goodCalls } from "./calls.mjs";
import { Document, need } from "./document.mjs";
import { requestsTo } from "./generate.mjs";
import { ask } from "./http.mjs";
import { World } from "./world.mjs";

const fc = need("fast-check");
const [bin, source] = process.argv.slice(2);
const seed = Number(process.env.FC_SEED ?? 20261123);
const runs = Number(process.env.FC_RUNS ?? 150);

/** What is wrong with the answer to a request, or nothing. Another method than the operation's is only refused. */
function faultOf(document, operation, request, answer) {
    if (request.method === "HEAD")
        return answer.status >= 500 ? `status ${answer.status}` : null;
    const asked = document.operations.find((one) => one.method === request.method && one.path === operation.path) ?? operation;
    if (asked !== operation || request.method !== operation.method || answer.status === 404 || !("default" in operation.operation.responses))
        return answer.status >= 500 ? `status ${answer.status}` : answer.status >= 400 ? faultOfProblem(document, answer) : null;
    return document.faultOf(operation, answer);
}

/** Operations that always succeed describe no refusal; what HTTP itself refuses is a problem all the same. */
function faultOfProblem(document, answer) {
    return document.faultOf(document.operations.find((one) => one.id === "requestChallenge"), answer);
}

const short = (request) => JSON.stringify({ ...request, headers: Object.keys(request.headers),
    body: request.body === undefined ? undefined : String(request.body).slice(0, 300) });

async function fuzz(document, world, operation, good) {
    const { clerk, auditor } = world.sessions;
    // A logout ends the session for good, so it gets one of its own each time.
    const sessions = operation.id === "closeSession"
        ? [(await world.logIn("clerk", "ces-01", "CES")).headers, { "x-vienlogs-device": "ces-01" }]
        : [clerk.headers, clerk.headers, clerk.headers, auditor.headers, { "x-vienlogs-device": "ces-01" }, {},
            { ...clerk.headers, authorization: "Bearer x" }, { ...clerk.headers, "x-vienlogs-device": "nobody" }];
    const property = fc.asyncProperty(requestsTo(document, operation, good, sessions), async (request) => {
        const answer = await ask(world.address, request);
        const fault = faultOf(document, operation, request, answer);
        if (fault)
            throw new Error(`${fault} to ${short(request)}: ${answer.body.slice(0, 300)}`);
    });
    const result = await fc.check(property, { seed, numRuns: runs, endOnFailure: false, maxSkipsPerRun: 1000 });
    return result.failed ? `${operation.id}: ${result.errorInstance?.message ?? result.error} (path ${result.counterexamplePath})` : null;
}

async function run(world) {
    const document = new Document(source);
    console.log(`FC_SEED=${seed} FC_RUNS=${runs}`);
    await world.open();
    const good = await goodCalls(world);
    const faults = [];
    for (const operation of document.operations) {
        if (process.env.FC_ONLY && process.env.FC_ONLY !== operation.id)
            continue;
        const fault = await fuzz(document, world, operation, good[operation.id]);
        if (fault)
            faults.push(fault);
        if (world.server.exitCode !== null || world.server.signalCode !== null)
            throw new Error(`the server ended at ${operation.id}`);
    }
    const ready = await ask(world.address, { method: "GET", path: "/readyz" });
    if (ready.status !== 200)
        faults.push(`not ready afterwards: ${ready.body}`);
    console.log(`${document.operations.length} operations, ${runs} requests each, ${faults.length} faults`);
    for (const fault of faults)
        console.error(fault);
    return faults.length;
}

const world = new World({ bin, source });
try {
    process.exitCode = (await run(world)) === 0 ? 0 : 1;
} finally {
    await world.close();
}
