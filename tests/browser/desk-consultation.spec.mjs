// An editor prepares a consultation: creates it, sets its days (one ends on a Sunday), adds a survey, looks at it as residents
// will see it on three days, publishes it, moves the deadline with a reason everyone reads, closes it early. Without script,
// then every page with axe.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { DAY_AND_NIGHT, axe, click, go, headed, layOpen, noHorizontalScroll, shot, signIn, visit } from "./support.mjs";
import { follow, press, tick } from "./survey.mjs";

const LIST = "/desk/consultations";

/** A day so many days from today, as a field for days wants it. */
function day(n) {
  const at = new Date();
  at.setHours(12);
  at.setDate(at.getDate() + n);
  return at.toLocaleDateString("sv-SE");
}

/** The first Sunday after so many days. */
function sunday(n) {
  const at = new Date(`${day(n)}T12:00`);
  return day(n + ((7 - at.getDay()) % 7));
}

/** Creates a consultation of that title on an edition of the demonstration. Gives the address of its home. */
async function create(page, title) {
  await signIn(page, "editor", LIST);
  await headed(page, "Beteiligungen");
  await follow(page, "Neue Beteiligung");
  await page.getByLabel(/^Titel/).fill(title);
  await page.getByLabel("Worum geht es?").fill("Was soll auf unseren Plätzen schöner werden?");
  await layOpen(page);
  await press(page, "Beteiligung anlegen");
  await headed(page, title);
  await page.getByRole("status").filter({ hasText: "Noch sieht sie niemand" }).waitFor();
  return new URL(page.url()).pathname;
}

/** Sets the days of the survey. */
async function setDays(page, home, first, last) {
  await go(page, `${home}/times`);
  const survey = page.getByRole("group", { name: "Umfrage für alle" });
  await survey.getByLabel("Erster Tag").fill(first);
  await survey.getByLabel("Letzter Tag").fill(last);
  await press(page, "Zeiten speichern");
}

/** Deletes it again, as if the story had not been. It must not be public any more. */
async function end(page, home) {
  await go(page, home);
  if (await page.getByRole("link", { name: "Veröffentlichung zurücknehmen" }).count()) {
    await follow(page, "Veröffentlichung zurücknehmen");
    await press(page, "Zurücknehmen");
  }
  await follow(page, "Beteiligung löschen");
  await press(page, "Beteiligung löschen");
  // From the bin it comes back as it was, until it is deleted for good.
  await press(page, "Zurückholen");
  await follow(page, "Beteiligung löschen");
  await press(page, "Beteiligung löschen");
  await follow(page, "Endgültig löschen");
  await press(page, "Endgültig löschen");
  await headed(page, "Beteiligungen");
}

describe("a consultation at the desk", () => {
  test("is prepared, previewed, published, moved and closed early, without script", async () => {
    await visit({ script: false }, async (page) => {
      const home = await create(page, "Plätze in der Altstadt");
      const last = sunday(14);
      await setDays(page, home, day(-1), last);
      // A Sunday is no mistake, but there is a better day.
      await page.getByRole("heading", { name: /ist kein Werktag: Sonntag/ }).waitFor();
      await click(page.getByRole("button", { name: /^Ende auf Montag/ }));
      await page.getByRole("status").filter({ hasText: "gespeichert" }).waitFor();

      // A survey about the first field: its goals come along.
      await go(page, `${home}/surveys`);
      await follow(page, "Umfrage hinzufügen");
      await tick(page.locator("#about"));
      await press(page, "Umfrage hinzufügen");
      await page.getByText("Bewertung eines Ziels").first().waitFor();

      for (const [when, words] of [
        [day(-3), "beginnt in 2 Tagen"],
        [day(0), "Ziele bewerten"],
        [day(40), "endete am"],
      ]) {
        await go(page, `${home}/preview?day=${when}`);
        await headed(page, "Plätze in der Altstadt");
        await page.getByText("Vorschau für").waitFor();
        assert.match(await page.locator("main").innerText(), new RegExp(words));
      }

      await go(page, home);
      await follow(page, "Veröffentlichen");
      await press(page, "Jetzt veröffentlichen");
      await page.getByText("Die Beteiligung ist veröffentlicht.").waitFor();
      // Whoever comes now can answer.
      await follow(page, "Öffentliche Seite");
      await follow(page, "Ziele bewerten");
      await headed(page, /^Sagen Sie uns/);
      await go(page, home);

      await click(page.getByRole("link", { name: /^Frist ändern/ }));
      await page.getByLabel("Neuer letzter Tag").fill(sunday(21));
      await page.getByLabel("Warum?").fill("In den Ferien sind viele verreist.");
      await press(page, "Frist ändern");
      await click(page.getByRole("button", { name: /^Auf Montag/ }));
      await page.getByText("Die Frist ist geändert.").waitFor();
      await follow(page, "Öffentliche Seite");
      await page.getByText("In den Ferien sind viele verreist.").waitFor();

      await go(page, `${home}/tracks/survey/close`);
      await tick(page.getByRole("radio", { name: /^Sofort/ }));
      await page.getByLabel("Warum?").fill("Der Server zieht um.");
      await press(page, "Vorzeitig beenden");
      await page.getByText("Vorzeitig beendet. Der Grund").waitFor();
      await follow(page, "Öffentliche Seite");
      await page.getByText("Der Server zieht um.").waitFor();
      await end(page, home);
    });
  });

  for (const variant of DAY_AND_NIGHT) {
    test(`every page is accessible: ${variant.name}`, async () => {
      await visit(variant, async (page) => {
        const look = async (name) => {
          await axe(page);
          await noHorizontalScroll(page);
          await shot(page, `desk-consultation-${name}-${variant.name}`);
        };
        const home = await create(page, `Probe ${variant.name}`);
        await look("fresh");
        await go(page, LIST);
        await look("list");
        await go(page, `${LIST}/new`);
        await press(page, "Beteiligung anlegen");
        await page.getByRole("alert").waitFor();
        await look("new-faulty");
        await go(page, `${home}/edit`);
        await look("edit");
        await setDays(page, home, day(-1), sunday(14));
        await look("times");
        await go(page, `${home}/steps/new`);
        await look("step");
        await page.getByLabel("Art des Schritts").selectOption("Auswerten");
        await page.getByLabel(/^Name im Zeitplan/).fill("Auswerten");
        await page.getByLabel("Beginn oder Tag").fill(day(30));
        await page.getByLabel(/^Letzter Tag/).fill(day(50));
        await page.getByLabel("Was geschieht da?").fill("Wir lesen jeden Beitrag.");
        await press(page, "Speichern");
        await page.getByRole("heading", { name: "Auswerten" }).waitFor();
        await look("steps");
        await go(page, `${home}/preview`);
        await look("preview");
        await go(page, `${home}/publish`);
        await look("publish");
        await press(page, "Jetzt veröffentlichen");
        await page.getByText("Die Beteiligung ist veröffentlicht.").waitFor();
        await click(page.getByRole("link", { name: /^Frist ändern/ }));
        await page.getByLabel("Neuer letzter Tag").fill(sunday(21));
        await page.getByLabel("Warum?").fill("In den Ferien sind viele verreist.");
        await press(page, "Frist ändern");
        await look("deadline");
        await click(page.getByRole("button", { name: /^Trotzdem/ }));
        await page.getByText("Die Frist ist geändert.").waitFor();
        await look("home");
        await follow(page, "Öffentliche Seite");
        await look("public");
        await go(page, `${home}/tracks/survey/close`);
        await look("closing");
        await go(page, `${home}/withdraw`);
        await look("withdraw");
        await end(page, home);
      });
    });
  }
});
