// Opens a pack as an app would: unpacks it in memory, trusts nothing that the manifest does not vouch for,
// and knows of the bundle what its schema promises.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { requirePackage } from '../conformance/npm.mjs';

const { unzipSync, strFromU8 } = requirePackage('fflate');

const MAJOR = '2';

export class Unreadable extends Error {}

function parse(files, name) {
  if (files[name] === undefined) throw new Unreadable(`the pack has no ${name}`);
  return JSON.parse(strFromU8(files[name]));
}

function checkFile(files, { path, size, sha256 }) {
  const bytes = files[path];
  if (bytes === undefined) throw new Unreadable(`the pack lacks ${path}`);
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length !== size || digest !== sha256) throw new Unreadable(`${path} is damaged`);
}

// The bundle in the pack, and the bytes of every other file by its path.
export async function openPack(file) {
  if (file === undefined) throw new Unreadable('no pack is named');
  const files = unzipSync(await readFile(file));
  const manifest = parse(files, 'manifest.json');
  if (manifest.format !== 'guidec-manifest') throw new Unreadable('manifest.json is none of guidec');
  if (manifest.files.length === 0) throw new Unreadable('manifest.json vouches for nothing');
  manifest.files.forEach((entry) => checkFile(files, entry));
  const bundle = parse(files, 'bundle.json');
  if (bundle.format !== 'guidec-bundle') throw new Unreadable('bundle.json is no bundle');
  if (bundle.bundleVersion.split('.')[0] !== MAJOR) {
    throw new Unreadable(`the bundle is of version ${bundle.bundleVersion}`);
  }
  for (const { path, sizeBytes, sha256 } of bundle.assets) checkFile(files, { path, size: sizeBytes, sha256 });
  return { bundle, files };
}

// Runs `main` with the arguments of the command line; says in one line why a pack is no good.
export async function run(main) {
  try {
    await main(...process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    console.log(error.message);
    process.exitCode = 1;
  }
}
