// What follows from the events of tickets, all in columns: a ticket is a place. Two clocks each, response and
// resolution, with four thresholds each. Instants are seconds since 1970, 0 where there is none.
import { AllHours, WorkingTime } from "./calendar.js";

/** Later than every instant. */
export const NEVER = 0xffff_ffff;
/** That a ticket has no next threshold. */
export const NOTHING = 255;

/** States of a ticket, the most urgent first: the worst of its open clocks, or how they were stopped. */
export const STATES = ["Breached", "Critical", "Warning", "Early warning", "On track", "Paused", "Not started", "Missed", "Met"];
export const [BREACHED, , , , ON_TRACK, PAUSED, NOT_STARTED, MISSED, MET] = STATES.keys();

/** The terms under which tickets are judged: `clock` is all-hours, working-time or mixed. */
export class Terms {
  constructor(policy, holidays, { clock = "all-hours", makeUpDays = true } = {}) {
    const always = new AllHours();
    const working = clock === "all-hours" ? always : new WorkingTime(policy, holidays, makeUpDays);
    this.policy = policy;
    this.calendars = policy.priorities.map(({ urgent }) => (clock === "mixed" && urgent ? always : working));
    this.targets = policy.targets.map((target) => Uint32Array.from(target.seconds));
    const shares = policy.thresholds.map((threshold) => threshold.basisPoints);
    /** What each threshold needs, by target, rank and threshold. */
    this.needs = this.targets.map((target) =>
      Uint32Array.from([...target].flatMap((seconds) => shares.map((share) => Math.ceil((seconds * share) / 10_000)))),
    );
    this.thresholds = shares.length;
  }
}

/** When `need` seconds from `start` are counted, without what lies between `paused` and `resumed`. */
export const due = (calendar, start, need, paused, resumed) => {
  const at = calendar.due(start, need);
  if (paused === 0 || at <= paused || resumed <= start) return at;
  const counted = calendar.counted(start, paused);
  return need <= counted ? at : calendar.due(resumed, need - counted);
};

/** Seconds counted until `until`, without what lies between `paused` and `resumed`. */
export const counted = (calendar, start, until, paused, resumed) => {
  const all = calendar.counted(start, until);
  if (paused === 0 || paused >= until || resumed <= start) return all;
  return all - calendar.counted(Math.max(paused, start), Math.min(resumed, until));
};

/** Columns of events; the worker that reads them fills them. */
export const EVENTS = ["created", "reply", "confirmed", "paused", "resumed", "resolved"];

export class Board {
  /** `columns`: those of `EVENTS`, and `rank`. */
  constructor(columns) {
    Object.assign(this, columns);
    this.count = columns.rank.length;
    this.responseDue = new Uint32Array(this.count);
    this.resolutionStart = new Uint32Array(this.count);
    this.resolutionDue = new Uint32Array(this.count);
    /** When the next threshold is crossed, and which: four times the clock, and the threshold. */
    this.next = new Uint32Array(this.count);
    this.what = new Uint8Array(this.count);
    this.state = new Uint8Array(this.count);
    /** The order of what is crossed next: by group, then by key. */
    this.groups = new Uint8Array(this.count);
    this.nextKeys = new Uint32Array(this.count);
    this.counts = new Uint32Array(STATES.length);
  }

  /** Judges all tickets under `terms`. */
  judge(terms, now) {
    this.terms = terms;
    this.counts.fill(0);
    for (let ticket = 0; ticket < this.count; ticket += 1) this.#judge(ticket, now);
  }

  /** Judges one anew, as when time has passed. */
  again(ticket, now) {
    this.counts[this.state[ticket]] -= 1;
    this.#judge(ticket, now);
  }

  /** Until when a ticket is paused: now, while it still is. */
  until(ticket, now) {
    return this.resumed[ticket] || this.resolved[ticket] || now;
  }

  #judge(ticket, now) {
    const rank = this.rank[ticket];
    const calendar = this.terms.calendars[rank];
    const created = this.created[ticket];
    const reply = this.reply[ticket];
    const confirmed = this.confirmed[ticket];
    const paused = this.paused[ticket];
    const resolved = this.resolved[ticket];

    const responseDue = calendar.due(created, this.terms.targets[0][rank]);
    const responseStop = reply && resolved ? Math.min(reply, resolved) : reply || resolved;
    let start = confirmed;
    if (start === 0) start = resolved ? Math.min(responseDue, reply || NEVER, resolved) : responseDue;
    const resumed = paused && this.until(ticket, now);
    const resolutionDue = due(calendar, start, this.terms.targets[1][rank], paused, resumed);
    this.responseDue[ticket] = responseDue;
    this.resolutionStart[ticket] = start;
    this.resolutionDue[ticket] = resolutionDue;

    let state = MET;
    let next = NEVER;
    let what = NOTHING;
    const thresholds = this.terms.thresholds;
    const isPaused = paused !== 0 && paused <= now && this.resumed[ticket] === 0 && resolved === 0;
    for (let clock = 0; clock < 2; clock += 1) {
      const from = clock === 0 ? created : start;
      const end = clock === 0 ? responseDue : resolutionDue;
      const stop = clock === 0 ? responseStop : resolved;
      let stands;
      if (stop !== 0) stands = stop <= end ? MET : MISSED;
      else if (clock === 1 && confirmed === 0) stands = NOT_STARTED;
      // It is breached a second after it is due.
      else if (end < (clock === 1 && isPaused ? paused : now)) stands = BREACHED;
      else if (clock === 1 && isPaused) stands = PAUSED;
      else {
        stands = ON_TRACK;
        for (let place = 0; place < thresholds; place += 1) {
          const need = this.terms.needs[clock][rank * thresholds + place];
          let at = end + 1;
          if (place < thresholds - 1) at = clock === 0 ? calendar.due(from, need) : due(calendar, from, need, paused, resumed);
          if (at <= now) {
            stands = ON_TRACK - 1 - place;
            continue;
          }
          if (at < next) {
            next = at;
            what = clock * thresholds + place;
          }
          break;
        }
      }
      if (stands < state) state = stands;
    }
    this.next[ticket] = next;
    this.what[ticket] = what;
    this.state[ticket] = state;
    this.#group(ticket, state, Math.min(responseStop ? NEVER : responseDue, !resolved && confirmed ? resolutionDue : NEVER));
    this.counts[state] += 1;
  }

  /** Where a ticket stands in the order of what is crossed next, and within its kind. */
  #group(ticket, state, overdue) {
    const next = this.next[ticket];
    let group = 2;
    // The latest first.
    let key = NEVER - this.created[ticket];
    if (next !== NEVER) [group, key] = [0, next];
    else if (state === BREACHED) [group, key] = [1, overdue];
    else if (state === PAUSED) group = 3;
    else if (state >= MISSED) group = 4;
    this.groups[ticket] = group;
    this.nextKeys[ticket] = key;
  }

  /** What a row shows of a clock at `now`: seconds counted and by the wall clock that are left, and the share used. */
  left(ticket, clock, now) {
    const rank = this.rank[ticket];
    const calendar = this.terms.calendars[rank];
    const target = this.terms.targets[clock][rank];
    const resolved = this.resolved[ticket];
    if (clock === 0) {
      const reply = this.reply[ticket];
      const stop = reply && resolved ? Math.min(reply, resolved) : reply || resolved;
      const elapsed = calendar.counted(this.created[ticket], stop || now);
      return {
        due: this.responseDue[ticket],
        counted: target - elapsed,
        wall: this.responseDue[ticket] - (stop || now),
        share: elapsed / target,
        started: true,
        stopped: stop !== 0,
        paused: false,
        open: stop === 0 && calendar.isOpen(now),
      };
    }
    const start = this.resolutionStart[ticket];
    const paused = this.paused[ticket];
    const resumed = paused && this.until(ticket, now);
    const starts = this.confirmed[ticket] !== 0 || resolved !== 0;
    const isPaused = paused !== 0 && this.resumed[ticket] === 0 && resolved === 0;
    const elapsed = starts ? counted(calendar, start, resolved || now, paused, resumed) : 0;
    // While it is paused, it would be due so long after now.
    const end = isPaused ? due(calendar, start, target, paused, now) : this.resolutionDue[ticket];
    return {
      due: end,
      counted: target - elapsed,
      wall: end - (resolved || now),
      share: elapsed / target,
      started: starts,
      stopped: resolved !== 0,
      paused: isPaused,
      open: starts && !resolved && !isPaused && calendar.isOpen(now),
    };
  }
}
