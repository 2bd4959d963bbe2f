import type { CaseType } from '#contract/case.ts';
import type { PictureTheme } from '#contract/pictures.ts';

type Token =
  | 'paper'
  | 'surface'
  | 'text'
  | 'text-2'
  | 'text-3'
  | 'accent'
  | 'on-accent'
  | 'warn'
  | 'line'
  | 'line-2'
  | 'line-strong'
  | 'track'
  | `type-${CaseType}`
  | `heat-${0 | 1 | 2 | 3 | 4 | 5}`
  | 'on-heat-low'
  | 'on-heat-high';

/** The tokens of `ui/tokens.css` that drawings use, for files; a test holds the two equal. */
export type Palette = Readonly<Record<Token, string>>;

export const palettes: Readonly<Record<PictureTheme, Palette>> = {
  light: {
    paper: '#fcfaf6',
    surface: '#f5f3ef',
    text: '#211f1c',
    'text-2': '#4a4844',
    'text-3': '#66635e',
    accent: '#005f86',
    'on-accent': '#ffffff',
    warn: '#7a4a00',
    line: '#d9d6d0',
    'line-2': '#b5b1aa',
    'line-strong': '#86837d',
    track: '#e2dfda',
    'type-plan-coordination': '#1467c2',
    'type-community-engagement': '#985700',
    'type-project': '#064936',
    'type-event-driven': '#6c0059',
    'heat-0': '#edf5fb',
    'heat-1': '#cae2f3',
    'heat-2': '#98c4e4',
    'heat-3': '#5c9ac4',
    'heat-4': '#2b6991',
    'heat-5': '#0c4160',
    'on-heat-low': '#14120f',
    'on-heat-high': '#ffffff',
  },
  dark: {
    paper: '#181613',
    surface: '#1e1b18',
    text: '#e6e1da',
    'text-2': '#bdb8b1',
    'text-3': '#a8a39c',
    accent: '#74c3ea',
    'on-accent': '#0d1a22',
    warn: '#e5b263',
    line: '#3a3733',
    'line-2': '#5a5650',
    'line-strong': '#88847d',
    track: '#2d2a26',
    'type-plan-coordination': '#5fa1f3',
    'type-community-engagement': '#dd9231',
    'type-project': '#a2ecb1',
    'type-event-driven': '#eecbe3',
    'heat-0': '#1f2529',
    'heat-1': '#273b48',
    'heat-2': '#2b5470',
    'heat-3': '#3a78a1',
    'heat-4': '#65a3ce',
    'heat-5': '#a4d8fe',
    'on-heat-low': '#ffffff',
    'on-heat-high': '#14120f',
  },
  'contrast-light': {
    paper: '#ffffff',
    surface: '#ffffff',
    text: '#000000',
    'text-2': '#1a1a1a',
    'text-3': '#262626',
    accent: '#003a8c',
    'on-accent': '#ffffff',
    warn: '#5c3600',
    line: '#000000',
    'line-2': '#000000',
    'line-strong': '#000000',
    track: '#ffffff',
    'type-plan-coordination': '#1467c2',
    'type-community-engagement': '#8a4f00',
    'type-project': '#064936',
    'type-event-driven': '#6c0059',
    'heat-0': '#edf5fb',
    'heat-1': '#cae2f3',
    'heat-2': '#98c4e4',
    'heat-3': '#5c9ac4',
    'heat-4': '#1f5a80',
    'heat-5': '#0c4160',
    'on-heat-low': '#000000',
    'on-heat-high': '#ffffff',
  },
  'contrast-dark': {
    paper: '#000000',
    surface: '#000000',
    text: '#ffffff',
    'text-2': '#f2f2f2',
    'text-3': '#e0e0e0',
    accent: '#8ecbff',
    'on-accent': '#000000',
    warn: '#ffd166',
    line: '#ffffff',
    'line-2': '#ffffff',
    'line-strong': '#ffffff',
    track: '#000000',
    'type-plan-coordination': '#7db3f7',
    'type-community-engagement': '#f0ab4f',
    'type-project': '#a2ecb1',
    'type-event-driven': '#eecbe3',
    'heat-0': '#1f2529',
    'heat-1': '#273b48',
    'heat-2': '#2b5470',
    'heat-3': '#2f6a92',
    'heat-4': '#8cc0e4',
    'heat-5': '#c4e6ff',
    'on-heat-low': '#ffffff',
    'on-heat-high': '#000000',
  },
};
