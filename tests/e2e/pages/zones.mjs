// The time zones of a ticket and the picker they are chosen with, as a person sees and uses them.
import { CheckPage } from "./check.mjs";

const one = (text) => text.replace(/\s+/g, " ");

export class ZonesPage extends CheckPage {
  /** Has a ticket with an answer, below which the zones stand. */
  async ask(time = "2026-02-14 17:50", priority = "P2") {
    await this.enterTime(time);
    await this.choosePriority(priority);
    await this.driver.appear("#zones");
  }

  /** What stands of `ticket` or `viewer`: city and offset. */
  async zone(role) {
    return one(`${await this.driver.text(`#zone-of-${role} strong`)} ${await this.driver.text(`#zone-of-${role} dd .soft`)}`);
  }

  /** What stands of the zone that the contract fixes. */
  async serviceZone() {
    return one(await this.driver.text("#zones .zone:first-child"));
  }

  /** Opens the picker of `ticket` or `viewer`, and waits for its list. */
  async change(role) {
    await this.driver.click(`#zone-of-${role} button`);
    await this.driver.appear("#zone-list li, #zone-retry");
  }

  async search(text) {
    await this.driver.type("#zone-search", text);
  }

  /** The rows found: place, offset and time. */
  async found() {
    return (await this.driver.texts("#zone-list li")).map(one);
  }

  /** The row that Enter would choose. */
  async marked() {
    const selector = "#zone-list li[aria-selected=true]";
    return (await this.driver.count(selector)) ? one(await this.driver.text(selector)) : null;
  }

  async pick(place) {
    await this.driver.click(`#zone-list li:nth-child(${place + 1})`);
  }

  /** Chooses the zone nobody has to choose. */
  async reset() {
    await this.driver.click("#zone-reset");
  }

  async retry() {
    await this.driver.click("#zone-retry");
    await this.driver.appear("#zone-list li");
  }

  async pickerIsOpen() {
    return (await this.driver.count("dialog.picker[open]")) > 0;
  }

  /** What the picker says instead of rows. */
  async said() {
    return (await this.driver.texts("dialog.picker [role=status]")).map(one).filter(Boolean).join(" ");
  }

  /** That clocks change meanwhile; empty where they do not. */
  async clockChange() {
    return (await this.driver.count("#zone-change")) ? one(await this.driver.text("#zone-change")) : "";
  }
}
