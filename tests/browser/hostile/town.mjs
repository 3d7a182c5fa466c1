// A demo town for hostile texts alone: whoever types them everywhere would be in the way of all other stories.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { STORY_PASSWORD } from "../support.mjs";

// One person types what a whole town would; the limits are other stories.
const LIMITS = ["START_PARTICIPATION", "SAVE", "SUBMIT", "RECEIPT_LOOKUP", "SIGN_IN", "SUBSCRIBE", "FEEDBACK"]
  .map((name) => `TRIALOG__LIMITS__PER_MINUTE__${name}`)
  .concat(["ADDRESS_PER_HOUR", "ADDRESS_PER_DAY", "PUBLIC_PER_HOUR"].map((name) => `TRIALOG__MAIL__${name}`));

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Starts a town. Gives its address, its mails and how to end it. */
export async function town() {
  const program = process.env.TRIALOG_PROGRAM;
  assert.ok(program, "TRIALOG_PROGRAM names the program, so that this story has a town of its own");
  const home = await mkdtemp(join(tmpdir(), "trialog-hostile-"));
  const base = `http://127.0.0.1:${await freePort()}`;
  const log = join(home, "log.txt");
  const output = openSync(log, "w");
  const server = spawn(
    program,
    ["demo", "--password-for-stories", STORY_PASSWORD, "--data", join(home, "data"), "--bind", new URL(base).host],
    { stdio: ["ignore", output, output], env: { ...process.env, ...Object.fromEntries(LIMITS.map((name) => [name, "100000"])) } },
  );
  const ended = once(server, "exit");
  const answers = () => fetch(`${base}/healthz`).then(({ ok }) => ok, () => false);
  for (let tries = 0; !(await answers()); tries += 1) {
    assert.ok(server.exitCode === null && tries < 600, `the town does not answer:\n${await readFile(log, "utf8")}`);
    await new Promise((done) => setTimeout(done, 200));
  }
  return {
    base,
    links: () => links(join(home, "data", "mails"), base),
    async end() {
      server.kill("SIGTERM");
      await ended;
      const said = await readFile(log, "utf8");
      await rm(home, { recursive: true, force: true });
      assert.doesNotMatch(said, /panicked at/);
    },
  };
}

const opened = new Map(); // a mail does not change

/** The addresses of our own in all mails that have left, with whom each went to. */
async function links(folder, base) {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.endsWith(".eml") && !opened.has(one))) {
    opened.set(name, linksIn(await readFile(join(folder, name), "latin1"), base));
  }
  return [...opened].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, found]) => found);
}

function linksIn(mail, base) {
  const [, to] = mail.match(/^To: (.*)$/m) ?? [];
  const body = mail.split("\r\n\r\n").slice(1).join("\r\n\r\n");
  const text = /encoding: base64/i.test(mail)
    ? Buffer.from(body, "base64").toString("utf8")
    : body.replaceAll("=\r\n", "").replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return text.split(/\s+/).filter((word) => word.startsWith(`${base}/`)).map((word) => ({ to, path: word.slice(base.length) }));
}
