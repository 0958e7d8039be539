// Names the files of the details by their content, as Trunk does for the main program's, so that they may be
// cached for ever. Trunk runs it after each build, before the files go to dist.
import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.TRUNK_STAGING_DIR;
const file = (name) => join(folder, name);
const hash = createHash("sha256")
  .update(readFileSync(file("details.js")))
  .update(readFileSync(file("details_bg.wasm")))
  .digest("hex")
  .slice(0, 16);

renameSync(file("details.js"), file(`details-${hash}.js`));
renameSync(file("details_bg.wasm"), file(`details-${hash}_bg.wasm`));
const page = file("index.html");
// The page is minified by now: the value may stand without quotes.
const named = readFileSync(page, "utf8").replace(/(data-details="?[^\s">]*details)/, `$1-${hash}`);
if (!named.includes(`details-${hash}`)) throw new Error("index.html does not name the details");
writeFileSync(page, named);
