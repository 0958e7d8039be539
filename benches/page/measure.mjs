// Measures the board in Chromium beside the vanilla page of van/, both in one run, taking turns; prints medians, their
// ratios and the bars. README.md says what is measured.
//
//   node benches/page/measure.mjs [--pairs 5] [--rows 100000] [--open 0] [--shape zh] [--only board] [--gate]
//
// With `--gate` it fails when a bar is missed by more than noise: when it is missed in three of four measurements.
import { loadavg } from "node:os";
import { parseArgs } from "node:util";

import { chromium } from "../../tests/e2e/node_modules/@playwright/test/index.mjs";
import { board, van } from "./sides.mjs";
import { file, site } from "./site.mjs";
import { median, quantile, spread } from "./statistics.mjs";
import { Visit } from "./visit.mjs";

const { values: given } = parseArgs({
  options: {
    pairs: { type: "string", default: "5" },
    rows: { type: "string", default: "100000" },
    open: { type: "string", default: "0" },
    shape: { type: "string", default: "zh" },
    only: { type: "string", default: "" },
    gate: { type: "boolean", default: false },
  },
});
const rows = Number(given.rows);
const sizes = [...new Set([1_000, 10_000, rows])];
const sides = [board, van].filter(({ name }) => !given.only || name === given.only);
/** How long ticking is watched, in seconds. */
const WATCHED = 10;

/** What is measured: its name, its unit, and what it must be and is to be at most. */
const MEASURES = {
  paste: ["paste to sorted board", "ms", 2_000, 1_000],
  pasteTask: ["longest task of pasting, processor", "ms", 50],
  pasteWall: ["longest task of pasting, wall clock", "ms"],
  drop: ["dropped file to sorted board", "ms", 2_000, 1_000],
  dropTask: ["longest task of dropping, processor", "ms", 50],
  dropWall: ["longest task of dropping, wall clock", "ms"],
  judge: ["judging and sorting anew: script", "ms"],
  judgeWall: ["judging and sorting anew: until painted", "ms"],
  sort: ["another order: script", "ms"],
  sortWall: ["another order: until painted", "ms"],
  filter: ["a letter in the search: script", "ms"],
  filterKey: ["a letter in the search, 95 of 100: until painted", "ms", 56],
  arrowKey: ["an arrow key, 95 of 100: until painted", "ms", 56],
  ...Object.fromEntries(sizes.map((size) => [`tick${size}`, [`ticking, ${size.toLocaleString("en")} tickets, a second: processor`, "ms", 8, 4]])),
  dropped: ["frames dropped while scrolling and ticking", "%", 1],
  scroll: ["scrolling and ticking, a second: processor", "ms"],
  memory: ["memory after pasting", "MB", 32, 16],
  memoryEnd: ["memory at the end", "MB", 32, 16],
};

/** One round of everything on one side; `take(name, value)` is told each figure. */
const round = async (browser, origin, side, take) => {
  {
    const visit = await Visit.open(browser, origin, side);
    const { value, task } = await visit.traced(() => visit.drop(rows));
    take("drop", value);
    take("dropTask", task.processor);
    take("dropWall", task.wall);
    await visit.close();
  }
  {
    const visit = await Visit.open(browser, origin, side);
    const { page } = visit;
    const { value, task } = await visit.traced(() => visit.paste());
    take("paste", value);
    take("pasteTask", task.processor);
    take("pasteWall", task.wall);
    await visit.rest(2_000);
    const memory = await visit.memory();
    take("memory", memory.all);
    take("readers", memory.readers);
    take(`tick${rows}`, await visit.ticking(WATCHED));
    const scrolling = await visit.scrolling();
    take("dropped", scrolling.dropped);
    take("scroll", scrolling.task);
    take("frames", scrolling.frames);
    for (let turn = 0; turn < 6; turn += 1) {
      const reading = side.readings[turn % side.readings.length];
      const { value, script } = await visit.cost(() => visit.until("board:sorted", () => side.read(page, reading)));
      take("judge", script);
      take("judgeWall", value);
    }
    for (let turn = 0; turn < 4; turn += 1) {
      const { value, script } = await visit.cost(() => visit.until("board:sorted", () => side.sort(page)));
      take("sort", script);
      take("sortWall", value);
    }
    await page.focus(side.search);
    for (const letter of ["c", "e", "r"]) {
      const { script } = await visit.cost(() => visit.until("board:sorted", () => page.keyboard.press(letter)));
      take("filter", script);
    }
    const letters = ["Backspace", "Backspace", "Backspace", ..."502", "Backspace", "Backspace", "Backspace", ..."vpn", "Backspace", "Backspace", "Backspace"];
    take("filterKey", quantile(await visit.keys(letters), 0.95));
    await side.enter(page);
    take("arrowKey", quantile(await visit.keys(Array(30).fill("ArrowDown")), 0.95));
    await page.mouse.move(1, 1);
    take("memoryEnd", (await visit.memory()).all);
    await visit.close();
  }
  for (const size of sizes.filter((size) => size !== rows)) {
    const visit = await Visit.open(browser, origin, side);
    await visit.drop(size);
    await visit.kept;
    await visit.rest(2_000);
    take(`tick${size}`, await visit.ticking(WATCHED));
    await visit.close();
  }
};

const { origin, close } = await site(sizes, { open: Number(given.open), shape: given.shape });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/** Puts the file of all rows on the clipboard. */
const copy = async () => {
  const context = await browser.newContext({ baseURL: origin, permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  await page.goto("/van/");
  await page.evaluate(async (name) => navigator.clipboard.writeText(await (await fetch(name)).text()), `/${file(rows).split("/").at(-1)}`);
  await context.close();
};
await copy();

/** For each side and measure, the figures of each round. */
const figures = Object.fromEntries(sides.map(({ name }) => [name, {}]));
for (let pair = 0; pair < Number(given.pairs); pair += 1) {
  // A B, B A, so that what changes slowly is the same for both.
  for (const side of pair % 2 === 0 ? sides : sides.toReversed()) {
    const found = {};
    await round(browser, origin, side, (name, value) => (found[name] ??= []).push(value));
    for (const [name, values] of Object.entries(found)) (figures[side.name][name] ??= []).push(median(values));
    const told = Object.entries(found).map(([name, values]) => `${name} ${median(values).toFixed(1)}`);
    process.stderr.write(`${side.name} ${pair + 1} of ${given.pairs}: ${told.join(", ")}\n`);
  }
}
await browser.close();
close();

const shown = (value) => (value === undefined ? "" : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0));
const line = (...cells) => console.log(cells.map((cell, place) => (place === 0 ? cell.padEnd(52) : cell.padStart(place === 4 ? 22 : 9))).join(""));
const missed = [];
const busy = loadavg()[0];
console.log(`${rows.toLocaleString("en")} rows, ${given.open} of them worked on, ${given.pairs} rounds each; medians.`);
line("", "unit", ...sides.map(({ name }) => name), ...(sides.length > 1 ? ["ratio (90 %)"] : []), "must", "aim");
for (const [name, [title, unit, must, aim]] of Object.entries(MEASURES)) {
  const [mine, theirs] = sides.map((side) => figures[side.name][name]);
  if (!mine) continue;
  const cells = [median(mine), theirs && median(theirs)].filter((value) => value !== undefined).map(shown);
  if (theirs) {
    const ratio = spread(mine.map((value, place) => value / theirs[place]));
    cells.push(Number.isFinite(ratio.median) ? `${shown(ratio.median)} (${shown(ratio.low)}-${shown(ratio.high)})` : "");
  }
  const late = sides[0] === board && must !== undefined && median(mine) > must;
  if (late && quantile(mine, 0.25) > must) missed.push(title);
  line(title, unit, ...cells, must === undefined ? "" : String(must) + (late ? " !" : ""), aim === undefined ? "" : String(aim));
}
const [mine] = sides.map((side) => figures[side.name]);
console.log(`${sides[0].name}: ${median(mine.frames).toFixed(0)} frames while scrolling; ${Math.max(...mine.readers)} readers are left after pasting.`);
// This itself makes up to two of it.
if (busy > 3) console.log(`The machine is busy (load ${busy.toFixed(1)}): trust ratios and processor time only.`);
if (missed.length > 0) {
  console.log(`Missed: ${missed.join("; ")}.`);
  if (given.gate) process.exitCode = 1;
}
