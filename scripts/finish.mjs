// Finishes a build: minifies the scripts, which Trunk's own minifier cannot read, and names the files of the
// details by their content, as Trunk does for the main program's, so that they may be cached for ever.
// Trunk runs it after each build, before the files go to dist.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.TRUNK_STAGING_DIR;
const file = (name) => join(folder, name);

if (process.env.TRUNK_PROFILE === "release") {
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".js"))) {
    execFileSync("esbuild", [file(name), "--minify", "--log-level=error", `--outfile=${file(name)}`, "--allow-overwrite"]);
  }
}

copyFileSync(join(process.env.TRUNK_SOURCE_DIR, "target/style/details.css"), file("details.css"));

const ends = [".js", "_bg.wasm", ".css"];
const content = createHash("sha256");
for (const end of ends) content.update(readFileSync(file(`details${end}`)));
const name = `details-${content.digest("hex").slice(0, 16)}`;
for (const end of ends) renameSync(file(`details${end}`), file(`${name}${end}`));

const page = file("index.html");
// The page is minified by now: the value may stand without quotes.
const named = readFileSync(page, "utf8").replace(/(data-details="?[^\s">]*)details/, `$1${name}`);
if (!named.includes(name)) throw new Error("index.html does not name the details");
writeFileSync(page, named);
