// Steps through the survey that runs in the demo town, as a resident takes them; by role and label only.

import assert from "node:assert/strict";

import { click, go, headed } from "./support.mjs";

/** The introduction to the survey that is running. */
export const SURVEY = "/consultations/spielplaetze/survey";

/** The part with every kind of question, and its questions in their order. */
export const PART = "Spielen in der Nähe";
export const QUESTIONS = {
  goal: "Kurze Wege zum Spielplatz",
  secondGoal: "Plätze für jedes Alter",
  thirdGoal: "Spielen ohne Hindernisse",
  single: "Wie oft sind Sie auf einem Spielplatz in Lindenau?",
  multiple: "Was fehlt auf dem Spielplatz, den Sie am besten kennen?",
  scale: "Wie zufrieden sind Sie mit diesem Spielplatz?",
  number: "Mit wie vielen Kindern gehen Sie auf den Spielplatz?",
  longText: "Wo spielen Kinder in Ihrer Nähe am liebsten, und warum gerade dort?",
};

/** Starts the survey. Gives the participation's address, `/p/` and the code. */
export async function begin(page) {
  await go(page, SURVEY);
  await click(page.getByRole("button", { name: "Umfrage starten" }));
  await headed(page, "Wozu möchten Sie etwas sagen?");
  return new URL(page.url()).pathname;
}

/** By its whole name, or by a pattern where only a part of it matters. */
const called = (name) => ({ name, exact: typeof name === "string" });

export const press = (page, name) => click(page.getByRole("button", called(name)));
export const follow = (page, name) => click(page.getByRole("link", called(name)));

/** Clicks on the words beside a radio button or check box, as people do: the box itself lies under its card. */
export async function tick(box) {
  const label = await box.evaluateHandle((element) => element.labels[0]);
  await label.asElement().click();
}

/** Ticks the radio button or check box of this name. */
export async function choose(within, role, name) {
  const box = within.getByRole(role, called(name));
  await tick(box);
  assert.ok(await box.isChecked(), `${name} is chosen`);
}

/** Writes into the field of this name. */
export const write = (page, name, text) => page.getByRole("textbox", called(name)).fill(text);

/** Chooses a mark on the goal that is shown and goes on. */
export async function rate(page, mark) {
  await choose(page, "radio", mark);
  await press(page, "Weiter");
}

/** Starts, answers one goal and the long question, and stands on the page with all answers. */
export async function answerBriefly(page) {
  const address = await begin(page);
  await follow(page, PART);
  await headed(page, QUESTIONS.goal);
  await write(page, /Möchten Sie etwas dazu sagen/, "Der Weg am Bach wird im Winter nicht geräumt.");
  await rate(page, /^Mutiger/);
  await headed(page, QUESTIONS.secondGoal);
  await go(page, `${address}/spielen-in-der-naehe/was-fehlt`);
  await choose(page, "checkbox", "Schatten");
  await choose(page, "checkbox", "Eine Toilette");
  await press(page, "Weiter");
  await headed(page, QUESTIONS.scale);
  await go(page, `${address}/review`);
  return address;
}

/** The same, handed in. */
export async function takePart(page) {
  const address = await answerBriefly(page);
  await press(page, "Antworten abschicken");
  await headed(page, "Danke. Ihre Antworten sind angekommen.");
  return address;
}
