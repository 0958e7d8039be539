// What people do when their help desk shows another time. Functions of a page object, so that any driver can
// replay them.
import assert from "node:assert/strict";

/** A flow: its name, how the page is opened, and what is done. */
export const flows = [];
const flow = (name, setting, run) => flows.push({ name, setting, run });

const now = "2026-02-24T10:41:07+08:00";

flow("another time is explained as it is typed, and read so in one key", { now }, async (page) => {
  await page.ask();
  await page.shown("2月24日 11:00");
  assert.match(await page.understood(), /^2026年2月24日 星期二 11:00 北京时间$/);
  assert.match(await page.result(), /^这里是 2月24日（周二）10:50（北京时间），它晚 10 分钟。有一种算法给出这个时间。$/);
  const [first] = await page.ways();
  assert.match(first, /^一处不同 R5 \(§1\.2\.1\) 调休上班日算不算：不算（这里：算工作时间）.*GLPI：.* 按这样读$/);
  await page.readSo(0);
  assert.equal((await page.clock("response")).due, "2026-02-24T03:00:00Z");
  assert.match(await page.result(), /^和这里一样：首次响应最迟 2月24日（周二）11:00（北京时间）。$/);
});

flow("a time alone is the one nearest to the due time", { now, lang: "en" }, async (page) => {
  await page.ask();
  await page.shown("9:50", "resolution");
  assert.equal(await page.understood(), "Wednesday 25 Feb 2026, 09:50 Beijing time");
  assert.match(await page.result(), /^The same as here: Resolution by Wed 25 Feb, 09:50 Beijing time\.$/);
  await page.shown("24 Feb 16:50", "resolution");
  assert.equal(await page.understood(), "Tuesday 24 Feb 2026, 16:50 Beijing time");
  assert.match((await page.ways())[0], /^One difference R2 \(§1\.2\.1\) When resolution starts: Submission/);
});

flow("habits of other systems are named; they are no readings", { now: "2026-11-23T11:00:00+08:00", lang: "en" }, async (page) => {
  await page.ask("2026-11-23 10:00");
  await page.shown("2026-11-23 19:00");
  const [first] = await page.ways();
  assert.equal(first, "One difference It takes working time to be 09:00–18:00 UTC");
});

flow("where nothing gives the time, the nearest is named", { now, lang: "en" }, async (page) => {
  await page.ask();
  await page.shown("2026-02-24 10:57");
  assert.match(await page.result(), /None of \d+ ways gives this time; the nearest is Tue 24 Feb, 11:00 Beijing time, off by 3 min\.$/);
  assert.match((await page.ways())[0], /^The nearest way: Tue 24 Feb, 11:00 Beijing time R5/);
});

flow("a date that can be read two ways is asked", { now, lang: "en" }, async (page) => {
  await page.ask();
  await page.shown("02/03/2026 10:50");
  assert.match(await page.understood(), /can be read/);
  assert.equal(await page.result(), "");
  await page.driver.click(".shown button:has-text('2 Mar')");
  assert.match(await page.understood(), /2 Mar 2026, 10:50/);
  assert.match(await page.result(), /later\./);
});

flow("the palette goes there", { now, lang: "en" }, async (page) => {
  await page.ask();
  await page.driver.advance(1);
  await page.driver.press("Control+k");
  await page.driver.appear("dialog[open] input");
  await page.driver.type("dialog[open] input", "another system");
  await page.driver.press("Enter");
  await page.driver.advance(1);
  assert.equal(await page.driver.evaluate("document.activeElement.id"), "difference");
});
