// The states of the Check view that are looked at: by axe, at every width, in screenshots.

/** The states of the view, each with how it is reached. */
export const states = {
  empty: async () => {},
  "not understood": async (check) => check.enterTime("02/03/2026"),
  "five priorities": async (check) => check.enterTime("2026-02-14 17:50"),
  answered: async (check) => {
    await check.enterTime("2026-02-14 17:50");
    await check.choosePriority("P2");
    await check.read("r1", "working-time");
    await check.details();
  },
  paused: async (check) => {
    await states.answered(check);
    await check.markAt("confirmed", "2026-02-14 17:55");
    await check.markNow("paused");
  },
  marked: async (check) => {
    await states.answered(check);
    await check.markNow("first-reply");
    await check.markAt("confirmed", "2026-02-24 10:00");
    await check.driver.click("#add-at");
    await check.driver.type("#add-moment", "soon");
  },
  "another time": async (check) => {
    await states.answered(check);
    await check.driver.appear("#difference");
    await check.driver.type("#shown", "2026-02-24 11:00");
  },
  contradictory: async (check) => {
    await states.answered(check);
    await check.markAt("first-reply", "2026-02-14 17:00");
  },
  palette: async (check) => {
    await check.driver.press("Control+k");
    await check.driver.until("#palette[open] [role=option]");
  },
  help: async (check) => {
    await check.driver.press("?");
    await check.driver.until("#help[open] table");
  },
  "every reading": async (check) => {
    await states.answered(check);
    await check.driver.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })");
    await check.driver.until(".outcomes tbody tr");
  },
  "long overdue": async (check) => {
    await check.enterTime("2023-01-05 09:00");
    await check.choosePriority("P0");
    await check.details();
  },
  provisional: async (check) => {
    await check.enterTime("2026-12-31 17:00");
    await check.choosePriority("P4");
    await check.read("r1", "working-time");
  },
};
