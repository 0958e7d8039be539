// Handing a ticket on and opening what was handed on, as a person sees and does it.
import { CheckPage } from "./check.mjs";

const one = (text) => text.replace(/\s+/g, " ");

export class SharePage extends CheckPage {
  /** Opens the dialog. */
  async share() {
    await this.driver.press("s");
    await this.driver.appear("#share[open] .open-file");
  }

  /** The link in the dialog; none where there is none. */
  async link() {
    return (await this.driver.count("#share-link")) ? this.driver.value("#share-link") : null;
  }

  async dialog() {
    return one(await this.driver.text("#share"));
  }

  async includeReasons() {
    await this.driver.click("#share-reasons");
  }

  /** The text of the file that the dialog offers. */
  async file() {
    const address = await this.driver.attribute("#share-file", "href");
    return decodeURIComponent(address.slice(address.indexOf(",") + 1));
  }

  async close() {
    await this.driver.press("Escape");
  }

  /** Goes to another fragment, as when a link is pasted into the address bar. */
  async goTo(fragment) {
    await this.driver.evaluate(`void (location.hash = ${JSON.stringify(fragment)})`);
  }

  async visited() {
    await this.driver.appear("#visit");
  }

  async visiting() {
    return (await this.driver.count("#visit")) > 0;
  }

  /** What is said about the sender's answer. */
  async note() {
    return one(await this.driver.text("#note"));
  }

  async copyToMine() {
    await this.driver.click("#copy-to-mine");
  }

  async backToMine() {
    await this.driver.click("#back-to-mine, #refused button");
  }

  /** Why a link is refused. */
  async refusal() {
    await this.driver.appear("#refused");
    return one(await this.driver.text("#refused"));
  }

  async isRefused() {
    return (await this.driver.count("#refused")) > 0;
  }

  /** Everything the browser keeps for the page. */
  async kept() {
    return this.driver.evaluate("JSON.stringify(Object.entries(localStorage).sort())");
  }

  async fragment() {
    return this.driver.evaluate("location.hash");
  }

  /** The fields and buttons of the ticket that could be used. */
  async usable() {
    return this.driver.evaluate(
      `[...document.querySelectorAll("#main :is(.ask, #events, .reading) :is(input, select, button)")]
        .filter((field) => !field.matches(":disabled")).map((field) => field.id || field.name || field.textContent)`,
    );
  }
}
