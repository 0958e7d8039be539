// What people do to understand an answer and to change it.
import assert from "node:assert/strict";

/** A flow: its name, how the page is opened, and what is done. */
export const flows = [];
const flow = (name, setting, run) => flows.push({ name, setting, run });

const golden = "2026-02-14 17:50";
const due = async (page, clock = "response") => (await page.clock(clock)).due;
const ask = async (page, reading = "working-time") => {
  await page.enterTime(golden);
  await page.choosePriority("P2");
  await page.read("r1", reading);
  await page.details();
};

flow("a customer's task takes one paste and no click", { now: "2026-02-24T10:41:07+08:00" }, async (page) => {
  const before = page.driver.actions;
  await page.paste("工单 #4711 [P2] 2026-02-14 17:50 数据库很慢");
  assert.equal(await due(page), "2026-02-14T11:50:00Z");
  assert.match(await page.sentence(), /首次响应最迟 2月14日（周六）19:50/);
  assert.equal(page.driver.actions - before, 1);
});

flow("the ledger adds up to the target", { now: "2026-02-24T10:41:07+08:00" }, async (page) => {
  await ask(page);
  assert.deepEqual(await page.ledger(), [
    ["2月14日（周六）17:50–18:00", "+ 调休上班日（春节）", "10 分钟", "10 分钟", "8.3 %"],
    ["2月14日（周六）18:00–24:00", "– 非工作时间，调休上班日（春节）", "不计", "10 分钟", "8.3 %"],
    ["2月15日（周日）–2月23日（周一）", "– 节假日（春节）", "不计", "10 分钟", "8.3 %"],
    ["2月24日（周二）00:00–09:00", "– 非工作时间", "不计", "10 分钟", "8.3 %"],
    ["2月24日（周二）09:00–10:50", "+ 工作时间", "1 小时 50 分钟", "2 小时", "100.0 %"],
    ["2月24日（周二）10:50 北京时间", "合计，时限用完", "2 小时", "", "100.0 %"],
  ]);
  assert.match(await page.driver.text("#ledger-sentence"), /依据 §1.2.1/);
  assert.match((await page.driver.texts(".rests-on li")).join(), /R5 \(§1.2.1\) 调休上班日算不算：算工作时间/);
  await page.explain("resolution");
  assert.match(await page.driver.text(".ledger caption"), /解决为什么 2月25日（周三）09:50 北京时间 到期/);
});

flow("each open point can be switched, and set back", { now: "2026-02-24T10:41:07+08:00", lang: "en" }, async (page) => {
  await ask(page);
  assert.deepEqual(await page.alternative("r5", "off"), [
    "First response Tue 24 Feb, 11:00",
    "Resolution Wed 25 Feb, 10:00",
    "First response 10 min later",
  ]);
  await page.read("r5", "off");
  assert.equal(await due(page), "2026-02-24T03:00:00Z");
  const changed = async () => page.driver.texts(".assumption[data-changed]");
  assert.deepEqual(await changed(), [
    "R1 Which clock: Working time (changed)",
    "R5 Whether make-up days count: They are not (changed)",
  ]);
  await page.driver.click("#reset-readings");
  assert.equal(await due(page), "2026-02-14T11:50:00Z");
  assert.deepEqual(await changed(), []);
});

flow("every plausible reading side by side", { now: "2026-02-24T10:41:07+08:00", lang: "en" }, async (page) => {
  await ask(page, "all-hours");
  await page.driver.click("#outcomes summary");
  await page.driver.until(".outcomes tbody tr");
  assert.match(await page.driver.text("#outcomes > p"), /combine in 144 ways, with \d+ outcomes/);
  const rows = await page.driver.texts(".outcomes tbody tr");
  assert.match(rows[0], /Sat 14 Feb, 19:50.*In force/s);
  const other = rows.findIndex((row) => /24 Feb, 10:50[^]*R1 \(§1.2.1\) Which clock: Working time\s*The same standard is kept outside working time[^]*Read/.test(row));
  assert.ok(other > 0, rows.join("\n"));
  await page.driver.click(`.outcomes tbody tr:nth-child(${other + 1}) button`);
  assert.equal(await due(page), "2026-02-24T02:50:00Z");
});

flow("the whole of a ticket's life", { now: "2026-02-14T18:00:00+08:00", lang: "en" }, async (page) => {
  await ask(page, "all-hours");
  await page.markNow("first-reply");
  await page.driver.advance(60);
  await page.markNow("confirmed");
  assert.equal(await due(page, "resolution"), "2026-02-14T18:01:00Z");
  await page.driver.advance(60);
  await page.markNow("paused");
  await page.driver.advance(600);
  assert.equal((await page.clock("resolution")).motion, "Paused");
  await page.markNow("resumed");
  assert.equal(await due(page, "resolution"), "2026-02-14T18:11:00Z");
  await page.markAt("priority-changed-1", "2026-02-14 18:05");
  assert.equal(await due(page, "resolution"), "2026-02-14T14:11:00Z", "P1: 4 h from the original start, the pause kept");
  await page.driver.advance(60);
  await page.markNow("resolved");
  assert.equal((await page.clock("resolution")).state, "Met");
  await page.driver.advance(60);
  await page.markNow("reopened");
  assert.equal((await page.clock("resolution")).motion, "Running");
  assert.deepEqual(await page.happened(), [
    "submitted", "first-reply", "confirmed", "paused", "priority-changed", "resumed", "resolved", "reopened",
  ]);
  await page.reason("third party");
  assert.match(await page.ledgerText("resolution"), /paused \(third party\)/);
  await page.retime("confirmed", "2026-02-14 18:00:30");
  assert.match(await page.marked("confirmed"), /18:00:30/);
  await page.takeBack("reopened");
  assert.equal((await page.clock("resolution")).state, "Met");
});

flow("everything can be taken back and done again", { now: "2026-02-24T10:41:07+08:00", lang: "en" }, async (page) => {
  await ask(page);
  await page.markNow("first-reply");
  assert.equal(await page.undoable(), "Undo: First reply");
  await page.undo();
  assert.deepEqual(await page.happened(), ["submitted"]);
  assert.equal(await page.undoable(), "Undo: how the contract is read");
  await page.undo();
  assert.equal(await due(page), "2026-02-14T11:50:00Z");
  await page.undo();
  assert.equal(await page.priority(), null);
  await page.undo();
  assert.equal(await page.typed(), "");
  assert.equal(await page.undoable(), "Undo");
  for (let steps = 0; steps < 4; steps += 1) await page.redo();
  assert.deepEqual(await page.happened(), ["submitted", "first-reply"]);
  assert.equal(await due(page), "2026-02-24T02:50:00Z");
});

flow("keys of one letter, and Ctrl Z", { now: "2026-02-24T10:41:07+08:00" }, async (page) => {
  const { driver } = page;
  await driver.press("/");
  for (const key of golden) await driver.press(key === " " ? "Space" : key);
  assert.equal(await page.typed(), golden);
  await driver.blur();
  await driver.press("3");
  assert.equal(await page.priority(), "P2");
  await driver.press("m");
  assert.equal(await due(page), "2026-02-24T02:50:00Z");
  await page.details();
  await driver.press("e");
  assert.deepEqual(await page.happened(), ["submitted", "first-reply"]);
  await driver.press("z");
  assert.deepEqual(await page.happened(), ["submitted"]);
  await driver.press("Control+z");
  assert.equal(await due(page), "2026-02-14T11:50:00Z");
  await driver.press("Control+Shift+z");
  assert.equal(await due(page), "2026-02-24T02:50:00Z");
  await driver.press("n");
  assert.equal(await page.typed(), "");
});

flow("keys of one letter can be switched off", { now: "2026-02-24T10:41:07+08:00", lang: "en" }, async (page) => {
  const { driver } = page;
  await driver.press("?");
  await driver.until("#help[open] table");
  assert.match(await driver.text("#help"), /Shift Z\s+Redo/);
  await driver.click("#keys");
  await driver.press("Escape");
  await driver.blur();
  await driver.press("3");
  assert.equal(await page.priority(), null);
  await driver.reload();
  await driver.press("3");
  assert.equal(await page.priority(), null, "it is remembered");
});

flow("the palette finds by name, by English and by pinyin", { now: "2026-02-24T10:41:07+08:00" }, async (page) => {
  const { driver } = page;
  await driver.press("Control+k");
  await driver.until("#palette[open] [role=option]");
  const first = async (typed) => {
    await driver.type("#palette-search", typed);
    return driver.text("#palette-list > :first-child span");
  };
  assert.equal(await first("fxlj"), "分享链接");
  assert.equal(await first("share"), "分享链接");
  assert.equal(await first("紧急"), "优先级 P0 紧急");
  await driver.type("#palette-search", "no such thing");
  assert.match(await driver.text("#palette [role=status]"), /没有这个名字的命令/);
  await first("P2");
  await driver.press("Enter");
  assert.equal(await driver.count("#palette[open]"), 0);
  assert.equal(await page.priority(), "P2");
  await driver.press("Control+k");
  await driver.until("#palette[open] [role=option]");
  assert.equal(await driver.text("#palette-list > :first-child span"), "优先级 P2 中", "used last, shown first");
  await driver.press("Escape");
  assert.equal(await driver.count("#palette[open]"), 0);
});

flow("a command of the palette is carried out where another dialog stood", { now: "2026-02-24T10:41:07+08:00" }, async (page) => {
  const { driver } = page;
  await ask(page);
  await driver.blur();
  await driver.press("?");
  await driver.until("#help[open]");
  await driver.press("Control+k");
  await driver.until("#palette[open] [role=option]");
  await driver.type("#palette-search", "没有这个命令");
  assert.equal(await driver.attribute("#palette-search", "aria-activedescendant"), null);
  await driver.type("#palette-search", "qsjx");
  assert.equal(await driver.text("#palette-list > :first-child span"), "去：时间线");
  await driver.press("Enter");
  assert.equal(await driver.count("dialog[open]"), 0);
  assert.equal(await driver.evaluate("document.activeElement.id"), "why");
});

flow("Escape within an input method keeps the field", { now: "2026-02-24T10:41:07+08:00" }, async (page) => {
  const { driver } = page;
  await ask(page);
  await driver.click("#add-at");
  await driver.until("#add-moment");
  const escape = (isComposing) =>
    driver.evaluate(
      `document.querySelector("#add-moment").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, isComposing: ${isComposing} }))`,
    );
  await escape(true);
  assert.equal(await driver.count("#add-moment"), 1);
  await escape(false);
  assert.equal(await driver.count("#add-moment"), 0);
});

flow("a number of a spreadsheet is read by either date system", { now: "2026-02-24T10:41:07+08:00" }, async (page) => {
  await page.choosePriority("P0");
  await page.enterTime("46067.743056");
  assert.equal(await due(page), "2026-02-14T10:05:00Z");
  assert.match(await page.echo(), /1900/);
  await page.driver.click("#date-system");
  assert.match(await page.echo(), /2030年2月15日/);
  await page.driver.click("#date-system");
  assert.equal(await due(page), "2026-02-14T10:05:00Z");
});
