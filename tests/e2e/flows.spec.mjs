import { expect, test } from "@playwright/test";

import { PlaywrightDriver } from "./driver/playwright.mjs";
import { flows } from "./flows/check.mjs";
import { CheckPage } from "./pages/check.mjs";

for (const { name, setting, run } of flows) {
  test(name, async ({ browser, baseURL }) => {
    const page = new CheckPage(new PlaywrightDriver(browser, baseURL));
    await page.open(setting);
    await run(page);
    expect(await page.driver.close()).toEqual([]);
  });
}
