// A paper on its way: an editor writes it, lays out its steps and publishes it; a visitor sees of a closed step its day,
// a councillor of that body the step; the council decides, and the decided edition is made. Then every page with axe.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import { DAY_AND_NIGHT, all, axe, click, go, headed, noHorizontalScroll, shot, signIn, validHtml, visit } from "./support.mjs";
import { join } from "node:path";
import { follow, press, tick, write } from "./survey.mjs";

const PLAIN = { script: false };
const SLUG = `rat-${Date.now().toString(36)}`;
const REFERENCE = `S${Date.now() % 1_000_000}/26`;
const CLOSED = "Ausschuss für Bildung und Soziales";

const said = (page, hasText) => page.getByRole("status").filter({ hasText }).waitFor();
const sees = (page, text) => page.getByText(text).first().waitFor();
const pick = (page, label, option) => page.getByLabel(label, { exact: true }).selectOption({ label: option });

/** A strategy of the story's own with one edition that everyone may read. */
async function strategy(page) {
  await go(page, "/desk/strategies/new");
  await page.getByLabel("Titel").fill(`Klima ${SLUG}`);
  await page.getByLabel("Kurzname für Adressen").fill(SLUG);
  await press(page, "Anlegen");
  await page.getByLabel("Dokument einlesen").setInputFiles(join(import.meta.dirname, "files", "klima-1.docx"));
  await press(page, "Hochladen und prüfen");
  await press(page, "Gleich als Fassung anlegen");
  await click(page.getByRole("link", { name: "Veröffentlichen", exact: true }));
  await press(page, "Veröffentlichen");
  await said(page, "Die Fassung ist veröffentlicht.");
}

/** Adds a step to the paper that is open at the desk. */
async function step(page, { body, day, role, publicity }) {
  await follow(page, "Beratung hinzufügen");
  await pick(page, "Gremium", body);
  await page.getByLabel("Tag der Sitzung").fill(day);
  await pick(page, "Aufgabe", role);
  await tick(page.getByRole("radio", { name: publicity }));
  await press(page, "Speichern");
  await said(page, "Die Beratung ist gespeichert.");
}

const stops = (page) => page.locator(".way > li");

/** The paper at the desk and for everyone, once it is written. */
const papers = {};

before(() =>
  visit(PLAIN, async (page) => {
    await signIn(page, "editor", "/desk");
    await strategy(page);
  }),
);

describe("a paper on its way through the bodies", () => {
  test("an editor writes it, lays out its way and publishes it", () =>
    visit(PLAIN, async (page) => {
      await signIn(page, "editor", "/desk/papers");
      await follow(page, "Neue Vorlage");
      await press(page, "Speichern");
      await page.getByRole("alert").getByText("Schreiben Sie, worum es geht.").waitFor();
      await pick(page, "Art", "Beschlussvorlage");
      await write(page, "Nummer", REFERENCE);
      await write(page, "Betreff", "Klima in Lindenau: Beschluss");
      await page.getByLabel(/^Fassung/).selectOption({ label: `Klima ${SLUG}, Entwurf 1` });
      await write(page, "Federführendes Amt", "Umweltamt");
      await page.getByRole("textbox", { name: /^Sachbearbeitung/ }).fill("Rosa Regen");
      await press(page, "Speichern");
      await said(page, "Die Vorlage ist gespeichert.");
      papers.desk = new URL(page.url()).pathname;
      papers.public = papers.desk.replace("/desk", "");

      // Across the turn of a year, and in the order of the days however they are typed.
      await step(page, { body: "Gemeinderat", day: "2027-01-28", role: "Beschlussfassung", publicity: /^Öffentlich/ });
      await step(page, { body: CLOSED, day: "2026-12-10", role: "Vorberatung", publicity: /^Nicht öffentlich/ });
      await step(page, { body: "Jugendgemeinderat", day: "2026-12-10", role: "Anhörung", publicity: /^Öffentlich/ });
      assert.equal(await stops(page).count(), 3);
      await click(stops(page).nth(1).getByRole("button", { name: /^Nach oben/ }));
      assert.match(await stops(page).first().innerText(), /Jugendgemeinderat/);
      await click(stops(page).first().getByRole("button", { name: /^Entfernen/ }));
      await said(page, "Die Beratung ist entfernt.");
      await click(page.getByRole("button", { name: /^Zurückholen/ }));
      await said(page, "Die Beratung ist wieder da.");
      assert.equal(await stops(page).count(), 3);

      await page.getByLabel("Dateien auswählen").setInputFiles({ name: "Anlage.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 Anlage") });
      await press(page, "Datei anfügen");
      await said(page, "Die Anlage ist hinzugefügt.");
      await go(page, papers.public, 404);
      await go(page, papers.desk);
      await follow(page, "Veröffentlichen");
      await press(page, "Veröffentlichen");
      await said(page, "Die Vorlage ist veröffentlicht.");
    }));

  test("a visitor sees of the closed step its day and nothing else", () =>
    visit(PLAIN, async (page) => {
      await go(page, "/papers");
      await follow(page, "Klima in Lindenau: Beschluss");
      await headed(page, "Klima in Lindenau: Beschluss");
      const text = await page.locator("main").innerText();
      assert.match(text, /10\. Dezember 2026[^]*nicht öffentlich[^]*28\. Januar 2027[^]*Gemeinderat/);
      assert.ok(!text.includes(CLOSED) && !text.includes("Vorberatung") && !text.includes("Rosa Regen"));
      await page.getByRole("link", { name: "Anlage.pdf" }).waitFor();
      await go(page, `/strategies/${SLUG}/editions/1`);
      const way = await page.locator("main").innerText();
      assert.ok(way.includes(REFERENCE) && !way.includes(CLOSED));
    }));

  test("a councillor of that body sees the step", () =>
    visit(PLAIN, async (page) => {
      await signIn(page, "councillor", "/desk/papers");
      await sees(page, CLOSED);
      await follow(page, "Klima in Lindenau: Beschluss");
      await sees(page, CLOSED);
      await sees(page, "Vorberatung, nicht öffentlich");
      assert.equal(await page.getByRole("link", { name: "Angaben ändern" }).count(), 0);
    }));

  test("decided unchanged, the decided edition is one click", () =>
    visit(PLAIN, async (page) => {
      await signIn(page, "editor", papers.desk);
      await click(stops(page).last().getByRole("link", { name: /^Ändern/ }));
      await pick(page, "Ergebnis (freiwillig)", "zugestimmt");
      await tick(page.getByRole("radio", { name: "ausgezählt" }));
      await page.getByLabel(/^Ja/).fill("23");
      await page.getByLabel(/^Nein/).fill("4");
      await page.getByLabel(/^Enthaltungen/).fill("1");
      await page.getByLabel(/^Beschlossener Wortlaut/).fill("Der Gemeinderat beschließt die Ziele.");
      await press(page, "Speichern");
      await press(page, "Unverändert beschlossen: Fassung anlegen");
      await said(page, "Die beschlossene Fassung ist angelegt.");
      await page.context().clearCookies();
      await go(page, papers.public);
      await sees(page, "23 Ja, 4 Nein, 1 Enthaltung");
      await sees(page, "Der Gemeinderat beschließt die Ziele.");
      await follow(page, `Klima ${SLUG}, Beschluss`);
      await sees(page, "Beschlossen am 28. Januar 2027: Gemeinderat");
      await follow(page, `Vorlage ${REFERENCE}`);
      await headed(page, "Klima in Lindenau: Beschluss");
    }));

  for (const variant of DAY_AND_NIGHT) {
    test(`looks right, ${variant.name}`, () =>
      visit(variant, async (page) => {
        const see = async (path, name, after) => {
          const answer = await go(page, path);
          await after?.();
          await all(
            () => after ?? validHtml(answer),
            () => axe(page),
            () => noHorizontalScroll(page),
            () => shot(page, `papers ${name} ${variant.name}`),
          );
        };
        await see("/papers", "list");
        await see(papers.public, "one");
        await see(`/strategies/${SLUG}/editions/2`, "decided edition");
        await see(`/strategies/${SLUG}/editions/1`, "way of an edition");
        await signIn(page, "editor", "/desk/papers");
        await see("/desk/papers", "desk");
        await see(papers.desk, "desk one");
        await see("/desk/papers/new", "new");
        await see("/desk/papers/new", "new faulty", () => press(page, "Speichern"));
        await see(`${papers.desk}/steps/new`, "step");
        await see(`${papers.desk}/steps/new`, "step faulty", () => press(page, "Speichern"));
        await see("/desk/bodies", "bodies");
        await see("/desk/bodies/new", "body");
        await page.context().clearCookies();
        await signIn(page, "councillor", papers.desk);
        await see(papers.desk, "councillor");
      }));
  }
});
