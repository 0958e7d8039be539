#!/usr/bin/env node
// Prints tickets as help desks export them, made up, the same ones each time:
//
//   scripts/tickets.mjs [N] [--shape zh|tsv|zendesk|jira] [--seed 1] [--now 2026-11-24T10:00:00+08:00] [--bad 0.001] [--open 0.3]
//
// N tickets (100 000) of the 90 days before `--now`, most of them from working time; the newer, the more are still
// open, in all about one in fifty. One in 500, and at least twelve, reaches a threshold of SPT-001 within two hours of
// `--now`, the first of them within seconds. `--bad` is the share of rows that cannot be read, `--open` that of tickets
// that are worked on beside these. Times are by the clock of Beijing and do not say so. Tests and benchmarks call
// `tickets` instead.

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
/** Of SPT-001, by rank: until the first reply, and from confirmation to solution. */
const RESPONSE = [15 * MINUTE, 30 * MINUTE, 2 * HOUR, 4 * HOUR, 8 * HOUR];
const RESOLUTION = [2 * HOUR, 4 * HOUR, 8 * HOUR, 24 * HOUR, 48 * HOUR];
const SHARES = [0.8, 0.9, 0.95, 1];
/** How many of a hundred tickets have each rank. */
const RANKS = [2, 8, 35, 35, 20];

const PLACES = {
  zh: ["控制台", "对象存储", "费用中心", "北京区域的云主机", "数据库只读实例", "登录页面", "API 网关", "备份任务", "VPN 连接", "子账号权限", "域名解析", "负载均衡", "日志服务", "账单导出"],
  en: ["Console", "Object storage", "Billing page", "EC2 instance in cn-north-1", "Read replica", "Sign-in page", "API gateway", "Backup job", "VPN tunnel", "Sub-account permissions", "DNS record", "Load balancer", "Log service", "Invoice export"],
};
const TROUBLES = {
  zh: ["无法打开", "响应很慢", "提示“拒绝访问”", "连接超时", "反复重启", "数据与账单不一致", "证书即将到期", "无法删除", "返回 502 错误", "找不到昨天的记录"],
  en: ["does not open", "is slow", 'says "access denied"', "times out", "restarts again and again", "differs from the invoice", "certificate expires soon", "cannot be deleted", "answers 502", "lost yesterday's records"],
};
const DETAILS = {
  zh: ["，所有用户都受影响", "，请尽快处理", "，重试三次仍然失败", "，昨天还正常", "，只在 Chrome 里出现", "，影响月底结算", "", "，附截图", "（第二次反馈）", "，客户在等回复"],
  en: [", for every user", ", please hurry", ", three retries failed", ", worked yesterday", ", only in Chrome", ", month-end is blocked", "", ", screenshot attached", " (reported twice)", ", customer is waiting"],
};

/** Numbers from 0 to 1, the same ones for a seed (mulberry32). */
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

/** What makes up tickets. Instants are seconds since 1970. */
class Maker {
  constructor(seed, now) {
    this.random = random(seed);
    this.now = now;
  }

  below(limit) {
    return Math.floor(this.random() * limit);
  }

  one(list) {
    return list[this.below(list.length)];
  }

  rank() {
    let left = this.random() * 100;
    return Math.max(RANKS.findIndex((share) => (left -= share) < 0), 0);
  }

  /** How long something takes that takes `target` at most, mostly: one in eight takes longer. */
  takes(target) {
    const normal = this.random() + this.random() + this.random() - 1.5;
    return Math.max(30, Math.round(target * 0.45 * Math.exp(1.4 * normal)));
  }

  /** An instant of the last 90 days: of nine in ten, on a working day from 9 to 18 in Beijing. */
  moment() {
    const atWork = this.random() < 0.9;
    for (;;) {
      const at = this.now - 1 - this.below(90 * DAY);
      const local = at + 8 * HOUR;
      const weekday = (Math.floor(local / DAY) + 4) % 7;
      const working = weekday >= 1 && weekday <= 5 && local % DAY >= 9 * HOUR && local % DAY < 18 * HOUR;
      if (working === atWork) return at;
    }
  }

  /** From 15 to 60 characters. */
  title() {
    const lang = this.random() < 0.6 ? "zh" : "en";
    const part = () => this.one(PLACES[lang]) + (lang === "en" ? " " : "") + this.one(TROUBLES[lang]);
    let title = part() + this.one(DETAILS[lang]);
    while ([...title].length < 15) title += (lang === "en" ? "; " : "；") + part();
    if (this.random() < 0.01) title = title.replace(/[,，;；]\s*|(?=[(（])/, "\n");
    return [...title].slice(0, 60).join("").trimEnd();
  }

  /** A ticket that lives as tickets do. */
  ticket() {
    const rank = this.rank();
    const created = this.moment();
    const reply = created + this.takes(RESPONSE[rank]);
    const confirmed = reply + this.below(20 * MINUTE);
    const pause = this.random() < 0.05 ? this.takes(RESOLUTION[rank]) : 0;
    const paused = pause ? confirmed + MINUTE + this.below(HOUR) : null;
    // A few are forgotten.
    const work = this.random() < 0.01 ? 200 * DAY : this.takes(RESOLUTION[rank]) + MINUTE;
    const resolved = (paused ?? confirmed) + pause + work;
    return this.until(this.now, {
      rank,
      created,
      reply,
      confirmed,
      paused,
      resumed: paused && paused + pause,
      resolved,
      closed: resolved + this.below(3 * DAY),
    });
  }

  /** A ticket that reaches a threshold `ahead` seconds from now. */
  crossing(ahead) {
    const targets = this.random() < 0.5 ? RESPONSE : RESOLUTION;
    const share = this.one(SHARES);
    let [rank, need] = [0, 0];
    while (need <= ahead) {
      rank = this.rank();
      need = Math.ceil(targets[rank] * share);
    }
    const from = this.now + ahead - need;
    if (targets === RESPONSE) return this.until(this.now, { rank, created: from });
    const reply = from - this.below(5 * MINUTE);
    return this.until(this.now, { rank, created: reply - this.takes(RESPONSE[rank]), reply, confirmed: from });
  }

  /** A ticket that is worked on: most of its time is not yet used up. */
  open() {
    const rank = this.rank();
    const ago = (target) => this.now - Math.floor(target * 1.2 * this.random());
    if (this.random() < 0.4) return this.until(this.now, { rank, created: ago(RESPONSE[rank]) });
    const confirmed = ago(RESOLUTION[rank]);
    const reply = confirmed - this.below(5 * MINUTE);
    const paused = this.random() < 0.2 ? confirmed + this.takes(RESOLUTION[rank]) : null;
    const resumed = paused && this.random() < 0.5 ? paused + this.takes(RESOLUTION[rank]) : null;
    return this.until(this.now, { rank, created: reply - this.takes(RESPONSE[rank]), reply, confirmed, paused, resumed });
  }

  /** What had happened to `ticket` by `now`. */
  until(now, ticket) {
    const happened = Object.entries(ticket).filter(([name, at]) => name === "rank" || (at && at <= now));
    return { ...Object.fromEntries(happened), title: this.title() };
  }
}

const two = (number) => String(number).padStart(2, "0");
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The date and time of an instant, `offset` hours east of UTC. */
const wall = (at, offset = 8) => {
  const date = new Date((at + offset * HOUR) * 1_000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
};

/** `2026-02-14 17:50:09`. */
const iso = (at, offset) => {
  if (!at) return "";
  const { year, month, day, hour, minute, second } = wall(at, offset);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
};
/** `2026/2/14 17:50:09`, as a spreadsheet of China shows it. */
const sheet = (at) => {
  if (!at) return "";
  const { year, month, day, hour, minute, second } = wall(at);
  return `${year}/${month}/${day} ${hour}:${two(minute)}:${two(second)}`;
};
/** `14/Feb/26 5:50 PM`. */
const jira = (at) => {
  if (!at) return "";
  const { year, month, day, hour, minute } = wall(at);
  return `${two(day)}/${MONTHS[month - 1]}/${year % 100} ${hour % 12 || 12}:${two(minute)} ${hour < 12 ? "AM" : "PM"}`;
};

const status = (ticket, [created, open, paused, solved, closed]) => {
  if (ticket.closed) return closed;
  if (ticket.resolved) return solved;
  if (ticket.paused && !ticket.resumed) return paused;
  return ticket.reply ? open : created;
};

// What each shape looks like: between cells, before the text, its header, and the cells of a ticket. `created` is the
// cell of the submission, which bad rows spoil; `priority` that of the priority.
const SHAPES = {
  zh: {
    separator: ",",
    before: "\ufeff",
    header: ["工单编号", "标题", "状态", "优先级", "提交时间", "首次响应时间", "确认时间", "暂停时间", "恢复时间", "解决时间", "关闭时间", "处理人"],
    priorities: ["紧急", "高", "中", "低", "一般"],
    created: 4,
    priority: 3,
    row: (ticket, id, priority) => [
      `SPT-${id}`,
      ticket.title,
      status(ticket, ["待处理", "处理中", "挂起", "已解决", "已关闭"]),
      priority,
      ...[ticket.created, ticket.reply, ticket.confirmed, ticket.paused, ticket.resumed, ticket.resolved, ticket.closed].map((at) => iso(at)),
      ["王芳", "李伟", "张敏", "刘洋", "Chen, Y."][id % 5],
    ],
  },
  tsv: {
    separator: "\t",
    before: "",
    header: ["编号", "标题", "优先级", "提交时间", "首次响应", "确认时间", "暂停时间", "恢复时间", "解决时间"],
    priorities: ["P0", "P1", "P2", "P3", "P4"],
    created: 3,
    priority: 2,
    row: (ticket, id, priority) => [
      `SPT-${id}`,
      ticket.title,
      priority,
      ...[ticket.created, ticket.reply, ticket.confirmed, ticket.paused, ticket.resumed, ticket.resolved].map(sheet),
    ],
  },
  zendesk: {
    separator: ",",
    before: "",
    header: ["Summation column", "ID", "Requester", "Subject", "Tags", "Status", "Priority", "Via", "Ticket type", "Created at", "Updated at", "Solved at", "Resolution time", "First reply time in minutes"],
    // It has four.
    priorities: ["Urgent", "High", "Normal", "Low", "Low"],
    created: 9,
    priority: 6,
    row: (ticket, id, priority) => [
      "1",
      String(id),
      ["Ann", "Bob", "Li Na", "O'Hara, Cy"][id % 4],
      ticket.title,
      ["vip beijing", "", "billing"][id % 3],
      status(ticket, ["New", "Open", "Pending", "Solved", "Closed"]),
      priority,
      ["Mail", "Web form", "API"][id % 3],
      ["Incident", "Problem", "Question"][id % 3],
      iso(ticket.created),
      iso(ticket.closed ?? ticket.resolved ?? ticket.reply ?? ticket.created),
      iso(ticket.resolved),
      ticket.resolved ? String(Math.floor((ticket.resolved - ticket.created) / HOUR)) : "",
      ticket.reply ? String(Math.floor((ticket.reply - ticket.created) / MINUTE)) : "",
    ],
  },
  jira: {
    separator: ",",
    before: "\ufeff",
    header: ["Summary", "Issue key", "Issue id", "Issue Type", "Status", "Priority", "Resolution", "Created", "Updated", "Resolved", "Labels", "Labels", "Custom field ([CHART] Date of First Response)", "Status Category"],
    priorities: ["Highest", "High", "Medium", "Low", "Lowest"],
    created: 7,
    priority: 5,
    row: (ticket, id, priority) => [
      ticket.title,
      `JSM-${id}`,
      String(10_000 + id),
      ["Incident", "Service Request"][id % 2],
      status(ticket, ["To Do", "In Progress", "Waiting for customer", "Done", "Closed"]),
      priority,
      ticket.resolved ? "Done" : "",
      jira(ticket.created),
      jira(ticket.closed ?? ticket.resolved ?? ticket.reply ?? ticket.created),
      jira(ticket.resolved),
      ["vip", "", "cn"][id % 3],
      ["", "vpn"][id % 2],
      // In UTC, whatever zone the others are in.
      ticket.reply ? `${iso(ticket.reply, 0)}.${String(id % 1_000).padStart(3, "0")}` : "",
      ticket.resolved ? "Done" : ticket.reply ? "In Progress" : "To Do",
    ],
  },
};

/** What is done to a row that shall not be readable, in turn. */
const SPOILT = [
  (cells, { created }) => (cells[created] = ""),
  (cells, { created }) => (cells[created] = "soon"),
  (cells, { created }) => (cells[created] = "2026-02-31 10:00:00"),
  (cells, { priority }) => (cells[priority] = "特急"),
  (cells, { priority }) => (cells[priority] = ""),
  (cells) => cells.push("one", "too many"),
];

/**
 * The text of `count` tickets in `shape`, and how many of its rows cannot be read.
 * `now` is in milliseconds or as ISO 8601 has it.
 */
export const tickets = ({ count = 100_000, shape = "zh", seed = 1, now = "2026-11-24T10:00:00+08:00", bad = 0, open = 0 } = {}) => {
  const form = SHAPES[shape];
  if (!form) throw new Error(`There is no shape "${shape}", only ${Object.keys(SHAPES).join(", ")}.`);
  const maker = new Maker(seed, Math.floor(new Date(now) / 1_000));
  const crossing = Math.min(count, Math.max(12, Math.floor(count / 500)));
  const made = [];
  for (let place = 0; place < crossing; place += 1) {
    made.push(maker.crossing(5 + place * 5 < 60 ? 5 + place * 5 : 60 + maker.below(2 * HOUR)));
  }
  const working = made.length + Math.floor((count - made.length) * open);
  while (made.length < count) made.push(made.length < working ? maker.open() : maker.ticket());
  made.sort((one, other) => one.created - other.created);

  const special = new RegExp(`["\\n\\r${form.separator}]`);
  const quoted = (cell) => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const line = (cells) => cells.map(quoted).join(form.separator);
  const lines = [form.before + line(form.header)];
  let spoilt = 0;
  for (const [place, ticket] of made.entries()) {
    const cells = form.row(ticket, 10_001 + place, form.priorities[ticket.rank]);
    if (maker.random() < bad) {
      SPOILT[spoilt % SPOILT.length](cells, form);
      spoilt += 1;
    }
    lines.push(line(cells));
  }
  return { text: `${lines.join("\n")}\n`, bad: spoilt };
};

if (process.argv[1] === import.meta.filename) {
  const { parseArgs } = await import("node:util");
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries(["shape", "seed", "now", "bad", "open"].map((name) => [name, { type: "string" }])),
  });
  const number = (text) => (text === undefined ? undefined : Number(text.replaceAll("_", "")));
  const { text } = tickets({
    ...values,
    count: number(positionals[0]),
    seed: number(values.seed),
    bad: number(values.bad),
    open: number(values.open),
  });
  // What reads it may have seen enough.
  process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? 0 : 1));
  process.stdout.write(text);
}
