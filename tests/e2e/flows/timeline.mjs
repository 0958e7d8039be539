// What people do with the timepage. Functions of a page object, so that any driver can replay them.
import assert from "node:assert/strict";

/** A flow: its name, how the page is opened, and what is done. */
export const flows = [];
const flow = (name, setting, run) => flows.push({ name, setting, run });

const golden = "2026-02-14 17:50";

const ask = async (page, { time = golden, priority = "P2", reading = "working-time", clock = "response" } = {}) => {
  await page.enterTime(time);
  await page.choosePriority(priority);
  await page.ready();
  await page.read("r1", reading);
  await page.explain(clock);
};

/** Opens the page anew on a ticket with these events. */
const happened = async (page, events) => {
  await ask(page, { time: "2026-11-23 10:00", reading: "all-hours" });
  await page.driver.evaluate(`(() => {
    const key = "sla-planner.plan";
    const plan = JSON.parse(localStorage.getItem(key));
    plan.draft.events = ${JSON.stringify(events)};
    for (const storage of [localStorage, sessionStorage]) storage.setItem(key, JSON.stringify(plan));
  })()`);
  await page.driver.reload();
  await page.ready();
  await page.explain("resolution");
};

const paused = [
  { at: "2026-11-23T03:00:00Z", sequence: 1, kind: "confirmed" },
  { at: "2026-11-23T04:00:00Z", sequence: 2, kind: "paused", reason: "等客户" },
  { at: "2026-11-23T05:00:00Z", sequence: 3, kind: "resumed" },
];

flow("Spring Festival is folded, and the last stretch told apart", { now: "2026-02-24T10:41:07+08:00" }, async (page) => {
  await ask(page);
  assert.deepEqual(await page.tags(), ["10:50 最迟", "17:50 提交"]);
  assert.ok((await page.notes()).includes("春节 休 · 9 天"), (await page.notes()).join());
  assert.deepEqual(await page.levels(), ["#i-early", "#i-warning", "#i-critical", "#i-breached"]);
  assert.deepEqual(await page.patterns(), ["none", "url(#p-holiday)", "url(#p-night)"]);
  assert.deepEqual(await page.legend(), ["调休上班（班）", "下班", "节假日（休）", "工作时间"]);
  assert.equal(await page.state(), "warning");
  assert.equal((await page.now()).says, "现在 10:41");
  assert.equal(
    await page.readout(),
    "2月24日（周二）10:50（北京时间）：工作时间，计入；已计 2 小时，100.0 %。",
  );
  assert.equal(await page.magnified(), false);
  await page.toggleTrueScale();
  assert.equal(await page.magnified(), true);
  assert.ok(!(await page.notes()).some((note) => note.includes("9 天")));
  await page.toggleTrueScale();
  assert.equal(await page.magnified(), false);
});

flow("the cursor by keys", { now: "2026-02-24T10:41:07+08:00", lang: "en" }, async (page) => {
  await ask(page);
  await page.press("Home");
  assert.match(await page.readout(), /^Sat 14 Feb, 17:44 .* the clock has not started; 0 s so far, 0\.0 %\.$/);
  await page.press("Alt+ArrowRight");
  assert.match(await page.readout(), /^Tue 24 Feb, 10:26 .* working time, counted; 1 h 36 min so far, 80\.0 %\.$/);
  await page.press("Alt+ArrowRight", "Alt+ArrowRight");
  assert.match(await page.readout(), /95\.0 %\.$/);
  assert.equal((await page.cursor()).says, await page.readout());
  await page.press("ArrowLeft");
  assert.match(await page.readout(), /^Tue 24 Feb, 10:29 /);
  await page.press("Shift+ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft");
  assert.match(await page.readout(), /^Sun 15 Feb, 00:00 .* holiday \(Spring Festival\), not counted; 10 min so far, 8\.3 %\.$/);
  assert.equal(await page.lit(), true);
  await page.press("+");
  assert.equal(await page.zoomed(), "1w");
  await page.press("-");
  assert.equal(await page.zoomed(), "fit");
  await page.press("End", "ArrowRight");
  assert.match(await page.readout(), /^Tue 24 Feb, 10:56 /);
});

flow("dragging the submission moves the answer", { now: "2026-02-24T10:41:07+08:00" }, async (page) => {
  await ask(page, { time: "2026-02-24 09:30" });
  const due = async () => Date.parse((await page.clock("response")).due) / 1000;
  const before = await due();
  await page.drag("submitted", 120);
  const after = await due();
  assert.ok(after > before + 300, `${after - before} s later`);
  assert.equal(after % 60, 0, "it goes to a whole minute");
  const typed = await page.typed();
  assert.match(typed, /^2026-02-24 09:[3-5]\d:00$/);
  assert.deepEqual((await page.tags())[0].slice(0, 5), typed.slice(11, 16));
  await page.driver.reload();
  await page.ready();
  assert.equal(await due(), after, "it is kept");
});

flow("the same by keys", { now: "2026-02-24T10:41:07+08:00", lang: "en" }, async (page) => {
  await ask(page, { time: "2026-02-24 09:30" });
  assert.equal(await page.spoken("submitted"), "09:30 Submitted, Tue 24 Feb, Beijing time");
  await page.pressOn("submitted", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight");
  assert.equal((await page.clock("response")).due, "2026-02-24T03:47:00Z");
  assert.equal(await page.typed(), "2026-02-24 09:47:00");
  await page.pressOn("submitted", "ArrowLeft");
  assert.equal((await page.clock("response")).due, "2026-02-24T03:32:00Z");
});

flow("an assumed confirmation is recorded where it is put", { now: "2026-11-23T12:00:00+08:00", lang: "en" }, async (page) => {
  await ask(page, { time: "2026-11-23 10:00", reading: "all-hours", clock: "resolution" });
  assert.deepEqual(await page.tags(), ["10:00 Submitted", "12:00 If confirmed", "20:00 Projected due"]);
  await page.pressOn("assumed", "ArrowLeft");
  assert.deepEqual(await page.tags(), ["10:00 Submitted", "11:45 Confirmed", "19:45 Due"]);
  assert.equal((await page.clock("resolution")).due, "2026-11-23T11:45:00Z");
  await page.pressOn("confirmed", "ArrowLeft", "ArrowLeft");
  assert.equal((await page.clock("resolution")).due, "2026-11-23T11:15:00Z");
});

flow("a pause is stretched and moved, and stays a pause", { now: "2026-11-23T14:00:00+08:00" }, async (page) => {
  await happened(page, paused);
  const due = async () => (await page.clock("resolution")).due;
  assert.equal(await due(), "2026-11-23T12:00:00Z");
  assert.ok((await page.patterns()).includes("url(#p-paused)"));
  await page.pressOn("pause-end", "ArrowRight", "ArrowRight");
  assert.equal(await due(), "2026-11-23T12:30:00Z");
  await page.pressOn("pause-start", "ArrowLeft");
  assert.equal(await due(), "2026-11-23T12:45:00Z");
  // It cannot end before it begins.
  await page.pressOn("pause-end", ...Array(12).fill("ArrowLeft"));
  assert.equal(await due(), "2026-11-23T11:00:01Z");
  await page.drag("pause-end", 200);
  assert.ok((await due()) > "2026-11-23T11:30:00Z", await due());
});

flow("a viewer elsewhere has an axis, and is told of changed clocks", { now: "2026-03-06T16:00:00+08:00", zone: "America/New_York", lang: "en" }, async (page) => {
  await ask(page, { time: "2026-03-06 15:00", priority: "P4" });
  const names = await page.names();
  assert.ok(names.includes("Beijing time") && names.includes("New York time"), names.join());
  assert.match(await page.clockChanges(), /^New York time changes meanwhile: on Sun 8 Mar, clocks go forward from 02:00 to 03:00/);
  assert.match(await page.readout(), /Beijing time \(.* New York time\)/);
});

flow("at 24x7 the calendar tells who serves", { now: "2026-02-14T18:30:00+08:00" }, async (page) => {
  await ask(page, { reading: "all-hours" });
  assert.ok((await page.patterns()).includes("url(#p-night)"));
  assert.match(await page.readout(), /非工作时间，值班处理，计入；已计 2 小时，100\.0 %。$/);
});

flow("only now moves while time passes", { now: "2026-02-24T10:30:07+08:00" }, async (page) => {
  await ask(page);
  const { driver } = page;
  const before = await page.now();
  await driver.evaluate(`(() => {
    globalThis.changed = 0;
    const watch = new MutationObserver((changes) => { globalThis.changed += changes.length; });
    for (const group of document.querySelectorAll("#timeline-drawing > g")) {
      watch.observe(group, { attributes: true, childList: true, subtree: true, characterData: true });
    }
  })()`);
  await driver.advance(180);
  const after = await page.now();
  assert.notEqual(after.path, before.path);
  assert.equal(after.says, "现在 10:33");
  assert.equal(await driver.evaluate("globalThis.changed"), 0);
});

flow("what is pointed at is lit", { now: "2026-02-24T10:41:07+08:00" }, async (page) => {
  await ask(page);
  assert.equal(await page.lit(), false);
  await page.pointAt(0.6);
  assert.equal(await page.lit(), true);
});

flow("zooming and going on", { now: "2026-11-23T10:00:00+08:00", lang: "en" }, async (page) => {
  await ask(page, { time: "2026-11-20 14:00", priority: "P4", clock: "resolution" });
  await page.zoom("1d");
  await page.press("Home");
  const first = await page.readout();
  await page.driver.click(".tools button");
  await page.press("Home");
  assert.notEqual(await page.readout(), first);
  await page.zoom("fit");
  assert.equal(await page.driver.count(".tools button"), 0);
});

flow("on a narrow page time runs down", { now: "2026-02-24T10:41:07+08:00", width: 390 }, async (page) => {
  await ask(page);
  assert.equal((await page.cursor()).runs, "vertical");
  await page.press("Home");
  const first = await page.readout();
  await page.press("ArrowDown");
  assert.notEqual(await page.readout(), first);
  const before = (await page.clock("response")).due;
  await page.drag("submitted", 0, -20);
  assert.notEqual((await page.clock("response")).due, before);
});
