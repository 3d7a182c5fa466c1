// What tells that a text was taken for something else: something ran, was blocked by the policy, asked another host, led
// away, or stands on a page as an element. And what every answer has to say for itself in its head.

import { ELSEWHERE, computed, marks } from "./payloads.mjs";

/** Opens a browser window in which everything that should not happen is noted; the list grows while it is used. */
export async function trapped(browser, base, options = {}) {
  const context = await browser.newContext({
    baseURL: base,
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
    viewport: { width: 800, height: 400 },
    acceptDownloads: false,
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const caught = [];
  let main; // the story's own page
  const where = () => (main ? main.url().replace(base, "") : "");
  const note = (kind, what) => caught.push({ kind, what: `${what} on ${where()}` });

  await context.exposeFunction("__caught", note);
  await context.addInitScript(() => {
    globalThis.__f = (n) => globalThis.__caught("ran", n);
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
      globalThis.__caught("policy", `${effectiveDirective} ${blockedURI} ${sample}`));
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (["http:", "https:", "ws:", "wss:"].includes(url.protocol) && url.origin !== base) note("request", request.url());
  });
  context.on("dialog", (dialog) => {
    note("dialog", dialog.message());
    dialog.dismiss().catch(() => {});
  });
  context.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) note("console", message.text());
  });
  context.on("weberror", (error) => note("script", error.error().message));
  context.on("response", (response) => {
    const url = new URL(response.url());
    if (url.origin === base) for (const fault of faults(url.pathname, response.status(), response.headers())) note("head", `${fault} (${url.pathname})`);
  });
  const page = await context.newPage();
  main = page;
  // Nobody looks at these pages with eyes; without styles and fonts they stand there sooner.
  const wire = await context.newCDPSession(page);
  await wire.send("Network.enable");
  await wire.send("Network.setBlockedURLs", { urls: ["*.css*", "*.woff2*"] });
  context.on("page", (other) => {
    note("window", other.url());
    other.close().catch(() => {});
  });
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame()) note("frame", frame.url());
    else if (!frame.url().startsWith(`${base}/`) && frame.url() !== "about:blank") note("led away", frame.url());
  });
  return { context, page, caught };
}

// Open data is for every program on earth, and holds nothing personal.
const OPEN = /^\/(api|oparl)\/|^\/catalog\.|^\/log(\/|$)|^\/consultations\/[^/]+\/(results|charts|outcome\/table\.)|^\/strategies\/[^/]+\/synopsis\./;
const PERSONAL = /^\/(p|desk|my|organisation|subscriptions|invitation|statement-address|sign-in)(\/|$)/;
const FILE = /\.(csv|xlsx|docx|zip|txt)$|\/files\/[^/]+$/;

/** What is wrong with the head of an answer. */
export function faults(path, status, head) {
  const found = [];
  const must = (isSo, what) => isSo || found.push(what);
  if (status === 304) return found;
  const policy = head["content-security-policy"] ?? "";
  must(policy.includes("default-src 'none'") && policy.includes("frame-ancestors 'none'"), "no strict policy");
  must(!/unsafe|\*|http/.test(policy), "a policy with holes");
  must(head["x-content-type-options"] === "nosniff", "no nosniff");
  must(["same-origin", "no-referrer"].includes(head["referrer-policy"]), "referrer policy");
  const allowed = head["access-control-allow-origin"];
  must(allowed === undefined || (allowed === "*" && OPEN.test(path)), "other sites may read it");
  must(head["access-control-allow-credentials"] === undefined, "other sites may read it as the one who is signed in");
  if (PERSONAL.test(path)) must(/no-store/.test(head["cache-control"] ?? ""), `kept by browsers: ${head["cache-control"]}`);
  const kind = head["content-type"];
  if (status < 300 || status >= 400) must(kind !== undefined || head["content-length"] === "0", "no type");
  if (/^text\/|atom/.test(kind ?? "")) must(/charset=utf-8/i.test(kind), `no charset: ${kind}`);
  if (status === 200 && FILE.test(path) && !/^text\/html/.test(kind ?? "")) {
    must(/^attachment\b/.test(head["content-disposition"] ?? ""), `shown instead of kept: ${kind}`);
  }
  if (path.includes("/files/") && status === 200) must(!/html|svg|xml/.test(kind ?? "") || !/^attachment/.test(kind), "a file as a page");
  return found;
}

/**
 * Looks over the document that stands in the page: elements and attributes that came out of a text, sums that a template
 * did, text that was escaped twice. Gives as well which numbers can be read as text and which stand in fields.
 */
export async function inspect(page) {
  const { foreign, text, typed } = await page.evaluate(examine, { elsewhere: ELSEWHERE });
  const caught = foreign.map((what) => ({ kind: "element", what: `${what} on ${new URL(page.url()).pathname}` }));
  for (const n of computed(text)) caught.push({ kind: "computed", what: `${n} on ${page.url()}` });
  const twice = text.match(/.{0,20}(&quot;|&#39;|&#x27;)(&gt;|&#62;)?(&lt;|&#60;)zz\d+z onfocus.{0,10}/);
  if (twice) caught.push({ kind: "escaped twice", what: `${twice[0]} on ${page.url()}` });
  return { caught, read: new Set(marks(text)), typed: new Set(marks(typed)) };
}

/** Runs in the browser, on the page's document or on one that was only read. */
export function examine({ elsewhere, doc = document }) {
  const foreign = [];
  const tell = (element, why) => foreign.push(`${why}: ${element.outerHTML.slice(0, 120)}`);
  const ADDRESSES = ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset", "background", "ping"];
  for (const element of doc.querySelectorAll("*")) {
    const name = element.localName;
    if (/^zz\d/.test(name)) tell(element, "element of a text");
    if (["iframe", "frame", "object", "embed", "base", "applet", "style", "math", "noscript"].includes(name)) tell(element, "element we have not");
    if (name === "meta" && element.hasAttribute("http-equiv")) tell(element, "element we have not");
    if (name === "script" && (!element.getAttribute("src")?.startsWith("/") || element.textContent)) tell(element, "script of a text");
    for (const attribute of element.attributes) {
      if (/^on|^zz\d|^style$|^srcdoc$/.test(attribute.name)) tell(element, `attribute ${attribute.name}`);
      if (!ADDRESSES.includes(attribute.name)) continue;
      let url;
      try {
        url = new URL(attribute.value, document.baseURI);
      } catch {
        continue;
      }
      const isPicture = name === "img" && attribute.value.startsWith("data:image/");
      if (!["http:", "https:", "mailto:", "tel:"].includes(url.protocol) && !isPicture) tell(element, `leads to ${url.protocol}`);
      if (url.host === elsewhere) tell(element, "leads elsewhere");
    }
  }
  if (doc !== document) return { foreign };
  // What can be read: also what folds open, and not what stands in fields.
  const copy = doc.body?.cloneNode(true);
  copy?.querySelectorAll("textarea, script, option").forEach((element) => element.remove());
  const fields = [...doc.querySelectorAll("input, textarea")];
  return { foreign, text: copy?.textContent ?? "", typed: fields.map(({ value }) => value).join("\n") };
}
