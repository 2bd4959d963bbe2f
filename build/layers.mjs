// `npm run layers`: no import may point against the layers.
import { cruiseLayers } from './cruise.ts';
import { root } from './stale.mjs';

const { files, seen, violations } = await cruiseLayers(root);
for (const { rule, from, to, instead } of violations) {
  console.error(`${rule}: ${from} → ${to}\n  ${instead}`);
}
const missed = files.filter((file) => !seen.includes(file));
if (missed.length > 0) console.error(`Not read by the cruiser: ${missed.join(', ')}`);
console.log(`layers: ${seen.length} modules, ${violations.length} violations`);
if (violations.length > 0 || missed.length > 0) process.exitCode = 1;
