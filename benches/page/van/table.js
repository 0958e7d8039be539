// The table: as many rows as are seen, moved and filled anew while it is scrolled, ticked once a second.
import { NEVER, NOTHING, PAUSED, STATES, UNCONFIRMED } from "./clocks.js";
import { left, wall, writer } from "./time.js";

const HEIGHT = 40;
/** Rows beyond the edges that are kept ready. */
const SPARE = 4;
const MARKS = ["○", "△", "◇", "⬣", "✕", "⏸", "…", "✓", "✕"];
const CELLS = ["number", "title", "priority", "state", "next", "in", "response", "resolution", "service", "viewer", "share"];
const [NUMBER, TITLE, PRIORITY, STATE, NEXT, IN, RESPONSE, RESOLUTION, SERVICE, VIEWER, SHARE] = CELLS.keys();

/** A row of the page: its elements, and what they show. */
class Row {
  constructor() {
    this.element = document.createElement("div");
    this.element.className = "row";
    this.element.setAttribute("role", "row");
    this.element.tabIndex = -1;
    this.texts = CELLS.map((name) => {
      const cell = document.createElement("div");
      cell.className = name;
      cell.setAttribute("role", "cell");
      const text = document.createTextNode("");
      cell.append(text);
      this.element.append(cell);
      return text;
    });
    this.bar = document.createElement("div");
    this.bar.className = "bar";
    this.element.lastChild.append(this.bar);
    this.shown = CELLS.map(() => "");
    this.place = -1;
    this.ticket = -1;
    this.width = -1;
    this.state = -1;
  }

  set(cell, text) {
    if (this.shown[cell] === text) return;
    this.shown[cell] = text;
    this.texts[cell].data = text;
  }
}

export class Table {
  /** `frame` scrolls, `body` within it is as tall as all rows. */
  constructor(frame, body, zone) {
    this.frame = frame;
    this.body = body;
    this.service = writer("Asia/Shanghai");
    this.viewer = writer(zone);
    /** Rows by their place in the order, modulo how many there are. */
    this.rows = [];
    this.order = new Uint32Array(0);
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
  }

  /** Shows `board` in `order`, at `now`. */
  show(board, texts, order, now) {
    this.board = board;
    this.texts = texts;
    this.order = order;
    this.now = now;
    this.body.style.height = `${order.length * HEIGHT}px`;
    this.frame.setAttribute("aria-rowcount", String(order.length + 1));
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
    const { shown, shownAt, titleAt } = this.texts;
    row.set(NUMBER, shown.slice(shownAt[ticket], titleAt[ticket]));
    row.set(TITLE, shown.slice(titleAt[ticket], shownAt[ticket + 1]));
    row.set(PRIORITY, this.board.terms.policy.priorities[this.board.rank[ticket]].id);
    this.#judged(row);
    this.#tell(row);
  }

  /** What changes only with the ticket's state. */
  #judged(row) {
    const { board } = this;
    const { ticket } = row;
    const state = board.state[ticket];
    if (row.state !== state) {
      row.state = state;
      row.element.dataset.state = String(state);
    }
    row.set(STATE, `${MARKS[state]} ${STATES[state]}`);
    const what = board.what[ticket];
    if (what === NOTHING) row.set(NEXT, "");
    else {
      const { thresholds } = board.terms;
      const share = board.terms.policy.thresholds[what % thresholds].basisPoints / 100;
      row.set(NEXT, `${share} % ${what < thresholds ? "response" : "resolution"}`);
    }
    const due = this.#clock(ticket) === 0 ? board.responseDue[ticket] : board.resolutionDue[ticket];
    row.set(SERVICE, this.service(due));
    row.set(VIEWER, this.viewer(due));
  }

  /** The clock that a row's due time and share are of: response until that has stopped. */
  #clock(ticket) {
    return this.board.reply[ticket] || this.board.resolved[ticket] || this.board.confirmed[ticket] ? 1 : 0;
  }

  #tell(row) {
    const { board, now } = this;
    const { ticket } = row;
    const state = board.state[ticket];
    if (row.state !== state) this.#judged(row);
    const next = board.next[ticket];
    row.set(IN, next === NEVER ? "" : wall(next - now));
    const response = board.left(ticket, 0, now);
    const resolution = board.left(ticket, 1, now);
    row.set(RESPONSE, `${left(response.counted)} · ${wall(response.wall)}`);
    row.set(RESOLUTION, `${left(resolution.counted)} · ${wall(resolution.wall)}`);
    if (state === PAUSED) {
      const due = now + resolution.wall;
      row.set(SERVICE, this.service(due));
      row.set(VIEWER, this.viewer(due));
    }
    const { share } = this.#clock(ticket) === 0 ? response : resolution;
    row.set(SHARE, state === UNCONFIRMED ? "" : `${Math.floor(share * 1_000) / 10} %`);
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
