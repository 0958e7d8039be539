// What runs in a page before its own scripts: it tells when marks were painted, how long keys took until they were,
// and which memories WebAssembly has.

/** Passed to Playwright as text: it can use nothing from here. */
export const probe = () => {
  const bench = { started: 0, keys: new Map(), memories: [], accept: "", passed: new Set() };
  globalThis.bench = bench;
  let waiting = [];

  /** When what is in the page now has been painted. */
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });

  const mark = performance.mark.bind(performance);
  performance.mark = (name, options) => {
    const made = mark(name, options);
    bench.passed.add(name);
    const asked = waiting.filter((one) => one.name === name);
    waiting = waiting.filter((one) => one.name !== name);
    if (asked.length > 0) painted().then((at) => asked.forEach(({ resolve }) => resolve({ at: made.startTime, painted: at })));
    if (name === "import:ready" && bench.accept) painted().then(() => document.querySelector(bench.accept).click());
    return made;
  };

  /** The next mark of this name: when it was made, and when what it tells of was painted. */
  bench.next = (name) => new Promise((resolve) => waiting.push({ name, resolve }));
  /** The first one of this name, which may have been. */
  bench.first = (name) => (bench.passed.has(name) ? null : bench.next(name));

  for (const name of ["paste", "drop", "click", "change", "keydown"]) {
    const start = (event) => {
      // An import begins with the text, not with its acceptance by this probe.
      if ((event.isTrusted || name === "change") && !(name === "change" && event.target.type === "search")) bench.started = event.timeStamp;
    };
    addEventListener(name, start, { capture: true, passive: true });
  }
  new PerformanceObserver((list) => {
    for (const { name, interactionId, duration } of list.getEntries()) {
      if (!interactionId || !name.startsWith("key")) continue;
      bench.keys.set(interactionId, Math.max(duration, bench.keys.get(interactionId) ?? 0));
    }
  }).observe({ type: "event", durationThreshold: 16 });

  for (const name of ["instantiate", "instantiateStreaming"]) {
    const made = WebAssembly[name].bind(WebAssembly);
    WebAssembly[name] = async (...given) => {
      const found = await made(...given);
      const { memory } = (found.instance ?? found).exports;
      if (memory) bench.memories.push(new WeakRef(memory));
      return found;
    };
  }
  /** Bytes of WebAssembly's memories. */
  bench.wasm = () => bench.memories.reduce((sum, memory) => sum + (memory.deref()?.buffer.byteLength ?? 0), 0);
};
