// The package names its module only for bundlers; by its path Node finds it too. The types are those of the package.
declare module 'opentype.js/dist/opentype.mjs' {
  export * from 'opentype.js';
}
