// What the board hands out: the table, what is to come, and how promises were kept.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

import { plan } from "../kept/plan.mjs";
import { KeptPage } from "./kept.mjs";

const one = (text) => text.replace(/\s+/g, " ").trim();
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The cells of a CSV file, by their heads. */
export const cells = (text) => {
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const row = rows.at(-1);
    const letter = text[at];
    if (quoted && letter === '"' && text[at + 1] === '"') row[row.length - 1] += text[(at += 1)];
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === ",") row.push("");
    else if (!quoted && text.startsWith("\r\n", at)) {
      rows.push([""]);
      at += 1;
    } else row[row.length - 1] += letter;
  }
  rows.pop();
  const [heads, ...lines] = rows;
  return lines.map((line) => Object.fromEntries(line.map((cell, place) => [heads[place], cell])));
};

export class OutPage extends KeptPage {
  /** Waits until `look` finds something true; the page's own clock stands still meanwhile. */
  async waitFor(look, what) {
    for (let turn = 0; turn < 300; turn += 1) {
      const found = await look();
      if (found) return found;
      await pause(50);
    }
    throw new Error(`waited for ${what}`);
  }

  /** Has these tickets, given as lines of a plan file, on the board. */
  async bring(lines) {
    await this.choosePlan("plan.slaplan", plan(lines));
    await this.driver.click("#plan-merge");
    await this.waitFor(async () => {
      const said = (await this.driver.texts("#plan-said")).join("");
      return said && !said.includes("%");
    }, "the plan to be taken");
    await this.close();
    await this.waitFor(async () => (await this.tickets()) === lines.length, "the tickets");
    await this.driver.advance(2);
  }

  /** What the page says it did. */
  async said() {
    return this.waitFor(async () => one((await this.driver.texts("#out-said")).join("")), "something said");
  }

  async saveCsv() {
    return this.driver.download(() => this.driver.click("#save-csv"));
  }

  async saveCalendar() {
    return this.driver.download(() => this.driver.click("#save-calendar"));
  }

  /** Has a file of CSV written, and stops that at once. */
  async saveCsvAndStop() {
    await this.driver.evaluate(`(async () => {
      document.querySelector("#save-csv").click();
      await new Promise((resolve) => queueMicrotask(resolve));
      while (!document.querySelector("#stop-writing")) await null;
      document.querySelector("#stop-writing").click();
    })()`);
  }

  async search(text) {
    await this.driver.type("#search", text);
    await this.driver.advance(1);
  }

  /** Selects the rows of these numbers. */
  async pick(...numbers) {
    for (const number of numbers) {
      const rows = await this.driver.texts("[role=row]");
      const place = rows.findIndex((text) => text.includes(number));
      await this.driver.evaluate(`document.querySelectorAll("[role=row]")[${place}].querySelector("input").click()`);
    }
  }

  async openSummary() {
    await this.driver.click("#open-summary");
    await this.driver.until(".promises");
  }

  async closeSummary() {
    await this.driver.click("#close-summary");
  }

  /** Sums up the tickets of a period, by its key. */
  async sumUp(period) {
    await this.driver.select("#summary-period", period);
    await this.driver.until(".promises, .summary .soft");
  }

  /** The rows of the figures: the name of the target, then what stands in each cell. */
  async figures() {
    const rows = await this.driver.evaluate(
      `[...document.querySelectorAll(".promises")].map((table) => [...table.tBodies[0].rows].map((row) =>
        [...row.cells].map((cell) => [...cell.childNodes]
          .filter((node) => !node.matches?.(".cell, .printed")).map((node) => node.textContent).join(""))))`,
    );
    return rows.map((table) => table.map((row) => row.map(one)));
  }

  async summary() {
    return one(await this.driver.text("#summary"));
  }

  async saveSummary() {
    return this.driver.download(() => this.driver.click("#csv-summary"));
  }

  /** Copies the summary; gives what is on the clipboard. */
  async copySummary() {
    await this.driver.click("#copy-summary");
    await this.said();
    return this.driver.evaluate("navigator.clipboard.readText()");
  }

  /** Prints the page; gives the text of each sheet, without spaces: a PDF does not tell where words end. */
  async print() {
    const data = new Uint8Array(await this.driver.pdf());
    const task = getDocument({ data, useSystemFonts: true, verbosity: 0 });
    const pdf = await task.promise;
    const sheets = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      sheets.push(items.map(({ str }) => str).join("").replace(/\s+/g, ""));
    }
    await task.destroy();
    return sheets;
  }

  /** Imports a CSV file onto the empty board; gives how many rows were taken, were bad, and were skipped. */
  async importCsv(name, text) {
    await this.driver.choose("#invitation-file", name, text);
    await this.driver.until(".intake-counts dd");
    const counts = (await this.driver.texts(".intake-counts dd")).map(Number);
    await this.driver.click("#intake-take");
    return counts;
  }

  /** Deletes everything. */
  async clear() {
    await this.askToClear();
    await this.driver.click("#clear-everything");
    await this.waitFor(async () => (await this.tickets()) === 0, "an empty board");
  }
}
