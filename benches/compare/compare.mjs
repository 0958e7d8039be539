// The engine, native and in WebAssembly, against others on the same 10 000 starts in one run; prints ratios.
// scripts/compare.sh builds what it needs and runs it.
process.env.TZ = "Asia/Shanghai";

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const [, , native, wasm, shipped] = process.argv;

/** How often native and WebAssembly take turns, so that both meet the same machine. */
const TURNS = 7;

const ascending = (numbers) => [...numbers].sort((one, other) => one - other);
const median = (numbers) => ascending(numbers)[numbers.length >> 1];

/** For each engine and case what was measured in each turn. */
const results = [];
const find = (engine, name) => results.find((result) => result.engine === engine && result.case === name);
const add = ({ engine, case: name, perSecond, sum }) => {
  const known = find(engine, name);
  if (known) known.turns.push(perSecond);
  else results.push({ engine, case: name, turns: [perSecond], sum });
};

/** A round has `count` starts and gives a sum. The quickest tenth counts: others take the core away from the rest. */
const measure = (engine, name, count, round, seconds) => {
  const sum = round();
  const times = [];
  const end = performance.now() + 1000 * seconds;
  do {
    const started = process.hrtime.bigint();
    round();
    times.push(Number(process.hrtime.bigint() - started));
  } while (performance.now() < end);
  add({ engine, case: name, perSecond: (1e9 * count) / ascending(times)[Math.floor(times.length / 10)], sum });
};

const cases = { "8 h": 8, "48 h": 48, "2000 h": 2_000 };
const modules = { wasm: require(wasm), "wasm as shipped": require(shipped) };
const rounds = Object.entries(modules).flatMap(([engine, { Engine }]) => {
  const work = new Engine();
  const due = Object.entries(cases).map(([name, hours]) => [engine, name, () => work.due(hours)]);
  return [...due, [engine, "tickets", () => work.tickets()], [engine, "scenarios", () => work.scenarios()]];
});
// Until the optimising compiler is through.
for (const [, , round] of rounds) for (const end = performance.now() + 1000; performance.now() < end; ) round();
for (let turn = 0; turn < TURNS; turn += 1) {
  const lines = execFileSync(native, { encoding: "utf8" }).trim().split("\n");
  lines.map((line) => JSON.parse(line)).forEach(add);
  for (const [engine, name, round] of rounds) measure(engine, name, 10_000, round, 0.2);
}

const starts = [...modules.wasm.starts()];
const holidays = modules.wasm.holidays();
const nine = (hours) => ({ monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours });

const dayjs = require("dayjs");
dayjs.extend(require("dayjs-business-time"));
dayjs.setHolidays(holidays);
dayjs.setBusinessTime({ ...nine([{ start: "09:00:00", end: "18:00:00" }]), saturday: null, sunday: null });
const byDayjs = (hours) => () =>
  starts.reduce((sum, start) => sum + dayjs(start * 1000).addBusinessTime(hours, "hours").unix(), 0);

const moment = require("moment");
require("moment-business-time");
const open = ["09:00:00", "18:00:00"];
moment.updateLocale("en", { workinghours: { 0: null, 1: open, 2: open, 3: open, 4: open, 5: open, 6: null }, holidays });
const byMoment = (hours) => () =>
  starts.reduce((sum, start) => sum + moment(start * 1000).addWorkingTime(hours, "hours").unix(), 0);

for (const hours of [8, 48]) {
  measure("dayjs-business-time", `${hours} h`, 10_000, byDayjs(hours), 0.1);
  measure("moment-business-time", `${hours} h`, 10_000, byMoment(hours), 0.1);
}

const speed = (engine, name) => median(find(engine, name).turns);
console.log("case".padEnd(24), "engine".padEnd(22), "starts a second".padStart(16), "of native".padStart(12));
for (const { engine, case: name, sum } of results) {
  const perSecond = speed(engine, name);
  const reference = find("native", name);
  const share = perSecond / speed("native", name);
  const shown = share > 0.01 ? `${(100 * share).toFixed(0)} %` : `1/${(1 / share).toFixed(0)}`;
  const agrees = sum === reference.sum ? "" : `  (other results: ${((sum - reference.sum) / 1e4 / 3600).toFixed(3)} h on average)`;
  console.log(name.padEnd(24), engine.padEnd(22), Math.round(perSecond).toLocaleString("en").padStart(16), shown.padStart(12) + agrees);
}
const ratio = (one, other, name) => speed(one, name) / speed(other, name);
/** Of each turn on its own, then the median. */
const ofNative = (engine, name) => {
  const { turns } = find("native", name);
  return median(find(engine, name).turns.map((perSecond, turn) => perSecond / turns[turn]));
};
const line = (text, value) => console.log(`${text}: ${value.toFixed(value < 10 ? 2 : 0)}`);
console.log();
line("WebAssembly of native, 8 h", ofNative("wasm", "8 h"));
line("WebAssembly of native, 48 h", ofNative("wasm", "48 h"));
line("WebAssembly as shipped of native, 48 h", ofNative("wasm as shipped", "48 h"));
line("WebAssembly as shipped of native, tickets", ofNative("wasm as shipped", "tickets"));
line("10 000 tickets in 4 scenarios, WebAssembly as shipped, ms", 1e7 / speed("wasm as shipped", "scenarios"));
line("WebAssembly times dayjs-business-time, 48 h", ratio("wasm", "dayjs-business-time", "48 h"));
line("WebAssembly as shipped times dayjs-business-time, 48 h", ratio("wasm as shipped", "dayjs-business-time", "48 h"));
line("WebAssembly times moment-business-time, 48 h", ratio("wasm", "moment-business-time", "48 h"));
line("native times the opening-hours crate, 48 h without holidays", ratio("native", "opening-hours", "48 h without holidays"));
line("2000 h of 8 h, native", speed("native", "2000 h") / speed("native", "8 h"));
