// Puts the stand-in where the built main process asks for Electron. The real package, imported by plain Node,
// would start a download and throw.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context);
    return {
      url: new URL('./stand-in.ts', import.meta.url).href,
      format: 'module-typescript',
      shortCircuit: true,
    };
  },
});
