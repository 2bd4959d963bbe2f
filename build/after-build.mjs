// The packager calls this when every installer is made: their sizes are printed, their digests and the bill of
// materials laid beside them.
import { createHash } from 'node:crypto';
import { createReadStream, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writeBill } from './licences.mjs';

/** @type {(result: { outDir: string, artifactPaths: string[] }) => Promise<string[]>} */
export default async function afterBuild({ outDir, artifactPaths }) {
  const lines = [];
  for (const file of artifactPaths.toSorted()) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    lines.push(`${hash.digest('hex')}  ${basename(file)}\n`);
    console.log(`  • ${(statSync(file).size / 1e6).toFixed(1)} MB  ${basename(file)}`);
  }
  const sums = join(outDir, `SHA256SUMS-${process.platform}.txt`);
  writeFileSync(sums, lines.join(''));
  return [sums, writeBill(outDir)];
}
