// When the calendar is open, as sorted stretches of UTC seconds with running totals, so that `counted` and `due` are
// look-ups. Instants and durations are whole seconds; a day is one of Beijing, which has no summer time now.

const DAY = 86_400;
const BEIJING = 8 * 3_600;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/** Beijing kept summer time until 1991; tickets are younger. */
const FIRST = Date.UTC(1992, 0, 1) / 1_000;
const LAST = Date.UTC(2100, 0, 1) / 1_000;
/** Stretches are found by buckets of time and of running totals, of 2^15 seconds each. */
const BUCKET = 15;

const day = (year, monthDay) => Date.UTC(year, monthDay.slice(0, 2) - 1, monthDay.slice(2, 4)) / 1_000 / DAY;

/** Days off and make-up days, as days since 1970, from the text the engine has them in. */
export const holidays = (text) => {
  const off = new Set();
  const makeUp = new Set();
  const add = (set, year, entries) => {
    for (const entry of entries.split(",").filter(Boolean)) {
      const first = day(year, entry);
      const last = entry[4] === "-" ? day(year, entry.slice(5)) : first;
      for (let date = first; date <= last; date += 1) set.add(date);
    }
  };
  for (const line of text.split("\n")) {
    const found = /^(\d{4});([^;]*);(.*)$/.exec(line);
    if (!found) continue;
    add(off, found[1], found[2]);
    add(makeUp, found[1], found[3]);
  }
  return { off, makeUp };
};

const seconds = (text) => text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) * 60;

/** A calendar that is always open. */
export class AllHours {
  isOpen() {
    return true;
  }

  total(at) {
    return at;
  }

  counted(from, until) {
    return until > from ? until - from : 0;
  }

  due(start, need) {
    return start + need;
  }
}

/** Working time by `policy`, less the days off of `holidays`, and with its make-up days where these count. */
export class WorkingTime {
  constructor(policy, { off, makeUp }, makeUpCounts) {
    const window = (text) => text.split("-").map((time) => seconds(time) - BEIJING);
    const week = WEEKDAYS.map((name) => (policy.workingTime[name] ?? []).map(window));
    const none = [];
    // A make-up day has the hours of a Monday.
    const windows = (date) => {
      if (makeUpCounts && makeUp.has(date)) return week[0];
      return off.has(date) ? none : week[(date + 3) % 7];
    };
    const opens = [];
    const closes = [];
    for (let date = FIRST / DAY; date < LAST / DAY; date += 1) {
      for (const [open, close] of windows(date)) {
        opens.push(date * DAY + open);
        closes.push(date * DAY + close);
      }
    }
    const count = opens.length;
    this.opens = Uint32Array.from(opens);
    this.closes = Uint32Array.from(closes);
    this.totals = new Uint32Array(count + 1);
    for (let place = 0; place < count; place += 1) {
      this.totals[place + 1] = this.totals[place] + closes[place] - opens[place];
    }
    this.byTime = this.#buckets(this.opens, LAST);
    this.byTotal = this.#buckets(this.totals, this.totals[count]);
  }

  /** For each bucket, the last place whose value is before the bucket's beginning. */
  #buckets(values, end) {
    const buckets = new Uint32Array((end >>> BUCKET) + 2);
    let place = 0;
    for (let bucket = 0; bucket < buckets.length; bucket += 1) {
      const from = bucket * 2 ** BUCKET;
      while (place + 1 < values.length && values[place + 1] < from) place += 1;
      buckets[bucket] = place;
    }
    return buckets;
  }

  /** The last stretch that has opened by `at`. */
  #stretch(at) {
    const opens = this.opens;
    let place = this.byTime[at >>> BUCKET];
    while (place + 1 < opens.length && opens[place + 1] <= at) place += 1;
    return place;
  }

  isOpen(at) {
    const place = this.#stretch(at);
    return this.opens[place] <= at && at < this.closes[place];
  }

  /** Open seconds before `at`. */
  total(at) {
    const place = this.#stretch(at);
    const open = this.opens[place];
    if (at <= open) return this.totals[place];
    const close = this.closes[place];
    return this.totals[place] + (at < close ? at : close) - open;
  }

  counted(from, until) {
    return until > from ? this.total(until) - this.total(from) : 0;
  }

  /** The earliest instant from `start` by which `need` seconds are counted. */
  due(start, need) {
    if (need <= 0) return start;
    const total = this.total(start) + need;
    const totals = this.totals;
    let place = this.byTotal[total >>> BUCKET];
    while (totals[place + 1] < total) place += 1;
    return this.opens[place] + total - totals[place];
  }
}
