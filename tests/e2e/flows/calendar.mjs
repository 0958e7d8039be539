// Saving a calendar file. Functions of a page object, so that any driver can replay them.
import assert from "node:assert/strict";

/** A flow: its name, how the page is opened, and what is done. */
export const flows = [];
const flow = (name, setting, run) => flows.push({ name, setting, run });

const unfold = (text) => text.replace(/\r\n /g, "");

flow("the deadlines to come as a calendar file", { now: "2026-02-14T18:00:00+08:00" }, async (page) => {
  await page.ask();
  await page.read("r1", "working-time");
  const { name, text } = await page.saveCalendar();
  assert.equal(name, "spt-001-P2-20260214T0950Z.ics");
  assert.equal(text.split("BEGIN:VEVENT").length - 1, 2);
  assert.equal(text.split("BEGIN:VALARM").length - 1, 8);
  assert.match(text, /\r\nDTSTART:20260224T025000Z\r\nSUMMARY:P2 首次响应到期\r\n/);
  assert.match(unfold(text), /SUMMARY:P2 解决到期（预计）\r\n/);
  assert.equal(await page.said(), "日历文件已保存");
});

flow("the same in English", { now: "2026-02-14T18:00:00+08:00", lang: "en", zone: "America/New_York" }, async (page) => {
  await page.ask();
  const { text } = await page.saveCalendar();
  assert.match(unfold(text), /SUMMARY:P2 First response due\r\nDESCRIPTION:First response\\, 2 h from Sat 14 Feb\\, 17:50/);
  assert.match(unfold(text), /Beijing time/);
  assert.equal(await page.said(), "The calendar file is saved");
});

flow("nothing is to come once all is over", { now: "2026-03-24T10:00:00+08:00", lang: "en" }, async (page) => {
  await page.ask();
  await page.driver.click(".hand-on [data-command=calendar]");
  assert.match(await page.said(), /^Nothing is still to come/);
});
