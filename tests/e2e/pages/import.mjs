// Importing tickets onto the board, as a person sees and does it.
import { KeptPage } from "./kept.mjs";

const one = (text) => text.replace(/\s+/g, " ").trim();
const number = (text) => Number(text.replace(/[^0-9]/g, ""));

export class ImportPage extends KeptPage {
  /** Pastes a text anywhere on the board. */
  async pasteAnywhere(text) {
    await this.driver.pasteAnywhere(text);
  }

  /** Pastes it as it is, to be looked at first. */
  async pastePlain(text) {
    await this.driver.pasteAnywhere(text, "Control+Shift+V");
  }

  /** Drops a file anywhere on the board. */
  async drop(name, bytes) {
    await this.driver.drop("#board", name, bytes);
  }

  /** Chooses a file in the dialog, or on the empty board. */
  async chooseFile(name, content) {
    await this.driver.choose("#intake-file, #invitation-file", name, content);
  }

  /** Opens the dialog of a board that has tickets. */
  async openImport() {
    await this.driver.click("#open-import");
    await this.driver.until("#intake[open] #intake-paste");
  }

  /** Waits until all rows are read. */
  async wasRead() {
    await this.driver.until("#intake[open] #intake-good dd");
  }

  async opened() {
    return (await this.driver.count("#intake[open]")) > 0;
  }

  /** Waits until the dialog is closed. */
  async closed() {
    await this.driver.until("#intake:not([open])");
  }

  /** The system that was recognised, the separator, the encoding, the rows. */
  async about() {
    return one(await this.driver.text("#intake-about"));
  }

  /** How many rows can be taken, are bad, and are no tickets. */
  async counts() {
    const counts = await this.driver.texts(".intake-counts dd");
    return counts.map(number);
  }

  /** What becomes of the tickets on the board. */
  async merged() {
    return one(await this.driver.text("#intake-merged"));
  }

  /** A field: the name of its column, why, and what stands in each sample and what it is understood as. */
  async column(field) {
    const row = `tr[data-field=${field}]`;
    const chosen = await this.driver.evaluate(`document.querySelector("${row} select").selectedOptions[0]?.textContent`);
    const [why, ...samples] = (await this.driver.texts(`${row} td:not(:has(select))`)).map(one);
    return { column: chosen, why, samples };
  }

  /** Takes the column of this name for a field; none, without one. */
  async chooseColumn(field, name) {
    const select = `tr[data-field=${field}] select`;
    if (!(await this.driver.count(`#intake-columns ${select}`))) await this.unfold("intake-other");
    await this.driver.select(select, name ? { label: name } : "");
    await this.wasRead();
  }

  async unfold(id) {
    if ((await this.driver.attribute(`#${id}`, "open")) === null) await this.driver.click(`#${id} > summary`);
  }

  /** Says which priority the `place`th word stands for. */
  async choosePriority(place, rank) {
    await this.driver.select(`#intake-priorities-${place}`, String(rank));
    await this.wasRead();
  }

  /** The words of `priorities` or `statuses`, each with what it stands for. */
  async words(kind) {
    await this.unfold(`intake-${kind}`);
    const rows = await this.driver.count(`#intake-${kind} tbody tr`);
    const words = [];
    for (let place = 0; place < rows; place += 1) {
      const row = `#intake-${kind} tbody tr:nth-child(${place + 1})`;
      const meaning = await this.driver.evaluate(`document.querySelector("${row} select").selectedOptions[0]?.textContent`);
      words.push([one(await this.driver.text(`${row} th`)), meaning]);
    }
    return words;
  }

  async chooseNoPriority(rank) {
    await this.driver.select("#no-priority", String(rank));
    await this.wasRead();
  }

  async chooseOrder(field, first) {
    await this.driver.select(`#order-${field}`, { day: "0", month: "1" }[first]);
    await this.wasRead();
  }

  /** The zone of times without one, why, and an example; none where it is not asked. */
  async zone() {
    return (await this.driver.count("#intake-zone")) ? one(await this.driver.text("#intake-zone")) : null;
  }

  /** Looks for a zone and takes the first that is found. */
  async chooseZone(query) {
    await this.driver.click("#change-zone");
    await this.driver.until("#intake-zones-search");
    await this.driver.type("#intake-zones-search", query);
    await this.driver.until("#intake-zones-list [role=option]");
    await this.driver.press("Enter");
    await this.wasRead();
  }

  async countReplies() {
    await this.driver.click("#reply-confirms");
    await this.wasRead();
  }

  /** The bad rows that are listed: line, column, content, reason, what to do. */
  async badRows() {
    const rows = await this.driver.count("#intake-bad tbody tr");
    const cells = (await this.driver.texts("#intake-bad tbody :is(th, td)")).map(one);
    return Array.from({ length: rows }, (_, row) => cells.slice(row * 5, row * 5 + 5));
  }

  /** The name and the text of the file of bad rows. */
  async saveBad() {
    return this.driver.download(() => this.driver.click("#save-bad"));
  }

  /** What stands in a folded list: `cautions`, `skipped` or `conflicts`. */
  async list(id) {
    if (!(await this.driver.count(`#intake-${id}`))) return [];
    await this.unfold(`intake-${id}`);
    return (await this.driver.texts(`#intake-${id} li`)).map(one);
  }

  /** Why nothing can be read. */
  async fault() {
    await this.driver.until("#intake-fault:not(:empty)");
    return one(await this.driver.text("#intake-fault"));
  }

  async takeThem() {
    await this.driver.click("#intake-take");
  }

  async cancel() {
    await this.driver.click("#intake-cancel");
    await this.closed();
  }

  /** Has what is pasted next cancelled as soon as its progress is shown: reading may take less time than a look. */
  async cancelNext() {
    await this.driver.evaluate(`{
      const observer = new MutationObserver(() => {
        const cancel = document.querySelector("#intake-progress") && document.querySelector("#intake-cancel");
        if (!cancel) return;
        observer.disconnect();
        cancel.click();
        document.documentElement.dataset.cancelled = "yes";
      });
      observer.observe(document, { subtree: true, childList: true });
    }`);
  }

  async cancelled() {
    await this.driver.until("html[data-cancelled]");
    await this.closed();
  }

  /** What was done, while there is something more to be seen. */
  async taken() {
    await this.driver.until("#intake-taken");
    return one(await this.driver.text("#intake-taken"));
  }

  /** Whether it asks to replace what is looked at. */
  async asks() {
    return (await this.driver.count("#intake-replace")) > 0;
  }

  async answer(replace) {
    await this.driver.click(replace ? "#intake-replace" : "#intake-keep");
  }

  async tryExamples() {
    await this.driver.click("#examples");
  }

  async template() {
    return this.driver.download(() => this.driver.click("#template"));
  }
}
