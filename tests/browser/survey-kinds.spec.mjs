// A resident puts answers in order, reads an information, and is asked for a day only after a yes: without script,
// by keyboard, and in every look with axe.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { DAY_AND_NIGHT, axe, go, headed, noHorizontalScroll, shot, visit } from "./support.mjs";
import { begin, choose, press } from "./survey.mjs";

const PART = "bauen-und-pflegen";
const RANKING = "Was soll auf Ihrem Spielplatz zuerst gemacht werden?";
const INFORMATION = "Bautage auf den Spielplätzen";
const HELPING = "Möchten Sie bei einem Bautag mithelfen?";
const DAY = "Welcher Tag würde Ihnen passen?";

/** What the page of all answers says about one question. */
const given = (page, question) => page.locator("dl > div").filter({ hasText: question }).first().innerText();

/** Starts and goes to the ranking. */
async function toRanking(page) {
  const home = await begin(page);
  await go(page, `${home}/${PART}/zuerst`);
  await headed(page, RANKING);
  return home;
}

describe("ranking, information, date and condition", () => {
  test("in order, after a yes, and corrected to a no, without script", () =>
    visit({ script: false }, async (page) => {
      const home = await toRanking(page);
      await page.getByLabel("Bäume pflanzen").selectOption({ label: "Platz 1" });
      await page.getByLabel("Öfter sauber machen").selectOption({ label: "Platz 1" });
      await press(page, "Weiter");
      await page.getByRole("alert").filter({ hasText: "Platz 1 ist zweimal vergeben." }).waitFor();
      await shot(page, "ranking with a fault without script");
      await page.getByLabel("Öfter sauber machen").selectOption({ label: "Platz 2" });
      await press(page, "Weiter");

      await headed(page, INFORMATION);
      await page.getByText("Die Stadt bringt Werkzeug und Material mit.").waitFor();
      assert.equal(await page.getByRole("textbox").count(), 0, "an information asks nothing");
      await press(page, "Weiter");

      await headed(page, HELPING);
      await choose(page, "radio", "Ja, gern");
      await press(page, "Weiter");
      await headed(page, DAY);
      await page.getByLabel(DAY).fill("2027-04-17");
      await press(page, "Weiter");

      await go(page, `${home}/review`);
      assert.match(await given(page, RANKING), /Bäume pflanzen[^]*Öfter sauber machen/);
      assert.match(await given(page, DAY), /17\. April 2027/);
      // After a no the day is asked no more and does not count.
      await go(page, `${home}/${PART}/mithelfen`);
      await choose(page, "radio", "Nein");
      await press(page, /^(Weiter|Speichern und zurück)$/);
      await go(page, `${home}/review`);
      assert.equal(await page.getByText(DAY).count(), 0, "what is not asked is not told");
      await press(page, "Antworten abschicken");
      await headed(page, "Danke. Ihre Antworten sind angekommen.");
    }));

  test("by keyboard alone", () =>
    visit({}, async (page) => {
      const home = await toRanking(page);
      const second = page.getByLabel("Öfter sauber machen");
      await second.focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Tab");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      assert.notEqual(await second.inputValue(), "", "the arrow chooses a place");
      const button = page.getByRole("button", { name: "Weiter", exact: true });
      for (let presses = 0; presses < 12 && !(await button.evaluate((it) => it === document.activeElement)); presses++) {
        await page.keyboard.press("Tab");
      }
      await page.keyboard.press("Enter");
      await headed(page, INFORMATION);
      await go(page, `${home}/${PART}/mithelfen`);
      await page.getByRole("radio", { name: "Ja, gern" }).focus();
      await page.keyboard.press("Space");
      await page.keyboard.press("Enter");
      await headed(page, DAY);
      await page.getByLabel(DAY).focus();
      // Day, month and year stand in the order of the reader's own system.
      for (const key of ["ArrowUp", "ArrowRight", "ArrowUp", "ArrowRight", "ArrowUp"]) await page.keyboard.press(key);
      assert.match(await page.getByLabel(DAY).inputValue(), /^\d{4}-\d\d-\d\d$/);
      await page.keyboard.press("Tab");
      for (let presses = 0; presses < 6 && !(await button.evaluate((it) => it === document.activeElement)); presses++) {
        await page.keyboard.press("Tab");
      }
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: DAY }).waitFor({ state: "detached" });
      await go(page, `${home}/review`);
      assert.match(await given(page, RANKING), /Öfter sauber machen/);
      assert.match(await given(page, DAY), /\d{1,2}\. \p{L}+ \d{4}/u);
    }));

  for (const { name, device, scheme } of DAY_AND_NIGHT) {
    test(`every page, ${name}`, () =>
      visit({ device, scheme }, async (page) => {
        const look = async (what) => {
          await axe(page);
          await noHorizontalScroll(page);
          await shot(page, `kinds ${what} ${name}`);
        };
        const home = await toRanking(page);
        await look("ranking");
        await page.getByLabel("Bäume pflanzen").selectOption({ label: "Platz 1" });
        await page.getByLabel("Öfter sauber machen").selectOption({ label: "Platz 1" });
        await press(page, "Weiter");
        await page.getByRole("alert").waitFor();
        await look("ranking with a fault");
        await go(page, `${home}/${PART}/bautage`);
        await look("information");
        await go(page, `${home}/${PART}/mithelfen`);
        await choose(page, "radio", "Vielleicht");
        await press(page, "Weiter");
        await headed(page, DAY);
        await look("date");
        await go(page, "/consultations/ziele-2035/results/mobilitaet");
        await page.getByRole("heading", { name: "Eingeladene und offene Teilnahme" }).waitFor();
        await page.getByRole("heading", { name: "Was soll die Stadt zuerst angehen?" }).waitFor();
        await look("results apart");
        await go(page, "/consultations/ziele-2035/results");
        await look("results overview apart");
      }));
  }
});
