// The site that is measured: the built page, the vanilla page under /van/, and files of tickets.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";

import { tickets } from "../../scripts/tickets.mjs";
import { serve } from "../../tests/e2e/server.mjs";

const at = (path) => new URL(`../../${path}`, import.meta.url).pathname;
export const FOLDER = at("target/bench-page");

/** Serves it; `sizes` are those of the files, whose tickets come from `open`, `seed` and `shape`. */
export const site = async (sizes, given) => {
  if (!existsSync(at("dist/index.html"))) throw new Error("There is no dist: build the page first (make dist).");
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  cpSync(at("dist"), FOLDER, { recursive: true });
  cpSync(at("benches/page/van"), `${FOLDER}/van`, { recursive: true });
  cpSync(at("src/engine/holidays/cn.txt"), `${FOLDER}/van/cn.txt`);
  cpSync(at("src/engine/policy/spt-001.json"), `${FOLDER}/van/spt-001.json`);
  const now = Date.now();
  for (const count of sizes) writeFileSync(file(count), tickets({ ...given, count, now }).text);
  const server = await serve(FOLDER, 0);
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
};

/** The file of `count` tickets. */
export const file = (count) => `${FOLDER}/tickets-${count}.csv`;
