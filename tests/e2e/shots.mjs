// Screenshots of every view and state at 1280 and 390 px, light and dark, Chinese and English, into
// target/shots. With a name, such as `check-answered`, only of that one.
import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";

import { PlaywrightDriver } from "./driver/playwright.mjs";
import { CheckPage } from "./pages/check.mjs";
import { states } from "./pages/states.mjs";
import { serve } from "./server.mjs";
import config from "./playwright.config.mjs";

const only = process.argv[2];
const folder = new URL("../../target/shots/", import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

const server = await serve(new URL("../../dist", import.meta.url).pathname, 0);
const browser = await chromium.launch(config.use.launchOptions);
const origin = `http://127.0.0.1:${server.address().port}`;
const now = "2026-02-24T10:41:07+08:00";
let taken = 0;

for (const [state, reach] of Object.entries(states)) {
  const name = `check-${state.replaceAll(" ", "-")}`;
  if (only && only !== name) continue;
  for (const lang of ["zh-CN", "en"]) {
    for (const scheme of ["light", "dark"]) {
      for (const width of [1280, 390]) {
        const check = new CheckPage(new PlaywrightDriver(browser, origin));
        await check.open({ now, lang, scheme, width, zone: lang === "en" ? "America/New_York" : "Asia/Shanghai" });
        await reach(check);
        const path = `${folder}${name}-${lang.slice(0, 2)}-${scheme}-${width}.png`;
        await check.driver.page.screenshot({ path, fullPage: true });
        await check.driver.close();
        taken += 1;
      }
    }
  }
}

await browser.close();
server.close();
console.log(`${taken} screenshots in target/shots`);
