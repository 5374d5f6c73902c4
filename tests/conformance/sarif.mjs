#!/usr/bin/env node
// Judges SARIF files by the standard's JSON Schema and by Microsoft's Multitool: sarif.mjs FILE...
// The Multitool's exit status says only whether it ran: the verdict is in the log that it writes.
// Errors and warnings count; notes are its wishes.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// It wants a web page of the tool's, and guidec has none. Of a file that it cannot read it reports
// nothing at all, not even this, so that this shows that it looked.
const expected = /^SARIF2005: .* does not provide 'informationUri'/;

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: sarif.mjs FILE...');
  process.exit(2);
}
const tools = new URL('../../build/conformance-tools/package.json', import.meta.url);
const multitool = createRequire(tools)('@microsoft/sarif-multitool-linux');
const bySchema = fileURLToPath(new URL('json_schema.mjs', import.meta.url));

function judgeBySchema(file) {
  const schema = join(dirname(multitool), 'sarif-2.1.0.json');
  const { status, stdout, stderr } = spawnSync(bySchema, [schema, file], { encoding: 'utf8' });
  return status === 0 ? [] : [`${stdout}${stderr}`.trimEnd()];
}

function judgeByMultitool(file, log) {
  execFileSync(multitool, ['validate', file, '--output', log, '--quiet', 'true',
    '--max-file-size-in-kb', '1000000', '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning']);
  const { runs: [{ invocations, results, tool }] } = JSON.parse(readFileSync(log, 'utf8').replace(/^\uFEFF/, ''));
  if (invocations?.[0]?.executionSuccessful !== true) return [`${file}: the Multitool failed`];
  const messages = results.map(({ ruleId, ruleIndex, message, locations }) => {
    const template = tool.driver.rules[ruleIndex].messageStrings?.[message.id]?.text ?? '{0} {1} {2}';
    const text = template.replace(/\{(\d+)\}/g, (_, index) => message.arguments?.[index] ?? '');
    return { text: `${ruleId}: ${text}`, line: locations?.[0]?.physicalLocation?.region?.startLine ?? 1 };
  });
  if (!messages.some(({ text }) => expected.test(text))) return [`${file}: the Multitool did not read it`];
  return messages.filter(({ text }) => !expected.test(text)).map(({ text, line }) => `${file}:${line}: ${text}`);
}

const scratch = mkdtempSync(join(tmpdir(), 'sarif-'));
try {
  for (const [index, file] of files.entries()) {
    const log = join(scratch, `${index}.sarif`);
    for (const fault of [...judgeBySchema(file), ...judgeByMultitool(file, log)]) {
      console.log(fault);
      process.exitCode = 1;
    }
  }
} finally {
  rmSync(scratch, { recursive: true });
}
