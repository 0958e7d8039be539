// Handing the answer on: the calendar file and the paper, as a person gets them.
import { CheckPage } from "./check.mjs";

export class HandOnPage extends CheckPage {
  /** Has a ticket with an answer, and the details below it. */
  async ask(time = "2026-02-14 17:50", priority = "P2") {
    await this.enterTime(time);
    await this.choosePriority(priority);
    await this.driver.appear("#events");
    // The details tell that they listen with the next frame.
    await this.driver.advance(1);
  }

  /** Records what happened at a time, by its name in the page's language. */
  async happened(kind, when) {
    await this.driver.click("#add-at");
    const value = await this.driver.evaluate(
      `[...document.querySelector("#add-kind").options].find((option) => option.text === ${JSON.stringify(kind)}).value`,
    );
    await this.driver.select("#add-kind", value);
    await this.driver.type("#add-moment", when);
    await this.driver.click(".add-at .moment button.key");
  }

  /** Saves the calendar file; gives its name and its text. */
  async saveCalendar() {
    return this.driver.download(() => this.driver.click(".hand-on [data-command=calendar]"));
  }

  /** What the page says it did. */
  async said() {
    await this.driver.advance(1);
    return (await this.driver.texts(".said, #said")).filter(Boolean).join(" ");
  }
}
