// What the vanilla page says of a table of tickets, as JSON; tests/rival.rs holds it against the engine.
//
//   node benches/page/answers.mjs COUNT SHAPE NOW CLOCK MAKE_UP_DAYS
import { readFileSync } from "node:fs";

import { tickets } from "../../scripts/tickets.mjs";
import { holidays } from "./van/calendar.js";
import { Board, NEVER, NOTHING, STATES, Terms } from "./van/clocks.js";
import { sort } from "./van/order.js";
import { read } from "./van/reader.js";

const [count, shape, now, clock, makeUpDays] = process.argv.slice(2);
const engine = (path) => readFileSync(new URL(`../../src/engine/${path}`, import.meta.url), "utf8");

const { text, bad } = tickets({ count: Number(count), shape, now, bad: 0.01, open: 0.3 });
const found = read(text, 8 * 3_600);
const terms = new Terms(JSON.parse(engine("policy/spt-001.json")), holidays(engine("holidays/cn.txt")), {
  clock,
  makeUpDays: makeUpDays === "true",
});
const board = new Board(found.columns);
board.judge(terms, Date.parse(now) / 1_000);
const order = Uint32Array.from({ length: board.count }, (_, ticket) => ticket);
sort(order, board.nextKeys, new Uint32Array(board.count), false, board.groups);

const { shown, shownAt, titleAt } = found.texts;
const answers = Array.from({ length: board.count }, (_, ticket) => [
  shown.slice(shownAt[ticket], titleAt[ticket]),
  board.responseDue[ticket],
  board.resolutionDue[ticket],
  board.next[ticket] === NEVER ? null : board.next[ticket],
  board.what[ticket] === NOTHING ? null : board.what[ticket],
  STATES[board.state[ticket]],
]);
console.log(JSON.stringify({ text, bad, answers, order: [...order] }));
if (found.bad.length !== bad) throw new Error(`${bad} rows are bad, ${found.bad.length} were found.`);
