// The whole survey in a browser without JavaScript: from the introduction to the receipt, a correction with the code
// on another device, and the withdrawal.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";

import { click, go, headed, shot, visit } from "./support.mjs";
import { PART, QUESTIONS, SURVEY, answerBriefly, begin, choose, follow, press, rate, takePart, write } from "./survey.mjs";

const PLAIN = { script: false };
const CHANGE_FIRST = /^Ändern\s?: 1\.1 Kurze Wege/;
const COMMENT = "Die Querung an der Uferstraße fehlt.";
const PLACE = "Am Bach hinter der Schule.\nDort gibt es Schatten und Wasser.";

const sees = (page, text) => page.getByText(text).first().waitFor();
const path = (page) => new URL(page.url()).pathname;

/** What the page of all answers says about one question. */
const given = (page, question) => page.locator("dl > div").filter({ hasText: question }).first().innerText();

/** The message on top names the fault, has the focus, and its link leads to the field. */
async function faulty(page, message, field) {
  const alert = page.getByRole("alert");
  await alert.waitFor();
  assert.ok(await alert.evaluate((element) => element === document.activeElement), "the message has the focus");
  assert.match(await page.title(), /^Bitte prüfen:/, "the title says first that something is wrong");
  const link = alert.getByRole("link", { name: message });
  await click(link);
  const target = new URL(page.url()).hash.slice(1);
  assert.equal(await field.first().getAttribute("id"), target, "the link leads to the field");
  const description = await page.locator(`[aria-describedby~="${target}-error"]`).count();
  assert.ok(description > 0, "the message at the field belongs to the field");
}

describe("the survey without script", () => {
  test("from the introduction to the receipt, and back with the code", async () => {
    let code;
    await visit(PLAIN, async (page) => {
      await go(page, "/");
      await follow(page, "Spielplätze in Lindenau");
      await headed(page, "Spielplätze in Lindenau");
      await follow(page, "Ziele bewerten");
      await headed(page, "Sagen Sie uns, was Sie von den Zielen halten");
      await press(page, "Umfrage starten");
      await headed(page, "Wozu möchten Sie etwas sagen?");
      await follow(page, PART);

      // A goal: a comment without a mark is not lost.
      await headed(page, QUESTIONS.goal);
      const comment = page.getByRole("textbox", { name: /Möchten Sie etwas dazu sagen/ });
      await comment.fill(COMMENT);
      await press(page, "Weiter");
      await faulty(page, "Wählen Sie eine Bewertung", page.getByRole("radio"));
      assert.equal(await comment.inputValue(), COMMENT);
      await shot(page, "question with a fault without script");
      await rate(page, /^Mutiger/);

      await headed(page, QUESTIONS.secondGoal);
      await press(page, "Ziel überspringen");

      await headed(page, QUESTIONS.thirdGoal);
      await rate(page, /^Richtig formuliert/);

      await headed(page, QUESTIONS.single);
      await choose(page, "radio", "Fast jeden Tag");
      await press(page, "Weiter");

      await headed(page, QUESTIONS.multiple);
      await choose(page, "checkbox", "Schatten");
      await choose(page, "checkbox", "Eine Toilette");
      await press(page, "Weiter");

      await headed(page, QUESTIONS.scale);
      await choose(page.getByRole("group", { name: "Sicherer Weg dorthin" }), "radio", "eher zufrieden");
      await choose(page.getByRole("group", { name: "Sauberkeit" }), "radio", "sehr unzufrieden");
      await press(page, "Weiter");

      await headed(page, QUESTIONS.number);
      const number = page.getByRole("textbox", { name: QUESTIONS.number });
      await number.fill("viele");
      await press(page, "Weiter");
      await faulty(page, "Schreiben Sie eine ganze Zahl", number);
      assert.equal(await number.inputValue(), "viele");
      await number.fill("2");
      await press(page, "Weiter");

      await headed(page, QUESTIONS.longText);
      await write(page, QUESTIONS.longText, PLACE);
      await press(page, "Weiter");

      // All answers, and one of them changed on the way.
      await headed(page, "Stimmt alles so?");
      assert.match(await given(page, QUESTIONS.goal), /Mutiger[^]*Uferstraße/);
      assert.match(await given(page, QUESTIONS.secondGoal), /Übersprungen/);
      assert.match(await given(page, QUESTIONS.multiple), /Schatten[^]*Eine Toilette/);
      assert.match(await given(page, QUESTIONS.scale), /eher zufrieden[^]*sehr unzufrieden/);
      assert.match(await given(page, QUESTIONS.number), /\b2\b/);
      assert.match(await given(page, QUESTIONS.longText), /Am Bach[^]*Wasser/);
      await follow(page, CHANGE_FIRST);
      await headed(page, QUESTIONS.goal);
      assert.ok(await page.getByRole("radio", { name: /^Mutiger/ }).isChecked());
      assert.equal(await comment.inputValue(), COMMENT);
      await choose(page, "radio", /^Unklar/);
      await press(page, "Speichern und zurück");
      await headed(page, "Stimmt alles so?");
      assert.match(await given(page, QUESTIONS.goal), /Unklar[^]*Uferstraße/);
      await press(page, "Antworten abschicken");

      // The receipt: code, picture, file.
      await headed(page, "Danke. Ihre Antworten sind angekommen.");
      await sees(page, "Sie haben 2 Ziele bewertet und 2 Texte geschrieben.");
      await page.getByRole("img", { name: "QR-Code mit Ihrer Adresse für später" }).waitFor();
      code = (await page.getByRole("region", { name: "Ihr Quittungscode" }).innerText()).match(/(?:[A-Z0-9]{4}\s){6}[A-Z0-9]{4}/)[0];
      assert.equal(code.replaceAll(/\s/g, "").toLowerCase(), path(page).split("/")[2]);
      const [download] = await Promise.all([page.waitForEvent("download"), follow(page, "Quittung herunterladen")]);
      assert.match(download.suggestedFilename(), /^quittung.*\.txt$/);
      const file = await readFile(await download.path(), "utf8");
      assert.ok(file.includes(code.replaceAll(/\s/g, " ")), "the file has the code");
      assert.match(file, /http\S+\/p\/\w{28}/, "the file has the address");
      assert.deepEqual(await page.context().cookies(), [], "all of this without a cookie");
    });

    // Another day, another device: nothing but the code.
    await visit({ script: false, device: "phone" }, async (page) => {
      const open = async () => {
        await go(page, "/");
        await follow(page, "Meine Quittung");
        await write(page, "Ihr Code", code.toLowerCase());
        await press(page, "Weiter");
        await headed(page, "Danke. Ihre Antworten sind angekommen.");
      };
      await open();
      await follow(page, "Antworten ändern");
      await headed(page, "Was möchten Sie ändern?");
      await follow(page, "Antworten prüfen und abschicken");
      await follow(page, CHANGE_FIRST);
      await choose(page, "radio", /^Geht zu weit/);
      await press(page, "Speichern und zurück");

      // Until she hands it in again, the earlier answer counts, and the receipt says so.
      await open();
      await sees(page, "Eine Änderung ist noch nicht abgeschickt");
      await click(page.getByText("Ansehen, was von Ihnen zählt"));
      assert.match(await given(page, QUESTIONS.goal), /Unklar/);
      await follow(page, "Antworten prüfen und abschicken");
      await press(page, "Änderungen abschicken");
      await headed(page, "Danke. Ihre Antworten sind angekommen.");
      await sees(page, "Sie haben 2 Ziele bewertet und 2 Texte geschrieben.");
      assert.equal(path(page).split("/")[2], code.replaceAll(/\s/g, "").toLowerCase(), "still the same receipt");
      await click(page.getByText("Ansehen, was von Ihnen zählt"));
      assert.match(await given(page, QUESTIONS.goal), /Geht zu weit/);

      await follow(page, "Alle Antworten zurückziehen");
      await headed(page, "Möchten Sie alle Antworten zurückziehen?");
      await press(page, "Ja, alles zurückziehen");
      await headed(page, "Ihre Antworten sind zurückgezogen.");
      await shot(page, "withdrawn without script");
      assert.equal(await page.getByText(COMMENT).count(), 0, "nothing of the answers is left on the page");
    });
  });

  test("leaving half way and coming back by link goes on at the next question", async () => {
    let address;
    await visit(PLAIN, async (page) => {
      address = await begin(page);
      await follow(page, PART);
      await rate(page, /^Mutiger/);
      await headed(page, QUESTIONS.secondGoal);
      await write(page, /Möchten Sie etwas dazu sagen/, "Noch nicht fertig gedacht.");
      await choose(page, "radio", /^Unklar/);
      await press(page, "Speichern und später weitermachen");
      await headed(page, "Gespeichert. Machen Sie weiter, wann Sie möchten.");
      await page.getByRole("link", { name: new RegExp(`${address}$`) }).waitFor();
    });
    await visit(PLAIN, async (page) => {
      await go(page, address);
      await sees(page, "2 von 8 beantwortet, noch 6 offen");
      await follow(page, PART);
      await headed(page, QUESTIONS.thirdGoal);
      await follow(page, "Zurück zur vorigen Frage");
      await headed(page, QUESTIONS.secondGoal);
      assert.ok(await page.getByRole("radio", { name: /^Unklar/ }).isChecked());
      await press(page, "Weiter");
      // The browser's own way back shows what was answered, too.
      await headed(page, QUESTIONS.thirdGoal);
      await page.goBack();
      await headed(page, QUESTIONS.secondGoal);
      assert.ok(await page.getByRole("radio", { name: /^Unklar/ }).isChecked());
    });
  });

  test("pressing submit in two tabs, and again after going back, leads to one receipt", () =>
    visit(PLAIN, async (page) => {
      const address = await answerBriefly(page);
      const other = await page.context().newPage();
      await go(other, `${address}/review`);
      await Promise.all([press(page, "Antworten abschicken"), press(other, "Antworten abschicken")]);
      for (const tab of [page, other]) {
        await headed(tab, "Danke. Ihre Antworten sind angekommen.");
        assert.equal(path(tab), `${address}/receipt`);
        await sees(tab, "Sie haben ein Ziel bewertet und einen Text geschrieben.");
      }
      await page.goBack();
      await press(page, /abschicken$/);
      await headed(page, "Danke. Ihre Antworten sind angekommen.");
      assert.equal(path(page), `${address}/receipt`);
      await sees(page, "Sie haben ein Ziel bewertet und einen Text geschrieben.");
    }));

  test("two tabs on one question: the later answer counts, none is lost without a word", () =>
    visit(PLAIN, async (page) => {
      const address = await takePart(page);
      const question = `${address}/spielen-in-der-naehe/sp-1-1`;
      const other = await page.context().newPage();
      await go(page, question);
      await go(other, question);
      await rate(page, /^Streichen/);
      await headed(page, QUESTIONS.secondGoal);
      await rate(other, /^Richtig formuliert/);
      await headed(other, QUESTIONS.secondGoal);
      await go(page, `${address}/review`);
      assert.match(await given(page, QUESTIONS.goal), /Richtig formuliert/);
    }));

  test("a code that does not exist is named kindly and stays in the field", () =>
    visit(PLAIN, async (page) => {
      await go(page, "/receipt");
      const field = page.getByRole("textbox", { name: "Ihr Code" });
      await field.fill("K7MQ 4T2X");
      await press(page, "Weiter");
      await faulty(page, "Der Code ist nicht vollständig", field);
      assert.equal(await field.inputValue(), "K7MQ 4T2X");
    }));

  test("a survey that is over says so and offers no start", () =>
    visit(PLAIN, async (page) => {
      await go(page, "/consultations/ziele-2035/survey");
      await headed(page, "Diese Umfrage ist zu Ende");
      assert.equal(await page.getByRole("button", { name: "Umfrage starten" }).count(), 0);
      await go(page, SURVEY.replace("spielplaetze", "radverkehr"));
      await headed(page, /^Die Umfrage beginnt am/);
      assert.equal(await page.getByRole("button", { name: "Umfrage starten" }).count(), 0);
    }));
});
