// An editor builds a survey with every kind of question and a condition, tries it out, and puts it away again; in another
// survey, which people have answered, she corrects a typing error. Without script, then every page with axe.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { DAY_AND_NIGHT, axe, click, go, headed, noHorizontalScroll, shot, signIn, visit } from "./support.mjs";
import { follow, press, tick } from "./survey.mjs";

const SURVEYS = "/desk/consultations/ziele-2035/surveys";

/** Each kind with what is typed into its fields, by their labels. */
const KINDS = [
  ["Einfachauswahl", { Frage: "Gehen Sie auf den Wochenmarkt?", Antworten: "Ja\nNein" }],
  ["Mehrfachauswahl", { Frage: "Was kaufen Sie dort?", Antworten: "Obst\nKäse\nBlumen" }],
  ["Skala", { Frage: "Wie finden Sie den Markt?", Zeilen: "Preise\nWege", "Stufen der Skala": "gut\nnicht gut" }],
  ["Rangfolge", { Frage: "Was ist Ihnen am wichtigsten?", Antworten: "Preise\nAuswahl\nGespräche" }],
  ["Zahl", { Frage: "Wie oft im Monat kommen Sie?" }],
  ["Datum", { Frage: "Wann waren Sie zuletzt da?" }],
  ["Kurzer Text", { Frage: "Welchen Stand mögen Sie?" }],
  ["Langer Text", { Frage: "Was fehlt Ihnen?" }],
  ["Information", { Überschrift: "Danke", Text: "Der Markt zieht im Herbst um." }],
];

/** Adds an empty survey about the whole. Gives its address. */
async function begin(page, title) {
  await signIn(page, "editor", SURVEYS);
  await headed(page, "Umfragen");
  await follow(page, "Umfrage hinzufügen");
  await tick(page.getByRole("radio", { name: /^Zum Ganzen/ }));
  await page.getByLabel(/^Titel/).fill(title);
  await press(page, "Umfrage hinzufügen");
  await headed(page, title);
  return new URL(page.url()).pathname;
}

/** Adds a question; its survey has to be open. */
async function add(page, kind, fields) {
  await follow(page, "Frage hinzufügen");
  await headed(page, "Was möchten Sie fragen?");
  await follow(page, kind);
  for (const [label, text] of Object.entries(fields)) {
    await page.getByRole("textbox", { name: new RegExp(`^${label}`) }).fill(text);
  }
  await press(page, "Frage hinzufügen");
  await page.getByRole("status").filter({ hasText: "Die Frage ist dabei." }).waitFor();
}

/** Takes the survey out again, as if the story had not been. */
async function end(page, survey) {
  await go(page, survey);
  await follow(page, "Umfrage löschen");
  await press(page, "Umfrage löschen");
  await headed(page, "Umfragen");
}

/** Lets the question "Wann waren Sie zuletzt da?" depend on a yes to the first one. */
async function depend(page, survey) {
  await go(page, survey);
  await click(page.getByRole("link", { name: /^Bedingung ?: Wann waren Sie zuletzt da/ }));
  await headed(page, "Wann stellen wir diese Frage?");
  await tick(page.getByRole("radio", { name: "Gehen Sie auf den Wochenmarkt?" }));
  await press(page, "Weiter");
  await tick(page.getByRole("checkbox", { name: "Ja", exact: true }));
  await press(page, "Bedingung speichern");
  await page.getByText("Nur nach").waitFor();
}

describe("building a survey", () => {
  test("with every kind of question and a condition, tried out without script", () =>
    visit({ script: false }, async (page) => {
      const survey = await begin(page, "Wochenmarkt ohne Skript");
      for (const [kind, fields] of KINDS) await add(page, kind, fields);
      await depend(page, survey);

      // In order: the number moves up and stands before the ranking.
      await click(page.getByRole("button", { name: /^Nach oben ?: Wie oft im Monat/ }));
      await page.getByRole("status").filter({ hasText: "verschoben" }).waitFor();
      const headings = await page.getByRole("heading", { level: 3 }).allTextContents();
      assert.ok(
        headings.indexOf("Wie oft im Monat kommen Sie?") < headings.indexOf("Was ist Ihnen am wichtigsten?"),
        headings.join(" / "),
      );

      await follow(page, "Am Stück lesen");
      await page.getByText("Der Markt zieht im Herbst um.").waitFor();
      await page.goBack();

      // After a no nobody is asked for the day.
      await follow(page, "Ausprobieren");
      await headed(page, "Gehen Sie auf den Wochenmarkt?");
      await tick(page.getByRole("radio", { name: "Nein" }));
      await press(page, "Weiter");
      for (const title of ["Was kaufen Sie dort?", "Wie finden Sie den Markt?", "Wie oft im Monat kommen Sie?"]) {
        await headed(page, title);
        await press(page, "Frage überspringen");
      }
      await headed(page, "Was ist Ihnen am wichtigsten?");
      await page.getByLabel("Auswahl").selectOption({ label: "Platz 1" });
      await page.getByLabel("Preise").selectOption({ label: "Platz 1" });
      await press(page, "Weiter");
      await page.getByRole("alert").filter({ hasText: "Platz 1 ist zweimal vergeben." }).waitFor();
      await page.getByLabel("Preise").selectOption({ label: "Platz 2" });
      await press(page, "Weiter");
      await headed(page, "Welchen Stand mögen Sie?");
      await click(page.getByRole("link", { name: "Vorschau beenden" }));
      await headed(page, "Wochenmarkt ohne Skript");
      await end(page, survey);
    }));

  for (const { name, device, scheme } of DAY_AND_NIGHT) {
    test(`every page of the bench, ${name}`, () =>
      visit({ device, scheme }, async (page) => {
        const look = async (what) => {
          await axe(page);
          await noHorizontalScroll(page);
          await shot(page, `${what} ${name}`);
        };
        const survey = await begin(page, `Wochenmarkt ${name}`);
        await look("bench empty survey");
        for (const [kind, fields] of KINDS) await add(page, kind, fields);
        await depend(page, survey);
        await look("bench survey");
        await go(page, SURVEYS);
        await look("bench surveys");
        for (const place of [
          "settings",
          "deletion",
          "reading",
          "new-question",
          "new-question?kind=scale",
          "questions/gehen-sie-auf-den-wochenmarkt",
          "questions/wann-waren-sie-zuletzt-da/condition",
          "questions/wann-waren-sie-zuletzt-da/condition?on=",
          "questions/gehen-sie-auf-den-wochenmarkt/deletion",
          "preview/was-ist-ihnen-am-wichtigsten",
          "preview/wann-waren-sie-zuletzt-da?so_far=",
          "preview/danke",
        ]) {
          await go(page, `${survey}/${place}`);
          await look(`bench ${place.replace(/[^a-z-]+/g, " ")}`);
        }
        await go(page, `${survey}/new-question?kind=scale`);
        await press(page, "Frage hinzufügen");
        await page.getByRole("alert").filter({ hasText: "Hier braucht es 2 bis 100 Zeilen." }).waitFor();
        await look("bench question with faults");
        await end(page, survey);
      }));
  }

  test("that people have answered: only typing errors are corrected", () =>
    visit({}, async (page) => {
      await signIn(page, "editor", `${SURVEYS}/ueber-sie`);
      await page.getByRole("heading", { name: "Diese Umfrage steht fest" }).waitFor();
      await axe(page);
      await click(page.getByRole("link", { name: /^Tippfehler berichtigen ?: In welchem Stadtteil/ }));
      await headed(page, "Tippfehler berichtigen");
      await axe(page);
      await shot(page, "bench correction");
      const help = page.getByLabel("Hilfe zur Frage");
      const before = await help.inputValue();
      await help.fill("Etwas ganz anderes");
      await press(page, "Berichtigen");
      await page.getByRole("alert").filter({ hasText: "mehr als ein Tippfehler" }).waitFor();
      assert.equal(await help.inputValue(), "Etwas ganz anderes", "what was typed stays");
      await axe(page);
      await help.fill(`${before.replace(/\.$/, "")}!`);
      await page.getByLabel("Was war falsch?").fill("Das Satzzeichen am Ende");
      await tick(page.getByRole("checkbox", { name: /Der Sinn der Frage bleibt gleich/ }));
      await press(page, "Berichtigen");
      await page.getByRole("status").filter({ hasText: "berichtigt" }).waitFor();
      await click(page.getByRole("link", { name: /^Einmal berichtigt/ }));
      await page.getByText("Das Satzzeichen am Ende").waitFor();
    }));
});
