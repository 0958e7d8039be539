import { expect, test } from "@playwright/test";

import { PlaywrightDriver } from "./driver/playwright.mjs";
import { flows as boardFlows } from "./flows/board.mjs";
import { flows as calendarFlows } from "./flows/calendar.mjs";
import { flows as checkFlows } from "./flows/check.mjs";
import { flows as detailFlows } from "./flows/details.mjs";
import { flows as differenceFlows } from "./flows/difference.mjs";
import { flows as importFlows } from "./flows/import.mjs";
import { flows as keptFlows } from "./flows/kept.mjs";
import { flows as outFlows } from "./flows/out.mjs";
import { flows as paperFlows } from "./flows/paper.mjs";
import { flows as shareFlows } from "./flows/share.mjs";
import { flows as timelineFlows } from "./flows/timeline.mjs";
import { flows as warningFlows } from "./flows/warnings.mjs";
import { flows as zoneFlows } from "./flows/zones.mjs";
import { BoardPage } from "./pages/board.mjs";
import { CheckPage } from "./pages/check.mjs";
import { DifferencePage } from "./pages/difference.mjs";
import { HandOnPage } from "./pages/hand_on.mjs";
import { ImportPage } from "./pages/import.mjs";
import { KeptPage } from "./pages/kept.mjs";
import { OutPage } from "./pages/out.mjs";
import { PaperPage } from "./pages/paper.mjs";
import { SharePage } from "./pages/share.mjs";
import { TimelinePage } from "./pages/timeline.mjs";
import { WarningsPage } from "./pages/warnings.mjs";
import { ZonesPage } from "./pages/zones.mjs";

const suites = [
  ["check", checkFlows, CheckPage],
  ["details", detailFlows, CheckPage],
  ["timeline", timelineFlows, TimelinePage],
  ["zones", zoneFlows, ZonesPage],
  ["difference", differenceFlows, DifferencePage],
  ["calendar", calendarFlows, HandOnPage],
  ["paper", paperFlows, PaperPage],
  ["share", shareFlows, SharePage],
  ["board", boardFlows, BoardPage],
  ["kept", keptFlows, KeptPage],
  ["out", outFlows, OutPage],
  ["warnings", warningFlows, WarningsPage],
  ["import", importFlows, ImportPage],
];

for (const [suite, flows, View] of suites) {
  test.describe(suite, () => {
    for (const { name, setting, run } of flows) {
      test(name, async ({ browser, baseURL }) => {
        const page = new View(new PlaywrightDriver(browser, baseURL));
        await page.open(setting);
        await run(page);
        expect(await page.driver.close()).toEqual([]);
      });
    }
  });
}
