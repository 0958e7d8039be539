// What only this browser can tell of links: what axe finds, the clipboard, and the file that is saved.
import { readFileSync } from "node:fs";

import AxeBuilder from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";

import { PlaywrightDriver } from "./driver/playwright.mjs";
import { SharePage } from "./pages/share.mjs";

const test = base.extend({
  share: async ({ browser, baseURL }, use) => {
    const share = new SharePage(new PlaywrightDriver(browser, baseURL));
    await use(share);
    expect(await share.driver.close()).toEqual([]);
  },
});

const now = "2026-02-24T10:41:07+08:00";
const link =
  "/check?t=2026-02-14T17:50:00+08:00&p=P2&r1=working-time&e=paused@2026-02-24T09:30:00+08:00@%E7%AD%89" +
  "&e=resumed@2026-02-24T09:40:00+08:00&v=SPT-001.2026-02-06_cn-2025-12-31_tz-2025b&due=response@2026-02-24T11:00:00+08:00&end=1";

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 390]) {
    test(`nobody is shut out of links (${scheme}, ${width} px)`, async ({ share }) => {
      await share.open({ now, scheme, width, fragment: link });
      // Axe waits by timers.
      await share.driver.page.clock.resume();
      const check = async () => {
        const { violations } = await new AxeBuilder({ page: share.driver.page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        expect(await share.driver.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      };
      await share.visited();
      await share.driver.appear("#note:not(:empty)");
      await check();
      await share.share();
      await check();
      await share.close();
      await share.goTo(link.slice(0, 99));
      await share.refusal();
      await check();
    });
  }
}

/** Opens the link, and gives what lets the details come. */
const held = async (share) => {
  let come;
  const coming = new Promise((resolve) => {
    come = resolve;
  });
  const watch = (page) =>
    page.route("**/details*.wasm", async (route) => {
      await coming;
      await route.continue();
    });
  await share.open({ now, fragment: link, watch });
  return come;
};

test("what is asked for while a link is opened is not lost, nor is the link", async ({ share }) => {
  const come = await held(share);
  await share.driver.press("?");
  come();
  await share.visited();
  await share.driver.until("#help[open]");
});

test("a link that is left while it is opened stays left", async ({ share }) => {
  const come = await held(share);
  await share.driver.click("#back-to-mine");
  await share.driver.press("?");
  come();
  await share.driver.until("#help[open]");
  expect(await share.driver.count("#refused")).toBe(0);
  expect(await share.driver.count("#time")).toBe(1);
});

test("the link is copied", async ({ share }) => {
  await share.open({ now, fragment: link, permissions: ["clipboard-read", "clipboard-write"] });
  await share.visited();
  await share.share();
  await share.driver.click("#share-copy");
  await expect(share.driver.page.locator("#share-said")).toHaveText("链接已复制。");
  expect(await share.driver.evaluate("navigator.clipboard.readText()")).toBe(await share.link());
});

test("the file is saved as it is offered", async ({ share }) => {
  await share.open({ now, fragment: link });
  await share.visited();
  await share.share();
  const saved = share.driver.page.waitForEvent("download");
  await share.driver.click("#share-file");
  const download = await saved;
  expect(download.suggestedFilename()).toBe("ticket.slaplan");
  expect(readFileSync(await download.path(), "utf8")).toBe(await share.file());
});

test("a device that can hand on links is asked to", async ({ share }) => {
  const init = () => {
    navigator.share = async (content) => {
      window.asked = content;
      throw new DOMException("changed their mind", "AbortError");
    };
  };
  await share.open({ now, fragment: link, init });
  await share.visited();
  await share.share();
  await share.driver.click("#share-send");
  expect(await share.driver.evaluate("window.asked")).toEqual({ title: "SLA 工单", url: await share.link() });
});

test("details that do not come leave a way back", async ({ share }) => {
  await share.open({
    now,
    fragment: link,
    watch: (page) => page.route("**/details-*", (route) => route.abort()),
  });
  await share.driver.appear(".notice[role=alert] button");
  expect(await share.answered()).toBe(false);
  await share.backToMine();
  expect(await share.visiting()).toBe(false);
  expect(await share.fragment()).toBe("#/check");
  // The browser itself speaks of what failed.
  const { faults } = share.driver;
  expect(faults.splice(0).every((fault) => /Failed to load|Failed to fetch|Event|ERR_FAILED/.test(fault))).toBe(true);
});
