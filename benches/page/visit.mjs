// One visit to a page: a profile of its own, its keys and pointer, and what the browser tells of it.
import { file } from "./site.mjs";
import { probe } from "./probe.mjs";
import { FRAMES, TASKS, frames, longestTask } from "./trace.mjs";

export class Visit {
  static async open(browser, origin, side, zone = "America/New_York") {
    const context = await browser.newContext({
      baseURL: origin,
      locale: "en",
      timezoneId: zone,
      viewport: { width: 1440, height: 900 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const page = await context.newPage();
    const visit = new Visit(browser, page, side);
    page.on("pageerror", (error) => visit.faults.push(error.message));
    await page.addInitScript(probe);
    await page.addInitScript((accept) => (globalThis.bench.accept = accept), side.accept);
    await page.goto(side.path);
    await page.evaluate((name) => bench.first(name), "board:ready");
    visit.session = await context.newCDPSession(page);
    await visit.session.send("Performance.enable", { timeDomain: "threadTicks" });
    // Nothing is under the pointer.
    await page.mouse.move(1, 1);
    await visit.rest(500);
    return visit;
  }

  constructor(browser, page, side) {
    this.browser = browser;
    this.page = page;
    this.side = side;
    this.faults = [];
  }

  async close() {
    await this.page.context().close();
    if (this.faults.length > 0) throw new Error(`${this.side.name}: ${this.faults.join("; ")}`);
  }

  rest(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
  }

  /** Does `act`, and waits for the next mark; milliseconds from the input until it was painted. */
  async until(mark, act) {
    // It is waited for before anything is done: a quick page may have made it before the next message arrives.
    await this.page.evaluate((mark) => {
      bench.asked = bench.next(mark);
    }, mark);
    await act();
    return this.page.evaluate(async () => (await bench.asked).painted - bench.started);
  }

  /** Pastes what is on the clipboard; milliseconds until the sorted board is painted. */
  paste() {
    return this.#import(() => this.page.keyboard.press("Control+V"));
  }

  /** Drops the file of `count` tickets; milliseconds until the sorted board is painted. */
  drop(count) {
    return this.#import(async () => {
      const data = { items: [], files: [file(count)], dragOperationsMask: 1 };
      for (const type of ["dragEnter", "dragOver", "drop"]) {
        await this.session.send("Input.dispatchDragEvent", { type, x: 700, y: 500, data });
      }
    });
  }

  async #import(act) {
    const kept = this.side.keeps ? this.page.evaluate(() => bench.next("board:kept")) : null;
    const took = await this.until("board:sorted", act);
    this.kept = kept;
    return took;
  }

  /** Does `act` under a trace of tasks; what it gives, and the longest task. */
  async traced(act) {
    await this.browser.startTracing(this.page, { categories: TASKS });
    await this.page.evaluate(() => performance.mark("bench"));
    const value = await act();
    await this.kept;
    await this.rest(500);
    return { value, task: longestTask(await this.browser.stopTracing()) };
  }

  async #metrics() {
    const { metrics } = await this.session.send("Performance.getMetrics");
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1_000]));
  }

  /** Does `act`; processor milliseconds of the main thread: its scripts, and everything. */
  async cost(act) {
    const before = await this.#metrics();
    const value = await act();
    const after = await this.#metrics();
    const spent = (name) => after[name] - before[name];
    return { value, script: spent("ScriptDuration"), task: spent("TaskDuration") };
  }

  /** Processor milliseconds of the main thread for a second of ticking. */
  async ticking(seconds) {
    const { task } = await this.cost(() => this.rest(seconds * 1_000));
    return task / seconds;
  }

  /** Scrolls down and up while it ticks: the share of frames dropped, and processor milliseconds a second. */
  async scrolling() {
    const [distance, speed] = [12_000, 4_000];
    await this.browser.startTracing(this.page, { categories: FRAMES });
    await this.page.evaluate(() => performance.mark("bench"));
    const { task } = await this.cost(async () => {
      for (const yDistance of [-distance, distance]) {
        await this.session.send("Input.synthesizeScrollGesture", { x: 700, y: 600, yDistance, speed, gestureSourceType: "mouse" });
      }
    });
    const { shown, dropped } = frames(await this.browser.stopTracing());
    await this.page.mouse.move(1, 1);
    return { dropped: (100 * dropped) / (shown + dropped), frames: shown + dropped, task: task / ((2 * distance) / speed) };
  }

  /** Presses keys one after the other; for each, milliseconds until its effect was painted (16 where fewer). */
  async keys(keys) {
    await this.page.evaluate(() => bench.keys.clear());
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.rest(350);
    }
    const took = await this.page.evaluate(() => [...bench.keys.values()]);
    return [...took, ...Array(Math.max(0, keys.length - took.length)).fill(16)];
  }

  /** Megabytes in use: heaps, buffers and WebAssembly's memories; readers that still run would come to that. */
  async memory() {
    for (let round = 0; round < 3; round += 1) await this.session.send("HeapProfiler.collectGarbage");
    const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await this.session.send("Runtime.getHeapUsage");
    const wasm = await this.page.evaluate(() => bench.wasm());
    const megabytes = (bytes) => bytes / 2 ** 20;
    return {
      heap: megabytes(usedSize + embedderHeapUsedSize),
      buffers: megabytes(backingStorageSize),
      wasm: megabytes(wasm),
      all: megabytes(usedSize + embedderHeapUsedSize + backingStorageSize + wasm),
      // The alarm that wakes a hidden tab is some hundred bytes.
      readers: this.page.workers().filter((worker) => !worker.url().endsWith("/alarm.js")).length,
    };
  }
}
