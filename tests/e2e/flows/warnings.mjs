// What is told when thresholds are crossed. Functions of a page object, so that any driver can replay them.
import assert from "node:assert/strict";

/** A flow: its name, how the page is opened, and what is done. */
export const flows = [];
const flow = (name, setting, run) => flows.push({ name, setting, run });

const now = "2026-02-24T10:00:00+08:00";

/** A P2 ticket, whose response is due after two hours, that is at `share` of it in so many seconds. */
const nearing = (key, seconds, share = 0.8) => {
  const at = new Date(Date.parse(now) + (seconds - share * 7_200) * 1_000).toISOString().replace(".000", "");
  return JSON.stringify({ key, schema: 1, number: `SPT-${key}`, title: "", events: [[at, "submitted", 2]] });
};

flow("the row changes at its second, and one line tells of many", { now }, async (page) => {
  await page.bring([nearing(1, 60), nearing(2, 61), nearing(3, 65, 0.9), nearing(4, 75, 1)]);
  await page.listen();
  await page.driver.advance(57);
  assert.deepEqual(await page.told(), [], "nothing is told while nothing is crossed");
  assert.match(await page.row("SPT-1"), /正常/);
  await page.driver.advance(1);
  assert.match(await page.row("SPT-1"), /预警/);
  assert.equal(await page.line(), "SPT-1 首次响应到 80 % 预警：提醒内部团队 §3.1.2。");
  await page.driver.advance(10);
  assert.deepEqual(await page.told(), ["SPT-1 首次响应到 80 % 预警：提醒内部团队 §3.1.2。"], "the others wait");
  // What is breached does not wait: due, and a second more.
  await page.driver.advance(6);
  const line = "3 张工单越过阈值：违约 1，警告 1，预警 1。最急的：SPT-4 首次响应到 100 % 违约：启动应急响应流程 §3.1.2。";
  assert.deepEqual(await page.told(), [line]);
  assert.match(await page.row("SPT-4"), /违约/);
  assert.match(await page.row("SPT-3"), /警告/);
});

flow("who is told stands on the board", { now, lang: "en" }, async (page) => {
  await page.bring([nearing(1, 600)]);
  await page.driver.click(".meaning > summary");
  const rows = (await page.driver.texts(".meaning tbody tr")).map((text) => text.replace(/\s+/g, " "));
  assert.deepEqual(rows, [
    "80 % Early warning The internal team is reminded §3.1.2",
    "90 % Warning Escalated to a senior engineer §3.1.2",
    "95 % Critical The technical manager is brought in §3.1.2",
    "100 % Breached The emergency response process starts §3.1.2",
  ]);
});

flow("title and icon show the worst state", { now }, async (page) => {
  await page.bring([nearing(1, 60), nearing(2, 90, 0.95), nearing(3, 95, 0.95)]);
  assert.equal(await page.title(), "◇ 2 警告 · 看板 · SLA Planner");
  const diamond = await page.icon();
  assert.match(diamond, /^data:image\/svg\+xml,<svg/);
  await page.driver.advance(88);
  assert.equal(await page.title(), "⬣ 1 紧急 · 看板 · SLA Planner");
  assert.notEqual(await page.icon(), diamond);
  await page.driver.advance(10);
  assert.equal(await page.title(), "⬣ 1 紧急 · 看板 · SLA Planner", "the number waits a minute");
  await page.driver.advance(50);
  assert.equal(await page.title(), "⬣ 2 紧急 · 看板 · SLA Planner");
  await page.goTo("check");
  assert.equal(await page.title(), "SLA Planner · 什么时候到期？");
  assert.equal(await page.icon(), null);
  await page.goTo("board");
  assert.equal(await page.title(), "⬣ 2 紧急 · 看板 · SLA Planner");
  await page.choose();
  await page.driver.click("#tab-on");
  await page.done();
  assert.equal(await page.title(), "SLA Planner · 看板");
  assert.equal(await page.icon(), null);
});

flow("nothing disturbs unasked, and what is chosen is kept", { now, lang: "en" }, async (page) => {
  await page.bring([nearing(1, 600)]);
  assert.equal(await page.state(), "Alerts off");
  await page.choose();
  for (const box of ["#quiet-on", "#sound-on"]) assert.equal(await page.driver.checked(box), false, box);
  assert.equal(await page.driver.checked("#tab-on"), true);
  await page.driver.click("#sound-on");
  await page.driver.click("#quiet-on");
  await page.driver.type("#quiet-from", "23:30");
  await page.driver.blur();
  await page.driver.click(".levels tbody tr:first-child td:last-child input");
  await page.done();
  assert.equal(await page.state(), "Alerts on");
  await page.reload();
  await page.driver.until("#open-warnings");
  await page.choose();
  assert.equal(await page.driver.checked("#sound-on"), true);
  assert.equal(await page.driver.value("#quiet-from"), "23:30");
  assert.equal(await page.driver.checked(".levels tbody tr:first-child td:last-child input"), false);
  assert.equal(await page.driver.checked(".levels tbody tr:first-child td:nth-child(3) input"), true);
});

flow("notifications, a few alone and many together", { now, permissions: ["notifications"] }, async (page) => {
  await page.bring([nearing(1, 60), nearing(2, 70), nearing(3, 80), nearing(4, 90), nearing(5, 95, 0.9)]);
  await page.choose();
  assert.equal(await page.notices(), "系统通知未开启。");
  await page.notify();
  assert.equal(await page.notices(), "系统通知已开启。");
  await page.done();
  await page.driver.advance(58);
  assert.deepEqual(await page.untilShown(1), [
    ["1-0-0", "SPT-1 · 80 % 预警", "首次响应最迟 2月24日（周二）10:25（北京时间）。提醒内部团队 §3.1.2"],
  ]);
  await page.driver.advance(10);
  await page.untilShown(2);
  await page.driver.advance(10);
  await page.untilShown(3);
  await page.driver.advance(10);
  const several = (await page.untilShown(4)).at(-1);
  assert.deepEqual(several, ["several", "SPT-4 · 80 % 预警", "首次响应最迟 2月24日（周二）10:25:30（北京时间）。提醒内部团队 §3.1.2"]);
  await page.driver.advance(5);
  const more = await page.waitFor(async () => (await page.shown()).find(([, title]) => title.startsWith("2")), "both in one");
  assert.deepEqual(more, ["several", "2 张工单越过阈值", "警告 1，预警 1。最急的：SPT-5 首次响应 90 % 警告"]);
  assert.equal((await page.shown()).length, 4, "in the place of the other");
});

flow("a notification leads to its ticket", { now, permissions: ["notifications"] }, async (page) => {
  await page.bring([nearing(1, 60)]);
  await page.choose();
  await page.notify();
  await page.done();
  await page.driver.advance(58);
  await page.untilShown(1);
  await page.press("1-0-0");
  await page.waitFor(async () => (await page.driver.attribute("html", "data-view")) === "check", "Check");
  assert.match(await page.driver.value("#time"), /2026-02-24 08:25/);
  await page.untilShown(0);
});

flow("quiet hours and putting off hold back, and tell at their end", { now, zone: "America/New_York", permissions: ["notifications"] }, async (page) => {
  await page.bring([nearing(1, 60), nearing(2, 70, 0.95)]);
  await page.choose();
  await page.notify();
  // 21:00 in New York.
  await page.driver.type("#quiet-from", "21:00");
  await page.driver.type("#quiet-until", "21:05");
  await page.driver.click("#quiet-on");
  assert.equal(await page.driver.text("#silent"), "21:05（纽约时间）前不打扰。");
  await page.driver.advance(90);
  assert.equal(await page.driver.text("#silent"), "21:05（纽约时间）前不打扰，已有 2 条等着补报。");
  assert.equal((await page.shown()).length, 0);
  assert.match(await page.line(), /SPT-2/, "the line is told all the same");
  await page.driver.click("#snooze-15");
  assert.match(await page.driver.text("#silent"), /^21:16:\d\d（纽约时间）前不打扰/);
  await page.driver.click("#snooze-end");
  await page.driver.advance(240);
  assert.deepEqual(await page.untilShown(1), [
    ["held", "静默期间 2 张工单越过阈值", "紧急 1，预警 1。最急的：SPT-2 首次响应 95 % 紧急"],
  ]);
});

flow("what was refused is explained", { now, lang: "en", init: "Object.defineProperty(Notification, 'permission', { get: () => 'denied' })" }, async (page) => {
  await page.bring([nearing(1, 600)]);
  await page.choose();
  assert.match(await page.notices(), /^The browser blocks notifications of this site, .*Allow them in the site settings/);
  assert.equal(await page.driver.count("#notify-on"), 0);
  assert.match(await page.driver.text("#warnings"), /A tab in the background still keeps time, unless/);
  const { name } = await page.driver.download(() => page.driver.click("#warn-calendar"));
  assert.match(name, /\.ics$/);
});

// Counts what is played; browsers without a device play nothing.
const hearing = `{
  window.played = [];
  const oscillator = AudioContext.prototype.createOscillator;
  AudioContext.prototype.createOscillator = function () {
    const made = oscillator.call(this);
    const start = made.start.bind(made);
    made.start = (when) => { window.played.push(Math.round(made.frequency.value)); start(when); };
    return made;
  };
}`;

flow("a sound of two tones, where it is wanted", { now, init: hearing }, async (page) => {
  const played = () => page.driver.evaluate("window.played.splice(0)");
  await page.bring([nearing(1, 60), nearing(2, 70, 0.9), nearing(3, 75, 0.9)]);
  await page.choose();
  await page.driver.click("#try-sound");
  assert.deepEqual(await played(), [880, 587]);
  await page.driver.click("#sound-on");
  await page.driver.click(".levels tbody tr:first-child td:last-child input");
  await page.done();
  await page.driver.advance(65);
  assert.deepEqual(await played(), [], "not at 80 %");
  await page.driver.advance(5);
  assert.deepEqual(await played(), [587, 740]);
  await page.driver.advance(10);
  assert.deepEqual(await played(), [], "one is enough for a while");
});

flow("a tab in the background is woken", { now }, async (page) => {
  await page.bring([nearing(1, 6)]);
  assert.equal(await page.title(), "SLA Planner · 看板");
  await page.hide();
  // The page's timers are not called; the clock goes on.
  await page.driver.skip(4);
  const title = await page.waitFor(async () => {
    const title = await page.title();
    return title.startsWith("△") && title;
  }, "the title");
  assert.equal(title, "△ 1 预警 · 看板 · SLA Planner");
});
