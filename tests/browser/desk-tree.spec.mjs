// The next edition as an editor works on it, in a browser without JavaScript: goal 4 is split in two, one is taken out
// and comes back, texts get other words, and an edition is made of it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { all, axe, click, go, headed, noHorizontalScroll, shot, signIn, validHtml, visit } from "./support.mjs";
import { follow, press, tick } from "./survey.mjs";

const PLAIN = { script: false };
const DRAFTS = "/desk/strategies/radverkehr/drafts";
const FOURTH = "Rücksicht auf Gehwegen und Plätzen";

const sees = (page, text) => page.getByText(text).first().waitFor();
const item = (page, key) => page.locator(`#${key}`);

/** The numbers and names of the goals, in the order of the page. */
const goals = (page) => page.locator(".tree h3").allInnerTexts();

/** Opens the menu of an element and gives it. */
async function menu(page, key) {
  const menu = item(page, key).locator("details.menu").first();
  await click(menu.locator("summary"));
  return menu;
}

describe("the next edition as a tree", () => {
  test("a goal is split, others are reworded and taken out, all can be undone, and it is finished", async () => {
    await visit(PLAIN, async (page) => {
      await signIn(page, "editor", DRAFTS);
      await headed(page, "Fassung in Arbeit");
      await press(page, "Neue Fassung beginnen");
      await headed(page, "Neue Fassung bearbeiten");
      await sees(page, "Noch nichts geändert");
      assert.equal((await goals(page)).length, 4);

      // Goal 4 becomes two: the cut is chosen first, then both get their words.
      await click((await menu(page, "rad-4")).getByRole("link", { name: "Teilen" }));
      await headed(page, new RegExp(FOURTH));
      await page.getByRole("radio", { name: /nach Satz 1/ }).check();
      await press(page, "Text so aufteilen");
      const second = page.getByRole("region", { name: "Zweiter Teil" });
      assert.match(await second.getByLabel("Text").inputValue(), /^Wo der Platz für beide nicht reicht/);
      await press(page, "Teilen");
      await click(page.getByRole("alert").getByRole("link", { name: "Schreiben Sie einen Titel" }));
      await second.getByLabel("Titel").fill("Vorrang für den Fußverkehr");
      await second.getByLabel("Nummer").fill("5");
      await tick(page.getByRole("checkbox", { name: /Schrittgeschwindigkeit/ }));
      await shot(page, "desk tree split");
      await press(page, "Teilen");
      await sees(page, "Aus einem sind zwei geworden");
      assert.equal((await goals(page)).at(-1), "Vorrang für den Fußverkehr");
      await sees(page, "Rückgängig: Ziel 4 geteilt");

      // Other words, with those of the edition before beside them.
      await follow(page, "Gut und sicher abstellen");
      await sees(page, "Wortlaut in „Entwurf“");
      await page.getByLabel("Text").fill("Wer mit dem Rad ankommt, findet einen sicheren Platz. Das gilt auch für Lastenräder.");
      await press(page, "Speichern");
      await sees(page, "Gespeichert");
      await sees(page, "neu formuliert");
      await follow(page, "Gut und sicher abstellen");
      await sees(page, "Was sich geändert hat");
      await follow(page, "Zurück zur Übersicht");

      // One is taken out, and it was a mistake.
      await click((await menu(page, "rad-2")).getByRole("button", { name: "Streichen" }));
      await sees(page, "Gestrichen: ");
      assert.ok(!(await goals(page)).includes("Schnelle Routen zwischen den Stadtteilen"));
      await press(page, "Rückgängig: Ziel 2 gestrichen");
      assert.ok((await goals(page)).includes("Schnelle Routen zwischen den Stadtteilen"));
      await sees(page, "Wiederholen: Ziel 2 gestrichen");

      // By the keyboard alone: up, and the page returns to the goal that was moved.
      const up = item(page, "rad-3").getByRole("button", { name: "Ziel 3 nach oben" });
      await up.focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/#rad-3$/);
      assert.deepEqual((await goals(page)).slice(1, 3), [
        "Gut und sicher abstellen",
        "Schnelle Routen zwischen den Stadtteilen",
      ]);
      await shot(page, "desk tree");

      // Everything that changed on one page, then it is an edition. Still by the keyboard: the page may yet be on its way to the goal, and the
      // bar with it, under a mouse.
      await page.getByRole("link", { name: "Fertigstellen", exact: true }).focus();
      await page.keyboard.press("Enter");
      await headed(page, "Stimmt alles?");
      for (const words of ["neu", "neu formuliert", "verschoben"]) await sees(page, words);
      await page.getByLabel("Name der Fassung").fill("Überarbeiteter Entwurf");
      // No change without a cause.
      await press(page, "Fassung fertigstellen");
      await sees(page, "Nicht jede Änderung hat einen Anlass");
      await page.getByLabel("Art des Anlasses").selectOption({ label: "Verständlicher" });
      await page.getByLabel("Begründung für alle").fill("Kürzer, und jedes Thema für sich.");
      await page.getByLabel("Name der Fassung").fill("Überarbeiteter Entwurf");
      await shot(page, "desk tree finish");
      await press(page, "Fassung fertigstellen");
      await go(page, DRAFTS);
      await sees(page, "Zurzeit arbeitet niemand an einer neuen Fassung");
      // Nobody outside sees it before it is published.
      await go(page, "/strategies/radverkehr/editions/2", 404);
    });
  });

  for (const [device, scheme] of [["desktop", "light"], ["phone", "dark"]]) {
    test(`its pages are accessible: ${device} ${scheme}`, async () => {
      await visit({ device, scheme }, async (page) => {
        await signIn(page, "editor", "/desk/strategies/stadtentwicklung/drafts");
        const begin = page.getByRole("button", { name: "Neue Fassung beginnen" });
        if (await begin.count()) await click(begin);
        else await follow(page, "Weiter bearbeiten");
        const tree = new URL(page.url()).pathname;
        const pages = ["", "/elements/sz-1-1", "/elements/sz-1-1/split", "/elements/sz-1-1/merge", "/elements/sz-1-1/place"];
        for (const path of [...pages, "/add?kind=goal&parent=hf-wohnen", "/finish", "/discard"]) {
          const answer = await go(page, tree + path);
          if (path === "") await click(page.locator("details.menu summary").first());
          await shot(page, `desk tree ${device} ${scheme} ${path.replaceAll("/", " ").split("?")[0]}`);
          await all(
            () => axe(page),
            () => noHorizontalScroll(page),
            () => validHtml(answer),
          );
        }
      });
    });
  }
});
