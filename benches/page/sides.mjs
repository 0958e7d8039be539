// How each of the two pages is used; README.md says which marks they make.

/** The page without a framework. */
export const van = {
  name: "vanilla",
  path: "/van/",
  accept: "",
  keeps: false,
  search: "#text",
  rows: "#frame",
  sort: (page) => page.click("[data-column=resolution]"),
  readings: ["working-time", "mixed", "all-hours"],
  /** Puts the focus on a row. */
  enter: async (page) => {
    await page.fill("#text", "");
    await page.focus("#body [tabindex='0']");
  },
  read: (page, reading) => page.selectOption("#clock", reading),
};

/** The planner's board. A reading is changed as the details change it: by a wish told to the main program. */
export const board = {
  name: "board",
  path: "/#/board",
  accept: "#intake-take",
  keeps: true,
  search: "#search",
  rows: "#tickets",
  sort: (page) => page.click("#tickets .head .ticket-clock:nth-last-of-type(2) button"),
  enter: async (page) => {
    await page.fill("#search", "");
    await page.focus("#tickets .ticket-number[tabindex='0']");
  },
  readings: ["working-time", "mixed", "all-hours"],
  read: (page, clock) =>
    page.evaluate((clock) => {
      bench.started = performance.now();
      const detail = `edit ${JSON.stringify({ edit: "read", readings: { clock } })}`;
      document.dispatchEvent(new CustomEvent("sla-planner:wish", { detail }));
    }, clock),
};
