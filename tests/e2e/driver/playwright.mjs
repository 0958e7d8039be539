// The driver over Playwright; README.md says what each method does.
import { readFileSync } from "node:fs";

/** What a page must never do: speak in the console, break the policy, or call another host. */
const watch = (page, origin, faults) => {
  page.on("console", (message) => faults.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol !== "data:" && asked !== origin) faults.push(`request: ${request.url()}`);
  });
};

export class PlaywrightDriver {
  /** `browser` and `origin` as Playwright's fixtures have them. */
  constructor(browser, origin) {
    this.browser = browser;
    this.origin = origin;
    /** How often something was typed, pasted, clicked, chosen or pressed. */
    this.actions = 0;
  }

  async open({ lang = "zh-CN", zone = "Asia/Shanghai", now, scheme = "light", width = 1280, height = 900, fragment = "", init, watch: also, ...rest }) {
    const context = await this.browser.newContext({
      baseURL: this.origin,
      locale: lang,
      timezoneId: zone,
      colorScheme: scheme,
      viewport: { width, height },
      ...rest,
    });
    this.context = context;
    this.tabs = [];
    this.faults = [];
    this.setting = { now, init, also };
    await this.tab({ fragment });
  }

  /** Opens another tab, and goes on there. */
  async tab({ fragment = "" } = {}) {
    const { now, init, also } = this.setting;
    this.page = await this.context.newPage();
    this.tabs.push(this.page);
    watch(this.page, this.origin, this.faults);
    also?.(this.page);
    if (init) await this.page.addInitScript(init);
    await this.page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    await this.page.clock.install({ time: new Date(new Date(now) - 60_000) });
    await this.page.goto(fragment ? `/#${fragment}` : "/");
    await this.#ready();
    // Just past the second, where the page has told it.
    await this.page.clock.pauseAt(new Date(Date.parse(now) + 50));
  }

  /** Goes on in the tab that was opened as this one, from 0. */
  async turnTo(place) {
    this.page = this.tabs[place];
    await this.page.bringToFront();
  }

  async #ready() {
    await this.page.waitForSelector("html[data-boot=ready]", { state: "attached" });
  }

  /** Closes the profile; gives what the page should not have done. */
  async close() {
    await this.context.close();
    return this.faults;
  }

  async reload() {
    await this.page.reload();
    await this.#ready();
  }

  async advance(seconds) {
    await this.page.clock.runFor(seconds * 1000);
  }

  async sleep(seconds) {
    await this.page.clock.setSystemTime(new Date((await this.evaluate("Date.now()")) + seconds * 1000));
    await this.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  }

  async skip(seconds) {
    await this.page.clock.setSystemTime(new Date((await this.evaluate("Date.now()")) + seconds * 1000));
  }

  async inServiceWorker(script) {
    const [worker] = this.context.serviceWorkers();
    return (worker ?? (await this.context.waitForEvent("serviceworker"))).evaluate(script);
  }

  async type(selector, text) {
    this.actions += 1;
    await this.page.locator(selector).first().fill(text);
  }

  async paste(selector, text) {
    this.actions += 1;
    await this.page.locator(selector).first().focus();
    await this.page.keyboard.insertText(text);
  }

  async pasteAnywhere(text, keys = "Control+v") {
    await this.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await this.press(keys);
  }

  async drop(selector, name, bytes) {
    this.actions += 1;
    const carried = await this.page.evaluateHandle(
      ([name, content]) => {
        const data = new DataTransfer();
        const bytes = typeof content === "number" ? new Uint8Array(content).fill(97) : Uint8Array.from(atob(content), (byte) => byte.charCodeAt(0));
        data.items.add(new File([bytes], name));
        return data;
      },
      [name, typeof bytes === "number" ? bytes : Buffer.from(bytes).toString("base64")],
    );
    for (const event of ["dragenter", "dragover", "drop"]) {
      await this.page.dispatchEvent(selector, event, { dataTransfer: carried });
    }
  }

  async click(selector) {
    this.actions += 1;
    await this.page.locator(selector).first().click();
  }

  async drag(selector, right, down) {
    const element = this.page.locator(selector).first();
    await element.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await element.boundingBox();
    const [fromX, fromY] = [x + width / 2, y + height / 2];
    await this.page.mouse.move(fromX, fromY);
    await this.page.mouse.down();
    await this.page.mouse.move(fromX + right, fromY + down, { steps: 10 });
    await this.page.mouse.up();
  }

  async hover(selector, x, y) {
    const element = this.page.locator(selector).first();
    await element.scrollIntoViewIfNeeded();
    const box = await element.boundingBox();
    await this.page.mouse.move(box.x + x * box.width, box.y + y * box.height);
  }

  async select(selector, value) {
    this.actions += 1;
    await this.page.locator(selector).first().selectOption(value);
  }

  async until(selector) {
    await this.page.locator(selector).first().waitFor({ state: "attached" });
  }

  async blur() {
    await this.evaluate("document.activeElement.blur()");
  }

  async choose(selector, name, content) {
    const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(content) };
    await this.page.locator(selector).first().setInputFiles(file);
  }

  async press(key) {
    this.actions += 1;
    await this.page.keyboard.press(key);
  }

  async text(selector) {
    return (await this.page.locator(selector).first().innerText()).trim();
  }

  async texts(selector) {
    const texts = await this.page.locator(selector).allInnerTexts();
    return texts.map((text) => text.trim());
  }

  async value(selector) {
    return this.page.locator(selector).first().inputValue();
  }

  async checked(selector) {
    return this.page.locator(selector).first().isChecked();
  }

  async attribute(selector, name) {
    return this.page.locator(selector).first().getAttribute(name);
  }

  async appear(selector) {
    await this.page.waitForSelector(selector, { state: "attached" });
  }

  async count(selector) {
    return this.page.locator(selector).count();
  }

  async download(act) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), act()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  }

  async pdf() {
    return this.page.pdf({ preferCSSPageSize: true });
  }

  async evaluate(script) {
    return this.page.evaluate(script);
  }
}
