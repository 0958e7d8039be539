// What people do in the Check view. Functions of a page object, so that any driver can replay them.
import assert from "node:assert/strict";

/** A flow: its name, how the page is opened, and what is done. */
export const flows = [];
const flow = (name, setting, run) => flows.push({ name, setting, run });

const golden = "2026-02-14 17:50";
const words = {
  "zh-CN": { ok: "正常", early: "预警", warning: "警告", critical: "紧急", breached: "违约" },
  en: { ok: "On track", early: "Early warning", warning: "Warning", critical: "Critical", breached: "Breached" },
};

const ask = async (page, priority = "P2", reading = null) => {
  await page.enterTime(golden);
  await page.choosePriority(priority);
  if (reading) await page.read("r1", reading);
};

flow("a P2 of 2026-02-14 17:50 at 24x7", { now: "2026-02-14T18:00:00+08:00" }, async (page) => {
  await ask(page);
  const response = await page.clock("response");
  assert.equal(response.due, "2026-02-14T11:50:00Z");
  assert.equal(response.time, "19:50");
  assert.match(response.date, /2月14日（周六） 北京时间/);
  assert.equal(response.counted, "1:50:00");
  assert.equal(response.wall, "1:50:00");
  assert.equal(response.state, "正常");
  assert.equal(response.percent, "8.3 %");
  const resolution = await page.clock("resolution");
  assert.equal(resolution.due, "2026-02-14T19:50:00Z");
  assert.equal(resolution.time, "03:50");
  assert.equal(resolution.state, "预计");
  assert.match(await page.sentence(), /首次响应最迟 2月14日（周六）19:50（北京时间）.*2月15日（周日）03:50（北京时间）/);
});

flow("the same in business hours, with its thresholds", { now: "2026-02-24T09:00:00+08:00" }, async (page) => {
  await ask(page, "P2", "working-time");
  assert.equal((await page.clock("response")).due, "2026-02-24T02:50:00Z");
  assert.equal((await page.clock("resolution")).due, "2026-02-25T01:50:00Z");
  assert.deepEqual(await page.thresholds("response"), [
    ["80 % 预警", "2026-02-24T02:26:00Z", "2月24日（周二）10:26", "提醒内部团队"],
    ["90 % 警告", "2026-02-24T02:38:00Z", "2月24日（周二）10:38", "升级给高级工程师"],
    ["95 % 紧急", "2026-02-24T02:44:00Z", "2月24日（周二）10:44", "技术经理介入"],
    ["100 % 违约", "2026-02-24T02:50:00Z", "2月24日（周二）10:50", "启动应急响应流程"],
  ]);
  const resolution = await page.thresholds("resolution");
  assert.deepEqual(
    resolution.map(([, at]) => at),
    ["2026-02-24T09:14:00Z", "2026-02-25T01:02:00Z", "2026-02-25T01:26:00Z", "2026-02-25T01:50:00Z"],
  );
});

flow("both readings of the clock side by side", { now: "2026-02-14T18:00:00+08:00", lang: "en" }, async (page) => {
  await ask(page);
  assert.deepEqual(await page.alternative("r1-ways", "all-hours"), [
    "First response Sat 14 Feb, 19:50",
    "Resolution Sun 15 Feb, 03:50",
    "In force",
  ]);
  assert.deepEqual(await page.alternative("r1-ways", "working-time"), [
    "First response Tue 24 Feb, 10:50",
    "Resolution Wed 25 Feb, 09:50",
    "First response 9 d 15 h later",
  ]);
});

for (const lang of ["zh-CN", "en"]) {
  flow(`each state at its second (${lang})`, { now: "2026-02-24T10:25:58+08:00", lang }, async (page) => {
    await ask(page, "P2", "working-time");
    // Seconds to let pass, and what stands then.
    const steps = [
      [0, "ok", "79.9 %", "24:02"],
      [1, "ok", "79.9 %", "24:01"],
      [1, "early", "80.0 %", "24:00"],
      [719, "early", "89.9 %", "12:01"],
      [1, "warning", "90.0 %", "12:00"],
      [359, "warning", "94.9 %", "06:01"],
      [1, "critical", "95.0 %", "06:00"],
      [360, "critical", "100.0 %", "00:00"],
      [1, "breached", "100.0 %", "00:01"],
    ];
    for (const [seconds, key, percent, left] of steps) {
      await page.driver.advance(seconds);
      const clock = await page.clock("response");
      assert.deepEqual([clock.key, clock.state, clock.percent, clock.counted], [key, words[lang][key], percent, left]);
    }
    assert.deepEqual((await page.clock("response")).labels, {
      "zh-CN": ["超时（工作时间）", "超时（自然时间）"],
      en: ["Over, working time", "Over, wall clock"],
    }[lang]);
  });
}

flow(
  "a viewer in New York sees the same instants",
  { now: "2026-02-24T10:41:07+08:00", zone: "America/New_York", lang: "en" },
  async (page) => {
    await ask(page, "P2", "working-time");
    const response = await page.clock("response");
    assert.equal(response.due, "2026-02-24T02:50:00Z");
    assert.equal(response.time, "10:50");
    assert.equal(response.reader, "New York time Mon 23 Feb, 21:50");
    assert.equal(response.counted, "08:53");
    assert.match(await page.sentence(), /10:50 Beijing time \(Mon 23 Feb, 21:50 New York time\)/);
    assert.match(await page.headerTime(), /10:41:07 Beijing time/);
  },
);

flow("the viewer's zone in one key, and back", { now: "2026-02-24T10:41:07+08:00", zone: "America/New_York" }, async (page) => {
  await ask(page);
  assert.match(await page.echo(), /2026年2月14日 星期六 17:50 北京时间.*调休上班日（春节）.*距下班 10 分钟/);
  await page.switchZone();
  assert.match(await page.echo(), /2026年2月14日 星期六 17:50 纽约时间.*2026年2月15日 星期日 06:50 北京时间/);
  assert.equal((await page.clock("response")).due, "2026-02-15T00:50:00Z");
  assert.equal(await page.typed(), golden);
  await page.switchZone();
  assert.equal((await page.clock("response")).due, "2026-02-14T11:50:00Z");
});

flow("times as people write them", { now: "2026-02-24T10:41:07+08:00" }, async (page) => {
  await page.choosePriority("P0");
  const due = [
    ["2026-02-14T17:50:00-05:00", "2026-02-14T23:05:00Z"],
    ["2026/2/14 17:50", "2026-02-14T10:05:00Z"],
    ["02-14 17:50", "2026-02-14T10:05:00Z"],
    ["10:30", "2026-02-24T02:45:00Z"],
    ["２０２６－０２－１４　１７：５０", "2026-02-14T10:05:00Z"],
    ["now", "2026-02-24T02:56:07Z"],
    ["现在", "2026-02-24T02:56:07Z"],
  ];
  for (const [typed, expected] of due) {
    await page.enterTime(typed);
    assert.equal((await page.clock("response")).due, expected, typed);
    assert.equal(await page.typed(), typed);
  }
});

flow("until a priority is chosen all five are answered", { now: "2026-02-14T17:55:00+08:00" }, async (page) => {
  assert.equal(await page.priority(), null);
  await page.enterTime(golden);
  assert.equal(await page.priority(), null);
  assert.equal(await page.answered(), false);
  assert.deepEqual(await page.five(), [
    ["P0", "2026-02-14T10:05:00Z", "2026-02-14T12:05:00Z"],
    ["P1", "2026-02-14T10:20:00Z", "2026-02-14T14:20:00Z"],
    ["P2", "2026-02-14T11:50:00Z", "2026-02-14T19:50:00Z"],
    ["P3", "2026-02-14T13:50:00Z", "2026-02-15T13:50:00Z"],
    ["P4", "2026-02-14T17:50:00Z", "2026-02-16T17:50:00Z"],
  ]);
});

flow("a paste that carries the priority", { now: "2026-02-24T10:41:07+08:00" }, async (page) => {
  await page.paste("工单 #4711 P1 提交于 2026年2月14日 17:50，核心功能受损");
  assert.equal(await page.priority(), "P1");
  assert.equal((await page.clock("response")).due, "2026-02-14T10:20:00Z");
});

flow("what is entered survives a reload", { now: "2026-02-24T10:41:07+08:00", lang: "en" }, async (page) => {
  await ask(page, "P3", "mixed");
  await page.markAt("first-reply", "2026-02-14 18:10");
  await page.chooseLanguage("zh-CN");
  const before = [await page.sentence(), await page.marked("first-reply"), await page.clock("response")];
  await page.driver.reload();
  assert.equal(await page.typed(), golden);
  assert.equal(await page.priority(), "P3");
  assert.equal(await page.language(), "zh-CN");
  assert.deepEqual([await page.sentence(), await page.marked("first-reply")], before.slice(0, 2));
  assert.equal((await page.clock("response")).due, before[2].due);
});

flow("a time without a date keeps its day over midnight", { now: "2026-02-14T23:59:00+08:00" }, async (page) => {
  await page.enterTime("17:50");
  await page.choosePriority("P2");
  await page.driver.advance(120);
  await page.driver.reload();
  assert.equal((await page.clock("response")).due, "2026-02-14T11:50:00Z");
  assert.match(await page.echo(), /2026年2月14日/);
});

flow("marks move the clocks on", { now: "2026-02-14T18:00:00+08:00", lang: "en" }, async (page) => {
  await ask(page);
  await page.markNow("first-reply");
  let response = await page.clock("response");
  assert.deepEqual([response.key, response.state, response.motion], ["met", "Met", "Stopped"]);
  assert.equal(response.counted, "1:50:00");
  await page.driver.advance(600);
  await page.markNow("confirmed");
  let resolution = await page.clock("resolution");
  assert.equal(resolution.due, "2026-02-14T18:10:00Z");
  assert.equal(resolution.state, "On track");
  await page.markAt("resolved", "2026-02-15 02:30");
  resolution = await page.clock("resolution");
  assert.equal(resolution.motion, "Running", "a mark in the future has not happened yet");
  await page.takeBack("resolved");
  await page.markAt("resolved", "2026-02-14 18:09");
  assert.match(await page.error(), /confirmed after it was resolved|Correct or remove/);
  assert.equal(await page.answered(), false);
  await page.takeBack("resolved");
  assert.equal(await page.error(), "");
  await page.driver.advance(60);
  await page.markNow("resolved");
  resolution = await page.clock("resolution");
  assert.deepEqual([resolution.key, resolution.state, resolution.motion], ["met", "Met", "Stopped"]);
});

flow("resolved too late", { now: "2026-02-14T18:00:00+08:00" }, async (page) => {
  await ask(page, "P0");
  await page.markAt("first-reply", "2026-02-14 18:05:01");
  await page.driver.advance(600);
  const response = await page.clock("response");
  assert.deepEqual([response.key, response.state], ["missed", "未达成"]);
  assert.deepEqual([response.labels[0], response.counted], ["超时（7×24 计时）", "00:01"]);
});

flow("a date that can be read two ways asks", { now: "2026-03-24T10:00:00+08:00", lang: "en" }, async (page) => {
  await page.enterTime("02/03/2026 09:00");
  assert.equal(await page.question(), "This date can be read two ways. Which day?");
  assert.deepEqual(await page.choices(), ["Monday 2 Mar 2026", "Tuesday 3 Feb 2026"].sort((a, b) => (a < b ? -1 : 1)));
  const place = (await page.choices()).indexOf("Monday 2 Mar 2026");
  await page.choose(place);
  assert.equal(await page.question(), null);
  assert.equal(await page.typed(), "02/03/2026 09:00");
  await page.choosePriority("P0");
  assert.equal((await page.clock("response")).due, "2026-03-02T01:15:00Z");
});

flow("a bare date that can be read two ways asks for the day, then the time", { now: "2026-03-24T10:00:00+08:00" }, async (page) => {
  await page.enterTime("02/03/2026");
  assert.equal(await page.question(), "这个日期有两种读法，是哪一天？");
  assert.deepEqual(await page.choices(), ["2026年3月2日 星期一", "2026年2月3日 星期二"]);
  await page.choose(1);
  assert.match(await page.question(), /2026年2月3日 星期二 的几点？/);
  assert.equal(await page.typed(), "02/03/2026");
  await page.enterTime("02/03/2026 09:00");
  assert.equal(await page.question(), null);
  assert.match(await page.echo(), /2026年2月3日 星期二 09:00/);
});

flow("skipped and repeated hours ask", { now: "2026-11-24T10:00:00+08:00", zone: "America/New_York", lang: "en" }, async (page) => {
  await page.choosePriority("P0");
  await page.enterTime("2026-03-08 02:30 America/New_York");
  assert.match(await page.question(), /skip this time/);
  assert.equal((await page.choices()).length, 2);
  await page.enterTime("2026-11-01 01:30 America/New_York");
  assert.match(await page.question(), /show this time twice/);
  assert.deepEqual(await page.choices(), ["01:30 GMT−4", "01:30 GMT−5"]);
  await page.choose(1);
  assert.equal((await page.clock("response")).due, "2026-11-01T06:45:00Z");
});

flow("what is not understood stays, with a hint", { now: "2026-02-24T10:41:07+08:00" }, async (page) => {
  await page.enterTime("昨天下班前");
  assert.equal(await page.typed(), "昨天下班前");
  assert.match(await page.question(), /请/);
  await page.driver.reload();
  assert.equal(await page.typed(), "昨天下班前");
  assert.match(await page.question(), /请/);
});

flow("past official holidays the answer is provisional", { now: "2026-12-31T10:00:00+08:00", lang: "en" }, async (page) => {
  await page.enterTime("2026-12-31 17:00");
  await page.choosePriority("P4");
  assert.equal(await page.notice(), "");
  await page.read("r1", "working-time");
  assert.match(await page.notice(), /provisional/);
});

flow("after sleep the clock is right at once", { now: "2026-02-14T18:00:00+08:00" }, async (page) => {
  await ask(page);
  await page.driver.sleep(3_600);
  assert.equal((await page.clock("response")).counted, "50:00");
  await page.driver.sleep(-1_800);
  assert.equal((await page.clock("response")).counted, "1:20:00");
  await page.driver.advance(1);
  assert.equal((await page.clock("response")).counted, "1:19:59");
});

flow("refreshing can be slowed and held", { now: "2026-02-14T18:00:05+08:00" }, async (page) => {
  await ask(page);
  await page.choosePace("minute");
  await page.driver.advance(10);
  assert.equal((await page.clock("response")).counted, "1:49:55");
  await page.driver.advance(45);
  assert.equal((await page.clock("response")).counted, "1:49:00");
  await page.choosePace("held");
  await page.driver.advance(300);
  assert.equal((await page.clock("response")).counted, "1:49:00");
  await page.choosePace("second");
  assert.equal((await page.clock("response")).counted, "1:44:00");
});

flow("the language follows the browser and is remembered", { now: "2026-02-14T18:00:00+08:00", lang: "de-DE" }, async (page) => {
  assert.equal(await page.language(), "en");
  await page.chooseLanguage("zh-CN");
  assert.equal(await page.language(), "zh-CN");
  await page.driver.reload();
  assert.equal(await page.language(), "zh-CN");
});

flow("by keyboard alone", { now: "2026-02-14T18:00:00+08:00", lang: "en" }, async (page) => {
  const { driver } = page;
  const focused = () => driver.evaluate("document.activeElement.id || document.activeElement.value || document.activeElement.textContent");
  const tabTo = async (wanted) => {
    for (let steps = 0; steps < 40; steps += 1) {
      await driver.press("Tab");
      if ((await focused()) === wanted) return;
    }
    assert.fail(`${wanted} is not reached`);
  };
  await tabTo("time");
  for (const key of golden) await driver.press(key === " " ? "Space" : key);
  assert.equal(await page.typed(), golden);
  await tabTo("P0");
  await driver.press("Space");
  assert.equal(await page.priority(), "P0");
  await driver.press("ArrowDown");
  await driver.press("ArrowDown");
  assert.equal(await page.priority(), "P2");
  await tabTo("all-hours");
  await driver.press("ArrowDown");
  assert.equal((await page.clock("response")).due, "2026-02-24T02:50:00Z");
  await tabTo("Copy");
  await page.details();
  await tabTo("now-first-reply");
  await driver.press("Enter");
  assert.equal((await page.clock("response")).state, "Met");
});
