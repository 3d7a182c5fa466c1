// Every public page, on a desk and on a phone, by day and by night: valid, accessible, not too wide,
// and without a request to anybody else. A new kind of page gets a line in this list.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { VARIANTS, all, axe, go, noHorizontalScroll, shot, validHtml, visit } from "./support.mjs";

const PAGES = [
  { name: "start", path: "/" },
  { name: "missing page", path: "/there-is-no-such-page", status: 404 },
];

for (const variant of VARIANTS) {
  describe(variant.name, () => {
    for (const { name, path, status } of PAGES) {
      test(name, () =>
        visit(variant, async (page) => {
          const answer = await go(page, path, status);
          await shot(page, `${name} ${variant.name}`);
          await all(
            () => validHtml(answer),
            () => axe(page),
            () => noHorizontalScroll(page),
          );
        }));
    }
  });
}

describe("colours imposed by the system", () => {
  for (const { name, path, status } of PAGES) {
    test(name, () =>
      visit({ forcedColors: true }, async (page) => {
        await go(page, path, status);
        await axe(page);
        await shot(page, `${name} forced colours`);
      }));
  }
});

describe("in English", () => {
  for (const { name, path, status } of PAGES) {
    test(name, () =>
      visit({ language: "en-GB" }, async (page) => {
        await go(page, path, status);
        assert.match(await page.locator("html").getAttribute("lang"), /^en/);
        await axe(page);
      }));
  }
});
