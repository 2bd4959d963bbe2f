import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/**
 * Where the user's data lie when nobody says otherwise: one name on each system, the same for all shells,
 * local to the machine. `OKM_DATA` and `--data` name another folder.
 */
export function dataFolder(
  named: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const given = named ?? env.OKM_DATA;
  if (given) return resolve(given);
  // The base folder rules say that a relative path here is to be ignored.
  const base = (value: string | undefined, otherwise: string) =>
    value !== undefined && isAbsolute(value) ? value : otherwise;
  switch (platform) {
    case 'win32':
      return join(base(env.LOCALAPPDATA, join(home, 'AppData', 'Local')), 'One Kilometre');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'One Kilometre');
    default:
      return join(base(env.XDG_DATA_HOME, join(home, '.local', 'share')), 'one-kilometre');
  }
}
