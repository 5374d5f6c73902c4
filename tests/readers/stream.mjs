#!/usr/bin/env node
// Reads a stream line by line and puts the bundle together again: stream.mjs STREAM BUNDLE
// Fails unless the two hold the same.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';

const [streamFile, bundleFile] = process.argv.slice(2);
if (bundleFile === undefined) throw new Error('usage: stream.mjs STREAM BUNDLE');
const lists = { section: [], exercise: [], question: [], term: [], reference: [], asset: [] };
const single = {};
let count = 0;
for await (const line of createInterface({ input: createReadStream(streamFile) })) {
  const { record, data } = JSON.parse(line);
  if (record in lists) lists[record].push(data);
  else if (record in single) throw new Error(`two records \`${record}\``);
  else single[record] = data;
  if (record === 'end') break;
  count += 1;
}
if (!single.header || !single.guide || lists.section.length === 0) throw new Error('the stream holds no guide');
if (single.end?.records !== count) throw new Error('the stream was cut');
const { header, guide, routine, quiz } = single;
const bundle = {
  ...header,
  guide: { ...guide, sections: lists.section },
  exercises: lists.exercise,
  ...(routine && { routine }),
  ...(quiz && { quiz: { ...quiz, questions: lists.question } }),
  glossary: lists.term,
  references: lists.reference,
  assets: lists.asset,
};
const whole = JSON.parse(await readFile(bundleFile, 'utf8'));
for (const key of new Set([...Object.keys(bundle), ...Object.keys(whole)])) {
  if (isDeepStrictEqual(bundle[key], whole[key])) continue;
  console.log(`${streamFile}: not the \`${key}\` of ${bundleFile}`);
  process.exitCode = 1;
}
