// Hostile files: names that would be obeyed, pages in the clothes of pictures, and documents to read in whose content is
// hostile.

import { readFileSync } from "node:fs";

import { hostile, mark } from "./payloads.mjs";
import { xlsx } from "../xlsx.mjs";

const pdf = Buffer.from("%PDF-1.4\n% hostile only by its name\n%%EOF\n");

/** Lays files into the fields of a form, by what it is for; another at each try. */
export async function attach(page, form, tries, ledger) {
  for (const { name, type } of form.fields) {
    if (type !== "file") continue;
    const n = (ledger.next += 1);
    ledger.typed.set(n, `file ${form.action} ${name}`);
    const files = choose(form.action, n);
    const input = page.locator("form").nth(form.index).locator(`input[name="${name}"]`);
    await input.setInputFiles(files[Math.min(tries, files.length - 1)]);
  }
}

function choose(action, n) {
  const text = hostile(n, 90).replaceAll(/["\t\n]/g, "'");
  if (action.endsWith("/uploads")) return [markdown(n)];
  if (action.endsWith("/organisations/import")) {
    const head = ["Name", "Art", "Anschrift", "E-Mail"];
    return [table([head, [text, text, text, text]]), table([head, [text, "", text, `zz${n}z@stadt.example`]])];
  }
  if (action.endsWith("/statements/import")) {
    const head = ["ID", "Institution", "Abteilung", "Name", "Einreichungsdatum", "Stellungnahmetext", "Ziel"];
    return [table([head, [text, text, text, text, text, text, text]]), table([head, ["1", "", "", text, "1.7.2026", text, ""]])];
  }
  if (action.endsWith("/survey-import")) return [lss(text)];
  return [
    { name: `bild ${mark(n)}'><svg onload=__f(${n})>.png`, mimeType: "image/png", buffer: picture(n) },
    { name: `${mark(n)}'><img src=x onerror=__f(${n})>\u202efdp.pdf`, mimeType: "application/pdf", buffer: pdf },
  ];
}

/** A page in the clothes of a picture. */
const picture = (n) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="__f(${n})"><script>__f(${n})</script></svg>`);

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const table = (rows) => ({ name: "tabelle'><zz>.xlsx", mimeType: XLSX, buffer: xlsx(rows) });

const markdown = (n) => ({
  name: `fassung ${mark(n)}'><x>.md`,
  mimeType: "text/markdown",
  buffer: Buffer.from(`# ${hostile(n, 90)}\n\n## ${hostile(n, 90)}\n\n${hostile(n, 700)}\n`),
});

/** A survey of LimeSurvey in which each text is hostile: titles, questions, answers, and what cannot be taken along. */
const sample = readFileSync(new URL("../../files/limesurvey-6.lss", import.meta.url), "utf8");
const TEXTS = /<(question|answer|help|group_name|description|surveyls_title|surveyls_welcometext|value)><!\[CDATA\[[^\]]*\]\]>/g;
const lss = (text) => ({
  name: "umfrage'><zz>.lss",
  mimeType: "application/xml",
  buffer: Buffer.from(sample.replaceAll(TEXTS, (_, tag) => `<${tag}><![CDATA[${text.replaceAll("]]>", "")}]]>`)),
});
