#!/usr/bin/env node
// Judges JSON files by a JSON Schema (draft 4, 7 or 2020-12): json_schema.mjs SCHEMA [FILE...]
// Of an .ndjson file, every line. A schema may refer to those beside it by their $id. Without a FILE,
// judges the schema alone: unknown keywords and formats fail too.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { requirePackage } from './npm.mjs';

const validators = {
  'http://json-schema.org/draft-04/schema': 'ajv-draft-04',
  'http://json-schema.org/draft-07/schema': 'ajv',
  'https://json-schema.org/draft/2020-12/schema': 'ajv/dist/2020',
};

const [schemaFile, ...files] = process.argv.slice(2);
if (schemaFile === undefined) {
  console.error('usage: json_schema.mjs SCHEMA [FILE...]');
  process.exit(2);
}
const readJson = async (file) => JSON.parse(await readFile(file, 'utf8'));
const schema = await readJson(schemaFile);
const validator = validators[schema.$schema?.replace(/#$/, '')];
if (validator === undefined) {
  console.error(`${schemaFile}: unknown "$schema" ${schema.$schema}`);
  process.exit(2);
}
const { default: Ajv } = requirePackage(validator);
const { default: addFormats } = requirePackage('ajv-formats');

// Strict about keywords and formats only: the rest is a matter of style.
const ajv = new Ajv({ allErrors: true, strictTypes: false, strictTuples: false, strictRequired: false });
addFormats(ajv);
const siblings = await Promise.all(
  (await readdir(path.dirname(schemaFile)))
    .filter((name) => name.endsWith('.schema.json') && name !== path.basename(schemaFile))
    .map((name) => readJson(path.join(path.dirname(schemaFile), name))),
);
const related = siblings.filter(({ $id, $schema }) => $id !== undefined && $schema === schema.$schema);
const annotations = JSON.stringify([schema, ...related]).matchAll(/"(x-guidec-[a-z-]+)":/g);
ajv.addVocabulary([...new Set(Array.from(annotations, ([, name]) => name))]);
ajv.addSchema(related);
let validate;
try {
  validate = ajv.compile(schema);
} catch (error) {
  console.log(`${schemaFile}: ${error.message}`);
  process.exit(1);
}
function judge(place, value) {
  if (validate(value)) return;
  for (const { instancePath, message, params } of validate.errors) {
    console.log(`${place}: ${instancePath || '/'}: ${message} ${JSON.stringify(params)}`);
  }
  process.exitCode = 1;
}
for (const file of files) {
  if (!file.endsWith('.ndjson')) {
    judge(file, await readJson(file));
    continue;
  }
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  lines.forEach((line, index) => judge(`${file}:${index + 1}`, JSON.parse(line)));
}
