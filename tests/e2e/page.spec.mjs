// What only this browser can tell: the policy, requests, memory, layout, and what axe finds.
import AxeBuilder from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";

import { PlaywrightDriver } from "./driver/playwright.mjs";
import { CheckPage } from "./pages/check.mjs";
import { states } from "./pages/states.mjs";

const test = base.extend({
  check: async ({ browser, baseURL }, use) => {
    const check = new CheckPage(new PlaywrightDriver(browser, baseURL));
    await use(check);
    expect(await check.driver.close()).toEqual([]);
  },
});

const now = "2026-02-24T10:41:07+08:00";

for (const lang of ["zh-CN", "en"]) {
  for (const scheme of ["light", "dark"]) {
    for (const width of [1280, 390]) {
      test(`axe finds nothing: ${lang}, ${scheme}, ${width} px`, async ({ check }) => {
        await check.open({ now, lang, scheme, width, zone: "America/New_York" });
        for (const [state, reach] of Object.entries(states)) {
          await reach(check);
          // Axe waits by timers.
          await check.driver.page.clock.resume();
          const { violations } = await new AxeBuilder({ page: check.driver.page }).analyze();
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`);
          expect(found, state).toEqual([]);
          await check.driver.evaluate("localStorage.clear(); sessionStorage.clear()");
          await check.driver.reload();
        }
      });
    }
  }
}

for (const [width, size] of [[320, "100%"], [390, "100%"], [1280, "200%"], [3840, "100%"]]) {
  test(`nothing leaves the frame at ${width} px and ${size} letters`, async ({ check }) => {
    for (const lang of ["zh-CN", "en"]) {
      await check.open({ now, lang, width, zone: "America/New_York" });
      for (const [state, reach] of Object.entries(states)) {
        await reach(check);
        const wide = await check.driver.page.evaluate((size) => {
          document.documentElement.style.fontSize = size;
          return document.documentElement.scrollWidth - document.documentElement.clientWidth;
        }, size);
        expect(wide, `${lang}, ${state}`).toBeLessThanOrEqual(0);
        await check.driver.evaluate("localStorage.clear(); sessionStorage.clear()");
        await check.driver.reload();
      }
      expect(await check.driver.close()).toEqual([]);
    }
    await check.open({ now });
  });
}

test("an hour of ticking leaves nothing behind", async ({ check }) => {
  test.setTimeout(180_000);
  await check.open({
    now: "2026-02-24T09:05:00+08:00",
    init: () => {
      const { instantiateStreaming } = WebAssembly;
      WebAssembly.instantiateStreaming = async (...given) => {
        const made = await instantiateStreaming(...given);
        globalThis.engineMemory = made.instance.exports.memory;
        return made;
      };
    },
  });
  await states.answered(check);
  const { page } = check.driver;
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const measure = async () => {
    for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const metric = (name) => metrics.find((found) => found.name === name).value;
    return {
      nodes: metric("Nodes"),
      listeners: metric("JSEventListeners"),
      heap: metric("JSHeapUsedSize"),
      engine: await check.driver.evaluate("engineMemory.buffer.byteLength"),
    };
  };
  // Through the first minutes, in which the browser compiles what runs often.
  await check.driver.advance(900);
  const before = await measure();
  await check.driver.advance(3_600);
  const after = await measure();
  expect(after.nodes).toBe(before.nodes);
  expect(after.listeners).toBe(before.listeners);
  expect(after.engine).toBe(before.engine);
  expect(after.heap).toBeLessThanOrEqual(before.heap * 1.01);
});

test("the page needs few requests, all to its own origin", async ({ check }) => {
  const asked = [];
  await check.open({ now, watch: (page) => page.on("request", (request) => asked.push(request.url())) });
  expect(asked.length).toBeLessThanOrEqual(8);
  // What scripts/size.mjs does not count as the first load is not fetched by a first visit.
  const later = () => asked.map((url) => new URL(url).pathname).filter((path) => /details-|places/.test(path));
  expect(later()).toEqual([]);
  await states.answered(check);
  expect(later().length).toBe(3);
});

test("the policy is in force", async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL });
  const response = await page.goto("/");
  expect(response.headers()["content-security-policy"]).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
  const refused = await page.evaluate(() =>
    new Promise((resolve) => {
      document.addEventListener("securitypolicyviolation", (event) => resolve(event.violatedDirective));
      const script = document.createElement("script");
      script.textContent = "globalThis.inlined = true";
      document.head.append(script);
    }),
  );
  expect(refused).toContain("script-src");
  await page.close();
});

test("colour never stands alone where colours are forced", async ({ check }) => {
  await check.open({ now, forcedColors: "active" });
  await states.answered(check);
  const chip = check.driver.page.locator(".clock .chip").first();
  await expect(chip.locator("svg use")).toHaveAttribute("href", "#i-warning");
  await expect(chip).toContainText("警告");
  expect(await chip.evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe("2px");
});

test("the theme is chosen and remembered", async ({ check }) => {
  await check.open({ now, scheme: "light" });
  const background = () => check.driver.evaluate("getComputedStyle(document.body).backgroundColor");
  const light = await background();
  await check.driver.page.selectOption("select[name=theme]", "dark");
  const dark = await background();
  expect(dark).not.toBe(light);
  await check.driver.reload();
  expect(await background()).toBe(dark);
  await check.driver.page.selectOption("select[name=theme]", "auto");
  expect(await background()).toBe(light);
});

test("the answer can be copied", async ({ check }) => {
  await check.open({ now, permissions: ["clipboard-read", "clipboard-write"] });
  await states.answered(check);
  await check.driver.click(".saying button");
  await expect(check.driver.page.locator(".saying [role=status]")).toHaveText("已复制");
  expect(await check.driver.evaluate("navigator.clipboard.readText()")).toBe(await check.sentence());
});

test("a plan that cannot be read is set aside, never lost", async ({ check }) => {
  await check.open({ now });
  await check.driver.evaluate(
    `for (const storage of [localStorage, sessionStorage]) storage.setItem("sla-planner.plan", '{"schema":99,"tickets":[1]}')`,
  );
  await check.driver.reload();
  await expect(check.driver.page.locator("#main .notice[role=alert]")).toContainText("另存");
  const kept = await check.driver.evaluate(
    "Object.entries(localStorage).filter(([key]) => key.startsWith('sla-planner.plan.aside.')).map(([, text]) => text)",
  );
  expect(kept).toEqual(['{"schema":99,"tickets":[1]}']);
});

test("refused storage is said", async ({ check }) => {
  await check.open({
    now,
    init: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    },
  });
  await check.enterTime("2026-02-14 17:50");
  await expect(check.driver.page.locator("#main .notice[role=alert]")).toContainText("重新载入后输入会丢失");
});

test.describe("without WebAssembly", () => {
  const open = async (browser, baseURL, setting) => {
    const context = await browser.newContext({ baseURL, ...setting });
    const page = await context.newPage();
    return page;
  };

  test("the contract is readable without scripts", async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL, { javaScriptEnabled: false });
    await page.goto("/");
    await expect(page.getByText("P2 中")).toHaveCount(2);
    await expect(page.getByText("8 小时", { exact: true }).first()).toBeVisible();
    await expect(page.locator("noscript p")).toBeVisible();
    await expect(page.locator("noscript p")).toContainText("The countdown needs JavaScript");
    await expect(page.locator("#time")).toBeVisible();
    await page.context().close();
  });

  for (const [lang, said] of [["zh-CN", "计算器没有载入"], ["en", "The calculator did not load"]]) {
    test(`a failure to load is said (${lang})`, async ({ browser, baseURL }) => {
      const page = await open(browser, baseURL, { locale: lang });
      await page.route("**/*.wasm", (route) => route.abort());
      await page.goto("/");
      await expect(page.locator("#failed")).toBeVisible();
      await expect(page.locator("#failed")).toContainText(said);
      await expect(page.locator(".five")).toBeVisible();
      await page.context().close();
    });
  }
});
