// The board, and what is kept of it, as a person sees and uses it.
import { content } from "../kept/databases.mjs";

const one = (text) => text.replace(/\s+/g, " ").trim();

export class KeptPage {
  constructor(driver) {
    this.driver = driver;
  }

  /** Opens the board; `now` is an instant with its offset. */
  async open(setting) {
    await this.driver.open({ fragment: "/board", ...setting });
    if (setting.fragment === undefined) await this.settled();
  }

  /** Opens the board in another tab, and goes on there. */
  async tab() {
    await this.driver.tab({ fragment: "/board" });
    await this.settled();
  }

  /** Loads the page anew. */
  async reload() {
    await this.driver.reload();
    await this.settled();
  }

  /** Waits until everything is read, or cannot be. */
  async settled() {
    await this.driver.until("#kept:is([data-state=kept], [data-state=not])");
  }

  /** Waits until everything is kept. */
  async kept() {
    await this.driver.until("#kept[data-state=kept]");
  }

  /** `kept`, or `not`. */
  async state() {
    return this.driver.attribute("#kept", "data-state");
  }

  /** How many tickets are on the board. */
  async tickets() {
    const [count] = await this.driver.texts(".above .count");
    return Number((count ?? "0").replace(/[^0-9]/g, ""));
  }

  /** Waits until there are so many. */
  async until(tickets) {
    const said = String(tickets).replace(/\B(?=(\d{3})+$)/g, "\u202f");
    await this.#when(`(document.querySelector(".above .count")?.textContent ?? "0").match(/[\\d\u202f]+/)?.[0] === "${said}"`);
  }

  /** Waits until an expression holds in the page. */
  async #when(expression) {
    await this.driver.evaluate(`new Promise((resolve) => {
      const look = () => {
        if (!(${expression})) return;
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      look();
    })`);
  }

  /** What is said of a ticket in its row. */
  async row(number) {
    const texts = await this.driver.texts("[role=row]");
    return texts.map(one).find((text) => text.includes(number)) ?? null;
  }

  /** Waits until a ticket's row says `words`: a change is shown when it is written. */
  async says(number, words) {
    const told = [number, words].map((part) => `row.textContent.includes(${JSON.stringify(part)})`).join(" && ");
    await this.#when(`[...document.querySelectorAll("[role=row]")].some((row) => ${told})`);
  }

  /** Chooses a plan file, and waits until it is shown or refused. */
  async choosePlan(name, text) {
    await this.driver.choose("#import-plan", name, text);
    await this.driver.until("#plan-holds, #plan-refused");
  }

  async holds() {
    return one(await this.driver.text("#plan-holds"));
  }

  /** What merging and replacing would do. */
  async ways() {
    return (await this.driver.texts("#plan-file .way p")).map(one);
  }

  async refused() {
    return one(await this.driver.text("#plan-refused"));
  }

  /** Merges what was chosen, or has it take the place of what is here; waits until that is done. */
  async take(how) {
    await this.driver.click(`#plan-${how}`);
    await this.#when(`/[^%]$/.test(document.querySelector("#plan-said")?.textContent ?? "")`);
    const said = one(await this.driver.text("#plan-said"));
    await this.close();
    return said;
  }

  /** Imports a plan file. */
  async importPlan(text, how = "merge", name = "plan.slaplan") {
    await this.choosePlan(name, text);
    return this.take(how);
  }

  async close() {
    await this.driver.click("dialog[open] .dialog-head button");
  }

  /** The name and the text of the plan file. */
  async exportPlan() {
    return this.driver.download(() => this.driver.click("#export-plan"));
  }

  /** What stands in a notice: `not-kept`, `interrupted`, `damaged`, `unopened`; none where there is none. */
  async notice(id) {
    return (await this.driver.count(`#${id}`)) ? one(await this.driver.text(`#${id} p`)) : null;
  }

  async retry() {
    await this.driver.click("#retry");
  }

  /** Asks to clear everything; what it says that would delete. */
  async askToClear() {
    await this.driver.click("#clear-all");
    return one(await this.driver.text("#clears"));
  }

  /** Everything in a database. */
  async stored(name) {
    return this.driver.evaluate(content(name));
  }

  /** The records of tickets, by key. */
  async records(name) {
    const { tickets } = await this.stored(name);
    const lines = tickets.flatMap(([, text]) => text.split("\n").filter(Boolean));
    return Object.fromEntries(lines.map((line) => JSON.parse(line)).map((ticket) => [ticket.key, ticket]));
  }
}
