#!/usr/bin/env node
// Judges JSON files by a JSON Schema (draft 4, 7 or 2020-12): json_schema.mjs SCHEMA [FILE...]
// Without a FILE, judges the schema alone: unknown keywords and formats fail too.
import { readFile } from 'node:fs/promises';
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
const annotations = JSON.stringify(schema).matchAll(/"(x-guidec-[a-z-]+)":/g);
ajv.addVocabulary([...new Set(Array.from(annotations, ([, name]) => name))]);
let validate;
try {
  validate = ajv.compile(schema);
} catch (error) {
  console.log(`${schemaFile}: ${error.message}`);
  process.exit(1);
}
for (const file of files) {
  if (!validate(await readJson(file))) {
    for (const { instancePath, message, params } of validate.errors) {
      console.log(`${file}: ${instancePath || '/'}: ${message} ${JSON.stringify(params)}`);
    }
    process.exitCode = 1;
  }
}
