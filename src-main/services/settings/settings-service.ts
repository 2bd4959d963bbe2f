import { defaultSettings, Settings } from '#contract/settings.ts';
import type { Changes } from '../changes.ts';
import type { Store } from '../store/store.ts';

/** What the program remembers of how its user likes it. */
export function createSettingsService({ store, changes }: { store: Store; changes: Changes }) {
  const get = async (): Promise<Settings> => {
    const stored = await store.call('readSettings', undefined);
    // Value by value: one that no longer fits falls back to its default and spares the others.
    const entries = Object.entries(Settings.shape).map(([key, schema]) => {
      const parsed = schema.safeParse(stored[key]);
      return [key, parsed.success ? parsed.data : defaultSettings[key as keyof Settings]];
    });
    return Settings.parse(Object.fromEntries(entries));
  };
  return {
    get,
    async update(input: { [K in keyof Settings]?: Settings[K] | undefined }): Promise<Settings> {
      const given = Object.entries(input).filter(([, value]) => value !== undefined);
      await store.call('writeSettings', Object.fromEntries(given));
      changes.emit('settings');
      return get();
    },
  };
}
export type SettingsService = ReturnType<typeof createSettingsService>;
