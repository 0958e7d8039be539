// How tickets come onto the board. Functions of a page object, so that any driver can replay them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { tickets } from "../../../scripts/tickets.mjs";

/** A flow: its name, how the page is opened, and what is done. */
export const flows = [];
const flow = (name, setting, run) => flows.push({ name, setting, run });

const now = "2026-11-24T10:00:00+08:00";
const fixture = (name) => readFileSync(new URL(`../../table/${name}`, import.meta.url));

const sheet = [
  "工单编号\t标题\t优先级\t状态\t提交时间\t首次响应时间",
  "K-1\t无法登录\t紧急\t处理中\t2026-11-24 09:50\t",
  "K-2\t导出失败\t低\t处理中\t2026-11-24 09:30\t2026-11-24 09:40",
].join("\n");

flow("cells of a spreadsheet are on the board after two actions", { now }, async (page) => {
  const before = page.driver.actions;
  await page.pasteAnywhere(sheet);
  await page.wasRead();
  await page.driver.press("Enter");
  await page.closed();
  await page.until(2);
  assert.equal(page.driver.actions - before, 2);
  // What crosses next stands first.
  const rows = await page.driver.texts(".tickets [role=row]:has([role=cell]):not([hidden])");
  assert.match(rows[0], /K-1/);
  await page.kept();
  await page.reload();
  await page.until(2);
});

flow("what is pasted is shown as it is understood", { now }, async (page) => {
  await page.pasteAnywhere(sheet);
  await page.wasRead();
  assert.equal(await page.about(), "没认出是哪个系统的导出 · 制表符 · UTF-8 · 2 行");
  assert.deepEqual(await page.counts(), [2, 0, 0]);
  assert.equal(await page.merged(), "");
  const created = await page.column("created");
  assert.deepEqual([created.column, created.why], ["提交时间", "表头是常用名"]);
  assert.match(created.samples[0], /^2026-11-24 09:50 11月24日（周二）09:50$/);
  assert.match(await page.zone(), /北京时间 GMT\+8.*先按服务时区.*例如“2026-11-24 09:50”是北京时间 11月24日（周二）09:50/);
  assert.deepEqual(await page.words("priorities"), [["低", "P3 低"], ["紧急", "P0 紧急"]]);
  assert.deepEqual(await page.words("statuses"), [["处理中", "处理中"]]);
  await page.cancel();
  assert.equal(await page.tickets(), 0);
});

flow("the exports of help desks are recognised, in files of any encoding", { now }, async (page) => {
  for (const [name, about] of [
    ["redmine_zh.csv", "Redmine 的导出 · 逗号 · GB18030 · 3 行"],
    ["zentao.csv", "禅道 的导出 · 逗号 · GB18030 · 2 行"],
    ["servicenow.csv", "ServiceNow 的导出 · 逗号 · Windows-1252 · 3 行"],
    ["powershell.csv", "没认出是哪个系统的导出 · 分号 · UTF-16 · 2 行"],
    ["zendesk.ndjson", "Zendesk 的导出 · JSON 列表 · UTF-8 · 2 行"],
    ["feishu.json", "飞书多维表格 的导出 · JSON 列表 · UTF-8 · 2 行"],
    ["markdown.md", "没认出是哪个系统的导出 · Markdown 表格 · UTF-8 · 2 行"],
  ]) {
    await page.drop(name, fixture(name));
    await page.wasRead();
    assert.equal(await page.about(), about);
    await page.cancel();
  }
});

flow("a dropped file in GB18030 is taken", { now }, async (page) => {
  await page.drop("redmine_zh.csv", fixture("redmine_zh.csv"));
  await page.wasRead();
  assert.deepEqual(await page.counts(), [2, 1, 0]);
  await page.takeThem();
  assert.equal(await page.taken(), "已导入：新增 2 张，更新 0 张，0 张没有变化。");
  assert.equal((await page.badRows()).length, 1);
  await page.driver.click("#intake-done");
  await page.until(2);
  assert.match(await page.row("4711"), /无法登录/);
});

flow("a file that is chosen is read, and Jira's fields are told apart", { now, lang: "en" }, async (page) => {
  await page.chooseFile("jira.csv", fixture("jira.csv"));
  await page.wasRead();
  assert.match(await page.about(), /^An export of Jira · commas · UTF-8 · 3 rows$/);
  const replied = await page.column("first-response");
  assert.equal(replied.column, "Custom field ([CHART] Date of First Response)");
  assert.equal(replied.why, "the header Jira exports; the system writes UTC by default");
  assert.match(replied.samples[0], /^2025-11-28 17:10:50\.154 Sat 29 Nov 2025, 01:10:50$/);
  assert.match((await page.list("cautions"))[0], /^1 row: It waits, but does not say since when/);
});

flow("columns, priorities, orders and zones can be said", { now, lang: "en" }, async (page) => {
  await page.pasteAnywhere("Nr;Wann;Wie dringend\n1;03/11/2026 09:50;sehr\n2;05/11/2026 09:30;\n");
  await page.wasRead();
  assert.deepEqual(await page.counts(), [0, 2, 0]);
  assert.deepEqual((await page.badRows())[0].slice(3), [
    "It does not say when it was submitted.",
    "Add that, or choose the column that says it.",
  ]);
  await page.chooseColumn("created", "Wann");
  assert.deepEqual(await page.column("created").then(({ why }) => why), "as you said");
  assert.match((await page.badRows())[0][3], /either number as the month/);
  await page.chooseOrder("created", "day");
  await page.chooseColumn("priority", "Wie dringend");
  assert.match((await page.badRows())[0][3], /which priority "sehr" is/);
  await page.choosePriority(0, 1);
  assert.deepEqual(await page.counts(), [1, 1, 0]);
  await page.chooseNoPriority(4);
  assert.deepEqual(await page.counts(), [2, 0, 0]);
  assert.match(await page.zone(), /Beijing time/);
  await page.chooseZone("berlin");
  assert.match(await page.zone(), /Berlin time.*as you said.*"03\/11\/2026 09:50", Berlin time, is Tue 3 Nov, 16:50, Beijing time/);
  assert.match((await page.column("created")).samples[0], /Tue 3 Nov, 16:50/);
  await page.takeThem();
  await page.closed();
  await page.until(2);
});

flow("a first reply counts as confirmation where a person says so", { now }, async (page) => {
  const text = "ID,Priority,Created at,First response at\n1,Urgent,2026-11-24T09:00:00+08:00,2026-11-24T09:05:00+08:00\n";
  await page.pasteAnywhere(text);
  await page.wasRead();
  assert.equal(await page.zone(), null);
  await page.countReplies();
  await page.takeThem();
  await page.until(1);
  // Its resolution runs, so it has a due time: two hours after the reply.
  assert.match(await page.row("1"), /11:05/);
});

flow("the bad rows are listed with what to do, and saved as a file that can be mended", { now, lang: "en" }, async (page) => {
  const text = "id,title,created,priority\n1,=cmd,soon,High\n2,fine,2026-11-24T09:00:00+08:00,High\n3,late,2026-11-24,High\n";
  await page.pasteAnywhere(text);
  await page.wasRead();
  assert.deepEqual(await page.counts(), [1, 2, 0]);
  assert.deepEqual(await page.badRows(), [
    ["2", 'column 3 "created"', "soon", '"soon" is no time.', "Write it like 2026-02-14 17:50."],
    ["4", 'column 3 "created"', "2026-11-24", '"2026-11-24" is only a date.', "Add the time of day, like 17:50."],
  ]);
  await page.driver.press("Enter");
  assert.equal(await page.taken(), "Imported: 1 new, 0 updated, 0 unchanged.");
  const file = await page.saveBad();
  assert.equal(file.name, "bad-rows.csv");
  assert.equal(
    file.text,
    "\ufeffid,title,created,priority,Line,Column,Reason,What to do\r\n" +
      '1,\'=cmd,soon,High,2,"column 3 ""created""","""soon"" is no time.",Write it like 2026-02-14 17:50.\r\n' +
      '3,late,2026-11-24,High,4,"column 3 ""created""","""2026-11-24"" is only a date.","Add the time of day, like 17:50."\r\n',
  );
  await page.driver.click("#intake-done");
  await page.until(1);
  await page.drop("bad-rows.csv", Buffer.from(file.text.replace(",soon,", ",2026-11-24T09:10:00+08:00,").replace(",2026-11-24,", ",2026-11-24T09:20:00+08:00,")));
  await page.wasRead();
  assert.deepEqual(await page.counts(), [2, 0, 0]);
  await page.takeThem();
  await page.until(3);
  assert.match(await page.row("=cmd"), /=cmd/);
});

flow("an import that comes again updates what is there", { now }, async (page) => {
  await page.pasteAnywhere(sheet);
  await page.wasRead();
  await page.driver.press("Enter");
  await page.until(2);
  await page.closed();
  await page.pasteAnywhere(`${sheet.replace("导出失败", "导出很慢")}\nK-3\t新的\t高\t处理中\t2026-11-24 09:55\t`);
  await page.wasRead();
  assert.equal(await page.merged(), "新增 1 张，更新 1 张，1 张没有变化");
  await page.driver.press("Enter");
  await page.until(3);
  await page.says("K-2", "导出很慢");
});

flow("a second paste takes the place of the first, after asking where something was changed", { now }, async (page) => {
  await page.pasteAnywhere(sheet);
  await page.wasRead();
  await page.pasteAnywhere("id,created,priority\nA,2026-11-24T09:00:00Z,High\n");
  await page.driver.until("tr[data-field=id] select");
  await page.wasRead();
  assert.match(await page.about(), /1 行$/);
  await page.chooseColumn("priority", "");
  await page.pasteAnywhere(sheet);
  assert.equal(await page.asks(), true);
  await page.answer(false);
  assert.match(await page.about(), /1 行$/);
  await page.pasteAnywhere(sheet);
  await page.answer(true);
  await page.driver.until("tr[data-field=title] select");
  await page.wasRead();
  assert.match(await page.about(), /2 行$/);
});

flow("pasted as it is, text can be looked at before it is read", { now }, async (page) => {
  await page.pastePlain(sheet);
  assert.equal(await page.driver.value("#intake-paste"), sheet);
  await page.driver.click("[data-read=intake-paste]");
  await page.wasRead();
  assert.deepEqual(await page.counts(), [2, 0, 0]);
});

flow("without pointer or clipboard, text is typed into the field", { now }, async (page) => {
  await page.driver.type("#invitation-paste", sheet);
  await page.driver.click("[data-read=invitation-paste]");
  await page.wasRead();
  await page.driver.press("Enter");
  await page.until(2);
  await page.openImport();
  await page.driver.press("Escape");
  await page.closed();
});

flow("what is no table is refused with what to do", { now }, async (page) => {
  await page.drop("book.xlsx", Buffer.from("PK\x03\x04rest"));
  assert.match(await page.fault(), /^这是工作簿或别的二进制文件.*另存为 CSV/);
  await page.drop("large.csv", (64 << 20) + 1);
  await page.driver.until("#intake-fault:not(:empty)");
  assert.match(await page.fault(), /^文件有 65 MB，最多能读 64 MB。请分成几份/);
  await page.drop("cut.json", Buffer.from('[{"id": 1,\n "created": '));
  assert.match(await page.fault(), /^这份 JSON 从第 2 行第 \d+ 个字符起读不懂/);
  assert.equal(await page.tickets(), 0);
});

flow("a plan file is shown as a plan", { now }, async (page) => {
  const { planOf } = await import("../kept/plan.mjs");
  await page.pasteAnywhere(planOf(3));
  await page.driver.until("#plan-holds");
  assert.match(await page.holds(), /3 张工单/);
  assert.equal(await page.opened(), false);
});

flow("twelve examples, and a template that is read as it is", { now }, async (page) => {
  const file = await page.template();
  assert.equal(file.name, "工单模板.tsv");
  await page.tryExamples();
  await page.until(12);
  await page.drop(file.name, Buffer.from(file.text));
  await page.wasRead();
  assert.deepEqual(await page.counts(), [1, 0, 0]);
});

flow("a hundred thousand rows can be stopped on the way, and taken", { now }, async (page) => {
  const { text, bad } = tickets({ count: 100_000, shape: "tsv", now, bad: 0.001 });
  await page.cancelNext();
  await page.pasteAnywhere(text);
  await page.cancelled();
  assert.equal(await page.tickets(), 0);
  const before = page.driver.actions;
  await page.pasteAnywhere(text);
  await page.wasRead();
  assert.deepEqual(await page.counts(), [100_000 - bad, bad, 0]);
  assert.equal((await page.badRows()).length, Math.min(bad, 100));
  await page.driver.press("Enter");
  await page.taken();
  await page.driver.press("Escape");
  await page.until(100_000 - bad);
  assert.equal(page.driver.actions - before, 3);
});

flow("all fits on a phone", { now, width: 390, height: 844 }, async (page) => {
  await page.pasteAnywhere("id,title,created,priority,x\n1,a,soon,High,1\n2,b,2026-11-24T09:00:00+08:00,sehr,2\n");
  await page.wasRead();
  const wide = await page.driver.evaluate("document.querySelector('#intake').scrollWidth - document.querySelector('#intake').clientWidth");
  assert.ok(wide <= 0, `${wide} px too wide`);
  await page.choosePriority(1, 2);
  await page.takeThem();
  assert.match(await page.taken(), /^已导入：新增 1 张/);
});
