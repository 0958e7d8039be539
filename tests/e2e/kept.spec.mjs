// What only Chromium can do to what is kept: fill the disk, crash, and tell how long a task takes.
import { writeFileSync } from "node:fs";

import { expect, test as base } from "@playwright/test";

import { PlaywrightDriver } from "./driver/playwright.mjs";
import { plan, planOf, ticket } from "./kept/plan.mjs";
import { KeptPage } from "./pages/kept.mjs";

const now = "2026-02-14T10:41:07+08:00";

const test = base.extend({
  kept: async ({ browser, baseURL }, use) => {
    const kept = new KeptPage(new PlaywrightDriver(browser, baseURL));
    await use(kept);
    expect(await kept.driver.close()).toEqual([]);
  },
});

/** Lets the page keep so many bytes; as many as there are, without a number. */
const quota = async (kept, bytes) => {
  const session = await kept.driver.context.newCDPSession(kept.driver.page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: kept.driver.origin, quotaSize: bytes });
  return session;
};

test("a full disk is said, the board goes on, and all is kept once there is room", async ({ kept }) => {
  await kept.open({ now });
  // The browser looks at what is free before the first write, and then when that is used up.
  const session = await quota(kept, 300_000);
  await kept.importPlan(planOf(500));
  await kept.until(500);
  const resolved = ticket(1, { events: [["2026-02-01T00:00:00Z", "resolved"]] });
  const more = Array.from({ length: 4_000 }, (_, place) => ticket(1_000 + place));
  expect(await kept.importPlan(plan([resolved, ...more]))).toBe("已导入，但没有保存。");
  await kept.until(4_500);
  expect(await kept.state()).toBe("not");
  expect(await kept.notice("not-kept")).toMatch(/^没有保存的空间了。.*4 001 张工单的改动只在这个页面里，关掉就没了。$/);
  // Nothing of it is kept by halves.
  expect(Object.keys(await kept.records()).length).toBe(500);
  const failed = kept.driver.evaluate(`new Promise((resolve) => {
    const seen = new Set();
    const look = () => {
      const { state } = document.querySelector("#kept").dataset;
      if (state === "not" && seen.has("writing")) resolve();
      seen.add(state);
    };
    new MutationObserver(look).observe(document.querySelector("#kept"), { attributes: true });
  })`);
  await kept.retry();
  await failed;
  expect(await kept.tickets()).toBe(4_500);
  await session.send("Storage.overrideQuotaForOrigin", { origin: kept.driver.origin });
  await kept.retry();
  await kept.kept();
  expect(await kept.notice("not-kept")).toBe(null);
  await kept.reload();
  await kept.until(4_500);
  const records = Object.values(await kept.records());
  expect(records.find(({ number }) => number === "SPT-1").events.at(-1)).toEqual(["2026-02-01T00:00:00Z", "resolved"]);
});

/** Ends the page's process at once, and goes on in another tab. */
const crash = async (kept) => {
  const { driver } = kept;
  const session = await driver.context.newCDPSession(driver.page);
  const gone = driver.page.waitForEvent("crash");
  session.send("Page.crash").catch(() => {});
  await gone;
  await driver.page.close();
  await kept.tab();
};

test("a crash loses nothing that is said to be kept", async ({ kept }) => {
  await kept.open({ now });
  await kept.importPlan(planOf(1_000));
  await kept.until(1_000);
  await kept.kept();
  await crash(kept);
  await kept.until(1_000);
  expect(await kept.notice("interrupted")).toBe(null);
});

test("a crash in the middle of an import leaves what was there, and is told", async ({ kept }) => {
  await kept.open({ now });
  await kept.importPlan(planOf(300));
  await kept.until(300);
  await kept.choosePlan("big.slaplan", planOf(20_000));
  // From the eighth block on the browser takes for ever, within the transaction.
  await kept.driver.evaluate(`(() => {
    const { get, put } = IDBObjectStore.prototype;
    let blocks = 0;
    IDBObjectStore.prototype.put = function (...given) {
      if (this.name === "tickets") blocks += 1;
      return put.apply(this, given);
    };
    IDBObjectStore.prototype.get = function (key) {
      const request = get.call(this, key);
      const hold = (event) => {
        event.stopImmediatePropagation();
        get.call(this, key).addEventListener("success", hold);
      };
      if (blocks > 8) request.addEventListener("success", hold);
      return request;
    };
  })()`);
  kept.driver.click("#plan-replace").catch(() => {});
  await kept.driver.until("#kept[data-state=writing]");
  await crash(kept);
  await kept.until(300);
  expect(await kept.notice("interrupted")).toMatch(/^导入“big.slaplan”（20 000 张工单）没有完成/);
  expect(Object.keys(await kept.records()).length).toBe(300);
});

/** The longest task of the page's main thread while `act` is done, in milliseconds of its own time. */
const longest = async (browser, page, act) => {
  await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline", "devtools.timeline"] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const mains = traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const tasks = traceEvents.filter(
    ({ name, pid, tid, tdur }) => /RunTask$/.test(name) && tdur && mains.some((main) => main.pid === pid && main.tid === tid),
  );
  expect(tasks.length).toBeGreaterThan(100);
  return Math.max(...tasks.map(({ tdur }) => tdur)) / 1_000;
};

test("a hundred thousand tickets are read, kept and saved in short tasks", async ({ browser, kept }, testInfo) => {
  test.setTimeout(180_000);
  await kept.open({ now });
  const page = kept.driver.page;
  // The table is there: what it costs to make it is not looked at here.
  await kept.importPlan(planOf(3));
  await kept.until(3);
  // From the disk, as a person would: it is not handed through the page.
  const file = testInfo.outputPath("big.slaplan");
  writeFileSync(file, planOf(100_000));
  const took = {};
  took.choose = await longest(browser, page, async () => {
    await page.setInputFiles("#import-plan", file);
    await kept.driver.until("#plan-holds");
  });
  took.import = await longest(browser, page, async () => {
    await kept.take("merge");
    await kept.until(100_000);
  });
  took.export = await longest(browser, page, async () => {
    const { text } = await kept.exportPlan();
    expect(text.split("\n").length).toBe(100_003);
  });
  took.load = await longest(browser, page, async () => {
    await kept.reload();
    await kept.until(100_000);
  });
  console.log("longest tasks, ms of CPU:", JSON.stringify(took));
  for (const [step, milliseconds] of Object.entries(took)) expect(milliseconds, step).toBeLessThanOrEqual(50);
});
