// Why another system shows another time, as a person sees and uses it.
import { CheckPage } from "./check.mjs";

const one = (text) => text.replace(/\s+/g, " ");

export class DifferencePage extends CheckPage {
  /** Has a ticket with an answer, on working time. */
  async ask(time = "2026-02-14 17:50", priority = "P2") {
    await this.enterTime(time);
    await this.choosePriority(priority);
    await this.driver.appear("#difference");
    await this.read("r1", "working-time");
  }

  /** Enters the time that another system shows for `response` or `resolution`. */
  async shown(text, target = "response") {
    await this.driver.click(`label:has(input[name=difference][value=${target}])`);
    await this.driver.type("#shown", text);
  }

  /** How the time was understood. */
  async understood() {
    return one(await this.driver.text("#shown-says"));
  }

  async result() {
    return one(await this.driver.text("#difference-result"));
  }

  /** The ways, each as one line of text. */
  async ways() {
    return (await this.driver.texts(".way")).map(one);
  }

  /** Reads the contract as the way at `place` does. */
  async readSo(place) {
    await this.driver.click(`.way:nth-child(${place + 1}) button`);
  }
}
