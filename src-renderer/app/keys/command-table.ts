export interface Command {
  /** As tinykeys writes them; `$mod` is Ctrl, or ⌘ on macOS. */
  readonly keys: readonly string[];
  readonly where: 'app' | 'library' | 'reader' | 'compare' | 'study';
}

/**
 * Every command that has a key or stands in the palette; menus, the key sheet and tooltips read it too.
 * Not used on purpose: what browsers, Chinese input methods and chat screenshots keep for themselves
 * ($mod with N T W Q R L D J H, Ctrl+Space, Shift+Space, Ctrl+., Ctrl+Shift+F, Alt+A).
 */
export const commandTable = {
  palette: { keys: ['$mod+k'], where: 'app' },
  keys: { keys: ['[Shift]+?'], where: 'app' },
  escape: { keys: ['Escape'], where: 'app' },
  undo: { keys: ['$mod+z'], where: 'app' },
  back: { keys: [], where: 'app' },
  forward: { keys: [], where: 'app' },
  'go.library': { keys: ['$mod+1'], where: 'app' },
  'go.matrix': { keys: ['$mod+2'], where: 'app' },
  'go.places': { keys: ['$mod+3'], where: 'app' },
  'go.compare': { keys: ['$mod+4'], where: 'app' },
  'go.precedents': { keys: [], where: 'app' },
  'go.packets': { keys: ['$mod+5'], where: 'app' },
  'go.study': { keys: ['$mod+6'], where: 'app' },
  'go.notes': { keys: ['$mod+7'], where: 'app' },
  'go.own': { keys: [], where: 'app' },
  'go.settings': { keys: ['$mod+8', '$mod+,'], where: 'app' },
  window: { keys: [], where: 'app' },
  print: { keys: ['$mod+p'], where: 'app' },
  theme: { keys: [], where: 'app' },
  language: { keys: [], where: 'app' },
  'library.search': { keys: ['/', '$mod+f'], where: 'library' },
  'library.look': { keys: ['Space'], where: 'library' },
  'library.open': { keys: ['Enter'], where: 'library' },
  'library.beside': { keys: ['$mod+Enter'], where: 'library' },
  'library.tray': { keys: ['x'], where: 'library' },
  'library.collect': { keys: ['s'], where: 'library' },
  'library.tag': { keys: ['t'], where: 'library' },
  'library.clear': { keys: [], where: 'library' },
  'library.facets': { keys: ['$mod+\\'], where: 'library' },
  'library.preview': { keys: ['$mod+Shift+\\'], where: 'library' },
  'reader.find': { keys: ['$mod+f'], where: 'reader' },
  'reader.find-next': { keys: ['F3'], where: 'reader' },
  'reader.find-previous': { keys: ['Shift+F3'], where: 'reader' },
  'reader.next-paragraph': { keys: ['j'], where: 'reader' },
  'reader.previous-paragraph': { keys: ['k'], where: 'reader' },
  'reader.next-section': { keys: [']'], where: 'reader' },
  'reader.previous-section': { keys: ['['], where: 'reader' },
  'reader.yellow': { keys: ['1'], where: 'reader' },
  'reader.green': { keys: ['2'], where: 'reader' },
  'reader.blue': { keys: ['3'], where: 'reader' },
  'reader.pink': { keys: ['4'], where: 'reader' },
  'reader.purple': { keys: ['5'], where: 'reader' },
  'reader.highlight': { keys: ['h'], where: 'reader' },
  'reader.note': { keys: ['n'], where: 'reader' },
  'reader.tag': { keys: ['t'], where: 'reader' },
  'reader.question': { keys: ['q'], where: 'reader' },
  'reader.bookmark': { keys: ['b'], where: 'reader' },
  'reader.next-sentence': { keys: ['s'], where: 'reader' },
  'reader.previous-sentence': { keys: ['Shift+s'], where: 'reader' },
  'reader.copy': { keys: ['c'], where: 'reader' },
  'reader.previous-mark': { keys: [','], where: 'reader' },
  'reader.next-mark': { keys: ['.'], where: 'reader' },
  'reader.beside': { keys: ['e'], where: 'reader' },
  'reader.compare': { keys: ['x'], where: 'reader' },
  'reader.split': { keys: [], where: 'reader' },
  'reader.collect': { keys: [], where: 'reader' },
  'reader.tag-case': { keys: [], where: 'reader' },
  'reader.outline': { keys: ['$mod+\\'], where: 'reader' },
  'reader.margin': { keys: ['$mod+Shift+\\'], where: 'reader' },
  'compare.edit': { keys: ['F2'], where: 'compare' },
  'compare.reset': { keys: ['r'], where: 'compare' },
  'compare.note': { keys: ['n'], where: 'compare' },
  'compare.redo': { keys: ['$mod+Shift+z', 'Control+y'], where: 'compare' },
  'compare.row-up': { keys: ['$mod+Shift+ArrowUp'], where: 'compare' },
  'compare.row-down': { keys: ['$mod+Shift+ArrowDown'], where: 'compare' },
  'compare.case-left': { keys: ['$mod+Shift+ArrowLeft'], where: 'compare' },
  'compare.case-right': { keys: ['$mod+Shift+ArrowRight'], where: 'compare' },
  'compare.differ': { keys: [], where: 'compare' },
  'compare.copy': { keys: ['c'], where: 'compare' },
  'compare.table': { keys: [], where: 'compare' },
  'compare.turn': { keys: [], where: 'compare' },
  'compare.project': { keys: [], where: 'compare' },
  'compare.versions': { keys: [], where: 'compare' },
  'compare.evidence': { keys: ['$mod+Shift+\\'], where: 'compare' },
  'compare.export': { keys: ['$mod+Shift+s'], where: 'compare' },
  'study.show': { keys: ['Space'], where: 'study' },
  'study.again': { keys: ['1'], where: 'study' },
  'study.hard': { keys: ['2'], where: 'study' },
  'study.good': { keys: ['3'], where: 'study' },
  'study.easy': { keys: ['4'], where: 'study' },
  // After the compare screen's own, which is asked first.
  redo: { keys: ['$mod+Shift+z', 'Control+y'], where: 'app' },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commandTable;

export const commandIds = Object.keys(commandTable) as CommandId[];

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

const written: Readonly<Record<string, string>> = {
  $mod: isMac ? '⌘' : 'Ctrl',
  Shift: isMac ? '⇧' : 'Shift',
  Alt: isMac ? '⌥' : 'Alt',
  // The word on the key: the return arrow is missing from the faces that the program brings.
  Enter: 'Enter',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Control: 'Ctrl',
  '\\': '\\',
};

/** A key as it is written for people: `Ctrl K`, `⌘K`; a shifted sign stands alone. */
export function writeKey(key: string): string {
  if (key === '[Shift]+?') return '?';
  const parts = key
    .split('+')
    .map((part) => written[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  return parts.join(isMac ? '' : ' ');
}

/** The first key of a command as people read it, or undefined when it has none. */
export function keyOf(id: CommandId): string | undefined {
  const key = commandTable[id].keys[0];
  return key === undefined ? undefined : writeKey(key);
}
