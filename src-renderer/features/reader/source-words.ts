import type { CslItem, CslName } from '#contract/case.ts';

/** Names of a source's authors as one line, at most three and the rest counted. */
export function authorsOf({ author, language }: CslItem, etAl: string): string {
  if (author === undefined) return '';
  const isChinese = language.startsWith('zh');
  const names = author.slice(0, 3).map(nameOf);
  const more = author.length > 3 ? etAl : '';
  return names.join(isChinese ? '，' : ', ') + more;
}

function nameOf(name: CslName): string {
  if ('literal' in name) return name.literal;
  return name.given === undefined ? name.family : `${name.given} ${name.family}`;
}

/** Volume, issue and pages as a source gives them: `1(1), 139–156`. */
export function numbersOf({ volume, issue, page }: CslItem): string {
  const issueText = issue === undefined ? '' : `(${issue})`;
  const volumeText = volume === undefined ? issueText : `${volume}${issueText}`;
  return [volumeText, page === undefined ? '' : String(page).replace(/-/g, '–')].filter(Boolean).join(', ');
}

/** The value of `lang` for a source's own words. */
export function langOfSource({ language }: CslItem): string {
  return language.startsWith('zh') && !/Hant|TW|HK/.test(language) ? 'zh-Hans' : language;
}
