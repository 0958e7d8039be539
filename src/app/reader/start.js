// Stands behind the glue of the reader, in one file with it: a worker has no page that would start it.
// What breaks off within a promise is not told to the page by the browser.
addEventListener("unhandledrejection", () => postMessage(["broken"]));
__wbg_init({ module_or_path: new URL("reader_bg.wasm", import.meta.url) });
