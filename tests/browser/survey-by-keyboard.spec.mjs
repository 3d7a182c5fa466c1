// The survey for somebody who has a keyboard only: every stop shows where she is and is on the screen, a fault takes
// her to the message, and nothing needs a pointer.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { go, headed, shot, visit } from "./support.mjs";
import { QUESTIONS, SURVEY } from "./survey.mjs";

const COMMENT = "Bitte auch an die Kreuzung am Bahnhof denken.";

/** What has the focus, and whether one can see that. Runs in the page. */
async function stop() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const shows = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  // A choice draws its focus on its label or its card, the link of a card on the card.
  const drawn = [element, ...(element.labels ?? []), element.parentElement, element.closest("article")].filter(Boolean);
  const isOnScreen = () => {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  };
  // The browser scrolls to the focus a little later, and not soon on a busy machine.
  for (const start = performance.now(); performance.now() - start < 5_000 && !isOnScreen(); ) {
    await new Promise(requestAnimationFrame);
  }
  // With the focus on it a radio button still looks like its neighbours.
  const round = (radio) => getComputedStyle(radio).borderRadius;
  const group = element.type === "radio" ? [...document.getElementsByName(element.name)] : [];
  return {
    isItself: group.every((radio) => round(radio) === round(element)),
    html: element.outerHTML.slice(0, 140),
    isVisible: drawn.some((place) => shows(getComputedStyle(place))),
    isOnScreen: isOnScreen(),
  };
}

/** Presses a key and checks the stop it leads to. Gives false past the last stop of the page. */
async function step(page, key) {
  await page.keyboard.press(key);
  let reached = await page.evaluate(stop);
  // A busy browser now and then loses the scrolling to a focus. If it is the page's fault, it happens again.
  if (reached && !reached.isOnScreen && key === "Tab") {
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    reached = await page.evaluate(stop);
  }
  if (!reached) return false;
  assert.ok(reached.isVisible, `one cannot see the focus on ${reached.html}`);
  assert.ok(reached.isItself, `the focus changes the shape of ${reached.html}`);
  assert.ok(reached.isOnScreen, `the focus is outside the screen on ${reached.html}`);
  return true;
}

const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement);

/** Presses Tab (or another key) until this has the focus. */
async function to(page, locator, key = "Tab") {
  const target = locator.first();
  await target.waitFor({ state: "attached" });
  for (let presses = 0; presses < 60; presses++) {
    if (await hasFocus(target)) return;
    await step(page, key);
  }
  assert.fail(`${target} cannot be reached with ${key} on ${page.url()}`);
}

/** Goes to a link or a button and presses Enter on it. */
async function enter(page, role, name) {
  await to(page, page.getByRole(role, { name, exact: typeof name === "string" }));
  await page.keyboard.press("Enter");
}

const next = (page) => enter(page, "button", "Weiter");

/** Goes into a group of radio buttons and along it with the arrow. */
async function pick(page, within, name) {
  const radios = within.getByRole("radio");
  await to(page, radios);
  await page.keyboard.press("Space");
  await to(page, within.getByRole("radio", { name }), "ArrowDown");
  assert.ok(await within.getByRole("radio", { name }).isChecked(), `${name} is chosen`);
}

/** The message has the focus; Tab leads to its link, Enter on that to the field. */
async function atTheFault(page, field) {
  const alert = page.getByRole("alert");
  await alert.waitFor();
  assert.ok(await hasFocus(alert), "the message has the focus");
  await step(page, "Tab");
  assert.ok(await hasFocus(alert.getByRole("link").first()), "its link comes next");
  await page.keyboard.press("Enter");
  // A jump to a field sets where Tab goes on; some browsers focus the field itself.
  if (!(await hasFocus(field.first()))) await step(page, "Tab");
  assert.ok(await hasFocus(field.first()), "the link leads to the field");
}

describe("the survey by keyboard", () => {
  test("from the introduction to the receipt, a correction and the withdrawal", () =>
    visit({}, async (page) => {
      await go(page, SURVEY);
      await enter(page, "button", "Umfrage starten");
      await headed(page, "Wozu möchten Sie etwas sagen?");
      await enter(page, "link", "Spielen in der Nähe");

      await headed(page, QUESTIONS.goal);
      const comment = page.getByRole("textbox", { name: /Möchten Sie etwas dazu sagen/ });
      await to(page, comment);
      await page.keyboard.type(COMMENT);
      await next(page);
      await atTheFault(page, page.getByRole("radio"));
      await shot(page, "question with a fault by keyboard");
      await pick(page, page, /^Mutiger/);
      assert.equal(await comment.inputValue(), COMMENT);
      await next(page);

      await headed(page, QUESTIONS.secondGoal);
      await enter(page, "button", "Ziel überspringen");
      await headed(page, QUESTIONS.thirdGoal);
      await pick(page, page, /^Richtig formuliert/);
      // Back past the chosen mark to the way back, and on again.
      await to(page, page.getByRole("link", { name: "Zurück zur vorigen Frage" }), "Shift+Tab");
      await next(page);

      await headed(page, QUESTIONS.single);
      await pick(page, page, "Selten");
      await next(page);

      await headed(page, QUESTIONS.multiple);
      for (const name of ["Schatten", "Eine Toilette"]) {
        await to(page, page.getByRole("checkbox", { name }));
        await page.keyboard.press("Space");
        assert.ok(await page.getByRole("checkbox", { name }).isChecked());
      }
      await next(page);

      await headed(page, QUESTIONS.scale);
      await pick(page, page.getByRole("group", { name: "Sicherer Weg dorthin" }), "eher zufrieden");
      await pick(page, page.getByRole("group", { name: "Sauberkeit" }), "sehr unzufrieden");
      await next(page);

      await headed(page, QUESTIONS.number);
      const number = page.getByRole("textbox", { name: QUESTIONS.number });
      await to(page, number);
      await page.keyboard.type("drei");
      await page.keyboard.press("Enter"); // Enter in a field goes on, like the first button
      await atTheFault(page, number);
      await page.keyboard.press("Control+A");
      await page.keyboard.type("3");
      await page.keyboard.press("Enter");

      await headed(page, QUESTIONS.longText);
      await to(page, page.getByRole("textbox", { name: QUESTIONS.longText }));
      await page.keyboard.type("Am Bach.");
      await page.keyboard.press("Enter"); // in a long text Enter starts a new line
      await page.keyboard.type("Dort ist Schatten.");
      await next(page);

      await headed(page, "Stimmt alles so?");
      await enter(page, "link", /^Ändern\s?: 1\.1/);
      await headed(page, QUESTIONS.goal);
      await to(page, page.getByRole("radio", { checked: true }));
      await to(page, page.getByRole("radio", { name: /^Unklar/ }), "ArrowDown");
      await enter(page, "button", "Speichern und zurück");
      await headed(page, "Stimmt alles so?");
      await enter(page, "button", "Antworten abschicken");

      await headed(page, "Danke. Ihre Antworten sind angekommen.");
      await page.getByText("Sie haben 2 Ziele bewertet und 2 Texte geschrieben.").waitFor();
      const summary = page.locator("summary", { hasText: "Ansehen, was von Ihnen zählt" });
      await to(page, summary);
      await page.keyboard.press("Enter");
      await page.getByText(COMMENT).first().waitFor();
      await enter(page, "link", "Alle Antworten zurückziehen");
      await headed(page, "Möchten Sie alle Antworten zurückziehen?");
      await enter(page, "button", "Ja, alles zurückziehen");
      await headed(page, "Ihre Antworten sind zurückgezogen.");
    }));

  test("the first stop of a page leads past the header", () =>
    visit({}, async (page) => {
      for (const path of ["/", SURVEY, "/receipt", "/consultations/ziele-2035/results"]) {
        await go(page, path);
        await step(page, "Tab");
        assert.ok(await hasFocus(page.getByRole("link", { name: "Zum Inhalt springen" })), `the first stop of ${path}`);
        await page.keyboard.press("Enter");
        await step(page, "Tab");
        const isInside = await page.evaluate(() => document.querySelector("main").contains(document.activeElement));
        assert.ok(isInside, `the stop after it is in the content of ${path}`);
      }
    }));

  for (const device of ["desktop", "phone"]) {
    test(`every stop of the public pages can be seen, ${device}`, () =>
      visit({ device }, async (page) => {
        for (const path of ["/", "/consultations/spielplaetze", "/strategies/stadtentwicklung/editions/1/hf-zusammenleben",
          "/consultations/ziele-2035/results/zusammenleben"]) {
          await go(page, path);
          let stops = 0;
          while (await step(page, "Tab")) assert.ok(++stops < 400, `Tab never leaves ${path}`);
          assert.ok(stops > 5, `${path} has ${stops} stops`);
        }
      }));
  }
});
