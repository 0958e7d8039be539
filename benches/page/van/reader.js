// A worker that reads a table of tickets: given its text or its file, it answers with columns.
// Progress is told on the way; to cancel, end the worker.
import { EVENTS } from "./clocks.js";

const HEADERS = {
  number: ["工单编号", "编号", "工单号", "issue key", "ticket id", "ticket number", "number", "id", "#"],
  title: ["标题", "工单标题", "主题", "summary", "subject", "title", "short_description"],
  priority: ["优先级", "priority"],
  status: ["状态", "status", "state"],
  created: ["提交时间", "创建时间", "created", "created at", "created_at", "opened_at", "created time"],
  reply: ["首次响应时间", "首次响应", "first response at", "first response", "first_response_at"],
  confirmed: ["确认时间", "confirmed", "confirmed at"],
  paused: ["暂停时间", "paused", "paused at"],
  resumed: ["恢复时间", "resumed", "resumed at"],
  resolved: ["解决时间", "resolved", "resolved at", "resolved_at", "solved at"],
  closed: ["关闭时间", "closed", "closed at", "closed_at"],
};
const PRIORITIES = [
  ["p0", "紧急", "urgent", "critical", "highest"],
  ["p1", "高", "high"],
  ["p2", "中", "medium", "normal"],
  ["p3", "低", "low"],
  ["p4", "一般", "general", "lowest"],
];
const DONE = ["已解决", "已关闭", "resolved", "solved", "done", "closed"];
const PENDING = ["待处理", "处理中", "挂起", "new", "open", "pending", "in progress", "to do"];
const [QUOTE, RETURN, NEWLINE] = [34, 13, 10];

const decode = (buffer) => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(buffer);
  } catch {
    return new TextDecoder("gb18030").decode(buffer);
  }
};

/** The separator that the first line has most of. */
const separator = (text) => {
  const line = text.slice(0, text.indexOf("\n") + 1 || text.length);
  const often = (mark) => line.split(mark).length;
  return ["\t", ",", ";"].reduce((best, mark) => (often(mark) > often(best) ? mark : best)).charCodeAt(0);
};

/** Walks through the records of a text; the cells of one stand in `starts` and `ends`. */
class Records {
  constructor(text) {
    this.text = text;
    this.at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.separator = separator(text);
    this.starts = new Int32Array(1_000);
    this.ends = new Int32Array(1_000);
    this.width = 0;
    this.line = 1;
    this.nextLine = 1;
  }

  /** Goes to the next record; false at the end. */
  next() {
    const { text, separator, starts, ends } = this;
    const length = text.length;
    let at = this.at;
    if (at >= length) return false;
    let width = 0;
    this.line = this.nextLine;
    for (;;) {
      starts[width] = at;
      let code = text.charCodeAt(at);
      if (code === QUOTE) {
        do {
          at = text.indexOf('"', at + 1);
          if (at < 0) at = length;
          else at += 1;
        } while (text.charCodeAt(at) === QUOTE);
        for (let place = starts[width]; place < at; place += 1) if (text.charCodeAt(place) === NEWLINE) this.nextLine += 1;
        code = text.charCodeAt(at);
      }
      while (code !== separator && code !== NEWLINE && at < length) {
        at += 1;
        code = text.charCodeAt(at);
      }
      ends[width] = at;
      if (width < 999) width += 1;
      at += 1;
      if (code !== separator) break;
    }
    if (text.charCodeAt(ends[width - 1] - 1) === RETURN) ends[width - 1] -= 1;
    this.width = width;
    this.at = at;
    this.nextLine += 1;
    return true;
  }

  /** The text of a cell, without its quotes. */
  cell(place) {
    if (place < 0 || place >= this.width) return "";
    const start = this.starts[place];
    const end = this.ends[place];
    if (this.text.charCodeAt(start) !== QUOTE) return this.text.slice(start, end).trim();
    const inner = this.text.slice(start + 1, end - 1);
    return (inner.includes('"') ? inner.replaceAll('""', '"') : inner).trim();
  }

  /** The instant in a cell, `offset` seconds east of UTC: 0 where it is empty, -1 where it is no time. */
  instant(place, offset) {
    if (place < 0 || place >= this.width) return 0;
    const { text } = this;
    let at = this.starts[place];
    let end = this.ends[place];
    if (text.charCodeAt(at) === QUOTE) {
      at += 1;
      end -= 1;
    }
    if (at >= end) return 0;
    let found = 0;
    let value = 0;
    let digits = 0;
    // Year, month, day, hour, minute, second.
    for (; at <= end; at += 1) {
      const digit = at < end ? text.charCodeAt(at) - 48 : -1;
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        digits += 1;
      } else if (digits > 0) {
        if (found === 6) return -1;
        NUMBERS[found] = value;
        found += 1;
        value = 0;
        digits = 0;
      } else return -1;
    }
    if (found === 5) NUMBERS[5] = 0;
    else if (found !== 6) return -1;
    const year = NUMBERS[0];
    const month = NUMBERS[1];
    const day = NUMBERS[2];
    const hour = NUMBERS[3];
    const minute = NUMBERS[4];
    const second = NUMBERS[5];
    if (year < 1970 || year > 2099 || month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return -1;
    const first = MONTHS[(year - 1970) * 12 + month - 1];
    if (day < 1 || day > MONTHS[(year - 1970) * 12 + month] - first) return -1;
    return (first + day - 1) * 86_400 + hour * 3_600 + minute * 60 + second - offset;
  }
}

const NUMBERS = new Int32Array(6);
/** Days before each month since 1970. */
const MONTHS = Int32Array.from({ length: 130 * 12 + 1 }, (_, month) => Date.UTC(1970, month, 1) / 86_400_000);

const words = (lists) => new Map(lists.flatMap((list, place) => list.map((word) => [word, place])));

/** What a table says. `offset`: the zone of its times, in seconds east of UTC. */
export const read = (text, offset, tell = () => {}) => {
  const records = new Records(text);
  if (!records.next()) return null;
  const headers = Array.from({ length: records.width }, (_, place) => records.cell(place).toLowerCase());
  const places = {};
  for (const [name, known] of Object.entries(HEADERS)) {
    const header = known.find((header) => headers.includes(header));
    places[name] = header === undefined ? -1 : headers.indexOf(header);
  }
  const replyMinutes = headers.indexOf("first reply time in minutes");
  const width = headers.length;
  const priorities = words(PRIORITIES);
  const statuses = words([PENDING, DONE]);

  let size = 1 << 14;
  let count = 0;
  let columns = EVENTS.map(() => new Uint32Array(size));
  let rank = new Uint8Array(size);
  const grow = () => {
    size *= 2;
    const longer = (column) => {
      const grown = new column.constructor(size);
      grown.set(column);
      return grown;
    };
    columns = columns.map(longer);
    rank = longer(rank);
  };
  const eventPlaces = EVENTS.map((name) => places[name]);
  const instants = new Float64Array(EVENTS.length);
  const [CREATED, REPLY, RESOLVED] = ["created", "reply", "resolved"].map((name) => EVENTS.indexOf(name));
  const numbers = [];
  const titles = [];
  const bad = [];
  const fault = (column, reason) => bad.push({ line: records.line, column, reason });

  while (records.next()) {
    if (records.width === 1 && records.starts[0] === records.ends[0]) continue;
    if (count === size) grow();
    let wrong = -1;
    for (let event = 0; event < instants.length; event += 1) {
      instants[event] = records.instant(eventPlaces[event], offset);
      if (instants[event] < 0 && wrong < 0) wrong = eventPlaces[event];
    }
    const created = instants[CREATED];
    const found = priorities.get(records.cell(places.priority)) ?? priorities.get(records.cell(places.priority).toLowerCase());
    if (wrong >= 0) fault(wrong, "no time");
    else if (created === 0) fault(places.created, "no time of submission");
    else if (found === undefined) fault(places.priority, "no known priority");
    else if (records.width > width) fault(width, "too many cells");
    else {
      const minutes = replyMinutes < 0 || instants[REPLY] ? "" : records.cell(replyMinutes);
      if (minutes !== "") instants[REPLY] = created + Number(minutes) * 60;
      if (instants[RESOLVED] === 0) instants[RESOLVED] = Math.max(records.instant(places.closed, offset), 0);
      const status = records.cell(places.status);
      const done = statuses.get(status) ?? statuses.get(status.toLowerCase());
      if (done === 0) instants[RESOLVED] = 0;
      let before = false;
      for (const instant of instants) if (instant !== 0 && instant < created) before = true;
      if (done === 1 && instants[RESOLVED] === 0) fault(places.status, "solved, but when?");
      else if (before) fault(places.created, "something happened before");
      else {
        for (let event = 0; event < instants.length; event += 1) columns[event][count] = instants[event];
        rank[count] = found;
        numbers.push(records.cell(places.number));
        titles.push(records.cell(places.title));
        count += 1;
      }
    }
    if (records.line % 8_192 === 0) tell(records.at / text.length);
  }
  const named = columns.map((column, event) => [EVENTS[event], column.slice(0, count)]);
  return { count, bad, columns: { ...Object.fromEntries(named), rank: rank.slice(0, count) }, ...texts(numbers, titles) };
};

/** In lower case, full-width letters as narrow ones. */
const fold = (text) => text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).toLowerCase();

/** Numbers and titles as one text each, which is quick to hand over, and what is searched, in lower case. */
const texts = (numbers, titles) => {
  const count = numbers.length;
  const shownAt = new Uint32Array(count + 1);
  const titleAt = new Uint32Array(count);
  const soughtAt = new Uint32Array(count + 1);
  const shown = [];
  const sought = [];
  for (let ticket = 0; ticket < count; ticket += 1) {
    const number = numbers[ticket];
    const title = titles[ticket];
    const low = fold(`${number}\n${title}\n`);
    shown.push(number, title);
    sought.push(low);
    titleAt[ticket] = shownAt[ticket] + number.length;
    shownAt[ticket + 1] = titleAt[ticket] + title.length;
    soughtAt[ticket + 1] = soughtAt[ticket] + low.length;
  }
  return { texts: { shown: shown.join(""), sought: sought.join(""), shownAt, titleAt, soughtAt } };
};

if (typeof WorkerGlobalScope !== "undefined") {
  self.onmessage = async ({ data: { text, file, offset } }) => {
    const found = read(text ?? decode(await file.arrayBuffer()), offset, (share) => self.postMessage({ share }));
    const { shownAt, titleAt, soughtAt } = found.texts;
    const buffers = [...Object.values(found.columns), shownAt, titleAt, soughtAt].map((column) => column.buffer);
    self.postMessage({ found }, buffers);
  };
}
