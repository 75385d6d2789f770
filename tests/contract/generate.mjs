// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Requests made from the document: as its schemas say, nearly so, and hostile.
import { need } from "./document.mjs";

const fc = need("fast-check");

/** Values that break parsers: they stand in the text of a JSON, so that a number can be out of range. */
const hostileValues = ["null", "true", "-1", "1e999", "-1e999", "1e-999", "0.1", "9223372036854775807", "9223372036854775808",
    "-9223372036854775809", "18446744073709551616", "00", "+1", "0x10", "NaN", '""', '"\\u0000"', '"\\ud800"', '"\\udc00x"',
    '"\u202e\ufeff\u0000"', '"%00%n%s"', "\"' OR '1'='1\"", '"../../../etc/passwd"', '"ā́🂡"', '"\\ufffe"', "[]", "{}", "[[]]",
    '{"":""}', '{"a":1,"a":2}', '{"__proto__":{}}', "1".repeat(400), JSON.stringify("x".repeat(5000)), "[".repeat(200) + "]".repeat(200)];

const hostileBodies = ["", " ", "{", "[", "]", "null", "0", '"text"', "{}", "[]", "[{}]", "[null]", "\u0000", "\ufeff{}", "{}{}", "{} x",
    "// {}", "{'a':1}", "[".repeat(100000), '{"a":'.repeat(50000), `[${"0,".repeat(20000)}0]`, `{"a":"${"x".repeat(70000)}"}`,
    Buffer.from([0xff, 0xfe, 0x00]), Buffer.from([0xc0, 0xaf]), Buffer.from('{"a":"\xed\xa0\x80"}', "latin1")];

const contentTypes = ["text/plain", "application/xml", "application/json; charset=utf-16", "multipart/form-data; boundary=x",
    "application/octet-stream", ";;;", "a".repeat(300)];

const text = (schema) => {
    if (schema.pattern)
        return fc.stringMatching(new RegExp(schema.pattern));
    if (schema.format === "date-time")
        return fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2200-01-01") }).map((date) => date.toISOString());
    const bounds = { minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 60, 60), unit: "binary" };
    return schema.contentEncoding === "base64" ? fc.base64String({ maxLength: 400 }) : fc.string(bounds);
};

/** Values that a schema allows. */
export function valueOf(document, given) {
    const schema = document.resolved(given);
    if (schema.enum)
        return fc.constantFrom(...schema.enum);
    if (schema.oneOf)
        return fc.oneof(...schema.oneOf.map((one) => valueOf(document, one)));
    if (Array.isArray(schema.type))
        return fc.oneof(...schema.type.map((type) => valueOf(document, { ...schema, type })));
    switch (schema.type) {
    case "string":
        return text(schema);
    case "integer":
        return fc.integer({ min: schema.minimum ?? -0x80000000, max: Math.min(schema.maximum ?? 0x7fffffff, 0x7fffffff) });
    case "boolean":
        return fc.boolean();
    case "null":
        return fc.constant(null);
    case "array":
        return fc.array(valueOf(document, schema.items), { maxLength: Math.min(schema.maxItems ?? 4, 4) });
    case "object":
        return objectOf(document, schema);
    default:
        return fc.jsonValue({ maxDepth: 3 });
    }
}

function objectOf(document, schema) {
    if (!schema.properties)
        return fc.dictionary(fc.string({ maxLength: 12 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
    const fields = Object.entries(schema.properties).map(([name, value]) => [name, valueOf(document, value)]);
    return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] });
}

/** The text of a JSON with one value in it replaced by something hostile, or left out, or given twice. */
function spoiled(json, pick, hostile, kind) {
    const places = [];
    const walk = (value, path) => {
        places.push(path);
        if (value && typeof value === "object")
            for (const key of Object.keys(value))
                walk(value[key], [...path, key]);
    };
    walk(json, []);
    const path = places[pick % places.length];
    const mark = "@@hostile@@";
    const write = (value, rest) => {
        if (rest.length === 0)
            return mark;
        const copy = Array.isArray(value) ? [...value] : { ...value };
        if (rest.length === 1 && kind === "missing" && !Array.isArray(value))
            delete copy[rest[0]];
        else
            copy[rest[0]] = write(value[rest[0]], rest.slice(1));
        return copy;
    };
    const written = JSON.stringify(write(json, path));
    const twice = kind === "twice" && path.length > 0 ? `${hostile},${JSON.stringify(path.at(-1))}:${hostile}` : hostile;
    return written.replace(JSON.stringify(mark), () => twice);
}

/** Bodies for an operation: what the schema allows, a good one spoiled, hostile bytes. */
function bodyOf(document, operation, good) {
    const content = operation.operation.requestBody?.content;
    if (!content)
        return fc.option(fc.constantFrom("", "{}", "x"), { nil: undefined, freq: 6 });
    const [type, { schema }] = Object.entries(content)[0];
    if (type !== "application/json")
        return fc.oneof(fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)), fc.constantFrom(...hostileBodies),
            fc.constant(Buffer.alloc(1048577)), fc.constant(Buffer.from(good.body)));
    const spoil = fc.tuple(fc.nat(200), fc.constantFrom(...hostileValues), fc.constantFrom("replace", "missing", "twice"));
    return fc.oneof({ arbitrary: valueOf(document, schema).map((value) => JSON.stringify(value)), weight: 3 },
        { arbitrary: spoil.map(([pick, hostile, kind]) => spoiled(JSON.parse(good.body), pick, hostile, kind)), weight: 4 },
        { arbitrary: fc.constantFrom(...hostileBodies), weight: 1 });
}

const safe = (value) => String(value).replace(/[^!-~]/g, (c) => encodeURIComponent(c.isWellFormed?.() === false ? "?" : c));
const hostileParameters = ["", "-1", "0", "99999999999999999999", "1e3", "0x1", "'", "..", "%00", "%ff", "%zz", "a".repeat(300), "+1", "%201", "null",
    "01ARZ3NDEKTSV4RRFFQ69G5FA", "g".repeat(64)];

/** Values for a parameter; nobody waits for news here. */
function parameterOf(document, parameter, good) {
    const valid = parameter.name === "wait" ? fc.constantFrom(0) : valueOf(document, parameter.schema);
    const values = [{ arbitrary: valid, weight: 3 }, { arbitrary: fc.constantFrom(...hostileParameters), weight: 2 }];
    const known = good.parameters?.[parameter.name];
    if (known !== undefined)
        values.push({ arbitrary: fc.constant(known), weight: 3 });
    const value = fc.oneof(...values).map((one) => (hostileParameters.includes(one) ? one : safe(encodeURIComponent(safe(one)))));
    return parameter.required && parameter.in === "path" ? value : fc.option(value, { nil: undefined, freq: 5 });
}

/** Requests to one operation: {method, path, headers, body}. */
export function requestsTo(document, operation, good, sessions) {
    const parameters = (operation.operation.parameters ?? []).map((one) => document.resolved(one));
    const named = Object.fromEntries(parameters.map((one) => [one.name, parameterOf(document, one, good)]));
    const odd = fc.option(fc.constantFrom("x=1", "limit=1&limit=2", "=", "&&&", "a[]=1", "%", "scope", "a=%ff"), { nil: undefined, freq: 8 });
    return fc.record({
        values: fc.record(named),
        odd,
        body: bodyOf(document, operation, good),
        session: fc.constantFrom(...sessions),
        key: fc.oneof({ arbitrary: valueOf(document, { $ref: "#/components/schemas/Ulid" }), weight: 4 },
            { arbitrary: fc.constantFrom(undefined, "", "x", "a".repeat(200)), weight: 1 }),
        type: fc.option(fc.constantFrom(...contentTypes), { nil: undefined, freq: 8 }),
        method: fc.option(fc.constantFrom("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"), { nil: operation.method, freq: 20 }),
    }).map((choice) => written(operation, parameters, choice));
}

function written(operation, parameters, { values, odd, body, session, key, type, method }) {
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    const query = parameters.filter((one) => one.in === "query" && values[one.name] !== undefined)
        .map((one) => `${one.name}=${values[one.name]}`).concat(odd ?? []).join("&");
    const headers = { ...session };
    for (const one of parameters)
        if (one.in === "header" && one.name !== "Idempotency-Key" && values[one.name] !== undefined)
            headers[one.name.toLowerCase()] = values[one.name];
    if (key !== undefined)
        headers["idempotency-key"] = key;
    if (type !== undefined)
        headers["content-type"] = type;
    return { method, path: query ? `${path}?${query}` : path, headers, body };
}
