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
  },
  marked: async (check) => {
    await states.answered(check);
    await check.markNow("replied");
    await check.markAt("confirmed", "2026-02-24 10:00");
    await check.driver.click("#event-resolved button.quiet");
    await check.driver.type("#resolved-at", "soon");
  },
  "another time": async (check) => {
    await states.answered(check);
    await check.driver.appear("#difference");
    await check.driver.type("#shown", "2026-02-24 11:00");
  },
  contradictory: async (check) => {
    await states.answered(check);
    await check.markAt("replied", "2026-02-14 17:00");
  },
  "long overdue": async (check) => {
    await check.enterTime("2023-01-05 09:00");
    await check.choosePriority("P0");
  },
  provisional: async (check) => {
    await check.enterTime("2026-12-31 17:00");
    await check.choosePriority("P4");
    await check.read("r1", "working-time");
  },
};
