// The engine, native and in WebAssembly, against others on the same 10 000 starts in one run; prints ratios.
// scripts/compare.sh builds what it needs and runs it.
process.env.TZ = "Asia/Shanghai";

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const [, , native, wasm, shipped] = process.argv;

const results = execFileSync(native, { encoding: "utf8" })
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

/** Runs rounds for about `seconds`; a round has `count` starts and gives a sum. */
const measure = (engine, name, count, round, seconds = 1) => {
  const sum = round();
  const started = process.hrtime.bigint();
  let rounds = 0;
  let elapsed = 0;
  while (elapsed < seconds) {
    round();
    rounds += 1;
    elapsed = Number(process.hrtime.bigint() - started) / 1e9;
  }
  results.push({ engine, case: name, perSecond: (rounds * count) / elapsed, sum });
};

const cases = { "8 h": 8, "48 h": 48, "2000 h": 2_000 };
const modules = { wasm: require(wasm), "wasm as shipped": require(shipped) };
for (const [engine, { Engine }] of Object.entries(modules)) {
  const work = new Engine();
  for (const [name, hours] of Object.entries(cases)) measure(engine, name, 10_000, () => work.due(hours));
  measure(engine, "tickets", 10_000, () => work.tickets());
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

const find = (engine, name) => results.find((result) => result.engine === engine && result.case === name);
console.log("case".padEnd(24), "engine".padEnd(22), "starts a second".padStart(16), "of native".padStart(12));
for (const { engine, case: name, perSecond, sum } of results) {
  const reference = find("native", name);
  const share = perSecond / reference.perSecond;
  const shown = share > 0.01 ? `${(100 * share).toFixed(0)} %` : `1/${(1 / share).toFixed(0)}`;
  const agrees = sum === reference.sum ? "" : `  (other results: ${((sum - reference.sum) / 1e4 / 3600).toFixed(3)} h on average)`;
  console.log(name.padEnd(24), engine.padEnd(22), Math.round(perSecond).toLocaleString("en").padStart(16), shown.padStart(12) + agrees);
}
const ratio = (one, other, name) => find(one, name).perSecond / find(other, name).perSecond;
const line = (text, value) => console.log(`${text}: ${value.toFixed(value < 10 ? 2 : 0)}`);
console.log();
line("WebAssembly of native, 8 h", ratio("wasm", "native", "8 h"));
line("WebAssembly of native, 48 h", ratio("wasm", "native", "48 h"));
line("WebAssembly as shipped of native, 48 h", ratio("wasm as shipped", "native", "48 h"));
line("WebAssembly times dayjs-business-time, 48 h", ratio("wasm", "dayjs-business-time", "48 h"));
line("WebAssembly as shipped times dayjs-business-time, 48 h", ratio("wasm as shipped", "dayjs-business-time", "48 h"));
line("WebAssembly times moment-business-time, 48 h", ratio("wasm", "moment-business-time", "48 h"));
line("native times the opening-hours crate, 48 h without holidays", ratio("native", "opening-hours", "48 h without holidays"));
line("2000 h of 8 h, native", find("native", "2000 h").perSecond / find("native", "8 h").perSecond);
