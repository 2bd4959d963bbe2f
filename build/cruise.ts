import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { cruiseOptions, forbidden } from './layer-rules.ts';

const folders = ['src-main', 'src-renderer', 'tests', 'build'];

export interface CruiseReport {
  readonly files: readonly string[];
  readonly seen: readonly string[];
  readonly violations: readonly {
    readonly rule: string;
    readonly from: string;
    readonly to: string;
    readonly instead: string;
  }[];
}

/**
 * Cruises the modules below a root against the law of the layers. Returns the violations, and the modules
 * seen beside the files there are: with a parser that cannot read TypeScript the cruiser sees none and is
 * content, so the count is part of the answer.
 */
export async function cruiseLayers(root: string): Promise<CruiseReport> {
  const present = new Set(readdirSync(root));
  const found = folders.filter((folder) => present.has(folder));
  const files = found.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((name) => /(?<!\.d)\.(ts|tsx|mjs)$/.test(name)),
  );
  const { output } = await cruise(found, {
    ...cruiseOptions,
    ruleSet: { forbidden: [...forbidden] },
    validate: true,
    baseDir: root,
  });
  if (typeof output === 'string') throw new Error('The cruiser answered with a text instead of a report.');
  const seen = output.modules.map((module) => module.source).filter((source) => files.includes(source));
  const comments = new Map(forbidden.map((rule) => [rule.name, rule.comment]));
  const violations = output.summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from,
    to,
    instead: comments.get(rule.name) ?? '',
  }));
  return { files, seen, violations };
}
