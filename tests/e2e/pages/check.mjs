// The Check view, as a person sees and uses it.

const clocks = { response: 0, resolution: 1 };

const one = (text) => text.replace(/\s+/g, " ");

export class CheckPage {
  constructor(driver) {
    this.driver = driver;
  }

  /** Opens the page; `now` is an instant with its offset. */
  async open(setting) {
    await this.driver.open(setting);
  }

  async enterTime(text) {
    await this.driver.type("#time", text);
  }

  async paste(text) {
    await this.driver.paste("#time", text);
  }

  async pressNow() {
    await this.driver.click(".when-row button");
  }

  async choosePriority(id) {
    await this.driver.click(`input[name=priority][value=${id}]`);
  }

  /** `r1` to `working-time`, for instance. */
  async read(point, alternative) {
    await this.driver.click(`input[name=${point}][value=${alternative}]`);
  }

  async chooseLanguage(tag) {
    await this.driver.click(`label:has(input[name=lang][value=${tag}])`);
  }

  async choosePace(pace) {
    await this.driver.click(`label:has(input[name=tick][value=${pace}])`);
  }

  /** Waits for the details, which are fetched with the first answer. */
  async details() {
    await this.driver.until("#events");
  }

  /** Marks `first-reply`, `confirmed`, `paused`, `resumed`, `mitigated`, `resolved` or `reopened` as of now. */
  async markNow(kind) {
    await this.details();
    await this.driver.click(`#now-${kind}`);
  }

  /** The same, or `priority-changed-1`, at a time. */
  async markAt(kind, text) {
    await this.details();
    await this.driver.click("#add-at");
    await this.driver.select("#add-kind", kind);
    await this.driver.type("#add-moment", text);
    await this.driver.click(".add-at .moment button.key");
  }

  async takeBack(kind) {
    await this.driver.click(`.event[data-kind=${kind}] .event-do > button:last-of-type`);
  }

  async marked(kind) {
    await this.details();
    return one(await this.driver.text(`.event[data-kind=${kind}]`));
  }

  /** Gives the first pause another reason. */
  async reason(text) {
    await this.driver.type(".event .reason", text);
    await this.driver.blur();
  }

  async retime(kind, text) {
    await this.driver.click(`.event[data-kind=${kind}] .event-do > button:first-of-type`);
    await this.driver.type(`.event[data-kind=${kind}] .moment input`, text);
    await this.driver.click(`.event[data-kind=${kind}] .moment button.key`);
  }

  /** Explains `response` or `resolution`. */
  async explain(name) {
    await this.driver.click(`label:has(input[name=why][value=${name}])`);
  }

  /** The cells of the ledger, row by row, its sum last. */
  async ledger() {
    const rows = await this.driver.evaluate(
      "[...document.querySelectorAll('.ledger :is(tbody, tfoot) tr')].map((row) => [...row.cells].map((cell) => cell.innerText))",
    );
    return rows.map((row) => row.map((cell) => one(cell).trim()));
  }

  async ledgerText(name) {
    await this.explain(name);
    return one(await this.driver.text(".ledger"));
  }

  /** What the button says that takes the last step back. */
  async undoable() {
    return this.driver.attribute("[data-command=undo]", "aria-label");
  }

  async undo() {
    await this.driver.click("[data-command=undo]");
  }

  async redo() {
    await this.driver.click("[data-command=redo]");
  }

  /** What happened, in its order: the kinds of the list. */
  async happened() {
    await this.details();
    return this.driver.evaluate("[...document.querySelectorAll('.event')].map((row) => row.dataset.kind)");
  }

  async typed() {
    return this.driver.value("#time");
  }

  async priority() {
    for (const id of ["P0", "P1", "P2", "P3", "P4"]) {
      if (await this.driver.checked(`input[name=priority][value=${id}]`)) return id;
    }
    return null;
  }

  async echo() {
    return one(await this.driver.text("#time-echo"));
  }

  async switchZone() {
    await this.driver.click("#time-echo button");
  }

  /** The question asked about the typed time; none when nothing is. */
  async question() {
    if (!(await this.driver.count(".question"))) return null;
    return this.driver.text("#time-question");
  }

  async choices() {
    return this.driver.texts(".question button");
  }

  async choose(place) {
    await this.driver.click(`.question button:nth-of-type(${place + 1})`);
  }

  async error() {
    return (await this.driver.count("#contradiction:not(:empty)")) ? this.driver.text("#contradiction") : "";
  }

  async notice() {
    return (await this.driver.count("#provisional")) ? one(await this.driver.text("#provisional")) : "";
  }

  async answered() {
    return (await this.driver.count(".board")) > 0;
  }

  async sentence() {
    return this.driver.text("#sentence");
  }

  /** What stands of `response` or `resolution`. */
  async clock(name) {
    const row = `.clock:nth-child(${clocks[name] + 1})`;
    const text = async (selector) => one(await this.driver.text(`${row} ${selector}`));
    return {
      due: await this.driver.attribute(`${row} .due time`, "datetime"),
      time: await text(".due time"),
      date: await text(".due p"),
      reader: (await this.driver.texts(`${row} .due p`))[1] ?? "",
      labels: await this.driver.texts(`${row} .left dt`),
      counted: await text(".left .figure"),
      wall: (await this.driver.texts(`${row} .left .figure`))[1],
      key: await this.driver.attribute(`${row} .chip`, "data-state"),
      state: await text(".chip span"),
      percent: await text(".chip .percent:empty, .chip .percent").catch(() => ""),
      told: await text(".told"),
      motion: await text(".motion"),
    };
  }

  /** `[level, reached at, in the reader's zone, who is told]` of each threshold. */
  async thresholds(name) {
    const table = `.pair table:nth-child(${clocks[name] + 1})`;
    const rows = await this.driver.count(`${table} tbody tr`);
    return Promise.all(
      Array.from({ length: rows }, async (_, row) => {
        const cells = `${table} tbody tr:nth-child(${row + 1})`;
        return [
          one(await this.driver.text(`${cells} .mark`)),
          await this.driver.attribute(`${cells} time`, "datetime"),
          one(await this.driver.text(`${cells} time`)),
          one(await this.driver.text(`${cells} td:last-child`)),
        ];
      }),
    );
  }

  /** `[priority, due of each target]` while no priority is chosen. */
  async five() {
    const rows = await this.driver.count(".five tbody tr");
    const list = [];
    for (let row = 1; row <= rows; row += 1) {
      const cells = `.five tbody tr:nth-child(${row})`;
      list.push([
        (await this.driver.text(`${cells} th strong`)).slice(0, 2),
        ...(await this.driver.evaluate(
          `[...document.querySelectorAll("${cells} time")].map((time) => time.dateTime)`,
        )),
      ]);
    }
    return list;
  }

  /** The lines of an alternative of an open point. */
  async alternative(point, key) {
    await this.details();
    const option = `label:has(input[name=${point}][value=${key}])`;
    return (await this.driver.texts(`${option} small`)).map(one);
  }

  async language() {
    return this.driver.attribute("html", "lang");
  }

  async headerTime() {
    return one(await this.driver.text(".now"));
  }
}
