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

/** The planner's board. */
export const board = {
  name: "board",
  path: "/#/board",
  accept: "[data-act=take]",
  keeps: true,
  search: "#board-search",
  rows: "#board-rows",
  sort: (page) => page.click("[data-order=due-1]"),
  enter: async (page) => {
    await page.fill("#board-search", "");
    await page.focus("#board-rows [tabindex='0']");
  },
  readings: [],
  read: () => {},
};
