// What the board shows and what can be done on it. Functions of a page object, so that any driver can replay them.
import assert from "node:assert/strict";

import { plan, planOf } from "../kept/plan.mjs";

/** A flow: its name, how the page is opened, and what is done. */
export const flows = [];
const flow = (name, setting, run) => flows.push({ name, setting, run });

const now = "2026-02-14T10:41:07+08:00";

/** A ticket as a line: its number, priority, and what happened how many seconds before now. */
const ticket = (key, rank, submitted, events = [], title = "登录后页面空白") => {
  const at = (ago) => new Date(Date.parse(now) - ago * 1000).toISOString().replace(".000", "");
  const happened = events.map(([ago, kind]) => [at(ago), kind]);
  return JSON.stringify({ key, schema: 1, number: `T-${key}`, title, events: [[at(submitted), "submitted", rank], ...happened] });
};

const minutes = (count) => count * 60;

/** Under the contract as written (24x7): */
const some = plan([
  // P0, 15 min: 80 % is at 12 min, 30 s from now.
  ticket(1, 0, minutes(11) + 30),
  // P2, 2 h: 91 % is used; 95 % is at 114 min, 4 min from now.
  ticket(2, 2, minutes(110)),
  // P0: overdue for 5 min.
  ticket(3, 0, minutes(20), [], "Export times out"),
  // P4: answered and resolved in time.
  ticket(4, 4, minutes(300), [[minutes(280), "first-reply"], [minutes(270), "confirmed"], [minutes(30), "resolved"]]),
  // P1: confirmed, then paused.
  ticket(5, 1, minutes(60), [[minutes(50), "first-reply"], [minutes(50), "confirmed"], [minutes(10), "paused"]]),
  // P3, 4 h: just submitted.
  ticket(10, 3, minutes(1)),
]);

flow("what is crossed next comes first, then what is breached, paused, and done", { now }, async (page) => {
  await page.put(some, 6);
  assert.deepEqual(await page.numbers(), ["T-1", "T-2", "T-10", "T-3", "T-5", "T-4"]);
  assert.equal(await page.part("T-1", "state"), "正常");
  assert.equal(await page.part("T-1", "next"), "首次响应 80 % 00:30 后 · 10:41:37");
  assert.equal(await page.part("T-2", "state"), "警告");
  assert.equal(await page.part("T-3", "state"), "违约");
  assert.equal(await page.part("T-4", "state"), "已达成");
  assert.equal(await page.part("T-5", "next"), "暂停中，不到阈值");
  assert.equal(await page.part("T-2", "used"), "91.6 % 已用");
  const [response, resolution] = await page.clocks("T-2");
  assert.equal(response, "警告 10:51:07 剩计时 10:00 · 自然 10:00");
  assert.equal(resolution, "预计 18:51:07 预计；等待确认");
  assert.match(await page.line(), /^1 违约 · 1 警告 · 下一个 10:41:37（北京时间）T-1 首次响应 80 %$/);
});

flow("a row changes its state at its second", { now }, async (page) => {
  await page.put(some, 6);
  await page.driver.advance(29);
  assert.equal(await page.part("T-1", "state"), "正常");
  await page.driver.advance(1);
  assert.equal(await page.part("T-1", "state"), "预警");
  assert.equal(await page.part("T-1", "next"), "首次响应 90 % 01:30 后 · 10:43:07");
  await page.driver.advance(179);
  assert.equal(await page.part("T-1", "state"), "紧急");
  // Due is reached now, and the level of the whole holds from the second after.
  await page.driver.advance(1);
  assert.equal(await page.part("T-1", "state"), "紧急");
  await page.driver.advance(1);
  assert.equal(await page.part("T-1", "state"), "违约");
});

flow("no row moves under the focus; the order is made anew when asked for", { now }, async (page) => {
  await page.put(some, 6);
  await page.focus("T-2");
  // T-1 crosses 80 %, 90 %, 95 % and the whole.
  await page.driver.advance(minutes(4));
  assert.deepEqual((await page.numbers())[0], "T-1");
  assert.equal(await page.part("T-1", "state"), "违约");
  assert.equal(await page.focused(), "T-2");
  assert.equal(await page.stale(), true);
  await page.reorder();
  await page.shows(["T-2", "T-10", "T-3", "T-1", "T-5", "T-4"]);
  assert.equal(await page.stale(), false);
});

flow("sorted by any column, both ways", { now }, async (page) => {
  await page.put(some, 6);
  await page.sortBy("name");
  assert.equal(await page.sorted("name"), "ascending");
  await page.shows(["T-1", "T-2", "T-3", "T-4", "T-5", "T-10"]);
  await page.sortBy("name");
  await page.shows(["T-10", "T-5", "T-4", "T-3", "T-2", "T-1"]);
  assert.equal(await page.sorted("name"), "descending");
  await page.sortBy("rank");
  await page.shows(["T-1", "T-3", "T-5", "T-2", "T-10", "T-4"]);
  await page.sortBy("state");
  assert.equal((await page.numbers())[0], "T-3");
});

flow("filtered by state, priority and words, with counts", { now }, async (page) => {
  await page.put(some, 6);
  const counts = ["违约 1", "警告 1", "正常 2", "已暂停 1", "已达成 1", "P0 紧急 2", "P1 高 1", "P2 中 1", "P3 低 1", "P4 一般 1"];
  assert.deepEqual(await page.facets(), counts);
  await page.search("ＥＸＰＯＲＴ");
  await page.shows(["T-3"]);
  assert.equal(await page.count(), "6 张中的 1 张");
  assert.deepEqual((await page.facets()).slice(0, 2), ["违约 1", "警告 0"]);
  await page.search("没有这个词");
  await page.shows([]);
  assert.equal(await page.rowCount(), 1);
  await page.search("");
  await page.facet("ok");
  await page.shows(["T-1", "T-10"]);
  await page.facet("breached");
  await page.shows(["T-1", "T-10", "T-3"]);
});

flow("a view is saved, chosen and removed, and is there after a reload", { now }, async (page) => {
  await page.put(some, 6);
  await page.facet("breached");
  await page.shows(["T-3"]);
  await page.saveView("夜班");
  await page.chooseView("");
  await page.shows(["T-1", "T-2", "T-10", "T-3", "T-5", "T-4"]);
  await page.reload();
  await page.chooseView("夜班");
  await page.shows(["T-3"]);
  await page.driver.click("#remove-view");
  assert.equal(await page.driver.count("#view"), 0);
});

flow("by keys alone: moved, selected, opened in Check", { now }, async (page) => {
  await page.put(some, 6);
  await page.focus("T-1");
  await page.driver.press("ArrowDown");
  assert.equal(await page.focused(), "T-2");
  await page.driver.press("End");
  assert.equal(await page.focused(), "T-4");
  await page.driver.press("Home");
  await page.driver.press("Space");
  await page.driver.press("Shift+ArrowDown");
  assert.equal(await page.selected(), "选中 2 张");
  await page.driver.press("Control+a");
  assert.equal(await page.selected(), "选中 6 张");
  await page.driver.press("Escape");
  assert.equal(await page.selected(), "");
  await page.driver.press("Enter");
  await page.driver.until("html[data-view=check] .clock");
  assert.equal(await page.driver.value("#time"), "2026-02-14 08:51:07");
});

flow("several are paused, resumed, resolved and deleted, and each is taken back", { now }, async (page) => {
  await page.put(some, 6);
  await page.pick("T-1");
  await page.pick("T-2");
  assert.equal(await page.selected(), "选中 2 张");
  assert.equal(await page.deed("pause"), "暂停：2 张。");
  assert.match(await page.deed("pause"), /^没有工单改变。2 张没有变，因为会有矛盾/);
  assert.equal(await page.deed("resume"), "恢复：2 张。");
  assert.equal(await page.deed("reply"), "首次回复：2 张。");
  assert.equal(await page.deed("resolve"), "解决：2 张。");
  assert.equal(await page.part("T-1", "state"), "已达成");
  assert.equal(await page.undo(), "已撤销“解决”：2 张。");
  assert.notEqual(await page.part("T-1", "state"), "已达成");
  assert.equal(await page.redo(), "已重做“解决”：2 张。");
  assert.equal(await page.deed("delete"), "删除：2 张。");
  await page.until(4);
  assert.equal(await page.byKey("Control+z"), "已撤销“删除”：2 张。");
  await page.until(6);
  await page.reload();
  await page.until(6);
  assert.equal(await page.part("T-1", "state"), "已达成");
});

flow("a ticket is opened in Check, changed there, and saved back", { now }, async (page) => {
  await page.put(some, 6);
  await page.openInCheck("T-3");
  assert.equal(await page.driver.text("#to-board"), "存回看板：T-3");
  await page.driver.press("e");
  assert.equal(await page.keep(), "看板上的工单已更新。");
  await page.view("board");
  assert.match((await page.clocks("T-3"))[0], /^未达成 /);
  assert.equal(await page.undo(), "已撤销“修改”：1 张。");
});

flow("a ticket of Check is added to the board, which was never opened before", { now, fragment: "/check" }, async (page) => {
  await page.driver.type("#time", "10:00");
  await page.driver.press("Enter");
  await page.driver.click("input[name=priority][value='P2']");
  assert.equal(await page.keep("SPT-7"), "已加入看板：SPT-7。");
  await page.view("board");
  await page.until(1);
  assert.equal(await page.part("SPT-7", "rank"), "P2 中");
});

flow("of three thousand tickets only those in sight are in the document", { now }, async (page) => {
  await page.put(planOf(3_000), 3_000);
  assert.equal(await page.rowCount(), 3_001);
  assert.ok((await page.rows()) < 60);
  await page.sortBy("name");
  await page.focus((await page.numbers())[0]);
  await page.driver.press("End");
  assert.equal(await page.focused(), "SPT-3000");
  assert.ok((await page.rows()) < 60);
});

flow("cards on a telephone, in English and in two zones", { now, lang: "en", zone: "Europe/Berlin", width: 390, height: 844 }, async (page) => {
  await page.put(some, 6);
  assert.ok((await page.overflow()) <= 0);
  assert.equal(await page.part("T-2", "state"), "Warning");
  assert.deepEqual(await page.cut(), [], "no card is too low for what it says");
  const [response] = await page.clocks("T-2");
  assert.equal(response, "First response Warning 10:51:07 Left 10:00 counted · 10:00 wall Berlin time 03:51:07");
});

flow("no row is too low for what it says, in English and in two zones", { now, lang: "en", zone: "Europe/Berlin" }, async (page) => {
  await page.put(some, 6);
  assert.deepEqual(await page.cut(), []);
});
