import type { settings as zh } from '../zh/settings.ts';

/** Words of the settings. */
export const settings = {
  'settings.title': 'Settings',
  'settings.data': 'Data',
  'settings.data-folder': 'Your data is here',
  'settings.data-size': 'Size',
  'settings.data-note':
    'Notes, comparisons and settings are all in this folder. The program does not go online and writes nowhere else.',
  'settings.copy-path': 'Copy the path',
  'settings.path-copied': 'Path copied',
  'settings.look': 'Look',
  'settings.language': 'Language of the interface',
  'settings.theme': 'Colours',
  'settings.reading': 'Reading',
  'settings.read-size': 'Size of the text',
  'settings.smaller': 'Smaller',
  'settings.larger': 'Larger',
  'settings.read-face': 'Face of the text',
  'settings.serif': 'Serif',
  'settings.sans': 'Sans',
  'settings.sample':
    'The subdistrict and its residents talked for a year, and the residents had the last word on the triangle: some 700 square metres, opened in 2019.',
  'settings.keys': 'Keys',
  'settings.single-keys': 'Single letters act as keys',
  'settings.single-keys-note':
    'Only in lists and in the text. Switch it off if you use a screen reader or dictation.',
  'settings.all-keys': 'Sheet of keys',
  'settings.about': 'About',
  'settings.version': 'Version',
  'settings.shell': 'Opened in',
  'settings.shell.electron': 'a desktop window',
  'settings.shell.web': 'the browser',
  'settings.shell.cli': 'the command line',
  'settings.cases': 'Cases',
  'settings.runs-on': 'Runs on',
  'settings.diagnostics': 'Save the log…',
  'settings.diagnostics-note':
    'A file to send to whoever helps you with a problem. It holds times, steps, error codes and versions; nothing you wrote, no search, no name of a folder.',
  'settings.licence':
    'The program is under the MIT licence; those of the libraries in it are in licences.txt beside the program. The fonts are under OFL-1.1.',
  'settings.colours': 'Colours of marks',
  'settings.colours-note':
    'Name the colours, such as “figures” or “doubts”. Left empty, a colour keeps its own name.',
} satisfies Record<keyof typeof zh, string>;
