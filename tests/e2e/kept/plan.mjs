// Plan files, as tests and benchmarks need them: `node kept/plan.mjs 100000 > plan.slaplan` writes one.

/** A ticket as a line: submitted so many minutes after the first of 2026, replied and resolved now and then. */
export const ticket = (key, { title = `登录后页面空白 ${key}`, minute = key % 60_000, events } = {}) => {
  const at = (offset) => new Date(Date.UTC(2026, 0, 1) + (minute + offset) * 60_000).toISOString().replace(".000", "");
  const happened = events ?? [
    ...(key % 2 ? [] : [[at(30), "first-reply"]]),
    ...(key % 3 ? [] : [[at(300), "resolved"]]),
  ];
  return JSON.stringify({
    key,
    schema: 1,
    number: `SPT-${key}`,
    title,
    events: [[at(0), "submitted", key % 5], ...happened],
  });
};

/** A whole plan with these lines of tickets; `views` is the text of saved views. */
export const plan = (lines, { views = "", draft = null } = {}) =>
  [JSON.stringify({ file: 1, schema: 2, readings: {}, draft, views }), ...lines, JSON.stringify({ end: lines.length }), ""].join("\n");

/** A whole plan with `count` tickets. */
export const planOf = (count, change) => plan(Array.from({ length: count }, (_, place) => ticket(place + 1, change)));

if (process.argv[1] === import.meta.filename) process.stdout.write(planOf(Number(process.argv[2] ?? 100_000)));
