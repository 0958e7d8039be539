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
  worker.onmessage = ({ data: { share, found } }) => {
    if (share !== undefined) find("progress").value = share;
    if (!found) return;
    worker.terminate();
    take(found);
  };
  worker.postMessage({ ...given, offset: find("zone").value === "utc" ? 0 : BEIJING });
};

const take = (found) => {
  find("progress").hidden = true;
  find("told").textContent = `${found.count} read, ${found.bad.length} bad`;
  texts = found.texts;
  board = new Board(found.columns);
  spare = new Uint32Array(board.count);
  judge();
};

/** Judges and sorts everything anew. */
const judge = () => {
  terms = new Terms(policy, days, { clock: find("clock").value, makeUpDays: find("make-up").checked });
  if (!board) return;
  board.judge(terms, now());
  order = Uint32Array.from({ length: board.count }, (_, place) => place);
  coming = order.filter((ticket) => board.next[ticket] !== NEVER);
  reached = 0;
  sort(coming, board.next, spare);
  arrange();
};

/** Numbers by the value of their last digits. */
const digits = () => {
  const last = /\d+$/;
  const { shown, shownAt, titleAt } = texts;
  return Uint32Array.from({ length: board.count }, (_, ticket) => Number(last.exec(shown.slice(shownAt[ticket], titleAt[ticket]))?.[0] ?? 0));
};

const keys = {
  number: digits,
  priority: () => board.rank,
  state: () => board.state,
  next: () => board.nextKeys,
  response: () => board.responseDue,
  resolution: () => board.resolutionDue,
};

const arrange = () => {
  const { column, descending } = sortedBy;
  for (let place = 0; place < order.length; place += 1) order[place] = place;
  sort(order, keys[column](), spare, descending, column === "next" ? board.groups : null);
  find("again").hidden = true;
  select();
};

const chosen = (name) => new Set([...find(name).querySelectorAll("input:checked")].map(({ value }) => Number(value)));

/** Leaves out what the filters do, and counts what each would show. */
const select = () => {
  const words = find("text").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = matching(words);
  const [states, ranks] = [chosen("states"), chosen("priorities")];
  const byState = new Uint32Array(STATES.length);
  const byRank = new Uint32Array(policy.priorities.length);
  let count = 0;
  for (let place = 0; place < order.length; place += 1) {
    const ticket = order[place];
    if (wanted !== null && wanted[ticket] < words.length) continue;
    const state = states.size === 0 || states.has(board.state[ticket]);
    const rank = ranks.size === 0 || ranks.has(board.rank[ticket]);
    if (rank) byState[board.state[ticket]] += 1;
    if (state) byRank[board.rank[ticket]] += 1;
    if (!state || !rank) continue;
    spare[count] = ticket;
    count += 1;
  }
  shown = spare.slice(0, count);
  show("states", byState);
  show("priorities", byRank);
  table.show(board, texts, shown, now());
  tell();
  performance.mark("board:sorted");
  schedule();
};

const show = (name, counts) => {
  for (const [place, output] of find(name).querySelectorAll("output").entries()) {
    const text = String(counts[place]);
    if (output.textContent !== text) output.textContent = text;
  }
};

/** How many of the words stand in the number or the title of each ticket; none when there are no words. */
const matching = (words) => {
  if (words.length === 0) return null;
  const wanted = new Uint8Array(board.count);
  const { sought, soughtAt } = texts;
  for (const [place, word] of words.entries()) {
    let ticket = 0;
    for (let at = sought.indexOf(word); at >= 0; at = sought.indexOf(word, soughtAt[ticket])) {
      while (soughtAt[ticket + 1] <= at) ticket += 1;
      if (wanted[ticket] === place) wanted[ticket] += 1;
      ticket += 1;
    }
  }
  return wanted;
};

const summary = find("summary");
const tell = () => {
  const worst = STATES.slice(0, 4).map((name, state) => (board.counts[state] ? `${board.counts[state]} ${name.toLowerCase()}` : ""));
  const text = [`${shown.length} of ${board.count}`, ...worst].filter(Boolean).join(" · ");
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
const chips = (name, labels) => {
  for (const [place, label] of labels.entries()) {
    const box = Object.assign(document.createElement("input"), { type: "checkbox", value: String(place) });
    const chip = document.createElement("label");
    chip.append(box, ` ${label} `, document.createElement("output"));
    find(name).append(chip);
  }
  find(name).addEventListener("change", () => board && select());
};
chips("states", STATES);
chips("priorities", policy.priorities.map(({ id, name }) => `${id} ${name.en}`));
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
