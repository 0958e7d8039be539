// The timeline of a clock, as a person sees and uses it.

import { CheckPage } from "./check.mjs";

const one = (text) => text.replace(/\s+/g, " ").trim();

export class TimelinePage extends CheckPage {
  /** The words of a drawing, which are no elements of a page's text. */
  async #words(selector) {
    const found = `[...document.querySelectorAll("#timeline-drawing ${selector}")]`;
    return (await this.driver.evaluate(`${found}.map((text) => text.textContent)`)).map(one);
  }

  /** Waits until it is drawn. */
  async ready() {
    await this.driver.attribute("#timeline-drawing path.now", "d");
  }

  /** Explains `response` or `resolution`. */
  async explain(clock) {
    await this.driver.click(`input[name=why][value=${clock}]`);
  }

  async zoom(key) {
    await this.driver.click(`input[name=zoom][value="${key}"]`);
  }

  async zoomed() {
    return this.driver.attribute("input[name=zoom]:checked", "value");
  }

  async toggleTrueScale() {
    await this.driver.click("#true-scale");
  }

  /** The tags beside the rows, in the order of their places: `17:50 提交`. */
  async tags() {
    const tags = await this.driver.texts(".stage .tag");
    return tags.map(one).sort();
  }

  async spoken(kind) {
    return this.driver.attribute(`.tag[data-kind=${kind}]`, "aria-label");
  }

  /** What is written between the rows, such as what is folded. */
  async notes() {
    return this.#words(".note");
  }

  /** The names of the rows and axes. */
  async names() {
    return this.#words(".name");
  }

  async dates() {
    return this.#words(".date");
  }

  /** The symbols of the levels that are shown. */
  async levels() {
    return this.driver.evaluate(
      `[...document.querySelectorAll("#timeline-drawing use.level")].map((use) => use.getAttribute("href"))`,
    );
  }

  /** The patterns of the rows, each once. */
  async patterns() {
    const fills = await this.driver.evaluate(
      `[...document.querySelectorAll("#timeline-drawing .seg")].map((path) => path.getAttribute("fill"))`,
    );
    return [...new Set(fills)].sort();
  }

  async legend() {
    return (await this.driver.texts(".legend li")).map(one);
  }

  async magnified() {
    return (await this.driver.count("#timeline-inset")) > 0;
  }

  async clockChanges() {
    return (await this.driver.count("#timeline-changes:not(:empty)")) ? one(await this.driver.text("#timeline-changes")) : "";
  }

  async readout() {
    return one(await this.driver.text("#timeline-readout"));
  }

  /** What a screen reader says of the cursor. */
  async cursor() {
    const attribute = (name) => this.driver.attribute("#timeline-cursor", name);
    return { says: await attribute("aria-valuetext"), runs: await attribute("aria-orientation") };
  }

  async press(...keys) {
    await this.driver.evaluate(`document.getElementById("timeline-cursor").focus()`);
    for (const key of keys) await this.driver.press(key);
  }

  /** Presses keys on the handle of `submitted`, `confirmed`, `assumed`, `pause-start` or `pause-end`. */
  async pressOn(kind, ...keys) {
    await this.driver.evaluate(`document.querySelector(".handle[data-kind=${kind}]").focus()`);
    for (const key of keys) await this.driver.press(key);
  }

  async drag(kind, right, down = 0) {
    await this.driver.drag(`.handle[data-kind=${kind}]`, right, down);
  }

  /** Points at the clock's row, at a share of the drawing's width. */
  async pointAt(share) {
    await this.driver.hover(".stage", share, 0.5);
  }

  /** Whether a stretch of the ledger is lit. */
  async lit() {
    return Boolean(await this.driver.attribute("#timeline-drawing path.lit", "d"));
  }

  /** Where now is. */
  async now() {
    return {
      path: await this.driver.attribute("#timeline-drawing path.now", "d"),
      says: (await this.#words("text.now"))[0],
    };
  }

  async state() {
    return this.driver.attribute("#timeline-drawing", "data-state");
  }
}
