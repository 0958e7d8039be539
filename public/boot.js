// Runs before the first paint: sets the language and the theme, then starts the planner.
// A classic script on purpose: it blocks painting in every engine, which a module does not.
"use strict";
{
  const root = document.documentElement;

  const attempt = (act) => {
    try {
      return act();
    } catch {
      // What is refused is as if it were not there.
    }
  };
  const remembered = () => attempt(() => JSON.parse(localStorage.getItem("sla-planner.settings"))) ?? {};

  const dress = ({ lang, theme }) => {
    const wanted = String(navigator.languages?.[0] ?? navigator.language ?? "").toLowerCase();
    const known = lang === "zh-CN" || lang === "en";
    root.lang = known ? lang : wanted.startsWith("zh") ? "zh-CN" : "en";
    root.dataset.theme = theme === "light" || theme === "dark" ? theme : "auto";
    root.dataset.boot = "loading";
    document.title = `SLA Planner · ${root.lang === "en" ? "When is it due?" : "什么时候到期？"}`;
  };

  const { js, wasm, ...programs } = document.getElementById("boot").dataset;
  const address = (name) => new URL(name, document.baseURI).href;
  const tell = (name) => document.dispatchEvent(new CustomEvent(`sla-planner:${name}`, { detail: "" }));
  const parsed = new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", resolve, { once: true });
  });

  const start = async () => {
    const [glue] = await Promise.all([import(address(js)), parsed]);
    await glue.default({ module_or_path: address(wasm) });
    root.dataset.boot = "ready";
  };

  const apologise = async (error) => {
    console.error(error);
    await parsed;
    root.dataset.boot = "failed";
    document.getElementById("failed")?.removeAttribute("hidden");
  };

  // The other programs come with a style sheet of their own, which must stand behind the page's. Each waits for
  // the main one, which makes its place.
  const fetchProgram = async (name) => {
    await parsed;
    const sheet = Object.assign(document.createElement("link"), {
      rel: "stylesheet",
      href: address(`${programs[name]}.css`),
    });
    const dressed = new Promise((resolve, reject) => Object.assign(sheet, { onload: resolve, onerror: reject }));
    document.head.append(sheet);
    try {
      const [glue] = await Promise.all([import(address(`${programs[name]}.js`)), dressed, started]);
      await glue.default({ module_or_path: address(`${programs[name]}_bg.wasm`) });
    } catch (error) {
      console.error(error);
      sheet.remove();
      throw error;
    }
  };

  const come = {};
  const fetchDetails = () => {
    come.details ??= fetchProgram("details").catch(() => {
      delete come.details;
      tell("details-failed");
    });
  };

  // What the address asks for: Check, or a view that is a program of its own.
  const asked = () => location.hash.match(/^#\/(board)\b/)?.[1] ?? "check";
  const fetchView = (view) => {
    come[view] ??= fetchProgram(view).then(() => (root.dataset[view] = "ready"));
    come[view].catch(() => document.getElementById("missing").removeAttribute("hidden"));
  };
  let explain = false;
  const show = async () => {
    const view = asked();
    const changed = root.dataset.view && root.dataset.view !== view;
    root.dataset.view = view;
    if (view === "check") {
      if (explain) fetchDetails();
      explain = false;
    } else {
      fetchView(view);
    }
    await parsed;
    for (const link of document.querySelectorAll("#views a")) {
      if (link.dataset.view === view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (changed) document.getElementById(view === "check" ? "main" : view)?.focus();
  };

  // Details that nobody asked for wait until Check is seen.
  document.addEventListener("sla-planner:details", ({ detail }) => {
    if (detail || asked() === "check") fetchDetails();
    else explain = true;
  });

  // A new tab begins with the plan that was entered last; each goes on with its own. Where nothing can be kept,
  // the planner says so.
  const plan = "sla-planner.plan";
  const own = attempt(() => sessionStorage.getItem(plan));
  if (own) attempt(() => localStorage.setItem(plan, own));
  document.addEventListener("sla-planner:state", ({ detail }) => {
    const [visiting, , , text] = detail.split("\n");
    if (!visiting) attempt(() => sessionStorage.setItem(plan, text));
  });

  // Another tab cleared everything.
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== "sla-planner.cleared" || !newValue) return;
    sessionStorage.removeItem(plan);
    location.reload();
  });

  // The board is also wanted by what only hands it a ticket.
  document.addEventListener("sla-planner:board", () => fetchView("board"));

  dress(remembered());
  const started = start().catch(apologise);
  addEventListener("hashchange", show);
  show();
}
