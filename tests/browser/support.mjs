// What the browser stories share: one Chromium, pages in every variant of a reader's device, and the
// checks that every page has to pass. The stories select by role and label, as people do.
//
// TRIALOG_URL is the server to visit, CHROMIUM the browser; tests/run sets both.

import assert from "node:assert/strict";
import { mkdir, readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after } from "node:test";

import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);

/** The server under test, without a slash at the end. */
export const BASE = (process.env.TRIALOG_URL ?? "http://127.0.0.1:8080").replace(/\/$/, "");

const WIDTHS = { desktop: { width: 1280, height: 900 }, phone: { width: 320, height: 640 } };

/** The four ways of looking at a page that have to work: desk and phone, by day and by night. */
export const VARIANTS = ["desktop", "phone"].flatMap((device) =>
  ["light", "dark"].map((scheme) => ({ name: `${device} ${scheme}`, device, scheme })),
);

/**
 * Two of them in which every width and every scheme is met once: enough where a page is made of parts that other pages
 * show in all four.
 */
export const DAY_AND_NIGHT = [VARIANTS[0], VARIANTS[3]];

// WCAG 2.2 AA is the law for a town (BITV 2.0); the best practices are ours.
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const AXE_LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];

const CHROMIUM_FLAGS = [
  "--headless=new",
  "--no-sandbox", // as root, in a container; it visits nothing but our own server
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let browser;

/** Starts the browser of this file on first use; it closes after the file's last test. */
export async function launched() {
  browser ??= chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: CHROMIUM_FLAGS,
  });
  return browser;
}

after(async () => {
  if (browser) await (await browser).close();
});

/**
 * Lets a story use a fresh page and closes it afterwards. Each page has cookies of its own.
 *
 * When the story is over, anything the page did behind its back makes it fail: a request to another
 * host, a blocked or missing file, an error in the console, an open dialog.
 *
 * @param {object} options device: "desktop" or "phone"; scheme: "light" or "dark"; script: whether
 *   JavaScript works (axe needs it: without script use the story's own assertions only);
 *   forcedColors: whether the system imposes its colours; language: of the browser.
 * @param {(page: import("playwright-core").Page) => Promise<void>} story
 */
export async function visit(options, story) {
  const context = await newContext(options);
  try {
    const troubles = watch(context);
    const page = await context.newPage();
    await all(
      () => story(page),
      () => noTroubles(troubles),
    );
  } finally {
    await context.close();
  }
}

/**
 * The same for many short stories that share one browser window, as a visitor's clicks do: opening a window takes
 * longer than looking at a page. Each story is told what the page did behind its back meanwhile.
 *
 * @param {object} options as for `visit`
 * @returns {(story: (page: import("playwright-core").Page) => Promise<void>) => Promise<void>}
 */
export function visitor(options) {
  let opened;
  const open = async () => {
    const context = await newContext(options);
    return { troubles: watch(context), page: await context.newPage() };
  };
  return async (story) => {
    const { troubles, page } = await (opened ??= open());
    await all(
      () => story(page),
      () => noTroubles(troubles.splice(0)),
    );
  };
}

async function newContext(options) {
  const { device = "desktop", scheme = "light", script = true, forcedColors = false, language = "de-DE" } = options;
  const context = await (await launched()).newContext({
    baseURL: BASE,
    viewport: WIDTHS[device],
    colorScheme: scheme,
    forcedColors: forcedColors ? "active" : "none",
    javaScriptEnabled: script,
    locale: language,
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(15_000);
  return context;
}

function noTroubles(troubles) {
  assert.ok(!troubles.length, `The page did what it should not:\n  ${troubles.join("\n  ")}`);
}

/** Collects what goes wrong on the pages of a window from now on; the list grows while the story runs. */
function watch(context) {
  const troubles = [];
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:", "about:", "file:"].includes(url.protocol) && url.origin !== new URL(BASE).origin) {
      troubles.push(`asked another host: ${request.url()}`);
    }
  });
  context.on("response", (response) => {
    // A page may well be a 404 or 422; a style sheet, font or picture may not.
    if (response.status() >= 400 && !response.request().isNavigationRequest()) {
      troubles.push(`${response.status()} for ${response.url()}`);
    }
  });
  context.on("console", (message) => {
    // A blocked style or script (CSP) is an error here too. Chromium also reports statuses: see above.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      troubles.push(`console: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => troubles.push(`script: ${error.error().message}`));
  context.on("dialog", (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  return troubles;
}

/** Goes to a path of our server and expects this status. Gives the answer. */
export async function go(page, path, status = 200) {
  const answer = await page.goto(path);
  assert.equal(answer.status(), status, `${path} answers with ${answer.status()}`);
  return answer;
}

// How a way out of a page ends: at another page, with a file, or not at all.
const ARRIVALS = ["framenavigated", "download", "requestfailed", "close"];

/** Waits until the way that has begun is over and the page stands there with its scripts. */
export async function arrival(page) {
  await new Promise((done) => {
    const end = (what) => {
      if (what.isNavigationRequest?.() === false) return; // a picture of the old page that nobody needs any more
      for (const name of ARRIVALS) page.off(name, end);
      done();
    };
    for (const name of ARRIVALS) page.on(name, end);
  });
  if (!page.isClosed()) await page.waitForLoadState();
}

/** Clicks; where that leads to another page, people wait for it, and so does this. */
export async function click(locator) {
  const page = locator.page();
  let way;
  const leaves = (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) way ??= arrival(page);
  };
  page.on("request", leaves);
  try {
    await locator.click();
    // A form leaves after the click, in a turn of its own: before the page answers this. One that is gone cannot answer.
    if (!page.isClosed()) await page.evaluate(() => 0).catch(() => {});
    await way;
  } finally {
    page.off("request", leaves);
  }
}

// The people of the demo town by their role, and the password they have while stories are played (tests/server.sh).
const PEOPLE = {
  editor: "redaktion",
  evaluator: "auswertung",
  moderator: "freigabe",
  councillor: "gemeinderat",
  admin: "verwaltung",
};
export const STORY_PASSWORD = process.env.STORY_PASSWORD ?? "Kastanien-im-Stadtgarten";

// Whoever has signed in once in this file of stories; a password takes half a second, on purpose.
const signedIn = new Map();

/**
 * Signs in as somebody of the demo town and waits for the page that was asked for. The second time in one file the
 * browser still has the cookies of the first.
 *
 * @param {import("playwright-core").Page} page
 * @param {"editor" | "evaluator" | "moderator" | "councillor" | "admin"} role
 * @param {string} path where to go afterwards
 */
export async function signIn(page, role, path = "/desk") {
  if (signedIn.has(role)) {
    await page.context().addCookies(signedIn.get(role));
    await page.goto(path);
    return;
  }
  await go(page, `/sign-in?${new URLSearchParams({ next: path })}`);
  await page.getByLabel(/^E-Mail|^E-mail/).fill(`${PEOPLE[role]}@lindenau.example`);
  await page.getByLabel(/^Passwor/).fill(STORY_PASSWORD);
  await click(page.locator("main form button[type=submit]"));
  await page.waitForURL(BASE + path);
  signedIn.set(role, (await page.context().cookies()).filter(({ name }) => name.includes("session")));
}

/**
 * The text of the newest mail to an address; waits until the town has sent one. Needs the folder of the mails
 * (TRIALOG_MAILS), so it works only with a server of one's own.
 */
export async function letterTo(address) {
  const folder = process.env.TRIALOG_MAILS;
  assert.ok(folder, "TRIALOG_MAILS names the folder of the mails");
  for (let tries = 0; tries < 300; tries += 1) {
    // Names of files are in the order of time.
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".eml")).sort();
    for (const name of names.reverse()) {
      const mail = await readFile(join(folder, name), "utf8");
      const [head, ...body] = mail.split("\r\n\r\n");
      if (!head.includes(`To: ${address}`)) continue;
      const text = body.join("\r\n\r\n");
      if (/encoding: base64/i.test(head)) return Buffer.from(text, "base64").toString("utf8");
      const packed = text.replaceAll("=\r\n", "").replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
      return /encoding: quoted-printable/i.test(head) ? Buffer.from(packed, "latin1").toString("utf8") : text;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  return assert.fail(`no mail has left to ${address}`);
}

/** The page whose main heading reads like this is here. */
export async function headed(page, name) {
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

let axeSource;

/**
 * No violation of WCAG 2.2 AA or of axe's best practices on the page as it stands now. In the dark a page differs by its
 * colours and its width alone, so that there only the rules about these are asked; every story looks at its pages in
 * light as well.
 */
export async function axe(page) {
  await page.waitForLoadState();
  axeSource ??= await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(axeSource);
  const violations = await page.evaluate(
    async ({ tags, looks }) => {
      const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
      const runOnly = isDark ? { type: "rule", values: looks } : { type: "tag", values: tags };
      return (await globalThis.axe.run(document, { runOnly, resultTypes: ["violations"] })).violations;
    },
    { tags: AXE_TAGS, looks: AXE_LOOKS },
  );
  const report = violations.flatMap((rule) => [
    `${rule.id} (${rule.impact}): ${rule.help}`,
    ...rule.nodes.slice(0, 5).map((node) => {
      const why = [...node.any, ...node.all, ...node.none].map((check) => check.message)[0] ?? "";
      return `    ${node.target.join(" ")}\n      ${node.html.slice(0, 160)}\n      ${why}`;
    }),
  ]);
  assert.ok(!violations.length, `axe on ${page.url()}:\n  ${report.join("\n  ")}`);
}

/** Nothing makes the page wider than the screen (WCAG 1.4.10 Reflow). */
export async function noHorizontalScroll(page) {
  const { excess, culprits } = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    // Things that scroll inside a box of their own, such as a wide table, are fine.
    const scrolls = (element) =>
      element && element !== document.body && element !== document.documentElement &&
      (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
    const wide = [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement))
      .map((element) => element.outerHTML.slice(0, 120));
    return { excess: document.documentElement.scrollWidth - width, culprits: wide.slice(0, 5) };
  });
  assert.ok(excess <= 0, `${page.url()} is ${excess} px too wide:\n  ${culprits.join("\n  ")}`);
}

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // How the markup is written is the templates' own matter; here counts whether it is right.
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    "no-inline-style": "error", // the CSP forbids it, so it would silently not work
    "void-style": "off",
    // Words may be as long as they are: page titles name the town and the field of action.
    "long-title": "off",
    // Screen readers announce these roles only when they are written out.
    "no-redundant-role": "off",
    "prefer-native-element": "off",
  },
});

// What was found valid in this file of stories; the same page comes in light and dark, wide and narrow.
const valid = new Set();

/** The server's answer is valid HTML, before any browser has repaired it. */
export async function validHtml(answer) {
  const text = await answer.text();
  const bare = text.replaceAll(/name="_token" value="[^"]*"/g, "");
  if (valid.has(bare)) return;
  const report = await validator.validateString(text, answer.url());
  const lines = report.results.flatMap((file) =>
    file.messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
  assert.ok(report.valid, `HTML of ${answer.url()}:\n  ${lines.slice(0, 20).join("\n  ")}`);
  valid.add(bare);
}

/** Runs all checks, so that one failing does not hide the next, and fails with all they found. */
export async function all(...checks) {
  const findings = [];
  for (const check of checks) {
    try {
      await check();
    } catch (error) {
      findings.push(error.message);
    }
  }
  assert.ok(!findings.length, findings.join("\n"));
}

/** Saves a picture of the whole page as tests/browser/shots/NAME.png, for people to look at; where nobody looks, none. */
export async function shot(page, name) {
  if (process.env.CI) return;
  const folder = join(import.meta.dirname, "shots");
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replaceAll(/[^a-z0-9-]+/gi, "-")}.png`), fullPage: true });
}

/** How many sheets of A4 the page takes. */
export async function sheets(page) {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
}

/** Lays an edition of the demonstration open; those that other stories make at the same time come and go. */
export async function layOpen(page) {
  const choice = page.getByLabel("Welche Fassung liegt aus?");
  const lasting = choice.locator('option:not([value=""])', { hasNotText: "Klima" }).first();
  await choice.selectOption(await lasting.getAttribute("value"));
}
