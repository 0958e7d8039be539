// Importing, as only this browser can tell: what axe finds, and that nothing leaves the frame.
import AxeBuilder from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";

import { PlaywrightDriver } from "./driver/playwright.mjs";
import { ImportPage } from "./pages/import.mjs";

const test = base.extend({
  board: async ({ browser, baseURL }, use) => {
    const board = new ImportPage(new PlaywrightDriver(browser, baseURL));
    await use(board);
    expect(await board.driver.close()).toEqual([]);
  },
});

const now = "2026-11-24T10:00:00+08:00";
const asking = "Nr;Titel;Wann;Wie dringend;Priority;Status;First response\n1;=a;03/11/2026 09:50;x;sehr;Open;\n2;b;05/11/2026 09:30;;;On Hold;soon\n3;c;46067.5;;High;Open;\n";

/** What can be seen of an import, one after the other. */
const states = {
  empty: async () => {},
  asking: async (board) => board.pastePlain("what is this"),
  found: async (board) => {
    await board.pasteAnywhere(asking);
    await board.wasRead();
    await board.chooseColumn("created", "Wann");
    await board.unfold("intake-other");
    await board.unfold("intake-statuses");
  },
  replacing: async (board) => board.pasteAnywhere(asking),
  taken: async (board) => {
    await board.answer(true);
    await board.wasRead();
    await board.cancel();
    await board.pasteAnywhere("id,created,priority\n1,2026-11-24T09:00:00Z,High\n2,soon,High\n");
    await board.wasRead();
    await board.takeThem();
    await board.taken();
  },
};

for (const lang of ["zh-CN", "en"]) {
  for (const scheme of ["light", "dark"]) {
    for (const width of [1280, 390]) {
      test(`axe finds nothing in an import: ${lang}, ${scheme}, ${width} px`, async ({ board }) => {
        await board.open({ now, lang, scheme, width, zone: "America/New_York" });
        for (const [state, reach] of Object.entries(states)) {
          await reach(board);
          const { page } = board.driver;
          // Axe waits by timers.
          await page.clock.resume();
          const { violations } = await new AxeBuilder({ page }).analyze();
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`);
          expect(found, state).toEqual([]);
          const wide = await page.evaluate(() => {
            const shown = document.querySelector("dialog[open]") ?? document.documentElement;
            return shown.scrollWidth - shown.clientWidth;
          });
          expect(wide, state).toBeLessThanOrEqual(0);
          if (process.env.SHOTS) {
            await page.screenshot({ path: `${process.env.SHOTS}/import-${state}-${lang}-${scheme}-${width}.png`, fullPage: true });
          }
        }
      });
    }
  }
}
