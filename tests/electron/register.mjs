// Puts the stand-in where the built main process asks for Electron. The real package, imported by plain Node,
// would start a download and throw. A start that carries `?boot=N` gets modules of its own, as a program that
// is started again does: the mark is handed on from each built module to those that it imports.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const mark = /[?&]boot=\d+$/.exec(context.parentURL ?? '')?.[0] ?? '';
    if (specifier === 'electron') {
      const url = new URL(`./stand-in.ts${mark}`, import.meta.url).href;
      return { url, format: 'module-typescript', shortCircuit: true };
    }
    const resolved = next(specifier, context);
    if (mark === '' || !/\/out\/main\/[^/?]+\.js$/.test(resolved.url)) return resolved;
    return { ...resolved, url: `${resolved.url}${mark}` };
  },
});
