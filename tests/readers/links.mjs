#!/usr/bin/env node
// Follows everything in a bundle that names something else in it, as an app would: links.mjs BUNDLE...
// Ids must be unique where the schema says so, and every name must lead somewhere.
import { readFile } from 'node:fs/promises';

function* objects(value) {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield value;
  for (const child of Object.values(value)) yield* objects(child);
}

function faultsOf(bundle) {
  const faults = [];
  let names = 0;
  const unique = (what, things) => {
    const ids = things.map(({ id }) => id);
    for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) {
      faults.push(`${what} \`${id}\` is there twice`);
    }
    return new Set(ids);
  };
  const { guide, exercises } = bundle;
  const blocks = [...guide.introduction, ...guide.sections.flatMap((section) => section.blocks)];
  const places = unique('place', [...guide.sections, ...blocks, ...exercises]);
  const named = {
    exercise: unique('exercise', exercises),
    term: unique('term', bundle.glossary),
    reference: unique('reference', bundle.references),
    asset: new Set(bundle.assets.map(({ path }) => path)),
  };
  unique('question', bundle.quiz?.questions ?? []);
  const need = (kind, ids, where) => {
    for (const id of ids ?? []) {
      names += 1;
      if (!named[kind].has(id)) faults.push(`${where}: no ${kind} \`${id}\``);
    }
  };
  for (const thing of objects(bundle)) {
    for (const list of ['items', 'choices', 'steps', 'cues']) {
      if (Array.isArray(thing[list]) && thing[list][0]?.id !== undefined) unique(list, thing[list]);
    }
    need('reference', thing.cites ?? thing.keys, 'cites');
    if (thing.type === 'exercises') need('exercise', thing.ids, thing.id);
    if (thing.type === 'link' && thing.url.startsWith('#') && !places.has(thing.url.slice(1))) {
      faults.push(`no place \`${thing.url}\``);
    }
    if (thing.type === 'image' && !/^https?:/.test(thing.url)) need('asset', [thing.url], 'image');
  }
  for (const exercise of exercises) {
    need('term', exercise.targets, exercise.id);
    need('asset', exercise.pictures.map(({ file }) => file), exercise.id);
  }
  need('exercise', bundle.routine?.exercises, 'routine');
  if (names === 0) faults.push('nothing in it names anything');
  return faults;
}

const files = process.argv.slice(2);
if (files.length === 0) throw new Error('usage: links.mjs BUNDLE...');
for (const file of files) {
  for (const fault of faultsOf(JSON.parse(await readFile(file, 'utf8')))) {
    console.log(`${file}: ${fault}`);
    process.exitCode = 1;
  }
}
