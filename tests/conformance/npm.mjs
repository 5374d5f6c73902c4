// Loads packages from build/npm, where ci/setup put them.
import { createRequire } from 'node:module';

export const requirePackage = createRequire(
  new URL('../../build/npm/package.json', import.meta.url),
);
