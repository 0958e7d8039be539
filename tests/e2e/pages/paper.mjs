// The printed answer, as a person holds it.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

import { HandOnPage } from "./hand_on.mjs";

export class PaperPage extends HandOnPage {
  /** Prints the page; gives the text of each sheet, without spaces: a PDF does not tell where words end. */
  async print() {
    const data = new Uint8Array(await this.driver.pdf());
    const task = getDocument({ data, useSystemFonts: true, verbosity: 0 });
    const pdf = await task.promise;
    const sheets = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      sheets.push({
        size: page.view.slice(2).map(Math.round),
        text: items.map(({ str }) => str).join("").replace(/\s+/g, ""),
        letters: items.filter(({ str }) => str.trim()).map(({ str, height }) => [height, str]),
      });
    }
    await task.destroy();
    return sheets;
  }

  /** Whether any of the document is seen on the screen. */
  async onScreen() {
    return this.driver.evaluate("[...document.querySelectorAll('.paper')].some((part) => part.offsetHeight > 0)");
  }
}
