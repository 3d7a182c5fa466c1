// Every page a resident can see, on a desk and on a phone, by day and by night: valid, accessible, not too wide,
// and without a request to anybody else. A new kind of page gets a line in these lists.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { VARIANTS, all, axe, go, headed, noHorizontalScroll, shot, validHtml, visit, visitor } from "./support.mjs";
import { QUESTIONS, SURVEY, answerBriefly, begin, follow, press, takePart, tick, write } from "./survey.mjs";

const DRAFT = "/strategies/stadtentwicklung/editions/1";
const RESULTS = "/consultations/ziele-2035/results";

/** What everybody can see. */
const PUBLIC = [
  { name: "start", path: "/" },
  { name: "consultation that runs", path: "/consultations/spielplaetze" },
  { name: "consultation to come", path: "/consultations/radverkehr" },
  { name: "consultation with results", path: "/consultations/ziele-2035" },
  { name: "edition", path: DRAFT },
  { name: "field of action", path: `${DRAFT}/hf-zusammenleben` },
  { name: "messages by mail", path: "/consultations/spielplaetze/subscribe" },
  { name: "all results", path: "/results" },
  { name: "results", path: RESULTS },
  { name: "results of a field", path: `${RESULTS}/zusammenleben` },
  { name: "comments", path: `${RESULTS}/zusammenleben/comments` },
  { name: "survey introduction", path: SURVEY },
  { name: "survey to come", path: "/consultations/radverkehr/survey" },
  { name: "survey that is over", path: "/consultations/ziele-2035/survey" },
  { name: "receipt lookup", path: "/receipt" },
  {
    name: "receipt lookup with a fault",
    path: "/receipt",
    faulty: async (page) => {
      await page.getByRole("textbox", { name: "Ihr Code" }).fill("K7MQ 4T2X");
      await press(page, "Weiter");
    },
  },
  { name: "missing page", path: "/there-is-no-such-page", status: 404 },
];

/** What belongs to one participation; `of` says which of the three below. */
const PERSONAL = [
  { name: "tasks at the start", of: "begun", path: "" },
  { name: "review without an answer", of: "begun", path: "/review" },
  { name: "goal", of: "begun", path: "/spielen-in-der-naehe/sp-1-1" },
  {
    name: "goal with faults",
    of: "begun",
    path: "/spielen-in-der-naehe/sp-1-1",
    faulty: async (page) => {
      await page.getByRole("textbox", { name: /Möchten Sie etwas dazu sagen/ }).fill("zu lang ".repeat(1500));
      await press(page, "Weiter");
    },
  },
  { name: "goal answered", of: "submitted", path: "/spielen-in-der-naehe/sp-1-1?from=review" },
  { name: "single", of: "begun", path: "/spielen-in-der-naehe/wie-oft" },
  { name: "multiple answered", of: "submitted", path: "/spielen-in-der-naehe/was-fehlt" },
  { name: "scale", of: "begun", path: "/spielen-in-der-naehe/zufriedenheit" },
  { name: "number", of: "begun", path: "/spielen-in-der-naehe/kinder" },
  {
    name: "number with a fault",
    of: "begun",
    path: "/spielen-in-der-naehe/kinder",
    faulty: async (page) => {
      await page.getByRole("textbox").fill("viele");
      await press(page, "Weiter");
    },
  },
  { name: "long text", of: "begun", path: "/spielen-in-der-naehe/lieblingsort" },
  { name: "profile", of: "begun", path: "/ueber-sie/stadtteil" },
  { name: "pause", of: "begun", path: "/pause" },
  { name: "tasks to correct", of: "submitted", path: "" },
  { name: "review", of: "submitted", path: "/review" },
  { name: "receipt", of: "submitted", path: "/receipt" },
  { name: "withdrawal", of: "submitted", path: "/withdrawal" },
  { name: "withdrawn", of: "withdrawn", path: "/receipt" },
];

// Pictures for people to look at, of two variants that differ in everything.
const PICTURED = [VARIANTS[0], VARIANTS[3]];

let prepared;

/** Three residents: one has just begun, one has handed in, one has taken everything back. Gives their addresses. */
function residents() {
  prepared ??= (async () => {
    const addresses = {};
    await visit({}, async (page) => {
      addresses.begun = await begin(page);
      addresses.submitted = await takePart(page);
      addresses.withdrawn = await takePart(page);
      await follow(page, "Alle Antworten zurückziehen");
      await press(page, "Ja, alles zurückziehen");
      await headed(page, "Ihre Antworten sind zurückgezogen.");
    });
    return addresses;
  })();
  return prepared;
}

/** Opens a page of the lists with everything that folds open. Gives the server's answer. */
async function open(page, { path, of, status, faulty }) {
  const address = of ? (await residents())[of] + path : path;
  let answer = await go(page, address, status);
  if (faulty) {
    const corrected = page.waitForResponse((response) => response.request().method() === "POST");
    await faulty(page);
    answer = await corrected;
    assert.equal(answer.status(), 422);
    await page.getByRole("alert").waitFor();
  }
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  return answer;
}

for (const variant of VARIANTS) {
  describe(variant.name, () => {
    const look = visitor(variant);
    for (const one of [...PUBLIC, ...PERSONAL]) {
      test(one.name, () =>
        look(async (page) => {
          const answer = await open(page, one);
          if (PICTURED.includes(variant)) await shot(page, `${one.name} ${variant.name}`);
          await all(
            // The same answer for every screen: valid for one is valid for all.
            () => (variant === VARIANTS[0] ? validHtml(answer) : undefined),
            () => axe(page),
            () => noHorizontalScroll(page),
          );
        }));
    }
  });
}

describe("in English", () => {
  const look = visitor({ language: "en-GB", device: "phone" });
  const names = ["start", "consultation that runs", "field of action", "results of a field", "survey introduction", "goal",
    "scale", "review", "receipt", "missing page"];
  for (const one of [...PUBLIC, ...PERSONAL].filter(({ name }) => names.includes(name))) {
    test(one.name, () =>
      look(async (page) => {
        const answer = await open(page, one);
        assert.equal(await page.locator("html").getAttribute("lang"), "en");
        await all(
          () => validHtml(answer),
          () => axe(page),
          () => noHorizontalScroll(page),
        );
      }));
  }
});

describe("handing in without an answer is refused, with a way on", () => {
  test("review", () =>
    visit({ device: "phone", scheme: "dark" }, async (page) => {
      const address = await answerBriefly(page);
      // Meanwhile, in another tab, the answers are taken back.
      const other = await page.context().newPage();
      await go(other, `${address}/spielen-in-der-naehe/sp-1-1`);
      await write(other, /Möchten Sie etwas dazu sagen/, "");
      await press(other, "Ziel überspringen");
      await headed(other, QUESTIONS.secondGoal);
      await go(other, `${address}/spielen-in-der-naehe/was-fehlt`);
      for (const name of ["Schatten", "Eine Toilette"]) await tick(other.getByRole("checkbox", { name }));
      await press(other, "Weiter");
      await headed(other, QUESTIONS.scale);
      await press(page, "Antworten abschicken");
      await page.getByRole("alert").waitFor();
      await shot(page, "review with nothing to hand in");
      await axe(page);
      await noHorizontalScroll(page);
    }));
});
