// The board as a person sees and uses it. Tickets come onto it by a plan file.
import { KeptPage } from "./kept.mjs";

const one = (text) => text.replace(/\s+/g, " ").trim();
const row = (number) => `.tickets-body [role=row]:not([hidden]):has(a:text-is("${number}"))`;

export class BoardPage extends KeptPage {
  /** Puts tickets, the lines of a plan file, onto the board. */
  async put(text, tickets) {
    await this.importPlan(text);
    await this.until(tickets);
  }

  /** The numbers of the rows in sight, from the top. */
  async numbers() {
    return this.driver.evaluate(`[...document.querySelectorAll(".tickets-body [role=row]:not([hidden])")]
      .sort((a, b) => a.ariaRowIndex - b.ariaRowIndex)
      .map((row) => row.querySelector("a").textContent)`);
  }

  /** How many rows are in the document, in sight or not. */
  async rows() {
    return this.driver.count(".tickets-body [role=row]");
  }

  /** How many rows the table says it has, with its head. */
  async rowCount() {
    return Number(await this.driver.attribute("#tickets [role=table]", "aria-rowcount"));
  }

  /** A part of the row of a ticket: `state`, `next`, `clock`, `rank`, `used`. */
  async part(number, part) {
    return one(await this.driver.text(`${row(number)} .ticket-${part}`));
  }

  /** The parts of both clocks of a ticket. */
  async clocks(number) {
    return (await this.driver.texts(`${row(number)} .ticket-clock`)).map(one);
  }

  /** The tickets in sight that have no room for all they say, below or beside. */
  async cut() {
    return this.driver.evaluate(`[...document.querySelectorAll(".tickets-body > .ticket:not([hidden])")]
      .filter((row) => [row, ...row.querySelectorAll(".ticket-clock small")].some(({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
        scrollHeight > clientHeight || scrollWidth > clientWidth))
      .map((row) => row.querySelector(".ticket-number").textContent)`);
  }

  /** The line that says what matters now. */
  async line() {
    return one(await this.driver.text(".now-line"));
  }

  async sortBy(column) {
    await this.driver.click(`.tickets-head .ticket-${column} button`);
    await this.driver.until(`.tickets-head .ticket-${column}[aria-sort]`);
  }

  async sorted(column) {
    return this.driver.attribute(`.tickets-head .ticket-${column}`, "aria-sort");
  }

  async search(text) {
    await this.driver.type("#search", text);
  }

  /** The facets with their counts: `违约 1`. */
  async facets() {
    return (await this.driver.texts(".facet:not([hidden])")).map(one);
  }

  async facet(key) {
    await this.driver.click(`[data-facet="${key}"]`);
  }

  /** What is said of how many there are. */
  async count() {
    return one(await this.driver.text(".above .count"));
  }

  async pick(number) {
    await this.driver.click(`${row(number)} input`);
  }

  /** How many are said to be selected. */
  async selected() {
    return (await this.driver.count(".actions strong")) ? one(await this.driver.text(".actions strong")) : "";
  }

  /** Does something to what is selected; what is said then. */
  async deed(deed) {
    return this.#said(() => this.driver.click(`[data-deed="${deed}"]`));
  }

  async undo() {
    return this.#said(() => this.driver.click("#board-undo"));
  }

  async redo() {
    return this.#said(() => this.driver.click("#board-redo"));
  }

  /** Does what is done by a key; what is said then. */
  async byKey(key) {
    return this.#said(() => this.driver.press(key));
  }

  async #said(act) {
    const change = `new Promise((resolve) => {
      const said = document.querySelector(".outcome");
      const observer = new MutationObserver(() => { observer.disconnect(); resolve(said.textContent); });
      observer.observe(said, { subtree: true, childList: true, characterData: true });
      window.done = true;
    })`;
    const said = this.driver.evaluate(change);
    await act();
    return one(await said);
  }

  /** Puts the focus on a ticket's row. */
  async focus(number) {
    await this.driver.evaluate(`[...document.querySelectorAll(".tickets-body a")].find((link) => link.textContent === ${JSON.stringify(number)}).focus()`);
  }

  /** The number of the row that has the focus. */
  async focused() {
    return this.driver.evaluate("document.activeElement.matches('.ticket-number') ? document.activeElement.textContent : ''");
  }

  /** Whether the order is said to have changed. */
  async stale() {
    return (await this.driver.count("#reorder")) > 0;
  }

  async reorder() {
    await this.driver.click("#reorder");
  }

  /** Waits until the rows in sight are these. */
  async shows(numbers) {
    await this.driver.evaluate(`new Promise((resolve) => {
      const wanted = ${JSON.stringify(numbers.join())};
      const look = () => {
        const rows = [...document.querySelectorAll(".tickets-body [role=row]:not([hidden])")];
        const shown = rows.sort((a, b) => a.ariaRowIndex - b.ariaRowIndex).map((row) => row.querySelector("a").textContent);
        if (shown.join() !== wanted) return false;
        observer.disconnect();
        resolve();
        return true;
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      look();
    })`);
  }

  async saveView(name) {
    await this.driver.click("#save-view");
    await this.driver.type("#view-name", name);
    await this.driver.press("Enter");
    await this.driver.until(`#view option:text-is("${name}")`);
  }

  async chooseView(name) {
    await this.driver.select("#view", name);
  }

  /** Opens a ticket in Check; waits until it is answered there. */
  async openInCheck(number) {
    await this.driver.click(`${row(number)} a`);
    await this.driver.until("html[data-view=check] #to-board");
  }

  /** Keeps the ticket in Check on the board; waits until that is said. */
  async keep(name) {
    if (name !== undefined) await this.driver.type("#ticket-name", name);
    await this.driver.click("#to-board");
    await this.driver.until(".to-board p:not(:empty)");
    return one(await this.driver.text(".to-board p"));
  }

  async view(view) {
    await this.driver.click(`#views a[data-view=${view}]`);
    await this.driver.until(`html[data-view=${view}]`);
  }

  /** By how many pixels the page is wider than the window. */
  async overflow() {
    return this.driver.evaluate("document.documentElement.scrollWidth - innerWidth");
  }
}
