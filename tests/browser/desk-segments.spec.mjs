// From statements and form letters to themes: a letter is entered, split by ticking paragraphs, its segment put under a theme,
// removed and brought back; three people send the same text, which is coded once for all; a second coder reads on her own and
// is compared with the first. Without script, then every page with axe.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { DAY_AND_NIGHT, all, axe, click, go, headed, noHorizontalScroll, shot, signIn, validHtml, visit } from "./support.mjs";
import { follow, press, tick, write } from "./survey.mjs";

const PLAIN = { script: false };
const DESK = "/desk/consultations/spielplaetze";
const PLACE = "/consultations/spielplaetze/comments/sp-2-1";
const WORDS = ["Sehr geehrte Damen und Herren,", "am Bach fehlt ein Zaun.", "Dort spielen schon die Kleinsten.", "Mit freundlichen Grüßen"];
const sees = (page, text) => page.getByText(text).first().waitFor();
const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(new Date());

/** The evaluator enters a letter; gives its number. */
async function letter(page) {
  await signIn(page, "evaluator", `${DESK}/statements/new`);
  await tick(page.getByRole("radio", { name: "Brief" }));
  await page.locator("#received_on").fill(today());
  await page.locator("#signer-0-name").fill("Robin Muster");
  await page.locator("#whole").fill(WORDS.join("\n\n"));
  await page.locator("#file").setInputFiles({ name: "Brief.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 Brief") });
  await press(page, "Eingang festhalten");
  await page.getByRole("link", { name: "In Abschnitte gliedern" }).waitFor();
  return new URL(page.url()).pathname.split("/").pop();
}

describe("segments, form letters, two coders", () => {
  test("a letter is split by ticking paragraphs", async () => {
    await visit(PLAIN, async (page) => {
      const number = await letter(page);
      await follow(page, "In Abschnitte gliedern");
      await headed(page, "Person");
      await press(page, "Abschnitt bilden");
      await page.getByRole("alert").getByRole("link", { name: /Kreuzen Sie mindestens einen Absatz an/ }).waitFor();
      for (const words of WORDS.slice(1, 3)) await tick(page.getByRole("checkbox", { name: words }));
      await page.locator("#element").selectOption("sp-2-1");
      await shot(page, "desk segments ticked");
      await press(page, "Abschnitt bilden");
      await sees(page, "Die Abschnitte sind gebildet");
      await sees(page, "2 Absätze");
      assert.equal(await page.locator(".split__list > li").count(), 1);

      // Of what only the attachment says, the words are typed off.
      await page.locator("#typed").fill("Skizze: ein Zaun, einen Meter hoch.");
      await page.locator("#typed_element").selectOption("whole");
      await press(page, "Als Abschnitt aufnehmen");
      await sees(page, "aus einer Anlage");

      // It is a contribution at once.
      await click(page.locator(".split__list").getByRole("link", { name: /^Zuordnen/ }).first());
      await sees(page, "Abschnitt einer Stellungnahme");
      await write(page, /^Neues Thema/, `Zäune ${Date.now()}`);
      await press(page, "Speichern und weiter");

      await go(page, `${DESK}/segments/${number}`);
      await click(page.getByRole("link", { name: /^Stelle ändern/ }).first());
      await page.locator("#place_element").selectOption("whole");
      await press(page, "Speichern");
      await sees(page, "Die Stelle ist geändert");
      await click(page.getByRole("button", { name: /^Entfernen/ }).first());
      await sees(page, "Der Abschnitt ist entfernt");
      await press(page, "Rückgängig");
      await sees(page, "Der Abschnitt ist wieder da");
      await sees(page, "zugeordnet");
      await follow(page, "Stellungnahmen gliedern");
      await sees(page, "2 von 4 Absätzen in Abschnitten");
    });
  });

  test("a form letter is coded once for all", async () => {
    // A letter like no other, also when the stories are played again.
    const mark = `Mühlgraben${Date.now()}`;
    const words = `Wir bitten ${mark} Sie den ${mark} Spielplatz zu ${mark} erhalten und ${mark} die alten ${mark} Bäume zu ${mark} schützen.`;
    for (const greeting of ["", "", "Guten Tag! "]) {
      await visit(PLAIN, async (page) => {
        await go(page, PLACE);
        await write(page, /^Ihr Kommentar/, greeting + words);
        await press(page, "Kommentar abschicken");
        await headed(page, "Ihre Kommentare");
      });
    }
    await visit(PLAIN, async (page) => {
      await signIn(page, "evaluator", `${DESK}/themes`);
      const theme = `Erhalten ${Date.now()}`;
      await page.locator("#name").fill(theme);
      await press(page, "Thema anlegen");
      await sees(page, "Das Thema ist angelegt");
      const group = page.locator(".queue__item").filter({ hasText: mark });
      // The program takes over what people wrote every few seconds.
      for (const start = Date.now(); Date.now() - start < 90_000 && !(await group.getByText("3 Texte").count()); ) {
        await go(page, `${DESK}/duplicates?state=open`);
      }
      await group.getByText("2 sind wortgleich").waitFor();
      await click(group.getByRole("link"));
      await sees(page, "Themen für alle 3 Texte");
      await tick(page.getByRole("checkbox", { name: theme }));
      await shot(page, "desk duplicates open");
      await press(page, "Alle 3 zuordnen");
      await sees(page, "Alle Texte der Gruppe sind zugeordnet");
      assert.equal(await group.count(), 0);
    });
  });

  test("a second coder reads on her own and is compared", async () => {
    await visit(PLAIN, async (page) => {
      await signIn(page, "evaluator", `${DESK}/contributions?coded=mine`);
      for (let n = 0; n < 3; n += 1) {
        await go(page, `${DESK}/contributions?coded=mine`);
        await click(page.locator(".queue__item").getByRole("link", { name: /^Zuordnen/ }).first());
        assert.equal(await page.locator(".pick input:checked").count(), 0);
        await tick(page.locator(".pick input").first());
        await press(page, "Speichern und weiter");
        await sees(page, "Gespeichert.");
      }
      await go(page, `${DESK}/coders`);
      await headed(page, "Wer zuordnet");
      await sees(page, "Robin Auswertung");
    });
  });

  for (const variant of DAY_AND_NIGHT) {
    test(`pages, ${variant.name}`, async () => {
      await visit(variant, async (page) => {
        await signIn(page, "evaluator", `${DESK}/segments`);
        const look = async (name, path) => {
          const answer = await go(page, path);
          await shot(page, `desk ${name} ${variant.name}`);
          await all(() => validHtml(answer), () => axe(page), () => noHorizontalScroll(page));
        };
        await look("statements to split", `${DESK}/segments`);
        const split = page.locator("main .rows a").last();
        const one = new URL(await split.getAttribute("href"), page.url()).pathname;
        await look("segments", one);
        const place = page.getByRole("link", { name: /^Stelle ändern/ });
        if (await place.count()) await look("segments place", await place.first().getAttribute("href"));
        await look("duplicates", `${DESK}/duplicates`);
        const group = page.locator(".queue__item a");
        if (await group.count()) await look("duplicates open", await group.first().getAttribute("href"));
        await look("coders", `${DESK}/coders`);
        await look("contributions unread", `${DESK}/contributions?coded=mine`);
      });
    });
  }
});
