// Printing the answer. Functions of a page object, so that any driver that prints can replay them.
import assert from "node:assert/strict";

/** A flow: its name, how the page is opened, and what is done. */
export const flows = [];
const flow = (name, setting, run) => flows.push({ name, setting, run });

const now = "2026-02-24T10:44:00+08:00";
const A4 = [595, 842];

/** Asserts that the sheet says each part, spaces apart. */
const says = ({ text }, parts) => {
  for (const part of parts) assert.ok(text.includes(part.replace(/\s+/g, "")), `${part}\n${text}`);
};

/** No letter is smaller than 8.5 pt, those of the drawing among them. */
const legible = ({ letters }) => {
  const small = letters.filter(([height]) => height > 0 && height < 8.4);
  assert.deepEqual(small.map(([height, letter]) => `${height.toFixed(1)} ${letter}`), []);
};

flow("the golden ticket on one page", { now }, async (page) => {
  await page.ask();
  await page.read("r1", "working-time");
  assert.equal(await page.onScreen(), false);
  const sheets = await page.print();
  assert.equal(sheets.length, 1);
  assert.deepEqual(sheets[0].size, A4);
  says(sheets[0], [
    "SPT-001 P2（中）工单的到期时间",
    "提交于 2026年2月14日 星期六 17:50（北京时间）",
    "截至 2026年2月24日 星期二 10:44（北京时间）",
    "R1 (§1.2.1) 按哪个时钟：工作时间",
    "其余都按合同默认的读法。",
    "首次响应最迟 2月24日（周二）10:50（北京时间）",
    "First response by Tue 24 Feb, 10:50 Beijing time",
    "紧急，计时中",
    "节假日（春节）",
    "合计，时限用完",
    "到2月24日（周二）10:50用完（北京时间）",
    "合同 SPT-001 · 2026-02-06；中国节假日官方数据至 2026-12-28；时区数据 2026f",
  ]);
  legible(sheets[0]);
  for (const screen of ["撤销", "复制英文", "按这样读", "不会离开这个浏览器"]) {
    assert.ok(!sheets[0].text.includes(screen), screen);
  }
});

flow("every deviation is printed, in English", { now, lang: "en", zone: "America/New_York" }, async (page) => {
  await page.ask();
  await page.read("r1", "working-time");
  await page.read("r5", "off");
  const sheets = await page.print();
  assert.equal(sheets.length, 1);
  says(sheets[0], [
    "As of Tuesday 24 Feb 2026, 10:44 Beijing time",
    "R1 (§1.2.1) Which clock: Working time",
    "R5 (§1.2.1) Whether make-up days count: They are not",
    "First response by Tue 24 Feb, 11:00 Beijing time (Mon 23 Feb, 22:00 New York time)",
    "首次响应最迟",
    "holiday (Spring Festival)",
    "Time zones 2026f",
  ]);
  legible(sheets[0]);
});

flow("a ticket with five events on one page", { now: "2026-02-25T09:10:00+08:00", lang: "en" }, async (page) => {
  await page.ask();
  await page.read("r1", "working-time");
  for (const [kind, when] of [
    ["First reply", "2026-02-24 09:30"],
    ["Confirmed", "2026-02-24 10:00"],
    ["Paused", "2026-02-24 11:00"],
    ["Resumed", "2026-02-24 15:00"],
    ["Mitigated", "2026-02-24 17:30"],
  ]) {
    await page.happened(kind, when);
  }
  const sheets = await page.print();
  assert.equal(sheets.length, 1);
  says(sheets[0], [
    "Saturday 14 Feb 2026, 17:50 Beijing time",
    "Tuesday 24 Feb 2026, 09:30 Beijing time First reply",
    "Tuesday 24 Feb 2026, 11:00 Beijing time Paused Waiting for the customer",
    "Tuesday 24 Feb 2026, 17:30 Beijing time Mitigated",
    "Met, stopped Tue 24 Feb, 09:30",
  ]);
});

flow("a long ledger goes on, its head repeated", { now, lang: "en" }, async (page) => {
  await page.ask("2026-01-02 10:00", "P4");
  await page.read("r1", "working-time");
  await page.driver.click("label:has(input[name=why][value=resolution])");
  const sheets = await page.print();
  assert.ok(sheets.length <= 2, `${sheets.length} pages`);
  says(sheets.at(-1), ["Time zones 2026f"]);
});

flow("before there is an answer, what is asked is printed", { now, lang: "en" }, async (page) => {
  const sheets = await page.print();
  assert.ok(sheets.length <= 2, `${sheets.length} pages`);
  says(sheets[0], ["When is it due?", "P4 General"]);
});
