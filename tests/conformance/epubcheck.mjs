#!/usr/bin/env node
// Judges EPUBs by EPUBCheck's rules: epubcheck.mjs FILE...
// Prints every message, advice on usage included, and fails on any; silent otherwise.
import { readFile } from 'node:fs/promises';
import { requirePackage } from './npm.mjs';

const { EpubCheck } = requirePackage('@likecoin/epubcheck-ts');

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: epubcheck.mjs FILE...');
  process.exit(2);
}
const checker = new EpubCheck({ includeUsage: true, includeInfo: true });
// A checker that has nothing to say of an empty file looks at none.
if ((await checker.check(new Uint8Array())).messages.length === 0) {
  console.error('EPUBCheck finds no fault in an empty file');
  process.exit(2);
}
for (const file of files) {
  const { messages } = await checker.check(await readFile(file));
  for (const { id, severity, message, location } of messages) {
    const place = [file, location?.path, location?.line, location?.column];
    console.log(`${place.filter((part) => part !== undefined).join(':')}: ${severity} ${id}: ${message}`);
    process.exitCode = 1;
  }
}
