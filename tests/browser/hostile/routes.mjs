// The table of addresses, read from the source: which pattern an address belongs to, and which there are at all.

import { readFileSync, readdirSync } from "node:fs";

const SOURCE = new URL("../../../src/", import.meta.url);

/** Every line of the table: the pattern, and whether it is shown (get) and acted on (post). */
export const ROUTES = ["routes.rs", ...readdirSync(new URL("routes/", SOURCE)).map((name) => `routes/${name}`)]
  .map((name) => readFileSync(new URL(name, SOURCE), "utf8"))
  .flatMap((source) => [...source.matchAll(/^\s*"(\/[^"\s]*)"\s*(get [\w:]+)?\s*,?\s*(post [\w:]+)?;$/gm)])
  .map(([, path, get, post]) => ({ path, get: Boolean(get), post: Boolean(post) }));

const escaped = (text) => text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
const matchers = ROUTES.map(({ path }) => ({
  path,
  names: path.split("{").length,
  fits: new RegExp(`^${path.split(/\{\w+\}/).map(escaped).join("[^/]+")}$`),
})).sort((a, b) => a.names - b.names);

/** The pattern of an address of our server, or nothing. The one with the fewest names in it is the one that answers. */
export function pattern(path) {
  return matchers.find(({ fits }) => fits.test(path.split(/[?#]/)[0]))?.path;
}
