// The table: as many rows as are seen, moved and filled anew while it is scrolled, ticked once a second.
import { NEVER, NOTHING, PAUSED, STATES } from "./clocks.js";
import { left, wall, writer } from "./time.js";

const HEIGHT = 60;
/** Rows beyond the edges that are kept ready. */
const SPARE = 4;
const MARKS = ["✕", "⬣", "◇", "△", "○", "⏸", "…", "⚑", "✓"];

/** An element, its attributes, and what is in it. */
const make = (name, attributes, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

/** A text of the page that is only touched when it changes. */
class Text {
  constructor() {
    this.node = document.createTextNode("");
    this.shown = "";
  }

  set(text) {
    if (this.shown === text) return;
    this.shown = text;
    this.node.data = text;
  }
}

/** What a row shows of a clock. */
class Cell {
  constructor(name) {
    this.word = new Text();
    this.due = new Text();
    this.viewer = new Text();
    this.left = new Text();
    this.element = make(
      "div",
      { class: name, role: "cell" },
      make("div", {}, make("b", {}, this.word.node), " ", this.due.node),
      make("div", { class: "quiet" }, this.viewer.node),
      make("div", {}, this.left.node),
    );
  }
}

/** A row of the page: its elements, and what they show. */
class Row {
  constructor() {
    this.number = new Text();
    this.title = new Text();
    this.priority = new Text();
    this.state = new Text();
    this.next = new Text();
    this.nextAt = new Text();
    this.share = new Text();
    this.clocks = [new Cell("response"), new Cell("resolution")];
    this.box = make("input", { type: "checkbox", tabindex: "-1", "aria-label": "Select" });
    this.bar = make("div", { class: "bar" });
    this.element = make(
      "div",
      { class: "row", role: "row", tabindex: "-1" },
      make("div", { class: "select", role: "cell" }, this.box),
      make("div", { class: "ticket", role: "rowheader" }, make("b", {}, this.number.node), make("div", {}, this.title.node)),
      make("div", { class: "priority", role: "cell" }, this.priority.node),
      make("div", { class: "state", role: "cell" }, this.state.node),
      make("div", { class: "next", role: "cell" }, make("div", {}, this.next.node), make("div", { class: "quiet" }, this.nextAt.node)),
      ...this.clocks.map((clock) => clock.element),
      make("div", { class: "share", role: "cell" }, this.share.node, this.bar),
    );
    this.place = -1;
    this.ticket = -1;
    this.width = -1;
    this.stands = -1;
  }
}

export class Table {
  /** `frame` scrolls, `body` within it is as tall as all rows. */
  constructor(frame, body, zone) {
    this.frame = frame;
    this.body = body;
    this.service = writer("Asia/Shanghai");
    this.viewer = zone === "Asia/Shanghai" ? null : writer(zone);
    /** Rows by their place in the order, modulo how many there are. */
    this.rows = [];
    this.order = new Uint32Array(0);
    this.selected = new Set();
    this.focused = 0;
    this.asked = false;
    const later = () => {
      if (this.asked) return;
      this.asked = true;
      requestAnimationFrame(() => {
        this.asked = false;
        this.fill();
      });
    };
    frame.addEventListener("scroll", later, { passive: true });
    new ResizeObserver(later).observe(frame);
    frame.addEventListener("keydown", (event) => this.#press(event));
    body.addEventListener("change", ({ target }) => {
      const { ticket } = this.rows.find((row) => row.box === target);
      if (target.checked) this.selected.add(ticket);
      else this.selected.delete(ticket);
    });
  }

  /** Shows `board` in `order`, at `now`. */
  show(board, texts, order, now) {
    this.board = board;
    this.texts = texts;
    this.order = order;
    this.now = now;
    this.body.style.height = `${order.length * HEIGHT}px`;
    this.frame.setAttribute("aria-rowcount", String(order.length + 1));
    this.focused = Math.max(0, Math.min(this.focused, order.length - 1));
    for (const row of this.rows) row.place = -1;
    this.fill();
  }

  /** Fills the rows that are seen. */
  fill() {
    const seen = Math.ceil(this.frame.clientHeight / HEIGHT) + 1;
    const wanted = Math.min(seen + 2 * SPARE, this.order.length);
    while (this.rows.length < wanted) {
      const row = new Row();
      this.rows.push(row);
      this.body.append(row.element);
    }
    if (this.rows.length > wanted) {
      for (const row of this.rows.splice(wanted)) row.element.remove();
      for (const row of this.rows) row.place = -1;
    }
    const first = Math.max(0, Math.min(Math.floor(this.frame.scrollTop / HEIGHT) - SPARE, this.order.length - wanted));
    for (let place = first; place < first + wanted; place += 1) {
      const row = this.rows[place % wanted];
      if (row.place !== place) this.#place(row, place);
    }
  }

  /** Lets the rows that are seen tell another time. */
  tick(now) {
    this.now = now;
    for (const row of this.rows) this.#tell(row);
  }

  #place(row, place) {
    row.place = place;
    row.element.style.transform = `translateY(${place * HEIGHT}px)`;
    row.element.setAttribute("aria-rowindex", String(place + 2));
    row.element.tabIndex = place === this.focused ? 0 : -1;
    const ticket = this.order[place];
    row.ticket = ticket;
    row.box.checked = this.selected.has(ticket);
    const { shown, shownAt, titleAt } = this.texts;
    row.number.set(shown.slice(shownAt[ticket], titleAt[ticket]));
    row.title.set(shown.slice(titleAt[ticket], shownAt[ticket + 1]));
    const { id, name } = this.board.terms.policy.priorities[this.board.rank[ticket]];
    row.priority.set(`${id} ${name.en}`);
    this.#tell(row);
  }

  #tell(row) {
    const { board, now } = this;
    const { ticket } = row;
    const state = board.state[ticket];
    if (row.stands !== state) {
      row.stands = state;
      row.element.dataset.state = String(state);
    }
    const next = board.next[ticket];
    if (next === NEVER) {
      row.next.set(state === PAUSED ? "Paused: nothing is crossed" : "—");
      row.nextAt.set("");
    } else {
      const what = board.what[ticket];
      const { thresholds, policy } = board.terms;
      row.next.set(`${what < thresholds ? "First response" : "Resolution"} ${policy.thresholds[what % thresholds].basisPoints / 100} %`);
      row.nextAt.set(`in ${wall(next - now)} · ${this.service(next)}`);
    }
    let furthest = null;
    let outOfHours = false;
    for (let clock = 0; clock < 2; clock += 1) {
      const found = board.left(ticket, clock, now);
      const cell = row.clocks[clock];
      const runs = found.started && !found.stopped;
      outOfHours ||= runs && !found.paused && !found.open;
      const over = found.wall < 0;
      if (!found.started) cell.word.set("Not started");
      else if (found.stopped) cell.word.set(over ? "Missed" : "Met");
      else cell.word.set(over ? "Over" : found.paused ? "Paused" : found.open ? "Running" : "Out of hours");
      cell.due.set(found.started ? this.service(found.due) : `Projected ${this.service(found.due)}`);
      if (this.viewer) cell.viewer.set(this.viewer(found.due));
      if (!found.started) cell.left.set(found.due < now ? "Confirmation overdue" : "Awaits confirmation");
      else cell.left.set(`${over ? "Over" : found.stopped ? "Spare" : "Left"} ${left(Math.abs(found.counted))} counted · ${wall(Math.abs(found.wall))} wall`);
      if (found.started && (furthest === null || (runs && furthest.stopped) || (runs !== furthest.stopped && found.share > furthest.share))) furthest = found;
    }
    row.state.set(`${MARKS[state]} ${STATES[state]}${outOfHours ? " · out of hours" : ""}`);
    const share = furthest === null ? 0 : furthest.share;
    row.share.set(furthest === null ? "" : `${Math.floor(share * 1_000) / 10} %`);
    const width = Math.min(Math.floor(share * 100), 100);
    if (row.width !== width) {
      row.width = width;
      row.bar.style.transform = `scaleX(${width / 100})`;
    }
  }

  #press(event) {
    const page = Math.floor(this.frame.clientHeight / HEIGHT) - 1;
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    this.focus(Math.max(0, Math.min(this.focused + by, this.order.length - 1)));
  }

  /** Moves the focus to the row at `place`. */
  focus(place) {
    const row = (place) => this.rows.find((row) => row.place === place);
    const before = row(this.focused);
    if (before) before.element.tabIndex = -1;
    this.focused = place;
    const top = place * HEIGHT;
    const { scrollTop, clientHeight } = this.frame;
    if (top < scrollTop) this.frame.scrollTop = top;
    else if (top + 2 * HEIGHT > scrollTop + clientHeight) this.frame.scrollTop = top + 2 * HEIGHT - clientHeight;
    this.fill();
    const now = row(place);
    if (!now) return;
    now.element.tabIndex = 0;
    now.element.focus({ preventScroll: true });
  }
}
