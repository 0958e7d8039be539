// Serves a folder as a good host would: with the headers of its _headers file, and brotli where asked for.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

// [pattern, [name, value][]] of each block.
const rules = (text) => {
  const blocks = [];
  for (const line of text.split("\n")) {
    if (!line.trim() || line.startsWith("#")) continue;
    if (/^\S/.test(line)) blocks.push([line.trim(), []]);
    else blocks.at(-1)[1].push(line.trim().split(/:\s*(.*)/s).slice(0, 2));
  }
  return blocks.map(([pattern, headers]) => {
    const quoted = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
    return [new RegExp(`^${quoted}$`), headers];
  });
};

/** Serves `folder` on `port` (0: any); resolves to the server. */
export const serve = (folder, port) => {
  const headers = rules(readFileSync(join(folder, "_headers"), "utf8"));
  const squeezed = new Map();
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, "http://host").pathname);
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    if (!file.startsWith(join(folder, "/")) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    for (const [pattern, found] of headers) {
      if (pattern.test(path)) for (const [name, value] of found) response.setHeader(name, value);
    }
    response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
    if (!/\bbr\b/.test(request.headers["accept-encoding"] ?? "")) {
      createReadStream(file).pipe(response);
      return;
    }
    if (!squeezed.has(file)) squeezed.set(file, brotliCompressSync(readFileSync(file)));
    response.setHeader("Content-Encoding", "br");
    response.setHeader("Vary", "Accept-Encoding");
    response.end(squeezed.get(file));
  });
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server)));
};

if (process.argv[1] === import.meta.filename) {
  const [folder = "../../dist", port = "8123"] = process.argv.slice(2);
  await serve(new URL(`${folder}/`, import.meta.url).pathname.replace(/\/$/, ""), Number(port));
}
