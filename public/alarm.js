// Wakes the page: a worker's timers keep their time while the tab is in the background; the page's own do not.
"use strict";
let timer;
onmessage = ({ data }) => {
  clearTimeout(timer);
  timer = setTimeout(() => postMessage(null), data);
};
