// The revision desk: both editions as trees side by side, by keyboard and narrowed; the difference that follows what is typed.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { DAY_AND_NIGHT, all, axe, click, go, headed, noHorizontalScroll, shot, signIn, validHtml, visit } from "./support.mjs";
import { follow, press } from "./survey.mjs";

const TREES = "Beide Fassungen nebeneinander";
const sees = (page, text) => page.getByText(text).first().waitFor();

/** Both trees of the draft in work; gives their address. */
async function trees(page) {
  await signIn(page, "editor", "/desk/strategies/stadtentwicklung/drafts");
  const draft = await page.locator("main a[href*='/drafts/']").first().getAttribute("href");
  const place = `${new URL(draft, page.url()).pathname.replace(/\/$/, "")}/revision`;
  await go(page, place);
  await headed(page, TREES);
  return place;
}

describe("the revision desk", () => {
  test("leads from both trees to an element and on to the next, without a script", async () => {
    await visit({ script: false }, async (page) => {
      const place = await trees(page);
      await sees(page, "Jede Änderung hat ihren Anlass");
      await follow(page, /^Geändert/);
      assert.deepEqual(await page.locator(".leaf").evaluateAll((rows) => rows.map((row) => row.id)), ["sz-1-4"]);
      await sees(page, "außer wenn gebaut oder geerbt wird");
      await click(page.locator("#sz-1-4 a[data-leaf]"));
      await headed(page, /Leerstand beenden/);
      await click(page.locator("a[rel=next]"));
      await page.waitForURL((url) => url.pathname !== `${place}/sz-1-4`);
      await follow(page, TREES);
      await headed(page, TREES);
    });
  });

  test("goes from element to element by keyboard", async () => {
    await visit({}, async (page) => {
      const place = await trees(page);
      await go(page, `${place}?show=themes`);
      const links = page.locator("a[data-leaf]");
      await links.first().focus();
      await page.keyboard.press("ArrowDown");
      assert.ok(await links.nth(1).evaluate((link) => link === document.activeElement));
      await page.keyboard.press("ArrowUp");
      const there = await links.first().getAttribute("href");
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.pathname === there);
      const next = await page.locator("a[rel=next]").getAttribute("href");
      await page.keyboard.press("Alt+PageDown");
      await page.waitForURL((url) => url.pathname === next);
      await page.keyboard.press("Alt+PageUp");
      await page.waitForURL((url) => url.pathname === there);
    });
  });

  test("shows the difference while the words are typed, and the same as its button", async () => {
    await visit({}, async (page) => {
      const place = await trees(page);
      await go(page, `${place}/sz-2-1`);
      const compared = page.locator("#compared");
      assert.equal(await compared.locator("ins").count(), 0);
      const text = page.getByRole("textbox", { name: "Text", exact: true });
      await text.focus();
      await page.keyboard.press("Control+End");
      await text.pressSequentially(" Das gilt auch für Gäste.", { delay: 20 });
      await compared.getByText("Das gilt auch für Gäste.").waitFor();
      assert.equal(await compared.getAttribute("aria-live"), null);
      await page.getByRole("status").getByText("5 Wörter neu").waitFor();
      const live = await compared.innerHTML();
      await axe(page);
      await press(page, "Vergleich neu laden");
      await compared.getByText("Das gilt auch für Gäste.").waitFor();
      assert.equal(await compared.innerHTML(), live);
    });
  });

  for (const variant of DAY_AND_NIGHT) {
    test(`its pages, ${variant.name}`, async () => {
      await visit(variant, async (page) => {
        const place = await trees(page);
        const look = async (name, path) => {
          const answer = await go(page, path);
          await shot(page, `desk revision ${name} ${variant.name}`);
          await all(() => validHtml(answer), () => axe(page), () => noHorizontalScroll(page));
        };
        await look("trees", `${place}?show=changed`);
        await look("trees with themes", `${place}?show=themes`);
        await look("element", `${place}/sz-2-4`);
      });
    });
  }
});
