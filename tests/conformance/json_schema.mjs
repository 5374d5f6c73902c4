#!/usr/bin/env node
// Judges JSON files by JSON Schemas (draft 4, 7 or 2020-12), all in one process:
//   json_schema.mjs SCHEMA [--holds NAME]... FILE... [-- SCHEMA …]...
//   json_schema.mjs --schemas SCHEMA...
// Of an .ndjson file, every line. What is empty is no sound file: `{}`, `[]`, a stream of no record or of
// one; with --holds, JSON must have something under the key NAME, and a stream a record NAME. A schema may
// refer to those beside it by their $id. --schemas judges schemas alone: unknown keywords and formats fail.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { requirePackage } from './npm.mjs';

const validators = {
  'http://json-schema.org/draft-04/schema': 'ajv-draft-04',
  'http://json-schema.org/draft-07/schema': 'ajv',
  'https://json-schema.org/draft/2020-12/schema': 'ajv/dist/2020',
};

function giveUp(reason) {
  console.error(reason);
  process.exit(2);
}

function usage() {
  giveUp('usage: json_schema.mjs SCHEMA [--holds NAME]... FILE... [-- SCHEMA …]... | --schemas SCHEMA...');
}

function fault(text) {
  console.log(text);
  process.exitCode = 1;
}

async function readJson(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    return giveUp(`${file}: ${error.message}`);
  }
}

// The schema as a function that judges, or null where it is none.
async function compiled(schemaFile) {
  const schema = await readJson(schemaFile);
  const validator = validators[schema.$schema?.replace(/#$/, '')];
  if (validator === undefined) giveUp(`${schemaFile}: unknown "$schema" ${schema.$schema}`);
  const { default: Ajv } = requirePackage(validator);
  const { default: addFormats } = requirePackage('ajv-formats');
  // Strict about keywords and formats only: the rest is a matter of style.
  const ajv = new Ajv({ allErrors: true, strictTypes: false, strictTuples: false, strictRequired: false });
  addFormats(ajv);
  const folder = path.dirname(schemaFile);
  const siblings = await Promise.all(
    (await readdir(folder))
      .filter((name) => name.endsWith('.schema.json') && name !== path.basename(schemaFile))
      .map((name) => readJson(path.join(folder, name))),
  );
  const related = siblings.filter(({ $id, $schema }) => $id !== undefined && $schema === schema.$schema);
  const annotations = JSON.stringify([schema, ...related]).matchAll(/"(x-guidec-[a-z-]+)":/g);
  ajv.addVocabulary([...new Set(Array.from(annotations, ([, name]) => name))]);
  ajv.addSchema(related);
  try {
    return ajv.compile(schema);
  } catch (error) {
    fault(`${schemaFile}: ${error.message}`);
    return null;
  }
}

const isEmpty = (value) => value === null || (typeof value === 'object' ? Object.keys(value).length === 0 : value === '');

async function judge(validate, file, names) {
  const isStream = file.endsWith('.ndjson');
  let values;
  if (isStream) {
    const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
    values = lines.map((line, index) => [`${file}:${index + 1}`, JSON.parse(line)]);
    if (values.length < 2) fault(`${file}: ${values.length} records`);
  } else {
    values = [[file, await readJson(file)]];
    if (isEmpty(values[0][1])) fault(`${file}: holds nothing`);
  }
  for (const name of names) {
    const holds = ([, value]) => (isStream ? value?.record === name : !isEmpty(value?.[name] ?? null));
    if (!values.some(holds)) fault(`${file}: no \`${name}\``);
  }
  for (const [place, value] of values) {
    if (validate(value)) continue;
    for (const { instancePath, message, params } of validate.errors) {
      fault(`${place}: ${instancePath || '/'}: ${message} ${JSON.stringify(params)}`);
    }
  }
}

async function judgeGroup([schemaFile, ...words]) {
  const names = [];
  while (words[0] === '--holds') names.push(words.splice(0, 2)[1]);
  if (schemaFile === undefined || words.length === 0) usage();
  const validate = await compiled(schemaFile);
  if (validate !== null) for (const file of words) await judge(validate, file, names);
}

const [first, ...rest] = process.argv.slice(2);
if (first === undefined) usage();
if (first === '--schemas') {
  if (rest.length === 0) usage();
  for (const schemaFile of rest) await compiled(schemaFile);
} else {
  const groups = [[]];
  for (const word of [first, ...rest]) {
    if (word === '--') groups.push([]);
    else groups.at(-1).push(word);
  }
  for (const group of groups) await judgeGroup(group);
}
