// A board of tickets without a framework: what the planner's board is measured against.
import { holidays } from "./calendar.js";
import { Board, NEVER, STATES, Terms } from "./clocks.js";
import { sort } from "./order.js";
import { Table } from "./table.js";

const BEIJING = 8 * 3_600;
const find = (id) => document.getElementById(id);
const now = () => Math.floor(Date.now() / 1_000);

const [policy, days] = await Promise.all([
  fetch("spt-001.json").then((answer) => answer.json()),
  fetch("cn.txt").then((answer) => answer.text()).then(holidays),
]);
const frame = find("frame");
const table = new Table(frame, find("body"), Intl.DateTimeFormat().resolvedOptions().timeZone);

let board = null;
let texts = null;
let titleRanks = null;
let terms = null;
/** All tickets in the order that was chosen; what of them is shown; and room for sorting. */
let order = null;
let shown = null;
let spare = null;
/** The tickets with a threshold to come, the next one first, from `reached` on. */
let coming = null;
let reached = 0;
let sortedBy = { column: "next", descending: false };
let worker = null;
let timer = 0;

const read = (given) => {
  worker?.terminate();
  worker = new Worker("reader.js", { type: "module" });
  find("progress").hidden = false;
  worker.onmessage = ({ data: { share, found, ranks } }) => {
    if (share !== undefined) find("progress").value = share;
    if (found) take(found);
    if (ranks) {
      titleRanks = ranks;
      worker.terminate();
    }
  };
  worker.postMessage({ ...given, offset: find("zone").value === "utc" ? 0 : BEIJING });
};

const take = (found) => {
  find("progress").hidden = true;
  find("told").textContent = `${found.count} read, ${found.bad.length} bad`;
  texts = found.texts;
  titleRanks = null;
  board = new Board(found.columns);
  spare = new Uint32Array(board.count);
  judge();
};

/** Judges and sorts everything anew. */
const judge = () => {
  terms = new Terms(policy, days, { clock: find("clock").value, makeUpDays: find("make-up").checked });
  if (!board) return;
  board.judge(terms, now());
  const all = Uint32Array.from({ length: board.count }, (_, place) => place);
  coming = all.filter((ticket) => board.next[ticket] !== NEVER);
  reached = 0;
  sort(coming, board.next, spare);
  order = all;
  arrange();
};

const keys = {
  number: () => {
    const digits = /\d+$/;
    const { shown, shownAt, titleAt } = texts;
    return Uint32Array.from({ length: board.count }, (_, ticket) => Number(digits.exec(shown.slice(shownAt[ticket], titleAt[ticket]))?.[0] ?? 0));
  },
  title: () => titleRanks ?? board.rank,
  priority: () => board.rank,
  state: () => board.state,
  next: () => board.next,
  response: () => board.responseDue,
  resolution: () => board.resolutionDue,
};

const arrange = () => {
  sort(order, keys[sortedBy.column](), spare, sortedBy.descending);
  find("again").hidden = true;
  select();
};

/** Leaves out what the filters do. */
const select = () => {
  const sought = find("text").value.trim().toLowerCase();
  const state = find("state").value;
  if (sought === "" && state === "") shown = order;
  else {
    const wanted = sought === "" ? null : matching(sought);
    const only = state === "" ? -1 : Number(state);
    shown = order.filter((ticket) => (wanted === null || wanted[ticket] === 1) && (only < 0 || board.state[ticket] === only));
  }
  table.show(board, texts, shown, now());
  tell();
  performance.mark("board:sorted");
  schedule();
};

/** 1 for each ticket whose number or title has `text`. */
const matching = (text) => {
  const wanted = new Uint8Array(board.count);
  const { sought, soughtAt } = texts;
  let ticket = 0;
  for (let at = sought.indexOf(text); at >= 0; at = sought.indexOf(text, soughtAt[ticket])) {
    while (soughtAt[ticket + 1] <= at) ticket += 1;
    wanted[ticket] = 1;
    ticket += 1;
  }
  return wanted;
};

const summary = find("summary");
const tell = () => {
  const counts = STATES.map((name, state) => (board.counts[state] ? `${name} ${board.counts[state]}` : "")).filter(Boolean);
  const text = `${shown.length} of ${board.count} · ${counts.join(" · ")}`;
  if (summary.textContent !== text) summary.textContent = text;
};

/** Judges anew what has reached a threshold, and keeps `coming` in order. */
const cross = (at) => {
  while (reached < coming.length && board.next[coming[reached]] <= at) {
    const ticket = coming[reached];
    board.again(ticket, at);
    const next = board.next[ticket];
    if (next === NEVER) {
      reached += 1;
      continue;
    }
    let place = reached;
    for (; place + 1 < coming.length && board.next[coming[place + 1]] < next; place += 1) coming[place] = coming[place + 1];
    coming[place] = ticket;
  }
};

const tick = () => {
  timer = 0;
  const at = now();
  if (coming.length > reached && board.next[coming[reached]] <= at) {
    cross(at);
    // No row moves under the pointer or the focus.
    const busy = frame.matches(":hover") || frame.contains(document.activeElement);
    if (busy) find("again").hidden = false;
    else if (sortedBy.column === "next") arrange();
    tell();
  }
  table.tick(at);
  schedule();
};

/** One timer, just past the next second; none while nobody looks. */
const schedule = () => {
  const wanted = board !== null && !document.hidden && !find("pause").checked;
  if (wanted && timer === 0) timer = setTimeout(tick, 1_005 - (Date.now() % 1_000));
  if (!wanted && timer !== 0) {
    clearTimeout(timer);
    timer = 0;
  }
};

document.addEventListener("paste", (event) => {
  const { files } = event.clipboardData;
  if (files.length > 0) read({ file: files[0] });
  else if (event.target.localName !== "input") read({ text: event.clipboardData.getData("text/plain") });
});
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file) read({ file });
});
find("file").addEventListener("change", ({ target }) => read({ file: target.files[0] }));
document.addEventListener("visibilitychange", () => (document.hidden || !board ? schedule() : tick()));
find("pause").addEventListener("change", schedule);
find("clock").addEventListener("change", judge);
find("make-up").addEventListener("change", judge);
find("text").addEventListener("input", () => board && select());
find("state").append(...STATES.map((name, state) => new Option(name, String(state))));
find("state").addEventListener("change", () => board && select());
find("again").addEventListener("click", arrange);
find("head").addEventListener("click", ({ target }) => {
  const column = target.closest("[data-column]")?.dataset.column;
  if (!column || !board) return;
  sortedBy = { column, descending: sortedBy.column === column && !sortedBy.descending };
  for (const cell of find("head").children) cell.removeAttribute("aria-sort");
  target.closest("[role=columnheader]").setAttribute("aria-sort", sortedBy.descending ? "descending" : "ascending");
  arrange();
});
performance.mark("board:ready");
