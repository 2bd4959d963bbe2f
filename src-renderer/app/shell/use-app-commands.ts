import { useNavigate, useRouter } from '@tanstack/react-router';
import { useLanguage } from '../i18n/use-t.tsx';
import { useCommands } from '../keys/use-commands.tsx';
import { useDrawnTheme } from '../preferences/appearance.tsx';
import { useUpdateSettings } from '../preferences/use-settings.ts';
import { undoLast } from '../undo/undo.ts';
import { useStoredActs } from '../undo/use-acts.ts';

const opposite = {
  light: 'dark',
  dark: 'light',
  'contrast-light': 'contrast-dark',
  'contrast-dark': 'contrast-light',
} as const;

/** The commands that hold everywhere. */
export function useAppCommands(floats: {
  readonly openPalette: () => void;
  readonly openKeys: () => void;
}): void {
  const navigate = useNavigate();
  const router = useRouter();
  const update = useUpdateSettings();
  const theme = useDrawnTheme();
  const language = useLanguage();
  const acts = useStoredActs();
  useCommands({
    palette: floats.openPalette,
    keys: floats.openKeys,
    undo: () => {
      if (!undoLast()) void acts.undo();
    },
    redo: () => void acts.redo(),
    back: () => router.history.back(),
    forward: () => router.history.forward(),
    'go.library': () => void navigate({ to: '/library', search: {} }),
    'go.matrix': () => void navigate({ to: '/matrix', search: {} }),
    'go.places': () => void navigate({ to: '/places', search: {} }),
    'go.compare': () =>
      void navigate({ to: '/compare/{-$comparisonId}', params: { comparisonId: undefined } }),
    'go.precedents': () => void navigate({ to: '/precedents', search: {} }),
    'go.packets': () =>
      void navigate({ to: '/packets/{-$packetId}', params: { packetId: undefined }, search: {} }),
    'go.study': () => void navigate({ to: '/study', search: {} }),
    'go.notes': () => void navigate({ to: '/notes', search: {} }),
    'go.own': () => void navigate({ to: '/own', search: {} }),
    'go.settings': () => void navigate({ to: '/settings', search: {} }),
    // A further window or tab at the same address; the program gives it a place beside this one.
    window: () => void window.open(window.location.href, '_blank', 'noopener'),
    print: () => window.print(),
    theme: () => update({ theme: opposite[theme] }),
    language: () => update({ language: language === 'zh' ? 'en' : 'zh' }),
  });
}
