// What the board hands out. Functions of a page object, so that any driver can replay them.
import assert from "node:assert/strict";

import { cells } from "../pages/out.mjs";

/** A flow: its name, how the page is opened, and what is done. */
export const flows = [];
const flow = (name, setting, run) => flows.push({ name, setting, run });

const now = "2026-02-24T10:41:07+08:00";
const utc = (time) => new Date(`${time}+08:00`).toISOString().replace(".000", "");

/** A ticket as a line of a plan file; times are Beijing's. */
const ticket = (key, number, title, priority, submitted, ...events) =>
  JSON.stringify({
    key,
    schema: 1,
    number,
    title,
    events: [[utc(submitted), "submitted", priority], ...events.map(([time, ...what]) => [utc(time), ...what])],
  });

const five = [
  ticket(1, "SPT-1", "=HYPERLINK(\"http://x\",\"点我\")", 2, "2026-02-24T09:10:00"),
  ticket(2, "SPT-2", "两行\n标题, 带\"引号\"", 0, "2026-02-24T08:00:00", ["2026-02-24T08:10:00", "first-reply"], ["2026-02-24T08:10:00", "confirmed"], ["2026-02-24T10:40:00", "resolved"]),
  ticket(3, "-3", "", 1, "2026-02-24T09:00:00", ["2026-02-24T09:20:00", "first-reply"], ["2026-02-24T09:20:00", "confirmed"], ["2026-02-24T10:00:00", "paused", "等客户"]),
  ticket(4, "", "没有编号", 4, "2026-01-05T09:00:00"),
  ticket(5, "SPT-5", "改过优先级", 3, "2026-02-24T06:00:00", ["2026-02-24T07:00:00", "priority-changed", 1]),
];

flow("the board as CSV, and back", { now, zone: "America/New_York" }, async (page) => {
  await page.bring(five);
  const { name, text } = await page.saveCsv();
  assert.equal(await page.said(), "已存成 CSV：5 张工单");
  assert.equal(name, "spt-001-board-20260224T0241Z.csv");
  assert.ok(text.startsWith("\ufeff工单编号,标题,优先级,状态,SLA 状态,下一个阈值,下一个阈值时刻（北京时间）,"), text.slice(0, 80));
  const rows = Object.fromEntries(cells(text.slice(1)).map((row) => [row["工单编号"], row]));
  assert.equal(rows["SPT-1"]["标题"], "'=HYPERLINK(\"http://x\",\"点我\")");
  assert.equal(rows["SPT-1"]["首次响应到期（北京时间）"], "2026-02-24 11:10:00");
  assert.equal(rows["SPT-1"]["首次响应到期（纽约时间）"], "2026-02-23 22:10:00");
  assert.equal(rows["SPT-1"]["首次响应到期（ISO）"], "2026-02-24T11:10:00+08:00");
  assert.equal(rows["SPT-1"]["下一个阈值"], "首次响应 80 % 预警");
  assert.equal(rows["SPT-2"]["标题"], "两行\n标题, 带\"引号\"");
  assert.equal(rows["SPT-2"]["解决判定"], "未达成");
  assert.equal(rows["'-3"]["解决到期（北京时间）"], "", "not sure while paused");
  assert.equal(rows["'-3"]["状态"], "暂停");
  const before = await page.records();
  await page.clear();
  assert.deepEqual(await page.importCsv(name, text), [5, 0, 0]);
  await page.waitFor(async () => (await page.tickets()) === 5, "the tickets again");
  const told = (records) =>
    Object.values(records)
      .map(({ number, title, events }) => JSON.stringify([number, title, events]))
      .sort();
  assert.deepEqual(told(await page.records()), told(before));
});

flow("what is selected or found goes into the file", { now, lang: "en" }, async (page) => {
  await page.bring(five);
  await page.search("SPT");
  await page.waitFor(async () => (await page.driver.text("#save-csv")).includes("filtered"), "the filter");
  assert.equal(await page.driver.text("#save-csv"), "Save as CSV (3 filtered)");
  assert.equal(cells((await page.saveCsv()).text.slice(1)).length, 3);
  await page.pick("SPT-2");
  assert.equal(await page.driver.text("#save-csv"), "Save as CSV (1 selected)");
  const [row, ...others] = cells((await page.saveCsv()).text.slice(1));
  assert.deepEqual([row["Ticket number"], row["Resolution verdict"], others.length], ["SPT-2", "Missed", 0]);
  assert.ok(!("Resolution due (New York time)" in row), "no zone twice");
});

flow("writing a long file can be stopped", { now }, async (page) => {
  const many = Array.from({ length: 3_000 }, (_, place) => ticket(place + 1, `SPT-${place + 1}`, "", place % 5, "2026-02-24T09:00:00"));
  await page.bring(many);
  await page.saveCsvAndStop();
  assert.equal(await page.said(), "已停止，没有存文件。");
  const { text } = await page.saveCsv();
  assert.equal(cells(text.slice(1)).length, 3_000);
});

const unfold = (text) => text.replace(/\r\n /g, "");

flow("what is to come as a calendar file", { now }, async (page) => {
  await page.bring(five);
  const { name, text } = await page.saveCalendar();
  assert.equal(name, "spt-001-board-20260224T0241Z.ics");
  assert.equal(await page.said(), "日历文件已保存：2 个到期时间，各带阈值提醒。1 个时钟暂停中，到期未定，没有放进去。");
  assert.equal(text.split("BEGIN:VEVENT").length - 1, 2);
  assert.match(unfold(text), /UID:spt-001-SPT-1-\d+-response@sla-planner\r\n/);
  assert.match(unfold(text), /SUMMARY:SPT-1 P2 首次响应到期\r\nDESCRIPTION:=HYPERLINK/);
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
});

flow("how promises were kept", { now, permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  await page.bring(five);
  await page.openSummary();
  assert.match(await page.summary(), /^SPT-001：达成情况/);
  const [response, resolution] = await page.figures();
  assert.deepEqual(response[0], ["P0 紧急", "1", "1", "0", "0", "0", "0", "100.0 %", "—", "10 分钟"]);
  assert.deepEqual(response.at(-1), ["合计", "5", "2", "0", "2", "1", "0", "50.0 %", "1193 小时 41 分钟 9 秒 没有编号", "10 分钟"]);
  assert.deepEqual(resolution[0], ["P0 紧急", "1", "0", "1", "0", "0", "0", "0.0 %", "30 分钟 SPT-2", "2 小时 30 分钟"]);
  await page.sumUp("this-month");
  await page.waitFor(async () => (await page.summary()).includes("提交于 2026-02-01 至 2026-02-28（北京时间）"), "the period");
  assert.equal((await page.figures())[0].at(-1)[1], "4");
  const copied = await page.copySummary();
  assert.match(copied, /^SPT-001：达成情况\n4 张工单，提交于 2026-02-01 至 2026-02-28（北京时间） · 截至 2026年2月24日 星期二 10:41/);
  assert.match(copied, /P0 紧急：工单 1，已达成 0，未达成 1，/);
  const { name, text } = await page.saveSummary();
  assert.match(name, /^spt-001-summary-.*\.csv$/);
  const rows = cells(text.slice(1));
  assert.equal(rows.length, 12);
  assert.deepEqual([rows[6]["时限"], rows[6]["最大超时的工单"], rows[6]["达成率"]], ["解决", "SPT-2", "0.0%"]);
  await page.sumUp("last-month");
  await page.waitFor(async () => (await page.summary()).includes("1 张工单"), "last month");
  await page.closeSummary();
  assert.equal(await page.driver.count("#summary"), 0);
  await page.waitFor(async () => (await page.driver.evaluate("document.activeElement.id")) === "open-summary", "the focus");
});

flow("the summary is printed as a document", { now, lang: "en" }, async (page) => {
  await page.bring(five);
  await page.openSummary();
  const sheets = await page.print();
  assert.equal(sheets.length, 1);
  for (const part of [
    "SPT-001: how promises were kept",
    "5 tickets",
    "As of Tuesday 24 Feb 2026, 10:41:09 Beijing time",
    "P0 Urgent",
    "Worst overrun",
    "30 min SPT-2",
    "Share met = met",
    "R1 (§1.2.1) Which clock: 24x7",
    "Chinese holidays official through 2026-12-28; Time zones 2026f",
  ]) {
    assert.ok(sheets[0].includes(part.replace(/\s+/g, "")), `${part}\n${sheets[0]}`);
  }
  for (const screen of ["Save as CSV", "Back to the board", "Submitted At any time", "Nothing you enter", "Check Board"]) {
    assert.ok(!sheets[0].includes(screen.replace(/\s+/g, "")), screen);
  }
});
