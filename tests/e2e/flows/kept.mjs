// What is kept of the board, and what becomes of it. Functions of a page object, so that any driver can replay
// them.
import assert from "node:assert/strict";

import { later, versions } from "../kept/databases.mjs";
import { plan, planOf, ticket } from "../kept/plan.mjs";

/** A flow: its name, how the page is opened, and what is done. */
export const flows = [];
const flow = (name, setting, run) => flows.push({ name, setting, run });

const now = "2026-02-14T10:41:07+08:00";

flow("what is imported is there after a reload", { now }, async (page) => {
  assert.equal(await page.state(), "kept");
  assert.equal(await page.tickets(), 0);
  await page.choosePlan("plan.slaplan", planOf(300));
  assert.equal(await page.holds(), "“plan.slaplan”里有 300 张工单，提交于 2026年1月1日 星期四 至 2026年1月1日 星期四（北京时间）。");
  assert.deepEqual(await page.ways(), [
    "新增 300 张，更新 0 张，0 张相同。 查询里的内容和读法不变；同名的视图保留这里的。",
    "删去这里的 0 张工单，换成文件里的 300 张。 查询里的内容和读法也换成文件里的。都可以撤销。",
  ]);
  assert.equal(await page.take("merge"), "已导入并保存，改动 300 张工单。");
  await page.until(300);
  await page.reload();
  await page.until(300);
  assert.equal(await page.state(), "kept");
  const records = await page.records();
  assert.equal(Object.keys(records).length, 300);
  assert.deepEqual(
    Object.values(records).map(({ number }) => number),
    Array.from({ length: 300 }, (_, place) => `SPT-${place + 1}`),
  );
});

flow("a plan goes round through its file", { now }, async (page) => {
  const views = JSON.stringify({ schema: 1, views: [] });
  const lines = [1, 2, 3].map((key) => ticket(key));
  await page.importPlan(plan(lines, { views }));
  await page.until(3);
  const { name, text } = await page.exportPlan();
  assert.equal(name, "plan.slaplan");
  const written = text.trimEnd().split("\n");
  assert.equal(written.length, 5);
  assert.equal(JSON.parse(written[0]).file, 1);
  assert.deepEqual(JSON.parse(written[4]), { end: 3 });
  const told = (line) => ({ ...JSON.parse(line), key: 0 });
  assert.deepEqual(written.slice(1, 4).map(told), lines.map(told));
  // What comes back is the same, and nothing is there twice.
  await page.choosePlan("plan.slaplan", text);
  assert.match((await page.ways())[0], /^新增 0 张，更新 0 张，3 张相同。/);
  await page.take("replace");
  await page.until(3);
  await page.reload();
  await page.until(3);
});

flow("merging changes what is there and adds what is new", { now }, async (page) => {
  await page.importPlan(planOf(200));
  await page.until(200);
  const resolved = (key) => ticket(key, { events: [["2026-02-01T00:00:00Z", "resolved"]] });
  await page.choosePlan("more.slaplan", plan([resolved(7), ticket(8), ticket(999)]));
  assert.match((await page.ways())[0], /^新增 1 张，更新 1 张，1 张相同。/);
  await page.take("merge");
  await page.until(201);
  const records = Object.values(await page.records());
  const kept = records.filter(({ number }) => number === "SPT-7");
  assert.deepEqual(kept.map(({ events }) => events.at(-1)), [["2026-02-01T00:00:00Z", "resolved"]]);
});

flow("a damaged file is refused whole, and where it is damaged is said", { now }, async (page) => {
  await page.importPlan(planOf(3));
  await page.until(3);
  const lines = planOf(5).split("\n");
  lines[3] = lines[3].replace("submitted", "lost");
  await page.choosePlan("bad.slaplan", lines.join("\n"));
  assert.match(await page.refused(), /^第 4 行：“events\[0\]\[1\]”不能是“lost”，请写/);
  await page.close();
  await page.choosePlan("cut.slaplan", planOf(5).slice(0, -60));
  assert.match(await page.refused(), /^第 6 行：不是完整的一条记录。/);
  await page.close();
  await page.choosePlan("cut.slaplan", planOf(5).split("\n").slice(0, 4).join("\n") + "\n");
  assert.match(await page.refused(), /^第 4 行：文件不完整，读到 3 张工单就断了/);
  await page.close();
  assert.equal(await page.tickets(), 3);
  assert.equal(Object.keys(await page.records()).length, 3);
});

flow("two tabs do not overwrite each other", { now }, async (page) => {
  await page.importPlan(planOf(100));
  await page.until(100);
  await page.tab();
  await page.until(100);
  const replied = (key) => ticket(key, { events: [["2026-02-01T00:00:00Z", "first-reply"]] });
  // Both tickets are in one block.
  await page.importPlan(plan([replied(1)]));
  await page.driver.turnTo(0);
  await page.importPlan(plan([replied(3), ticket(101)]));
  await page.until(101);
  await page.driver.turnTo(1);
  await page.until(101);
  const records = Object.values(await page.records());
  const last = (number) => records.find((record) => record.number === number).events.at(-1);
  assert.deepEqual(last("SPT-1"), ["2026-02-01T00:00:00Z", "first-reply"]);
  assert.deepEqual(last("SPT-3"), ["2026-02-01T00:00:00Z", "first-reply"]);
  // Each has what the other did: a plan with all of it changes nothing.
  for (const place of [0, 1]) {
    await page.driver.turnTo(place);
    await page.choosePlan("same.slaplan", plan([replied(1), replied(3), ticket(101)]));
    assert.match((await page.ways())[0], /^新增 0 张，更新 0 张，3 张相同。/);
    await page.close();
  }
});

for (const [version, make] of Object.entries(versions)) {
  flow(`a database of version ${version} is opened`, { now, fragment: "" }, async (page) => {
    const blocks = { 0: `${ticket(1)}\n${ticket(2)}\n`, 3: `${ticket(400)}\n` };
    await page.driver.evaluate(make(blocks, { next: 401, views: "" }));
    await page.tab();
    await page.until(3);
    assert.equal(await page.state(), "kept");
    for (const id of ["not-kept", "interrupted", "damaged", "unopened"]) assert.equal(await page.notice(id), null);
    // New tickets get keys of their own.
    await page.importPlan(plan([ticket(77)]));
    await page.until(4);
    assert.deepEqual(Object.keys(await page.records()), ["1", "2", "400", "401"]);
  });
}

flow("a damaged record is set aside, and the others are read", { now, fragment: "" }, async (page) => {
  const broken = '{"key":2,"schema":1,"number":"SPT-2","title":"half';
  await page.driver.evaluate(versions[1]({ 0: `${ticket(1)}\n${broken}\n${ticket(3)}\n`, 1: `${ticket(130)}\n` }));
  await page.driver.evaluate(`new Promise((resolve) => {
    const opening = indexedDB.open("sla-planner");
    opening.onsuccess = () => {
      const writing = opening.result.transaction("tickets", "readwrite");
      writing.objectStore("tickets").put({ not: "bytes" }, 2);
      writing.oncomplete = () => { opening.result.close(); resolve(); };
    };
  })`);
  await page.tab();
  await page.until(3);
  assert.equal(await page.notice("damaged"), "2 条记录损坏，读不出来，已原样另存；其余的都读到了。");
  const { name, text } = await page.driver.download(() => page.driver.click("#save-aside"));
  assert.equal(name, "unreadable.txt");
  assert.equal(text, `${broken}\n{"not":"bytes"}\n`);
  assert.deepEqual(Object.keys(await page.records()), ["1", "3", "130"]);
  // They are told once, and stay where they are.
  await page.reload();
  await page.until(3);
  assert.equal(await page.notice("damaged"), null);
  assert.equal((await page.stored()).aside.length, 2);
  assert.match(await page.driver.text("#aside"), /^另存着 2 条读不出的记录。/);
  // The next key is none that was ever given.
  await page.importPlan(plan([ticket(7)]));
  assert.deepEqual(Object.keys(await page.records()), ["1", "3", "130", "131"]);
});

/** Makes the database called `sla-planner` fail to open, as one does whose files are damaged. */
const broken = () => {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (name, ...rest) {
    const request = open.call(this, name === "sla-planner" ? "broken" : name, ...rest);
    if (name === "sla-planner") {
      request.addEventListener("success", (event) => {
        event.stopImmediatePropagation();
        request.result.close();
        Object.defineProperty(request, "error", { value: new DOMException("damaged", "UnknownError") });
        request.dispatchEvent(new Event("error"));
      });
    }
    return request;
  };
};

flow("a database that cannot be opened is set aside, never wiped", { now, fragment: "", init: broken }, async (page) => {
  await page.tab();
  assert.equal(await page.state(), "kept");
  assert.match(await page.notice("unopened"), /^原来的数据库“sla-planner”打不开，已原样留着，什么也没有删；现在用的是新的数据库。$/);
  await page.importPlan(planOf(3));
  await page.until(3);
  await page.reload();
  await page.until(3);
  assert.match(await page.notice("unopened"), /打不开/);
  assert.equal(Object.keys(await page.records("sla-planner-2")).length, 3);
  await page.driver.click("#save-readable");
  await page.driver.until("#unopened .error");
  await page.driver.click("#unopened button.quiet");
  await page.driver.until(".notices:not(:has(#unopened))");
  await page.reload();
  await page.until(3);
  assert.equal(await page.notice("unopened"), null);
});

flow("a later planner's database is left alone", { now, fragment: "" }, async (page) => {
  await page.driver.evaluate(later);
  await page.tab();
  assert.equal(await page.state(), "not");
  assert.match(await page.notice("not-kept"), /^这里的数据是更新版的规划器保存的/);
  assert.equal(await page.importPlan(planOf(3)), "已导入，但没有保存。");
  await page.until(3);
  assert.match(await page.notice("not-kept"), /3 张工单的改动只在这个页面里，关掉就没了。$/);
  const { text } = await page.exportPlan();
  assert.equal(text.trimEnd().split("\n").length, 5);
  assert.deepEqual(await page.stored(), { tickets: [] });
});

for (const [how, init] of [
  ["throws", () => { IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); }; }],
  ["is missing", () => { Object.defineProperty(globalThis, "indexedDB", { value: undefined }); }],
]) {
  flow(`refused storage is said, and the board works without it (${how})`, { now, init }, async (page) => {
    assert.equal(await page.state(), "not");
    assert.match(await page.notice("not-kept"), /^浏览器不让本页保存数据/);
    await page.importPlan(planOf(3));
    await page.until(3);
    const resolved = ticket(1, { events: [["2026-02-01T00:00:00Z", "resolved"]] });
    await page.importPlan(plan([resolved, ticket(4)]));
    await page.until(4);
    const { text } = await page.exportPlan();
    assert.match(text, /"SPT-1",.*"resolved"/);
  });
}

flow("an import that is interrupted leaves nothing, and is told", { now }, async (page) => {
  await page.importPlan(planOf(10));
  await page.until(10);
  await page.choosePlan("big.slaplan", planOf(3_000));
  // The page goes away in the middle of writing.
  await page.driver.evaluate(`(() => {
    const { put } = IDBObjectStore.prototype;
    let blocks = 0;
    IDBObjectStore.prototype.put = function (...given) {
      if (this.name === "tickets" && (blocks += 1) === 8) location.reload();
      return put.apply(this, given);
    };
  })()`);
  await page.driver.click("#plan-replace");
  await page.driver.until("#interrupted");
  await page.until(10);
  assert.equal(
    await page.notice("interrupted"),
    "导入“big.slaplan”（3 000 张工单）没有完成：页面中途关掉了，一张也没有保存。请重新导入。",
  );
  assert.equal(Object.keys(await page.records()).length, 10);
  await page.driver.click("#interrupted button.quiet");
  await page.reload();
  await page.until(10);
  assert.equal(await page.notice("interrupted"), null);
});

flow("each tab keeps the ticket that was entered in it", { now, fragment: "" }, async (page) => {
  const { driver } = page;
  const [first, second] = ["2026-02-14 09:15", "2026-02-14 10:20"];
  await driver.type("#time", first);
  await driver.tab();
  // A new tab begins with what was entered last.
  assert.equal(await driver.value("#time"), first);
  await driver.type("#time", second);
  await driver.turnTo(0);
  assert.equal(await driver.value("#time"), first);
  await driver.reload();
  assert.equal(await driver.value("#time"), first);
  await driver.click("input[name=priority][value=P2]");
  await driver.turnTo(1);
  await driver.reload();
  assert.equal(await driver.value("#time"), second);
  assert.equal(await driver.checked("input[name=priority][value=P2]"), false);
  await driver.turnTo(0);
  await driver.reload();
  assert.equal(await driver.value("#time"), first);
  assert.equal(await driver.checked("input[name=priority][value=P2]"), true);
});

flow("everything is cleared at command, in all tabs", { now, fragment: "" }, async (page) => {
  await page.driver.type("#time", "2026-02-14 09:15");
  await page.tab();
  await page.importPlan(planOf(5));
  await page.until(5);
  await page.tab();
  await page.until(5);
  assert.equal(
    await page.askToClear(),
    "将删除：看板上的 5 张工单、保存的视图、查询里的工单和读法、语言和时区等设置。",
  );
  await page.close();
  await page.until(5);
  await page.askToClear();
  const { text } = await page.driver.download(() => page.driver.click("#clear [data-do=save-file]"));
  assert.equal(text.trimEnd().split("\n").length, 7);
  for (const place of [0, 1, 2]) {
    await page.driver.turnTo(place);
    await page.driver.evaluate("document.documentElement.dataset.before = ''");
  }
  await page.driver.click("#clear-everything");
  const anew = "html[data-boot=ready]:not([data-before])";
  for (const place of [2, 1]) {
    await page.driver.turnTo(place);
    await page.driver.until(anew);
    await page.settled();
    await page.until(0);
  }
  assert.deepEqual(await page.stored(), { aside: [], meta: [], tickets: [] });
  await page.driver.turnTo(0);
  await page.driver.until(anew);
  assert.equal(await page.driver.value("#time"), "");
  const left = await page.driver.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])");
  assert.doesNotMatch(left, /2026-02-14|zh-CN|SPT/);
});
