import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mergedManifest, sharedManifest, type Manifest } from '@waymark/shared/kernel/manifest';

const LIBS = join(__dirname, '../..');

/** Every manifest there is, by its domain, found where it stands. */
export const manifests: Readonly<Record<string, Manifest>> = Object.fromEntries([
  ['shared', sharedManifest],
  ...readdirSync(LIBS)
    .filter((domain) => existsSync(join(LIBS, domain, 'domain/manifest.ts')))
    .map((domain) => [domain, manifestIn(require(join(LIBS, domain, 'domain/manifest')) as Record<string, unknown>)]),
]);

export const everyManifest = (): Required<Manifest> => mergedManifest(Object.values(manifests));

function manifestIn(exported: Record<string, unknown>): Manifest {
  return Object.entries(exported).find(([name]) => name.endsWith('Manifest'))![1] as Manifest;
}
