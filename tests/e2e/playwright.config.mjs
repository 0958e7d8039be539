import { defineConfig } from "@playwright/test";

const port = process.env.E2E_PORT ?? "8123";
const origin = `http://127.0.0.1:${port}`;

export default defineConfig({
  testMatch: "*.spec.mjs",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  reporter: [["list"]],
  outputDir: "test-results",
  forbidOnly: true,
  use: {
    baseURL: origin,
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
    screenshot: "only-on-failure",
  },
  webServer: { command: `node server.mjs ../../dist ${port}`, url: origin, reuseExistingServer: false },
});
