// What only this browser can tell of the zone picker: requests, input methods, and what axe finds.
import AxeBuilder from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";

import { PlaywrightDriver } from "./driver/playwright.mjs";
import { ZonesPage } from "./pages/zones.mjs";

const test = base.extend({
  zones: async ({ browser, baseURL }, use) => {
    const zones = new ZonesPage(new PlaywrightDriver(browser, baseURL));
    await use(zones);
    expect(await zones.driver.close()).toEqual([]);
  },
});

const now = "2026-02-24T10:41:07+08:00";

test("the list of places is fetched when it is first needed, and once", async ({ zones }) => {
  const asked = [];
  const watch = (page) => page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await zones.open({ now, watch });
  await zones.ask();
  expect(asked).not.toContain("/places.txt");
  for (const role of ["viewer", "ticket"]) {
    await zones.change(role);
    await zones.driver.press("Escape");
  }
  expect(asked.filter((path) => path === "/places.txt")).toHaveLength(1);
});

test("a list that cannot be had is told, and fetched again when asked", async ({ zones }) => {
  await zones.open({ now });
  await zones.ask();
  const { page } = zones.driver;
  await page.route("**/places.txt", (route) => route.abort());
  await zones.change("viewer");
  expect(await zones.said()).toBe("城市列表没有载入，可能断网了。请连上网再试。");
  await page.unroute("**/places.txt");
  await page.route("**/places.txt", (route) => route.fulfill({ status: 503 }));
  await zones.driver.click("#zone-retry");
  await expect.poll(() => zones.said()).toBe("城市列表没有载入：服务器答复 503。请稍后再试。");
  await page.unroute("**/places.txt");
  await page.route("**/places.txt", (route) => route.fulfill({ body: "<!doctype html>" }));
  await zones.driver.click("#zone-retry");
  await expect.poll(() => zones.said()).toBe("城市列表第 1 行读不出来，请重新载入页面。");
  await page.unroute("**/places.txt");
  await zones.retry();
  expect(await zones.said()).toBe("");
  expect((await zones.found()).length).toBeGreaterThan(10);
  // The browser itself speaks of what failed.
  const { faults } = zones.driver;
  expect(faults.splice(0).every((fault) => fault.includes("Failed to load resource"))).toBe(true);
});

test("Enter within an input method chooses nothing", async ({ zones }) => {
  await zones.open({ now });
  await zones.ask();
  await zones.change("viewer");
  await zones.search("dong");
  const enter = (init) =>
    zones.driver.page.locator("#zone-search").dispatchEvent("keydown", { key: "Enter", ...init });
  await enter({ isComposing: true });
  await enter({ keyCode: 229 });
  expect(await zones.pickerIsOpen()).toBe(true);
  await enter({});
  expect(await zones.pickerIsOpen()).toBe(false);
  expect(await zones.zone("viewer")).toBe("东京 GMT+9");
});

for (const lang of ["zh-CN", "en"]) {
  for (const scheme of ["light", "dark"]) {
    for (const width of [1280, 390]) {
      test(`axe finds nothing in the picker: ${lang}, ${scheme}, ${width} px`, async ({ zones }) => {
        await zones.open({ now, lang, scheme, width, zone: "America/New_York" });
        await zones.ask();
        await zones.change("viewer");
        for (const query of ["", "an", "xyzzy"]) {
          await zones.search(query);
          if (query === "an") await zones.driver.press("ArrowDown");
          // Axe waits by timers.
          await zones.driver.page.clock.resume();
          const { violations } = await new AxeBuilder({ page: zones.driver.page }).analyze();
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`);
          expect(found, query).toEqual([]);
        }
        const wide = await zones.driver.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        expect(wide).toBeLessThanOrEqual(0);
      });
    }
  }
}
