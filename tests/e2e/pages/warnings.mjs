// The warnings of the board, as a person is told them and chooses them.
import { OutPage } from "./out.mjs";

const one = (text) => text.replace(/\s+/g, " ").trim();

export class WarningsPage extends OutPage {
  /** The line that tells what was crossed. */
  async line() {
    return one((await this.driver.texts("#crossed")).join(""));
  }

  /** Begins to keep what is told to those who listen. */
  async listen() {
    await this.driver.evaluate(`{
      window.told = [];
      const look = (changes) => {
        for (const { target } of changes) {
          const region = (target.nodeType === 1 ? target : target.parentElement)?.closest("[role=status], [role=alert], [aria-live]");
          const text = region?.textContent.trim();
          if (text && window.told.at(-1) !== text) window.told.push(text);
        }
      };
      new MutationObserver(look).observe(document.body, { childList: true, characterData: true, subtree: true });
    }`);
  }

  /** What was told since. */
  async told() {
    return (await this.driver.evaluate("window.told.splice(0)")).map(one);
  }

  async title() {
    return this.driver.evaluate("document.title");
  }

  /** The shape that the icon of the tab shows; none for the page's own. */
  async icon() {
    const address = await this.driver.attribute("link[rel=icon]", "href");
    return address.startsWith("data:") ? decodeURIComponent(address) : null;
  }

  async goTo(view) {
    await this.driver.click(`#views a[data-view=${view}]`);
    await this.driver.until(`html[data-view=${view}]`);
  }

  async choose() {
    await this.driver.click("#open-warnings");
  }

  async done() {
    await this.driver.click("#warnings .dialog-head button");
  }

  /** Whether anything is told: what stands on the button. */
  async state() {
    return one(await this.driver.text("#open-warnings"));
  }

  async notify() {
    await this.driver.click("#notify-on");
    await this.waitFor(async () => (await this.driver.count("#notify-off")) > 0, "notifications to be on");
  }

  /** What is said of notifications. */
  async notices() {
    return one(await this.driver.text("#notices-state"));
  }

  /** The notifications shown, each with its tag, title and text. */
  async shown() {
    return this.driver.evaluate(`(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const shown = (await registration?.getNotifications()) ?? [];
      return shown.map(({ tag, title, body }) => [tag, title, body]).sort();
    })()`);
  }

  /** Waits until so many are shown. */
  async untilShown(count) {
    let shown = [];
    const look = async () => {
      shown = await this.shown();
      return shown.length === count && shown;
    };
    return this.waitFor(look, `${count} notifications`).catch((error) => {
      throw new Error(`${error.message}, and there were ${JSON.stringify(shown)}`);
    });
  }

  /** Presses the notification of this tag. */
  async press(tag) {
    await this.driver.inServiceWorker(
      `self.registration.getNotifications().then((shown) => {
        const notification = shown.find(({ tag }) => tag === ${JSON.stringify(tag)});
        self.dispatchEvent(new NotificationEvent("notificationclick", { notification }));
      })`,
    );
  }

  /** Hides the tab, as far as the page can tell; its clock then goes on without its timers. */
  async hide() {
    await this.driver.evaluate(`{
      Object.defineProperty(document, "hidden", { configurable: true, value: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }`);
  }
}
