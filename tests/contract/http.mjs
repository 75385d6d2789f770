// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Requests as they should be (ask) and as bytes (send): the second can be wrong in every way.
import http from "node:http";
import net from "node:net";

const patience = 20000; // ms; an answer that takes longer is a fault of its own
const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });

/** One request; the answer with status, headers and the body as text. */
export function ask(address, { method, path, headers = {}, body }) {
    const [host, port] = address.split(":");
    return new Promise((done, fail) => {
        const bytes = body === undefined ? undefined : Buffer.from(body);
        const all = { ...headers };
        if (bytes && !("content-type" in all))
            all["content-type"] = "application/json";
        if (bytes || method === "POST" || method === "PUT")
            all["content-length"] = bytes ? bytes.length : 0;
        const request = http.request({ host, port, method, path, headers: all, agent, timeout: patience }, (answer) => {
            const pieces = [];
            answer.on("data", (piece) => pieces.push(piece));
            answer.on("error", fail);
            answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers,
                body: Buffer.concat(pieces).toString("utf8") }));
        });
        request.on("timeout", () => request.destroy(new Error(`no answer to ${method} ${path}`)));
        request.on("error", (error) => {
            // A kept connection may have been closed by the server between two requests.
            if (request.reusedSocket && error.code === "ECONNRESET")
                ask(address, { method, path, headers, body }).then(done, fail);
            else
                fail(error);
        });
        request.end(bytes);
    });
}

/** Sends bytes over a connection of their own and reads until the server closes it or falls silent. */
export function send(address, bytes, silence = 300) {
    const [host, port] = address.split(":");
    return new Promise((done) => {
        let text = "";
        const socket = net.connect({ host, port: Number(port) }, () => socket.write(bytes));
        const end = (closed) => {
            socket.destroy();
            const head = /^HTTP\/1\.1 (\d{3})[^\r]*\r\n([\s\S]*?)\r\n\r\n([\s\S]*)$/.exec(text);
            done({ closed, status: head ? Number(head[1]) : 0, head: head ? head[2] : "", body: head ? head[3] : text });
        };
        socket.setEncoding("utf8");
        socket.setTimeout(silence, () => end(false));
        socket.on("data", (piece) => { text += piece; });
        socket.on("error", () => end(true));
        socket.on("end", () => end(true));
    });
}
