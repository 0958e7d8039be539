// What a trace tells: the longest task of a page's main thread, and how many of its frames were dropped.

export const TASKS = ["toplevel", "disabled-by-default-devtools.timeline", "devtools.timeline", "v8", "blink.user_timing"];
export const FRAMES = ["cc", "benchmark", "devtools.timeline.frame", "blink.user_timing"];

/** The process and thread that made the mark `bench`. */
const main = (events) => {
  const mark = events.find((event) => event.name === "bench" && event.cat.includes("blink.user_timing"));
  if (!mark) throw new Error("The trace has no mark of the page.");
  return mark;
};

/** The longest task in milliseconds: by the wall clock, and of processor time. */
export const longestTask = (buffer) => {
  const events = JSON.parse(buffer).traceEvents;
  const { pid, tid } = main(events);
  const tasks = events.filter((event) => event.pid === pid && event.tid === tid && event.ph === "X" && /RunTask$/.test(event.name));
  const longest = (key) => tasks.reduce((most, task) => Math.max(most, task[key] ?? 0), 0) / 1_000;
  return { wall: longest("dur"), processor: longest("tdur"), tasks: tasks.length };
};

/** How many frames were shown, all or a part of them, and how many that would have been seen to move were dropped. */
export const frames = (buffer) => {
  const events = JSON.parse(buffer).traceEvents;
  const { pid } = main(events);
  const found = { shown: 0, dropped: 0 };
  for (const event of events) {
    const reporter = event.args?.frame_reporter ?? event.args?.chrome_frame_reporter;
    if (event.pid !== pid || event.name !== "PipelineReporter" || !reporter) continue;
    if (reporter.state.startsWith("STATE_PRESENTED")) found.shown += 1;
    else if (reporter.state === "STATE_DROPPED" && reporter.affects_smoothness) found.dropped += 1;
  }
  return found;
};
