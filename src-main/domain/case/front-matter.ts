import { type Document, isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Problem } from '#contract/case-tree.ts';
import { nearest } from '../text/nearest.ts';
import { problem } from './problems.ts';

/** Front matter may hold this many characters. */
const MAX_FRONT_MATTER = 64 * 1024;

export interface SplitFile {
  readonly front: string;
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
}

/** Cuts a file into front matter and body; undefined when it does not begin with front matter. */
export function splitFrontMatter(text: string): SplitFile | undefined {
  const match = /^---[ \t]*\n([\s\S]*?\n)---[ \t]*(?:\n|$)/.exec(text);
  if (!match) return undefined;
  const front = match[1] ?? '';
  return { front, body: text.slice(match[0].length), bodyLine: match[0].split('\n').length };
}

type Result<T> =
  | { readonly value: T; readonly problems: [] }
  | { readonly value: undefined; readonly problems: Problem[] };

/**
 * Reads YAML 1.2 front matter against a schema. Each fault names its line, and where a controlled value or a
 * key is misspelt, the nearest one.
 */
export function readFrontMatter<T>(front: string, schema: z.ZodType<T>, file: string): Result<T> {
  if (front.length > MAX_FRONT_MATTER) {
    const details = { actual: `${front.length}`, expected: [`${MAX_FRONT_MATTER}`] };
    return { value: undefined, problems: [problem('file-size', { file, line: 1 }, details)] };
  }
  const lines = new LineCounter();
  const document = parseDocument(front, {
    uniqueKeys: true,
    merge: false,
    lineCounter: lines,
    prettyErrors: false,
  });
  // The front matter begins on the second line of the file.
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + 1, column: col };
  };
  if (document.errors.length > 0) {
    return {
      value: undefined,
      problems: document.errors.map((error) =>
        problem('front-yaml', place(error.pos[0]), { detail: error.message.split('\n')[0] ?? error.code }),
      ),
    };
  }
  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    // The only way here is the alias bound: an alias bomb.
    const detail = error instanceof Error ? error.message : 'aliases';
    return { value: undefined, problems: [problem('front-yaml', { file, line: 2 }, { detail })] };
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: parsed.data, problems: [] };
  const issues = parsed.error.issues.flatMap((issue) => flatten(issue, raw));
  return { value: undefined, problems: issues.flatMap((issue) => describe(issue, raw)) };

  function describe(issue: z.core.$ZodIssue, root: unknown): Problem[] {
    const path = issue.path;
    const where = place(offsetOf(document, path));
    const name = path.map(String).join('.');
    const actual = valueAt(root, path);
    if (actual === undefined && issue.code !== 'unrecognized_keys') {
      return [problem('front-missing-key', where, { actual: name })];
    }
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) =>
          problem('front-key', place(offsetOf(document, [...path, key])), {
            actual: [...path, key].map(String).join('.'),
            expected: nearest(key, knownKeys(schema, path)),
          }),
        );
      case 'invalid_value': {
        const values = issue.values.map(String);
        const near = nearest(String(actual), values);
        return [
          problem('front-value', where, {
            detail: name,
            actual: show(actual),
            expected: near.length > 0 ? near : values.slice(0, 12),
          }),
        ];
      }
      default:
        return [problem('front-value', where, { detail: name, actual: show(actual), expected: [] })];
    }
  }
}

/** A union's issue stands for the branch that the value was meant for: the one that got furthest. */
function flatten(issue: z.core.$ZodIssue, raw: unknown, base: PropertyKey[] = []): z.core.$ZodIssue[] {
  const path = [...base, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path }];
  const isText = typeof valueAt(raw, path) !== 'object';
  const branches = issue.errors.map((branch) => ({
    branch,
    depth: Math.max(0, ...branch.map((inner) => inner.path.length)),
    listed: branch.some((inner) => inner.code === 'invalid_value'),
  }));
  const best = isText
    ? mergeValues(issue.errors)
    : branches.sort((a, b) => b.depth - a.depth || Number(a.listed) - Number(b.listed))[0]?.branch;
  return (best ?? []).flatMap((inner) => flatten(inner, raw, path));
}

/** For a plain value, every list that any branch would have accepted is one list. */
function mergeValues(branches: readonly (readonly z.core.$ZodIssue[])[]): z.core.$ZodIssue[] {
  const issues = branches.flat();
  const lists = issues.filter((issue) => issue.code === 'invalid_value' && issue.path.length === 0);
  const values = lists.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values : []));
  const first = lists[0] ?? issues[0];
  if (!first) return [];
  return first.code === 'invalid_value' ? [{ ...first, values }] : [first];
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1).map(String), true);
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isPair(item) && String(item.key) === String(path[length - 1]));
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );
}

function show(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))).slice(0, 80);
}

/** Keys that an object schema knows at a path, looking through unions, arrays and optionals. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const json: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  let nodes: unknown[] = [json];
  const open = (node: unknown): unknown[] => {
    const options = [...list(node, 'anyOf'), ...list(node, 'oneOf'), ...list(node, 'allOf')];
    return options.length > 0 ? options.flatMap(open) : [node];
  };
  nodes = nodes.flatMap(open);
  for (const key of path) {
    nodes = nodes
      .flatMap((node) => [valueAt(node, typeof key === 'number' ? ['items'] : ['properties', key])])
      .filter((node) => node !== undefined)
      .flatMap(open);
  }
  return nodes.flatMap((node) => Object.keys((valueAt(node, ['properties']) as object | undefined) ?? {}));
}

function list(node: unknown, key: string): unknown[] {
  const value = valueAt(node, [key]);
  return Array.isArray(value) ? value : [];
}
