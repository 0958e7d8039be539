// What people do about time zones. Functions of a page object, so that any driver can replay them.
import assert from "node:assert/strict";

/** A flow: its name, how the page is opened, and what is done. */
export const flows = [];
const flow = (name, setting, run) => flows.push({ name, setting, run });

const now = "2026-02-24T10:41:07+08:00";

flow("three zones by their roles", { now, zone: "America/New_York" }, async (page) => {
  await page.ask();
  assert.match(await page.serviceZone(), /^服务时区 北京 GMT\+8 .*合同规定/);
  assert.equal(await page.zone("ticket"), "北京 GMT+8");
  assert.equal(await page.zone("viewer"), "纽约 GMT−5");
});

flow("the viewer's zone is chosen by name, kept, and given back to the browser", { now, lang: "en" }, async (page) => {
  await page.ask();
  await page.change("viewer");
  await page.search("berlin");
  assert.equal(await page.marked(), "Berlin · Germany GMT+1 03:41");
  await page.driver.press("Enter");
  assert.equal(await page.pickerIsOpen(), false);
  assert.equal(await page.zone("viewer"), "Berlin GMT+1");
  assert.equal((await page.clock("response")).reader, "Berlin time Sat 14 Feb, 12:50");
  await page.driver.reload();
  await page.driver.appear("#zones");
  assert.equal(await page.zone("viewer"), "Berlin GMT+1");
  await page.change("viewer");
  assert.match((await page.found())[0], /^Berlin · Germany In use GMT\+1/, "chosen of late");
  await page.reset();
  assert.equal(await page.zone("viewer"), "Beijing GMT+8");
  assert.equal((await page.clock("response")).reader, "");
});

flow("the ticket's zone reads what was typed again", { now }, async (page) => {
  await page.ask();
  assert.equal((await page.clock("response")).due, "2026-02-14T11:50:00Z");
  await page.change("ticket");
  await page.search("niuyue");
  await page.pick(0);
  assert.equal(await page.zone("ticket"), "纽约 GMT−5");
  assert.equal(await page.typed(), "2026-02-14 17:50");
  assert.equal((await page.clock("response")).due, "2026-02-15T00:50:00Z");
  assert.match(await page.echo(), /17:50 纽约时间/);
  await page.change("ticket");
  await page.reset();
  assert.equal(await page.zone("ticket"), "北京 GMT+8");
  assert.equal((await page.clock("response")).due, "2026-02-14T11:50:00Z");
});

flow("a time with its zone stays when the ticket's zone changes", { now }, async (page) => {
  await page.ask("2026-02-14 17:50+08:00");
  await page.change("ticket");
  await page.search("伦敦");
  await page.driver.press("Enter");
  assert.equal(await page.zone("ticket"), "伦敦 GMT");
  assert.equal((await page.clock("response")).due, "2026-02-14T11:50:00Z");
});

flow("a time that clocks skip there is asked about", { now: "2026-03-10T10:00:00+08:00", lang: "en" }, async (page) => {
  await page.ask("2026-03-08 02:30");
  await page.change("ticket");
  await page.search("new york");
  await page.driver.press("Enter");
  assert.match(await page.question(), /skip this time/);
  await page.choose(0);
  assert.equal(await page.question(), null);
  assert.equal((await page.clock("response")).due, "2026-03-08T08:30:00Z");
});

flow("places are found in both languages, by first letters and by offset", { now, lang: "en" }, async (page) => {
  await page.ask();
  await page.change("viewer");
  for (const [typed, first] of [
    ["sh", "Shanghai · China In use GMT+8 10:41"],
    ["深圳", "Shenzhen · China In use GMT+8 10:41"],
    ["munich", "Munich · Germany GMT+1 03:41"],
    ["UTC+5:30", "Kolkata · India GMT+5:30 08:11"],
    ["asia/calcutta", "Kolkata · India GMT+5:30 08:11"],
    ["SÃO", "São Paulo · Brazil GMT−3 23:41"],
    ["sydney", "Sydney · Australia GMT+11 DST 13:41"],
  ]) {
    await page.search(typed);
    assert.equal((await page.found())[0], first, typed);
  }
  await page.search("a");
  assert.equal((await page.found()).length, 50);
  await page.search("xyzzy");
  assert.deepEqual(await page.found(), []);
  assert.match(await page.said(), /Nothing found\. Try/);
});

flow("the picker by keyboard", { now }, async (page) => {
  const { driver } = page;
  const focused = () => driver.evaluate("document.activeElement.id || document.activeElement.parentElement.parentElement.id");
  await page.ask();
  await page.change("viewer");
  assert.equal(await focused(), "zone-search");
  assert.equal(await page.marked(), null);
  await driver.press("Enter");
  assert.equal(await page.pickerIsOpen(), true, "nothing is marked yet");
  const rows = await page.found();
  await driver.press("ArrowDown");
  assert.equal(await page.marked(), rows[0]);
  await driver.press("ArrowDown");
  assert.equal(await page.marked(), rows[1]);
  assert.equal(await driver.attribute("#zone-search", "aria-activedescendant"), "zone-1");
  await driver.press("End");
  assert.equal(await page.marked(), rows.at(-1));
  await driver.press("ArrowDown");
  assert.equal(await page.marked(), rows[0]);
  await driver.press("ArrowUp");
  assert.equal(await page.marked(), rows.at(-1));
  await driver.press("Home");
  assert.equal(await page.marked(), rows[0]);
  await driver.press("Escape");
  assert.equal(await page.pickerIsOpen(), false);
  assert.equal(await focused(), "zone-of-viewer", "the focus is where it was");
  assert.equal(await page.zone("viewer"), "北京 GMT+8");
});

flow("one key opens the picker of the viewer's zone", { now, lang: "en" }, async (page) => {
  await page.ask();
  // The details tell that they listen with the next frame.
  await page.driver.advance(1);
  await page.driver.press("w");
  await page.driver.appear("dialog.picker[open] #zone-list li");
  await page.search("w");
  assert.equal(await page.pickerIsOpen(), true, "letters are typed there");
  assert.notEqual(await page.marked(), null);
});

flow("clocks that change before the due time are told in place", { now: "2026-03-07T10:00:00-05:00", zone: "America/New_York", lang: "en" }, async (page) => {
  await page.ask("2026-03-08 09:00", "P4");
  assert.match(await page.clockChange(), /^New York time changes meanwhile: on Sun 8 Mar, clocks go forward from 02:00 to 03:00\./);
  await page.enterTime("2026-02-14 17:50");
  assert.equal(await page.clockChange(), "");
});
