// What people do with links. Functions of a page object, so that any driver can replay them.
import assert from "node:assert/strict";

/** A flow: its name, how the page is opened, and what is done. */
export const flows = [];
const flow = (name, setting, run) => flows.push({ name, setting, run });

const now = "2026-02-24T10:41:07+08:00";
const golden = "2026-02-14 17:50";
const theirs =
  "/check?t=2026-02-14T17:50:00+08:00&p=P2&r1=working-time&e=first-reply@2026-02-24T09:30:00+08:00" +
  "&v=SPT-001.2026-02-06_cn-2026-12-28_tz-2026f&due=response@2026-02-24T10:50:00+08:00&end=1";
const later = "/check?t=2026-02-16T08:00+08:00&p=P4&end=1";

/** A ticket of one's own, which no link may touch. */
const own = async (page) => {
  await page.enterTime("2026-02-20 09:15");
  await page.choosePriority("P0");
  await page.driver.appear("#events");
};

flow("the link of a ticket is read as it was written", { now }, async (page) => {
  await page.enterTime(golden);
  await page.choosePriority("P2");
  await page.read("r1", "working-time");
  await page.driver.appear("#events");
  await page.share();
  const link = await page.link();
  assert.match(
    link,
    /\/#\/check\?t=2026-02-14T17:50:00\+08:00&p=P2&r1=working-time&v=SPT-001\.2026-02-06_cn-2026-12-28_tz-2026f&due=response@2026-02-24T10:50:00\+08:00&due=resolution@2026-02-25T09:50:00\+08:00&end=1$/,
  );
  assert.match(await page.dialog(), new RegExp(`${link.length} 个字符，最多 2000 个`));
  assert.match(await page.dialog(), /不会发送到任何服务器，但拿到链接的人都能看到/);
  await page.close();
  const [sentence, due] = [await page.sentence(), (await page.clock("response")).due];
  await page.goTo(link.slice(link.indexOf("#") + 1));
  await page.visited();
  assert.equal(await page.sentence(), sentence);
  assert.equal((await page.clock("response")).due, due);
  assert.equal(await page.typed(), golden);
  assert.equal(await page.note(), "");
});

flow("a link opens as a visit and leaves one's own alone", { now, lang: "en" }, async (page) => {
  await own(page);
  const [kept, sentence] = [await page.kept(), await page.sentence()];
  await page.goTo(theirs);
  await page.visited();
  await page.driver.appear("#events");
  assert.equal((await page.clock("response")).due, "2026-02-24T02:50:00Z");
  assert.equal((await page.clock("response")).state, "Met");
  assert.equal(await page.priority(), "P2");
  assert.deepEqual(await page.usable(), []);
  for (const key of ["1", "m", "r", "n", "Control+z", "Control+y"]) await page.driver.press(key);
  assert.equal(await page.priority(), "P2");
  assert.equal(await page.typed(), golden);
  assert.equal(await page.kept(), kept);
  await page.backToMine();
  assert.equal(await page.visiting(), false);
  assert.equal(await page.sentence(), sentence);
  assert.equal(await page.kept(), kept);
  assert.equal(await page.fragment(), "#/check");
  await page.driver.press("1");
  assert.equal(await page.priority(), "P0");
});

flow("a link opened at first shows nothing else", { now, fragment: theirs }, async (page) => {
  await page.visited();
  assert.equal((await page.clock("response")).due, "2026-02-24T02:50:00Z");
  assert.equal(await page.kept(), "[]");
  await page.backToMine();
  assert.equal(await page.typed(), "");
  assert.equal(await page.answered(), false);
  assert.equal(await page.kept(), "[]");
});

flow("copied to mine in one step that can be taken back", { now }, async (page) => {
  await own(page);
  const sentence = await page.sentence();
  await page.goTo(theirs);
  await page.visited();
  const visited = await page.sentence();
  await page.copyToMine();
  assert.equal(await page.visiting(), false);
  assert.equal(await page.sentence(), visited);
  assert.match(await page.kept(), /working-time/);
  await page.driver.press("z");
  assert.equal(await page.sentence(), sentence);
  await page.driver.press("Shift+Z");
  assert.equal(await page.sentence(), visited);
  await page.driver.reload();
  assert.equal(await page.sentence(), visited);
});

flow("a second link takes the place of the first, and Back goes back", { now }, async (page) => {
  await own(page);
  const sentence = await page.sentence();
  await page.goTo(theirs);
  await page.visited();
  await page.goTo(later);
  assert.equal(await page.typed(), "2026-02-16 08:00");
  assert.equal(await page.priority(), "P4");
  await page.goTo("/check?t=nonsense");
  assert.match(await page.refusal(), /链接不完整/);
  await page.goTo(theirs);
  await page.visited();
  assert.equal(await page.isRefused(), false);
  assert.equal(await page.typed(), golden);
  await page.goTo("/check");
  assert.equal(await page.visiting(), false);
  assert.equal(await page.sentence(), sentence);
});

flow("a link that is cut off shows why and nothing else", { now, lang: "en" }, async (page) => {
  await own(page);
  const [kept, sentence] = [await page.kept(), await page.sentence()];
  for (const [fragment, why] of [
    [theirs.slice(0, 60), /incomplete: 60 characters came, and its end is missing/],
    [theirs.replace("p=P2", "p=P7"), /no priority "P7". Write one of P0, P1, P2, P3, P4/],
    ["/check?z=1.40.AAAA", /incomplete: 18 of 63 characters came/],
    ["/chec", /incomplete/],
    ["/elsewhere?t=1", /not a link of the planner/],
    [`/check?t=${"9".repeat(5_000)}&end=1`, /5015 bytes/],
  ]) {
    await page.goTo(fragment);
    assert.match(await page.refusal(), why);
    assert.equal(await page.answered(), false);
    assert.equal(await page.driver.count(".ask, .five, .readings, #zones, #events"), 0, fragment);
    assert.equal(await page.kept(), kept);
    for (const key of ["1", "n", "z"]) await page.driver.press(key);
    await page.backToMine();
    assert.equal(await page.isRefused(), false);
    assert.equal(await page.sentence(), sentence);
    assert.equal(await page.kept(), kept);
  }
});

flow("a broken link at first shows no ticket of anybody", { now, fragment: theirs.slice(0, 90) }, async (page) => {
  assert.match(await page.refusal(), /链接不完整：收到 90 个字符，结尾不见了。请让对方重新复制。/);
  assert.equal(await page.answered(), false);
  assert.equal(await page.driver.count(".ask, .five, #zones"), 0);
  await page.backToMine();
  assert.equal(await page.typed(), "");
});

flow("planners that differ show both answers", { now, lang: "en" }, async (page) => {
  const older = theirs.replace("cn-2026-12-28_tz-2026f", "cn-2025-12-31_tz-2025b").replace("10:50", "11:00");
  await page.goTo(older);
  await page.visited();
  await page.driver.appear("#note:not(:empty)");
  assert.equal(
    await page.note(),
    "The two planners differ. The sender's (holidays to 2025-12-31, zones 2025b) gave: First response Tue 24 Feb, 11:00. This one (holidays to 2026-12-28, zones 2026f) gives: First response Tue 24 Feb, 10:50. All in Beijing time.",
  );
  await page.chooseLanguage("zh-CN");
  assert.match(await page.note(), /对方的规划器（节假日至 2025-12-31，时区 2025b）：首次响应 2月24日（周二）11:00/);
  assert.equal((await page.clock("response")).due, "2026-02-24T02:50:00Z");
  await page.goTo(theirs.replace("10:50", "11:00"));
  await page.driver.appear("#note:not(:empty)");
  assert.match(await page.note(), /已忽略；以这里算出的为准/);
  await page.goTo(theirs);
  await page.visited();
  assert.equal(await page.note(), "");
});

flow("reasons are handed on only when asked for", { now: "2026-02-14T18:00:00+08:00" }, async (page) => {
  await page.goTo("/check?t=2026-02-14T17:50+08:00&p=P2&e=paused@2026-02-14T17:55+08:00@%E7%AD%89%E5%BC%A0%E4%B8%89&end=1");
  await page.visited();
  await page.share();
  assert.match(await page.link(), /&e=paused@2026-02-14T17:55:00\+08:00&v=/);
  assert.doesNotMatch(await page.file(), /张三/);
  // The due time of a clock that is paused moves on.
  assert.doesNotMatch(await page.link(), /due=resolution/);
  await page.includeReasons();
  assert.match(await page.link(), /&e=paused@2026-02-14T17:55:00\+08:00@%E7%AD%89%E5%BC%A0%E4%B8%89&v=/);
  assert.match(await page.file(), /张三/);
});

flow("what is too long for a link is offered as a file", { now }, async (page) => {
  const reason = encodeURIComponent("等".repeat(40));
  let events = "";
  for (let place = 0; place < 10; place += 1) {
    events += `&e=paused@2026-02-24T0${place}:00Z@${reason}&e=resumed@2026-02-24T0${place}:30Z`;
  }
  await page.goTo(`/check?t=2026-02-14T17:50Z&p=P2${events}&end=1`.slice(0, 4_000));
  assert.match(await page.refusal(), /链接/);
  const plan = { schema: 2, draft: { text: golden, submission: { at: "2026-02-14T09:50:00Z", zoneWritten: false, filledIn: false, cut: false }, priority: 2, events: [] } };
  for (let second = 0; second < 20; second += 1) {
    const at = (minute) => `2026-02-14T10:${String(2 * second + minute).padStart(2, "0")}:00Z`;
    plan.draft.events.push({ at: at(0), kind: "paused", reason: "等客户补充日志和截图，已电话确认".repeat(6) });
    plan.draft.events.push({ at: at(1), kind: "resumed" });
  }
  await page.backToMine();
  await page.share();
  assert.match(await page.dialog(), /还没有可分享的工单/);
  await page.driver.choose("#open-file", "ticket.slaplan", JSON.stringify(plan));
  await page.visited();
  assert.equal(await page.driver.count("#events .event"), 41);
  await page.share();
  assert.match(await page.link(), /z=1\./, "packed, without the reasons");
  await page.includeReasons();
  assert.equal(await page.link(), null);
  assert.match(await page.dialog(), /超过 2000 个，聊天软件会截断。请存为文件/);
  const file = await page.file();
  await page.close();
  await page.backToMine();
  await page.share();
  await page.driver.choose("#open-file", "ticket.slaplan", file);
  await page.visited();
  assert.equal(await page.driver.count("#events .event"), 41);
  assert.equal(await page.note(), "");
});

flow("a file that holds something else is refused where it was chosen", { now, lang: "en" }, async (page) => {
  await own(page);
  const sentence = await page.sentence();
  await page.share();
  for (const [text, why] of [
    ["{", /The file does not hold a ticket\. This is not JSON at 1:1/],
    ['{"schema":99}', /of format 99, which this planner cannot read yet/],
    ["x".repeat(300_000), /300000 bytes, more than any file of one ticket/],
  ]) {
    await page.driver.choose("#open-file", "ticket.slaplan", text);
    await page.driver.appear(".open-file .error:not(:empty)");
    assert.match(await page.dialog(), why);
  }
  await page.close();
  assert.equal(await page.sentence(), sentence);
  assert.equal(await page.visiting(), false);
});
