#!/usr/bin/env node
// Judges the accessibility of EPUBs by Ace, the checker of the DAISY Consortium: ace.mjs FILE...
// Prints every violation, however small, and fails on any; silent otherwise.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: ace.mjs FILE...');
  process.exit(2);
}
const ace = fileURLToPath(
  new URL('../../build/conformance-tools/node_modules/.bin/ace-cli', import.meta.url),
);
const browser = process.env.PUPPETEER_EXECUTABLE_PATH ?? '/usr/bin/chromium';

for (const file of files) {
  const folder = mkdtempSync(join(tmpdir(), 'ace-'));
  try {
    const { status, stdout, stderr, error } = spawnSync(ace, ['--force', '--outdir', folder, file], {
      encoding: 'utf8',
      env: { ...process.env, PUPPETEER_EXECUTABLE_PATH: browser },
    });
    if (error || status !== 0) {
      console.error(`${file}: Ace does not run: ${error?.message ?? stdout + stderr}`);
      process.exit(2);
    }
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    // A document that Ace did not open would have no entry.
    if (report.assertions.length === 0) {
      console.error(`${file}: Ace looked at nothing`);
      process.exit(2);
    }
    for (const { assertions, 'earl:testSubject': subject } of report.assertions) {
      for (const { 'earl:test': test, 'earl:result': result } of assertions) {
        const what = result['dct:description'].split('\n')[0];
        console.log(`${file}: ${subject.url}: ${test['earl:impact']} ${test['dct:title']}: ${what}`);
        process.exitCode = 1;
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
