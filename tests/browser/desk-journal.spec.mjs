// The journal, read by an administrator: filters, older lines, the file, and that others find nothing there.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";

import { DAY_AND_NIGHT, all, axe, go, headed, noHorizontalScroll, shot, signIn, validHtml, visit } from "./support.mjs";
import { press } from "./survey.mjs";

const JOURNAL = "/desk/journal";
const lines = (page) => page.locator(".journal tbody tr");

describe("the journal", () => {
  test("it is narrowed to an act, and taken out as a file", async () => {
    await visit({}, async (page) => {
      await signIn(page, "admin", JOURNAL);
      await headed(page, "Protokoll");
      const before = await lines(page).count();
      assert.ok(before > 3);
      await page.getByLabel("Was", { exact: true }).selectOption({ label: "Ergebnisse veröffentlicht" });
      await press(page, "Suchen");
      assert.ok((await lines(page).count()) < before);
      await lines(page).first().getByText("Ergebnisse veröffentlicht").waitFor();
      const [file] = await Promise.all([page.waitForEvent("download"), press(page, /Als Datei/)]);
      assert.match(await readFile(await file.path(), "utf8"), /results\.publish/);
      await go(page, JOURNAL);
      await lines(page).first().getByText("Protokoll heruntergeladen").waitFor();
      await page.getByLabel("Von").fill("1999-01-01");
      await page.getByLabel("Bis").fill("1999-12-31");
      await press(page, "Suchen");
      await page.getByText("Dazu gibt es nichts.").waitFor();
    });
  });

  test("nobody else finds it", async () => {
    await visit({}, async (page) => {
      await signIn(page, "editor");
      await go(page, JOURNAL, 404);
    });
  });

  for (const variant of DAY_AND_NIGHT) {
    test(`page, ${variant.name}`, async () => {
      await visit(variant, async (page) => {
        await signIn(page, "admin", JOURNAL);
        const answer = await go(page, `${JOURNAL}?act=strategy.edit`);
        await shot(page, `desk journal ${variant.name}`);
        await all(() => validHtml(answer), () => axe(page), () => noHorizontalScroll(page));
      });
    });
  }
});
