// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// The API document: its operations, and whether an answer is as it says.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Packages lie in the build folder, which VIENLOGS_NODE_MODULES names. */
export const need = createRequire(join(process.env.VIENLOGS_NODE_MODULES, "x.js"));

const pointer = (...words) => words.map((word) => "/" + String(word).replaceAll("~", "~0").replaceAll("/", "~1")).join("");

export class Document {
    constructor(source) {
        this.file = join(source, "server/api/openapi.yaml");
        this.root = need("js-yaml").load(readFileSync(this.file, "utf8"));
        const Ajv = need("ajv/dist/2020.js").default;
        this.ajv = new Ajv({ strict: false, allErrors: false });
        need("ajv-formats").default(this.ajv);
        this.ajv.addSchema(this.root, "api");
        this.checks = new Map();
        this.codes = codesIn(source);
        this.operations = [];
        for (const [path, methods] of Object.entries(this.root.paths))
            for (const [method, operation] of Object.entries(methods))
                this.operations.push({ id: operation.operationId, method: method.toUpperCase(), path, operation,
                    pointer: pointer("paths", path, method) });
    }

    resolved(node) {
        return node.$ref ? node.$ref.slice(2).split("/").reduce((at, word) => at[word], this.root) : node;
    }

    /** What is wrong with an answer, or nothing. */
    faultOf(operation, { status, headers, body }) {
        const { responses } = operation.operation;
        const name = String(status) in responses ? String(status) : "default";
        if (!(name in responses) || (status < 400 && name === "default"))
            return `status ${status} is not described`;
        if (status >= 500 && name === "default")
            return `status ${status}`;
        const response = this.resolved(responses[name]);
        if (!response.content)
            return body === "" ? null : "a body where none is described";
        const [type, content] = Object.entries(response.content)[0];
        if (!String(headers["content-type"]).startsWith(type))
            return `content type ${headers["content-type"]} instead of ${type}`;
        if (!/[+/]json$/.test(type))
            return null;
        const where = responses[name].$ref ? responses[name].$ref.slice(1) : operation.pointer + pointer("responses", name);
        const fault = this.faultOfBody(where + pointer("content", type, "schema"), Boolean(content.schema), body);
        return fault ?? (status >= 400 ? this.faultOfProblem(status, JSON.parse(body)) : null);
    }

    faultOfBody(where, hasSchema, body) {
        let json;
        try {
            json = JSON.parse(body);
        } catch {
            return "not JSON";
        }
        if (!hasSchema)
            return null;
        if (!this.checks.has(where))
            this.checks.set(where, this.ajv.compile({ $ref: `api#${where}` }));
        const check = this.checks.get(where);
        return check(json) ? null : `body: ${this.ajv.errorsText(check.errors)}`;
    }

    faultOfProblem(status, problem) {
        if (problem.status !== status)
            return `status ${status}, but ${problem.status} in the body`;
        return this.codes.has(problem.code) ? null : `unknown code ${problem.code}`;
    }
}

/** Every failure code that a header declares. */
function codesIn(source) {
    const codes = new Set();
    for (const folder of ["shared", "server"])
        for (const file of readdirSync(join(source, folder), { recursive: true }))
            if (file.endsWith(".h"))
                for (const [, code] of readFileSync(join(source, folder, file), "utf8").matchAll(/FailureCode \w+\{\s*"(VL-[A-Z]+-[0-9]{4})"\}/g))
                    codes.add(code);
    return codes;
}
