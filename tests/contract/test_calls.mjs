// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Calls every operation of the document through `prism proxy --errors`: whatever the proxy has to say against a request
// or an answer is a fault, and so is an operation that is not called.
import { dirname, join } from "node:path";
import { failures, goodCalls, requestOf } from "./calls.mjs";
import { Document, need } from "./document.mjs";
import { ask } from "./http.mjs";
import { World } from "./world.mjs";

const [bin, source] = process.argv.slice(2);

/** What is wrong with an answer that came through the proxy, or nothing. */
function faultOf(document, operation, call, answer) {
    let json;
    try {
        json = JSON.parse(answer.body);
    } catch {
        json = undefined;
    }
    if (String(json?.type).includes("stoplight.io/prism"))
        return `the proxy says: ${answer.body}`;
    if (answer.headers["sl-violations"])
        return `the proxy says: ${answer.headers["sl-violations"]}`;
    if (answer.status !== call.status)
        return `${answer.status} instead of ${call.status}: ${answer.body}`;
    if (call.code && json.code !== call.code)
        return `${json.code} instead of ${call.code}`;
    if (call.result && json[0].problem?.code !== call.result)
        return `result ${JSON.stringify(json)} instead of ${call.result}`;
    return document.faultOf(operation, answer);
}

/** The proxy itself must be awake: it has to refuse what the document does not allow. */
async function faultOfProxy(proxy, clerk) {
    const answer = await ask(proxy, { method: "POST", path: "/v1/blobs", headers: clerk, body: '{"sha256":5}' });
    return answer.body.includes("stoplight.io/prism") ? null : `the proxy let a wrong request through: ${answer.body}`;
}

async function run(world) {
    const document = new Document(source);
    await world.open();
    const cli = join(dirname(need.resolve("@stoplight/prism-cli/package.json")), "dist/index.js");
    const proxy = await world.start("prism", process.execPath,
        [cli, "proxy", document.file, `http://${world.address}`, "--errors", "--host", "127.0.0.1", "--port", "0"],
        /listening on http:\/\/(\S+)/);
    const good = await goodCalls(world);
    const bad = await failures(world, good);
    const faults = [await faultOfProxy(proxy.address, world.sessions.clerk.headers)].filter(Boolean);
    let calls = 0;
    const check = async (operation, call, kind) => {
        const fault = faultOf(document, operation, call, await ask(proxy.address, requestOf(operation, call)));
        ++calls;
        if (fault)
            faults.push(`${operation.id} (${kind}): ${fault}`);
    };
    const known = new Map(document.operations.map((operation) => [operation.id, operation]));
    for (const id of Object.keys(good))
        await check(known.get(id), good[id], "success");
    for (const { id, operation } of document.operations) {
        if (!(id in good))
            faults.push(`${id} is not called: add it to calls.mjs`);
        const mayFail = "default" in operation.responses;
        const ways = bad[id] ?? [];
        // Where a session is wanted, one that is none is refused; the proxy lets any token pass.
        if (mayFail && operation.security === undefined)
            ways.push({ ...good[id], status: 401, code: "VL-SRV-0001",
                headers: { ...good[id]?.headers, authorization: "Bearer none" } });
        if (mayFail && ways.length === 0)
            faults.push(`${id} is not called so that it fails`);
        for (const call of ways)
            await check(known.get(id), call, `failure ${call.code ?? call.status}`);
    }
    console.log(`${document.operations.length} operations, ${calls} calls, ${faults.length} faults`);
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
