// Keeps nothing and answers no request: it is there to show notifications, and to lead from one to its row.
"use strict";
self.addEventListener("install", () => self.skipWaiting());

const lead = async (ticket) => {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const board = windows.find(({ url }) => new URL(url).hash.startsWith("#/board"));
  const tab = board ?? windows[0];
  if (!tab) return self.clients.openWindow(new URL("./#/board", self.registration.scope).href);
  // Refused where the click was too long ago; the row is opened all the same.
  await tab.focus().catch(() => {});
  tab.postMessage({ board: ticket });
};

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(lead(event.notification.data));
});
