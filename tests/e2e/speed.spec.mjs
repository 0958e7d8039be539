// What keeps the board fast, as counts that do not depend on the machine; how fast it is, `make bench-page` measures.
import { expect, test as base } from "@playwright/test";

import { tickets } from "../../scripts/tickets.mjs";
import { PlaywrightDriver } from "./driver/playwright.mjs";

const now = "2026-11-24T10:00:00+08:00";
const rows = "#tickets .tickets-body > [role=row]:not([hidden])";

/** The board in a page of its own. */
class Board {
  constructor(driver) {
    this.driver = driver;
  }

  async open(setting) {
    await this.driver.open({ now, fragment: "/board", init: count, ...setting });
    await this.driver.until("#kept[data-state=kept]");
  }

  /** Drops a file of so many tickets on the page, and takes them; half of them are worked on. */
  async take(many) {
    const dataTransfer = await this.driver.page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "tickets.csv", { type: "text/csv" }));
      return data;
    }, tickets({ count: many, now, open: 0.5 }).text);
    await this.driver.page.dispatchEvent("body", "drop", { dataTransfer });
    await this.driver.page.click("#intake-take:enabled");
    const said = String(many).replace(/\B(?=(\d{3})+$)/g, "\u202f");
    await expect(this.driver.page.locator(".above .count")).toContainText(said);
    await this.driver.until("#kept[data-state=kept]");
  }

  /** How many rows are in the document, seen or not. */
  all() {
    return this.driver.count("#tickets .tickets-body > [role=row]");
  }

  /** The places of the rows that are shown, from 1. */
  async places() {
    const places = await this.driver.page.locator(rows).evaluateAll((all) => all.map((row) => Number(row.ariaRowIndex ?? row.getAttribute("aria-rowindex")) - 1));
    return places.sort((one, other) => one - other);
  }

  /** What changes in the document in so many seconds: how often, and outside the table. */
  async changes(seconds) {
    await this.driver.evaluate("counted.watch()");
    await this.driver.advance(seconds);
    return this.driver.evaluate("counted.changes()");
  }

  async pace(pace) {
    await this.driver.page.locator(`input[name=tick][value=${pace}]`).check({ force: true });
  }
}

/** Runs in the page before its scripts: counts changes of the document, and timers that wait. */
const count = () => {
  let seen = [];
  const observer = new MutationObserver((records) => seen.push(...records));
  const waiting = new Set();
  globalThis.counted = {
    watch: () => {
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      seen = [];
    },
    changes: () => {
      seen.push(...observer.takeRecords());
      observer.disconnect();
      const inside = seen.filter(({ target }) => (target.parentElement ?? target).closest?.("#tickets")).length;
      return { inside, outside: seen.length - inside };
    },
    timers: () => waiting.size,
  };
  // The clock of the test has put its own timers in place by now, or does so later: these stand before either.
  for (const [set, clear] of [["setTimeout", "clearTimeout"], ["setInterval", "clearInterval"]]) {
    const before = globalThis[set].bind(globalThis);
    const after = globalThis[clear].bind(globalThis);
    globalThis[set] = (run, wait, ...given) => {
      const id = before((...all) => {
        if (set === "setTimeout") waiting.delete(id);
        run(...all);
      }, wait, ...given);
      waiting.add(id);
      return id;
    };
    globalThis[clear] = (id) => {
      waiting.delete(id);
      after(id);
    };
  }
};

const test = base.extend({
  board: async ({ browser, baseURL }, use) => {
    const board = new Board(new PlaywrightDriver(browser, baseURL));
    await use(board);
    expect(await board.driver.close()).toEqual([]);
  },
});

for (const many of [300, 30_000]) {
  test(`of ${many} tickets only the rows in sight are in the document`, async ({ board }) => {
    await board.open({ height: 900 });
    await board.take(many);
    // A view of 900 pixels has room for fifteen rows at most; some are kept around them.
    expect(await board.all()).toBeLessThanOrEqual(30);
    const first = await board.places();
    expect(first[0]).toBe(1);
    expect(first.length).toBeGreaterThan(8);
    await board.driver.page.locator("#tickets").evaluate((table) => (table.scrollTop = table.scrollHeight));
    await expect.poll(async () => (await board.places()).at(-1)).toBe(many);
    const last = await board.places();
    expect(last.length).toBeGreaterThan(8);
    expect(last.at(-1) - last[0]).toBe(last.length - 1);
    expect(await board.all()).toBeLessThanOrEqual(30);
    expect(await board.driver.attribute("#tickets [role=table]", "aria-rowcount")).toBe(String(many + 1));
  });
}

test("a second changes texts of rows in sight, and few others, whatever the number of tickets", async ({ board }) => {
  await board.open({});
  const found = {};
  for (const many of [300, 30_000]) {
    await board.take(many);
    found[many] = await board.changes(10);
    const shown = (await board.places()).length;
    // A row has four texts and a bar that move, each of which may be put in place of the one before.
    expect(found[many].inside, `${many} tickets`).toBeLessThanOrEqual(10 * shown * 12);
    expect(found[many].inside, `${many} tickets`).toBeGreaterThan(10);
    expect(found[many].outside, `${many} tickets`).toBeLessThanOrEqual(10 * 40);
  }
});

test("a clock that is held changes nothing, and waits for nothing", async ({ board }) => {
  await board.open({});
  await board.take(300);
  await board.pace("held");
  await board.driver.advance(1);
  expect(await board.changes(120)).toEqual({ inside: 0, outside: 0 });
  expect(await board.driver.evaluate("counted.timers()")).toBe(0);
});

test("a page that nobody sees changes nothing, and has no timers", async ({ board }) => {
  await board.open({});
  await board.take(300);
  await board.driver.evaluate(`
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  `);
  await board.driver.advance(2);
  expect(await board.changes(120)).toEqual({ inside: 0, outside: 0 });
  expect(await board.driver.evaluate("counted.timers()")).toBe(0);
});
