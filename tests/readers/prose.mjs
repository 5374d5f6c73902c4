#!/usr/bin/env node
// Holds every plain text of a bundle against its tree, by two readers of mdast that know nothing of guidec:
// prose.mjs BUNDLE...
// One is written here after the schema's words and wants the same text; the other, npm's
// mdast-util-to-string, knows no line breaks and wants the same letters.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { requirePackage } from '../conformance/npm.mjs';

const { toString } = await import(pathToFileURL(requirePackage.resolve('mdast-util-to-string')));

const BLOCKS = new Set(['paragraph', 'heading', 'list', 'listItem', 'blockquote', 'code']);

function plain(node, before = '') {
  if (node.type === 'break') return `${before}\n`;
  if (node.type === 'cite') return before.replace(/ $/, '');
  if (node.type === 'image') return before + node.alt;
  if (node.value !== undefined) return before + node.value;
  let text = before;
  for (const child of node.children ?? []) {
    if (BLOCKS.has(child.type) && text !== '' && !text.endsWith('\n')) text += '\n';
    text = plain(child, text);
  }
  return text;
}

function* richTexts(value) {
  if (value === null || typeof value !== 'object') return;
  if (value.mdast) yield value;
  else for (const child of Object.values(value)) yield* richTexts(child);
}

const letters = (text) => text.replace(/\s/gu, '');
const files = process.argv.slice(2);
if (files.length === 0) throw new Error('usage: prose.mjs BUNDLE...');
for (const file of files) {
  let count = 0;
  for (const { text, mdast } of richTexts(JSON.parse(await readFile(file, 'utf8')))) {
    count += 1;
    if (plain(mdast) !== text) console.log(`${file}: ${JSON.stringify(text)} is ${JSON.stringify(plain(mdast))}`);
    else if (letters(toString(mdast)) !== letters(text)) console.log(`${file}: other letters: ${JSON.stringify(text)}`);
    else continue;
    process.exitCode = 1;
  }
  if (count === 0) throw new Error(`${file}: no text to judge`);
}
