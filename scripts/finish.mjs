// Finishes a build: minifies the scripts, which Trunk's own minifier cannot read, and names the files of the
// programs beside the main one by their content, as Trunk does for the main program's, so that they may be cached for ever.
// Trunk runs it after each build, before the files go to dist.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, copyFileSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.TRUNK_STAGING_DIR;
const file = (name) => join(folder, name);

// The reader starts itself, in a worker.
const source = (name) => join(process.env.TRUNK_SOURCE_DIR, name);
appendFileSync(file("reader.js"), readFileSync(source("src/app/reader/start.js")));

if (process.env.TRUNK_PROFILE === "release") {
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".js"))) {
    execFileSync("esbuild", [file(name), "--minify", "--log-level=error", `--outfile=${file(name)}`, "--allow-overwrite"]);
  }
}

// The programs beside the main one: their scripts, and the sheets that come with those that show something.
const shown = [".js", "_bg.wasm", ".css"];
const programs = { details: shown, board: shown, reader: [".js", "_bg.wasm"] };
const page = file("index.html");
let index = readFileSync(page, "utf8");
for (const [program, ends] of Object.entries(programs)) {
  if (ends === shown) copyFileSync(source(`target/style/${program}.css`), file(`${program}.css`));
  const content = createHash("sha256");
  for (const end of ends) content.update(readFileSync(file(`${program}${end}`)));
  const name = `${program}-${content.digest("hex").slice(0, 16)}`;
  // A script that loads its program itself names it.
  writeFileSync(file(`${program}.js`), readFileSync(file(`${program}.js`), "utf8").replaceAll(`${program}_bg.wasm`, `${name}_bg.wasm`));
  for (const end of ends) renameSync(file(`${program}${end}`), file(`${name}${end}`));
  // The page is minified by now: the value may stand without quotes.
  index = index.replace(new RegExp(`(data-${program}="?[^\\s">]*)${program}`), `$1${name}`);
  if (!index.includes(name)) throw new Error(`index.html does not name ${program}`);
}
writeFileSync(page, index);
