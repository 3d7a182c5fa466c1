// A small workbook as office programs write it: shared texts, one sheet. Packed without compression, so that nothing
// but node is needed.

import { crc32 } from "node:zlib";

const xml = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function number(bytes, ...values) {
  const made = Buffer.alloc(bytes * values.length);
  values.forEach((value, n) => made.writeUIntLE(value, n * bytes, bytes));
  return made;
}

/** Entries of name and text as a ZIP archive. */
function zip(entries) {
  const files = [];
  const list = [];
  let at = 0;
  for (const [name, text] of entries) {
    const [path, body] = [Buffer.from(name), Buffer.from(text)];
    const about = Buffer.concat([number(2, 20, 0x800, 0, 0, 0x21), number(4, crc32(body), body.length, body.length), number(2, path.length, 0)]);
    files.push(Buffer.from("PK\x03\x04"), about, path, body);
    list.push(Buffer.from("PK\x01\x02"), number(2, 20), about, number(2, 0, 0, 0), number(4, 0, at), path);
    at += 4 + about.length + path.length + body.length;
  }
  const index = Buffer.concat(list);
  const end = [Buffer.from("PK\x05\x06"), number(2, 0, 0, entries.length, entries.length), number(4, index.length, at), number(2, 0)];
  return Buffer.concat([...files, index, ...end]);
}

/** Rows of texts as a workbook. */
export function xlsx(rows) {
  const texts = [...new Set(rows.flat())];
  const cell = (text, row, column) => `<c r="${"ABCDEFG"[column]}${row + 1}" t="s"><v>${texts.indexOf(text)}</v></c>`;
  const lines = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((text, column) => cell(text, row, column)).join("")}</row>`);
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return zip([
    ["xl/workbook.xml", `<workbook xmlns="${main}"><sheets><sheet name="Tabelle1" sheetId="1"/></sheets></workbook>`],
    ["xl/sharedStrings.xml", `<sst xmlns="${main}">${texts.map((text) => `<si><t>${xml(text)}</t></si>`).join("")}</sst>`],
    ["xl/worksheets/sheet1.xml", `<worksheet xmlns="${main}"><sheetData>${lines.join("")}</sheetData></worksheet>`],
  ]);
}
