import type { RouterServices } from '../../src-main/shells/router.ts';

/** Services of which every call fails in the same way. */
export function failingServices(fail: () => never): RouterServices {
  return {
    about: fail,
    changes: {
      // biome-ignore lint/correctness/useYield: a stream that fails before its first item
      async *listen() {
        fail();
      },
    },
    library: { list: fail, get: fail, cite: fail, framework: fail, glossary: fail },
    search: { query: fail, suggest: fail },
    annotations: { list: fail, create: fail, update: fail, place: fail, remove: fail, restore: fail },
    comparisons: {
      list: fail,
      create: fail,
      get: fail,
      update: fail,
      passages: fail,
      editCell: fail,
      editFinding: fail,
      remove: fail,
      restore: fail,
    },
    pictures: { matrix: fail, draw: fail, export: fail },
    exports: { brief: fail },
    settings: { get: fail, update: fail },
  };
}
