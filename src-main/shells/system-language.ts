import type { Language } from '#contract/ids.ts';

/**
 * The language of the system, as its environment names it: Chinese unless that names another. Windows sets
 * no such variable; there the locale of the runtime is the user's.
 */
export function systemLanguage(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Language {
  const named = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  const locale = named || (platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : '');
  const language = /^([a-z]{2})(?![a-z])/i.exec(locale)?.[1]?.toLowerCase();
  return language === undefined || language === 'zh' ? 'zh' : 'en';
}
