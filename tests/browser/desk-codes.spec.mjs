// Access codes: an editor makes codes and prints letters, somebody takes part with a code, once. Then every page with axe.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { DAY_AND_NIGHT, axe, click, go, headed, noHorizontalScroll, shot, signIn, visit } from "./support.mjs";
import { follow, press, tick } from "./survey.mjs";

const CODES = "/desk/consultations/spielplaetze/codes";
const CODE = "/consultations/spielplaetze/code";

/** Makes codes; whoever has one is counted apart. */
async function make(page, name) {
  await signIn(page, "editor", CODES);
  await headed(page, "Zugangscodes");
  await tick(page.getByRole("radio", { name: /^Alle, Eingeladene getrennt/ }));
  await press(page, "Speichern");
  await page.getByRole("status").filter({ hasText: "Gespeichert" }).waitFor();
  await page.getByRole("textbox", { name: /^Name/ }).fill(name);
  await page.getByRole("textbox", { name: /^Wie viele/ }).fill("3");
  await press(page, "Codes anlegen");
  await page.getByRole("status").filter({ hasText: "angelegt" }).waitFor();
}

const row = (page, name) => page.getByRole("row", { name: new RegExp(name) });

describe("access codes", () => {
  test("made, printed, used once, sealed, without script", async () => {
    let code;
    await visit({ script: false }, async (page) => {
      await make(page, "Stichprobe ohne Skript");
      await click(row(page, "Stichprobe ohne Skript").getByRole("link", { name: /^Briefe drucken/ }));
      code = await page.locator(".letter .code").first().textContent();
    });
    await visit({ script: false }, async (page) => {
      await go(page, "/consultations/spielplaetze/survey");
      await follow(page, /Brief mit Zugangscode/);
      await headed(page, "Geben Sie Ihren Zugangscode ein");
      await page.getByLabel(/^Ihr Zugangscode/).fill("0000 0000 0000");
      await press(page, "Umfrage starten");
      await page.getByRole("alert").filter({ hasText: "kennen wir nicht" }).waitFor();
      await page.getByLabel(/^Ihr Zugangscode/).fill(code.toLowerCase());
      await press(page, "Umfrage starten");
      await headed(page, "Wozu möchten Sie etwas sagen?");
      await go(page, `${CODE}/${code.replaceAll(" ", "")}`);
      await press(page, "Umfrage starten");
      await page.getByRole("alert").filter({ hasText: "schon jemand begonnen" }).waitFor();
    });
    await visit({ script: false }, async (page) => {
      await signIn(page, "editor", CODES);
      assert.match(await row(page, "Stichprobe ohne Skript").innerText(), /\b1\b/);
      await click(row(page, "Stichprobe ohne Skript").getByRole("link", { name: /^Versiegeln/ }));
      await press(page, "Versiegeln");
      await page.getByRole("status").filter({ hasText: "versiegelt" }).waitFor();
    });
  });

  for (const { name, device, scheme } of DAY_AND_NIGHT) {
    test(`every page, ${name}`, () =>
      visit({ device, scheme }, async (page) => {
        const look = async (what) => {
          await axe(page);
          await noHorizontalScroll(page);
          await shot(page, `codes ${what} ${name}`);
        };
        await make(page, `Stichprobe ${name}`);
        await look("list");
        await press(page, "Codes anlegen");
        await page.getByRole("alert").waitFor();
        await look("faulty");
        for (const [what, link] of [["letters", "Briefe drucken"], ["seal", "Versiegeln"], ["removal", "Löschen"]]) {
          await go(page, CODES);
          await click(row(page, `Stichprobe ${name}`).getByRole("link", { name: new RegExp(`^${link}`) }));
          await page.waitForURL(/letters|seal|removal/);
          await look(what);
        }
        await press(page, "Löschen");
        await page.getByRole("status").filter({ hasText: "gelöscht" }).waitFor();
        await go(page, CODE);
        await look("box");
      }));
  }
});
