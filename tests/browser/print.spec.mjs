// On paper and in colours that the system imposes: what many people never look at and some need.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { axe, go, sheets, shot, visit } from "./support.mjs";
import { SURVEY, begin, takePart, tick } from "./survey.mjs";

describe("on paper", () => {
  test("a receipt is one sheet with code, address and picture", () =>
    visit({}, async (page) => {
      const address = await takePart(page);
      for (const path of ["/receipt", "/receipt?lang=en"]) {
        await go(page, address + path);
        assert.equal(await sheets(page), 1, `sheets of ${path}`);
        await page.emulateMedia({ media: "print" });
        await shot(page, `receipt on paper ${await page.locator("html").getAttribute("lang")}`);
        assert.ok(await page.getByRole("img", { name: /QR/ }).isVisible());
        assert.ok(await page.getByText(new RegExp(`${address}$`)).isVisible(), "the address can be read");
        assert.ok(!(await page.getByRole("navigation").first().isVisible()), "nothing to click on paper");
        await page.emulateMedia({ media: null });
      }
    }));

  test("results print without navigation, with all their figures", () =>
    visit({ scheme: "dark" }, async (page) => {
      await go(page, "/consultations/ziele-2035/results/zusammenleben");
      await page.emulateMedia({ media: "print" });
      await shot(page, "results on paper");
      for (const navigation of await page.locator("nav").all()) assert.ok(!(await navigation.isVisible()));
      for (const folded of await page.locator("summary").all()) assert.ok(!(await folded.isVisible()), "nothing to unfold");
      const [ink, paper] = await page.evaluate(() => {
        const style = getComputedStyle(document.body);
        return [style.color, style.backgroundColor];
      });
      const light = (colour) => page.evaluate((value) => {
        const pixel = new OffscreenCanvas(1, 1).getContext("2d");
        pixel.fillStyle = value;
        pixel.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
        return a === 0 ? 255 : (r + g + b) / 3;
      }, colour);
      assert.ok((await light(ink)) < 80, `dark letters, not ${ink}`);
      assert.ok((await light(paper)) > 240, `on white, not ${paper}, even on a dark screen`);
      assert.ok(await page.getByRole("heading", { level: 1 }).isVisible());
      assert.ok((await sheets(page)) <= 8, "no sheet for each line");
    }));
});

/** Whether something has an edge that imposed colours leave. Runs in the page. */
function hasEdge(element) {
  const style = getComputedStyle(element);
  const edge = (side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1;
  return ["Top", "Right", "Bottom", "Left"].every(edge);
}

describe("colours imposed by the system", () => {
  const look = (story) => visit({ forcedColors: true }, story);

  test("start, consultation and results are drawn with edges", () =>
    look(async (page) => {
      for (const [name, path] of [["start", "/"], ["consultation", "/consultations/spielplaetze"],
        ["results", "/consultations/ziele-2035/results/zusammenleben"]]) {
        await go(page, path);
        assert.ok(await page.evaluate(() => matchMedia("(forced-colors: active)").matches));
        await shot(page, `${name} forced colours`);
        await axe(page);
      }
      // A bar that differs by its fill alone would disappear.
      const bars = page.locator("svg .seg");
      assert.ok((await bars.count()) > 4);
      for (const bar of (await bars.all()).slice(0, 10)) {
        assert.notEqual(await bar.evaluate((element) => getComputedStyle(element).stroke), "none");
      }
    }));

  test("buttons, cards, fields and the chosen answer can be told apart", () =>
    look(async (page) => {
      await go(page, SURVEY);
      assert.ok(await page.getByRole("button", { name: "Umfrage starten" }).evaluate(hasEdge), "the button has an edge");
      const address = await begin(page);
      await go(page, `${address}/spielen-in-der-naehe/sp-1-1`);
      assert.ok(await page.getByRole("textbox").evaluate(hasEdge), "the field has an edge");
      const outline = (radio) => radio.evaluate((element) => {
        const card = element.parentElement;
        return [element, card, ...element.labels].map((e) => {
          const s = getComputedStyle(e);
          return `${s.outlineStyle} ${s.outlineWidth} ${s.borderTopWidth} ${s.borderTopColor}`;
        }).join();
      });
      const radio = page.getByRole("radio", { name: /^Mutiger/ });
      const cards = await page.getByRole("radio").evaluateAll((radios) =>
        radios.map((element) => [element.parentElement, ...element.labels].some((place) => {
          const style = getComputedStyle(place);
          return style.borderTopStyle !== "none" && parseFloat(style.borderTopWidth) >= 1;
        })));
      assert.deepEqual(cards, [true, true, true, true, true], "each answer has an edge");
      const before = await outline(radio);
      await tick(radio);
      await page.keyboard.press("Tab"); // away, so that no focus is drawn on it
      assert.notEqual(await outline(radio), before, "the chosen one looks different");
      await shot(page, "question forced colours");
      await axe(page);
    }));

  test("a receipt keeps a QR code that a phone can read", () =>
    look(async (page) => {
      await takePart(page);
      const qr = page.getByRole("img", { name: /QR/ });
      assert.equal(await qr.evaluate((element) => getComputedStyle(element).forcedColorAdjust), "none");
      await shot(page, "receipt forced colours");
      await axe(page);
    }));
});
