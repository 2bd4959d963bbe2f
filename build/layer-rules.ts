import type { ICruiseOptions, IRegularForbiddenRuleType } from 'dependency-cruiser';

// The layers, as law: contract ← domain ← services ← shells, and contract ← src-renderer (ui ← features ← app).
// Each rule says what to do instead. tests/architecture proves that each can fail.

type Rule = IRegularForbiddenRuleType & { readonly name: string; readonly comment: string };

function rule(
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): Rule {
  return { name, comment, severity: 'error', from, to };
}
const npm = '(^|/)node_modules/';

export const forbidden: readonly Rule[] = [
  rule(
    'contract-knows-nobody',
    'The contract is what both sides import: zod, @orpc/contract and itself only. Move the code to domain/ or services/.',
    { path: '^src-main/contract/' },
    { pathNot: ['^src-main/contract/', `${npm}zod/`, `${npm}@orpc/contract/`] },
  ),
  rule(
    'domain-is-pure',
    'The domain imports the contract and pure libraries. Pass what it needs from services/ as values.',
    { path: '^src-main/domain/' },
    { path: ['^src-main/(services|shells)/', '^src-renderer/', '^tests/', '^build/'] },
  ),
  rule(
    'domain-without-node',
    'The domain does no input or output: read or write in services/ and hand over values.',
    { path: '^src-main/domain/' },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'services-know-no-shell',
    'Services serve every door alike. Give the service a parameter and wire it in the shell.',
    { path: '^src-main/services/' },
    { path: ['^src-main/shells/', '^src-renderer/', '^tests/'] },
  ),
  rule(
    'shells-know-no-other-shell',
    'What two shells need belongs beside them in shells/, or in services/.',
    { path: '^src-main/shells/(electron|web|cli)/' },
    { path: '^src-main/shells/(electron|web|cli)/', pathNot: '^src-main/shells/$1/' },
  ),
  rule(
    'shells-know-no-screen',
    'Shells serve the built renderer as files; they do not import it.',
    { path: '^src-main/' },
    { path: '^src-renderer/' },
  ),
  rule(
    'electron-in-its-shell-only',
    'Importing electron outside Electron starts a download and throws; keep it in shells/electron.',
    { pathNot: ['^src-main/shells/electron/', '^tests/'] },
    { path: `${npm}electron/` },
  ),
  rule(
    'renderer-by-contract-only',
    'The renderer reaches the core through the contract. Add a procedure, or move the pure part into the contract.',
    { path: '^src-renderer/' },
    { path: '^src-main/', pathNot: '^src-main/contract/' },
  ),
  rule(
    'renderer-without-node',
    'The page has no Node.',
    { path: '^src-renderer/' },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'ui-knows-no-case',
    'The parts of ui/ know nothing of features or of the application; pass values and callbacks.',
    { path: '^src-renderer/ui/' },
    { path: '^src-renderer/(features|app)/' },
  ),
  rule(
    'features-know-no-other-feature',
    'Features meet in app/, by the contract, by the address, or by a part moved to ui/.',
    { path: '^src-renderer/features/([^/]+)/' },
    { path: '^src-renderer/features/', pathNot: '^src-renderer/features/$1/' },
  ),
  rule(
    'widgets-through-ui',
    'Features use the wrapped parts of ui/, so that looks and keys are decided once.',
    { path: '^src-renderer/features/' },
    { path: `${npm}(react-aria-components|react-aria|react-resizable-panels)/` },
  ),
  rule(
    'sources-know-no-test',
    'Sources do not import tests.',
    { path: '^(src-main|src-renderer|build)/' },
    { path: '^tests/' },
  ),
  rule(
    'tests-know-no-other-test',
    'A test imports the public face of what it tests; what two tests share is a module without .test in its name.',
    { path: '\\.test\\.tsx?$' },
    { path: '\\.test\\.tsx?$' },
  ),
  rule('no-circle', 'Two modules that need each other are one, or miss a third.', {}, { circular: true }),
  rule(
    'resolves',
    'This import leads nowhere: a mistyped path or a package not installed.',
    {},
    {
      couldNotResolve: true,
      // Syntax trees exist as types only, in @types packages that the cruiser does not follow.
      pathNot: ['\\.css$', '^(mdast|unist|hast)$'],
    },
  ),
];

export const cruiseOptions: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: ['\\.module\\.css$', '(^|/)out/'] },
  // Arrows made of types alone count as well.
  tsPreCompilationDeps: true,
  parser: 'swc',
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'types', 'default', 'node'],
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
  },
};
