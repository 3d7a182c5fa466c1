// A text in plain German: staff translate and approve it, residents read it, and the page stays honest about the rest.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { BASE, DAY_AND_NIGHT, axe, click, go, headed, noHorizontalScroll, shot, signIn, visit } from "./support.mjs";
import { tick } from "./survey.mjs";

const DESK = "/desk/consultations/radverkehr/languages";

describe("languages of a consultation", () => {
  test("are offered, translated beside the original and approved", () =>
    visit({}, async (page) => {
      await signIn(page, "editor", DESK);
      await headed(page, "Sprachen und Einfache Sprache");
      await axe(page);
      await tick(page.getByRole("checkbox", { name: "Einfache Sprache" }));
      await tick(page.getByRole("checkbox", { name: "Türkçe" }));
      await click(page.getByRole("button", { name: "Sprachen speichern" }));
      await page.getByRole("status").getByText("Die Sprachen sind gespeichert.").waitFor();

      await click(page.getByRole("link", { name: "Einfache Sprache" }));
      await headed(page, "Einfache Sprache");
      await axe(page);
      await click(page.locator(".rows a").first());
      const fields = page.locator("textarea");
      await axe(page);
      for (let n = 0; n < (await fields.count()); n++) await fields.nth(n).fill("");
      await click(page.getByRole("button", { name: "Freigeben und weiter" }));
      await page.getByRole("alert").waitFor();
      await axe(page);
      await fields.nth(0).fill("Rad fahren in Lindenau");
      for (let n = 1; n < (await fields.count()); n++) await fields.nth(n).fill("Sagen Sie uns, was Sie wollen.");
      await click(page.getByRole("button", { name: "Freigeben und weiter" }));
      await page.getByRole("status").getByText("Freigegeben.").waitFor();
      await go(page, `${DESK}/plain?state=approved`);
      assert.equal(await page.locator(".rows li").count(), 1);
    }));

  test("are read by residents, and what is missing says so", () =>
    visit({ script: false }, async (page) => {
      await go(page, "/strategies/spielplaetze/editions/1/hf-spielen");
      await click(page.getByRole("navigation", { name: "Texte lesen auf" }).getByRole("link", { name: "Einfache Sprache" }));
      await page.getByText("Von jeder Wohnung geht man höchstens 10 Minuten").waitFor();
      await page.getByText("Was gilt, ist der ursprüngliche Wortlaut.").waitFor();
      // The choice is kept on the next page, and the way back is one click.
      await go(page, "/strategies/spielplaetze/editions/1/hf-pflege");
      await page.getByText("Was kaputt ist, reparieren wir schnell.").waitFor();
      await click(page.getByRole("link", { name: "Deutsch", exact: true }));
      await page.getByText("Ein Spielplatz ist nur so gut wie seine Pflege.").waitFor();
      assert.equal(new URL(page.url()).origin, BASE);
    }));

  for (const variant of DAY_AND_NIGHT) {
    test(`are found on the start page and that of the consultation: ${variant.name}`, () =>
      visit(variant, async (page) => {
        await go(page, "/");
        const languages = page.getByRole("navigation", { name: "Texte lesen auf" });
        await click(languages.getByRole("link", { name: "Einfache Sprache" }));
        const card = page.getByRole("article").filter({ hasText: "Wo spielen Kinder gern?" });
        // A consultation without plain German says so.
        await page.getByText("nicht in Einfacher Sprache").first().waitFor();
        await axe(page);
        await noHorizontalScroll(page);
        await shot(page, `languages-start-${variant.name}`);
        await click(card.getByRole("link", { name: "Spielplätze in Lindenau" }));
        await headed(page, "Spielplätze in Lindenau");
        await page.getByRole("link", { name: "Bauen und pflegen" }).waitFor();
        await axe(page);
        await noHorizontalScroll(page);
        await shot(page, `languages-consultation-${variant.name}`);
        await click(languages.getByRole("link", { name: "Deutsch", exact: true }));
        await page.getByText("Wir haben sechs Ziele für unsere Spielplätze").waitFor();
      }));
  }
});
