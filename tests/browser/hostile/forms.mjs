// Filling in a form as hostilely as it takes it: first hostile texts in every field; what the page refuses is typed again
// shorter, and at last sensibly, until the form is taken.

import { hostile, mark } from "./payloads.mjs";

/** Kinds of fields that a text is typed into. */
export const TEXTUAL = ["text", "textarea", "search", "email", "url", "tel"];

/** Runs in the browser: the forms of the document in the page, or of one that was only read. */
export function listForms({ doc = document, here = location.pathname } = {}) {
  return [...doc.forms].map((form, index) => {
    const buttons = [...form.elements].filter(({ localName, type }) => localName === "button" && type === "submit");
    return {
      index,
      action: (form.getAttribute("action") ?? here).split("?")[0],
      method: form.method,
      buttons: buttons.map(({ name, value }) => ({ name, value })),
      fields: [...form.elements]
        .filter(({ name, localName, type }) => name && name !== "_token" && localName !== "button" && type !== "hidden")
        .map((field) => ({
          name: field.name,
          type: field.type,
          room: field.maxLength > 0 ? field.maxLength : 0,
          isFixed: Boolean(field.readOnly || field.disabled),
          isRefused: field.getAttribute("aria-invalid") === "true",
          value: ["text", "email"].includes(field.type) ? field.value.slice(0, 60) : "",
        })),
    };
  });
}

/** The names of a form's fields for text. */
export const textual = (form) => form.fields.filter(({ type, isFixed }) => TEXTUAL.includes(type) && !isFixed);

/** How many characters are tried first in a field that does not say how many it takes: few say no to this. */
const ROOM = { textarea: 700, text: 100, search: 100, email: 100, url: 100, tel: 44 };

// What a field takes that takes no hostile text, by its name.
const SENSIBLE = {
  slug: (n) => `zz-${n}`,
  codes: () => "2",
  yes: () => "3",
  no: () => "2",
  abstentions: () => "1",
  number: (n) => `9.${n}`,
  second_number: (n) => `8.${n}`,
  received: () => new Date().toLocaleDateString("de-DE", { timeZone: "Europe/Berlin" }),
};
const isAddress = ({ name, type }) => type === "email" || /email|^address$|^reply_to$/.test(name);

/**
 * What is typed into a field at the first, second and third try: hostile, hostile and short, and at last what such a field
 * is for.
 */
export function value(field, n, level, codes) {
  const { name, type } = field;
  if (level > 0 && isAddress(field)) return `${mark(n)}+x@stadt.example`;
  if (level > 0 && name === "code") return codes[0] ?? "";
  if (level > 0 && SENSIBLE[name]) return SENSIBLE[name](n);
  if (level > 1) return "";
  const text = hostile(n, level > 0 ? Math.min(field.room || 40, 40) : field.room || ROOM[type]);
  // A list has a line for each of its entries.
  return ["options", "items"].includes(name) ? `${text.slice(0, 100)}\n${hostile(n, 60)}` : text;
}

/** A field that the first refusal makes sensible, even if it is not named in it. */
export const isStrict = (field) => isAddress(field) || field.name in SENSIBLE;

/**
 * Runs in the browser: fills in form `index`. Texts come from outside, by name; boxes, lists and days get something that
 * a form takes. Rows that came along after the first try (`only` names what was there) stay empty.
 */
export function fill({ index, texts, secret, days, only }) {
  const form = document.forms[index];
  form.noValidate = true;
  const open = (field) => !field.disabled && !field.readOnly;
  const groups = new Set();
  for (const field of [...form.elements].filter(open)) {
    const { name, type } = field;
    if (!name || name === "_token" || type === "hidden" || type === "submit" || (only && !only.includes(name))) continue;
    if (name in texts) {
      field.value = texts[name];
      field.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (type === "password") field.value = secret;
    else if (type === "date") field.value = name === "until" ? days.until : field.value || (/_on$|^from$/.test(name) ? days.today : days.until);
    else if (type === "number") field.value ||= field.min || "1";
    else if (field.localName === "select") {
      const options = [...field.options].filter((option) => option.value && !option.disabled);
      // The second of several rows is about another thing than the first.
      if (!field.value) field.value = options[Math.min(Number(name.match(/\d+/)?.[0] ?? 0), options.length - 1)]?.value ?? "";
    } else if (type === "radio" || (type === "checkbox" && !/^(is_nil|member|names_clerk)$/.test(name))) {
      if (groups.has(name)) continue;
      groups.add(name);
      const all = [...form.elements].filter((other) => other.name === name && open(other));
      if (!all.some(({ checked }) => checked)) all.find(({ value }) => value !== "none").checked = true;
    }
  }
}

/** Runs in the browser: presses the button of a form, by its place among them. */
export function press({ index, button }) {
  const form = document.forms[index];
  form.noValidate = true;
  const buttons = [...form.elements].filter(({ localName, type }) => localName === "button" && type === "submit");
  if (buttons[button]) form.requestSubmit(buttons[button]);
  else form.requestSubmit();
}
