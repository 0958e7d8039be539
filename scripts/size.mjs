// What the first load weighs: every file of a folder raw, gzip and brotli, and the sum of what a first
// visit fetches. Fails when that is more than the budget.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [folder = "dist", budget = "200000"] = process.argv.slice(2);
// Fetched later or by hosts, not by the page: the details with the first answer, the board when it is asked
// for, the reader with an import, sw.js and alarm.js with warnings, places.txt when a zone is first looked for. A
// browser test holds that the first visit fetches none of these.
const aside = /^(_headers|manifest\.webmanifest|places\.txt|sw\.js|alarm\.js|(details|board|reader)-.*)$/;

const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const row = (name, sizes) => console.log(name.padEnd(44), ...sizes.map((size) => String(size).padStart(9)));

row("file", ["raw", "gzip", "brotli"]);
const sum = [0, 0, 0];
const later = { details: [0, 0, 0], board: [0, 0, 0], reader: [0, 0, 0] };
for (const name of readdirSync(folder).sort()) {
  const bytes = readFileSync(join(folder, name));
  const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes)];
  row(aside.test(name) ? `${name} (not in the first load)` : name, sizes);
  const total = aside.test(name) ? later[name.split("-")[0]] : sum;
  if (total) sizes.forEach((size, place) => (total[place] += size));
}
row("first load", sum);
row("with the first answer", later.details);
row("with the board", later.board);
row("with an import", later.reader);
if (sum[2] > Number(budget)) {
  console.error(`The first load is ${sum[2]} bytes of brotli; ${budget} are allowed.`);
  process.exit(1);
}
