// Files as no browser sends them: names out of another program, and contents that are something else than their name says.

import assert from "node:assert/strict";

import { mark } from "./payloads.mjs";

const PAGE = "<!doctype html><script>__f(1)</script>";
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" onload="__f(1)"/>';

/** Names for a file that is what it should be; each is taken or refused, and never obeyed. */
export const NAMES = [
  "../../../../etc/passwd.pdf",
  String.raw`..\..\windows\win.pdf`,
  `${mark(1)}"; filename="b.html`,
  `${mark(2)}.pdf\r\nContent-Type: text/html\r\n\r\n${PAGE}`,
  `${mark(3)}\0.html.pdf`,
  `${mark(4)}<svg onload=__f(4)>.pdf`,
  `${mark(5)}\u202efdp.exe.pdf`,
  `${"zz6z".repeat(90)}.pdf`,
  `=cmd|' /C calc'!A0${mark(7)}.pdf`,
  ".pdf",
  "",
];

/** What must not come in, whatever it calls itself. */
export const REFUSED = [
  ["seite.html", "text/html", PAGE],
  ["seite.pdf", "application/pdf", PAGE],
  ["bild.png", "image/png", DRAWING],
  ["bild.svg", "image/svg+xml", DRAWING],
  ["bild.svg.jpg", "image/jpeg", DRAWING],
  ["seite.html.docx", "application/octet-stream", PAGE],
  ["seite.xhtml", "application/xhtml+xml", PAGE],
];

/** A small file for a name; two with the same content would be one. */
export const pdf = (name) => `%PDF-1.4\n% ${NAMES.indexOf(name)}\n%%EOF\n`;

/** Sends a file with the form that stands in the page, as a program would. Gives the status of the answer. */
export async function send(page, name, type, content) {
  const { action, token } = await page.evaluate(() => {
    const form = [...document.forms].find(({ enctype }) => enctype === "multipart/form-data");
    return { action: form.action, token: form.elements.namedItem("_token").value };
  });
  const edge = "----hostile";
  const data = Buffer.from(
    `--${edge}\r\nContent-Disposition: form-data; name="_token"\r\n\r\n${token}\r\n` +
      `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n${content}\r\n--${edge}--\r\n`,
  );
  const answer = await page.context().request.post(action, {
    data,
    headers: { "content-type": `multipart/form-data; boundary=${edge}`, origin: new URL(action).origin },
    maxRedirects: 0,
  });
  assert.ok(answer.status() < 500, `${JSON.stringify(name)} is answered with ${answer.status()}`);
  return answer.status();
}
