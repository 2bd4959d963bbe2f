// `npm run bench`: every bench in tests/bench, each in a process of its own. A bench ends in one line of JSON
// {name, ok, figures}. `--quick` asks for small runs, `--json` for those lines alone; names pick benches:
// npm run bench -- start search --quick
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { parts, root } from './stale.mjs';

const args = process.argv.slice(2);
const json = args.includes('--json');
const wanted = args.filter((arg) => !arg.startsWith('--'));
const flags = args.filter((arg) => arg.startsWith('--') && arg !== '--json');
const names = readdirSync(join(root, 'tests', 'bench'))
  .filter((name) => name.endsWith('.ts') && !name.startsWith('_'))
  .map((name) => name.replace(/\.ts$/, ''))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

if (!(await ensureBuilt(...parts))) process.exit(1);
let failed = 0;
for (const name of names) {
  const file = join('tests', 'bench', `${name}.ts`);
  const result = spawnSync(process.execPath, [file, ...flags], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const lines = (result.stdout ?? '').trimEnd().split('\n');
  const verdict = readVerdict(lines.at(-1) ?? '');
  if (verdict === undefined) continue; // a module that benches share, or a script of another kind
  const ok = result.status === 0 && verdict.ok;
  if (!ok) failed += 1;
  if (json) console.log(JSON.stringify({ ...verdict, ok }));
  else
    console.log(
      `${ok ? 'ok    ' : 'FAILED'} ${name}\n${lines.slice(0, -1).join('\n')}\n${result.stderr ?? ''}`,
    );
}
if (!json) console.log(`${names.length} benches, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

function readVerdict(line) {
  try {
    const value = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'ok' in value && 'name' in value
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}
