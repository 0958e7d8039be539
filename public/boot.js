// Runs before the first paint: sets the language and the theme, then starts the planner.
// A classic script on purpose: it blocks painting in every engine, which a module does not.
"use strict";
{
  const root = document.documentElement;

  const remembered = () => {
    try {
      return JSON.parse(localStorage.getItem("sla-planner.settings")) ?? {};
    } catch {
      return {};
    }
  };

  const dress = ({ lang, theme }) => {
    const wanted = String(navigator.languages?.[0] ?? navigator.language ?? "").toLowerCase();
    const known = lang === "zh-CN" || lang === "en";
    root.lang = known ? lang : wanted.startsWith("zh") ? "zh-CN" : "en";
    root.dataset.theme = theme === "light" || theme === "dark" ? theme : "auto";
    root.dataset.boot = "loading";
    document.title = `SLA Planner · ${root.lang === "en" ? "When is it due?" : "什么时候到期？"}`;
  };

  const { js, wasm } = document.getElementById("boot").dataset;
  const address = (name) => new URL(name, document.baseURI).href;
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

  // The details are a program and a style sheet of their own, fetched when they are asked for.
  document.addEventListener("sla-planner:details", async () => {
    const { details } = document.getElementById("boot").dataset;
    const sheet = Object.assign(document.createElement("link"), {
      rel: "stylesheet",
      href: address(`${details}.css`),
    });
    const dressed = new Promise((resolve, reject) => Object.assign(sheet, { onload: resolve, onerror: reject }));
    document.head.append(sheet);
    try {
      const [glue] = await Promise.all([import(address(`${details}.js`)), dressed]);
      await glue.default({ module_or_path: address(`${details}_bg.wasm`) });
    } catch (error) {
      console.error(error);
      sheet.remove();
      document.dispatchEvent(new CustomEvent("sla-planner:details-failed", { detail: "" }));
    }
  });

  dress(remembered());
  start().catch(apologise);
}
