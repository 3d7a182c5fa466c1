// Forms on paper: an editor begins a batch and types two forms by keyboard, a colleague compares them with the paper and
// corrects one, the editor checks the correction, and the batch counts. Without script, then every page with axe.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { DAY_AND_NIGHT, axe, click, go, headed, noHorizontalScroll, shot, signIn, visit } from "./support.mjs";
import { follow, press } from "./survey.mjs";

const GOAL = /Kurze Wege zum Spielplatz/;

/** Begins a batch for the playgrounds. Gives its address. */
async function begin(page, name) {
  await signIn(page, "editor", "/desk/paper");
  await headed(page, "Papierbögen");
  await follow(page, "Neuer Stapel");
  await headed(page, "Neuer Stapel");
  await page.getByLabel(/^Beteiligung/).selectOption("spielplaetze");
  await page.getByLabel(/^Name des Stapels/).fill(name);
  await click(page.getByText("Papier", { exact: true }));
  await press(page, "Stapel beginnen");
  await headed(page, name);
  return new URL(page.url()).pathname;
}

/** Crosses a box of a question on the typing screen. */
const cross = (page, question, box) =>
  page.getByRole("group", { name: question }).getByRole("radio", { name: box, exact: true }).check();

async function typeTwo(page) {
  await follow(page, "Bogen tippen");
  for (const number of [1, 2]) {
    await headed(page, `Bogen ${number}`);
    await cross(page, /Wie oft sind Sie auf einem Spielplatz/, "leer");
    await cross(page, GOAL, "mutiger");
    await page.getByRole("group", { name: GOAL }).getByLabel("Kommentar").fill("Mehr Bänke, bitte.");
    await press(page, number === 1 ? "Speichern und nächster" : "Speichern und zum Stapel");
  }
}

describe("forms on paper", () => {
  test("typed, checked by somebody else, and counted, without script", async () => {
    let batch;
    await visit({ script: false }, async (page) => {
      batch = await begin(page, "Mappe ohne Skript");
      await typeTwo(page);
      await page.getByText("Jemand anderes prüft sie").waitFor();
    });
    await visit({ script: false }, async (page) => {
      await signIn(page, "evaluator", batch);
      await follow(page, "Bögen prüfen");
      await headed(page, "Bogen 1 prüfen");
      await press(page, "Geprüft, weiter");
      await headed(page, "Bogen 2 prüfen");
      await cross(page, GOAL, "richtig formuliert");
      await press(page, "Geprüft, weiter");
      await page.getByRole("status").filter({ hasText: "Jetzt prüft ihn noch jemand anderes" }).waitFor();
    });
    await visit({ script: false }, async (page) => {
      await signIn(page, "editor", batch);
      await follow(page, "Bögen prüfen");
      await press(page, "Geprüft, weiter");
      await follow(page, "Stapel zählen lassen");
      await headed(page, /2 Bögen/);
      await press(page, "Jetzt zählen lassen");
      await page.getByText("Gezählt am").waitFor();
    });
  });

  test("digits cross boxes, and Enter does not send a form that is half typed", () =>
    visit({}, async (page) => {
      await begin(page, "Mappe mit Tasten");
      await follow(page, "Bogen tippen");
      const marks = page.getByRole("group", { name: GOAL });
      await marks.getByRole("radio").last().focus();
      await page.keyboard.press("2");
      assert.ok(await marks.getByRole("radio", { name: "mutiger" }).isChecked());
      await page.keyboard.press("Enter");
      await headed(page, "Bogen 1");
      assert.ok(await marks.getByLabel("Kommentar").evaluate((field) => field === document.activeElement));
      await marks.getByRole("radio", { name: "mutiger" }).focus();
      await page.keyboard.press("0");
      assert.ok(!(await marks.getByRole("radio", { name: "mutiger" }).isChecked()));
    }));

  for (const { name, device, scheme } of DAY_AND_NIGHT) {
    test(`every page, ${name}`, () =>
      visit({ device, scheme }, async (page) => {
        const look = async (what) => {
          await axe(page);
          await noHorizontalScroll(page);
          await shot(page, `paper ${what} ${name}`);
        };
        const batch = await begin(page, `Mappe ${name}`);
        await look("empty batch");
        await follow(page, "Bogen tippen");
        await look("sheet");
        await page.getByLabel(/^Eingangstag/).fill("irgendwann");
        await press(page, "Speichern und nächster");
        await page.getByRole("alert").waitFor();
        await look("faulty sheet");
        await go(page, batch);
        await typeTwo(page);
        await look("batch");
        for (const [what, place] of [
          ["new", "/desk/paper/new"],
          ["list", "/desk/paper"],
          ["check", `${batch}/sheets/1/check`],
          ["sheet removal", `${batch}/sheets/1/removal`],
          ["removal", `${batch}/removal`],
          ["desk form", "/desk/consultations/spielplaetze/form"],
          ["form", "/consultations/spielplaetze/form"],
        ]) {
          await go(page, place);
          await look(what);
        }
        await go(page, `${batch}/removal`);
        await press(page, "Löschen");
        await page.getByRole("status").filter({ hasText: "gelöscht" }).waitFor();
      }));
  }
});
