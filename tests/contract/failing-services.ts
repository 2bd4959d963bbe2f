import type { RouterServices } from '../../src-main/shells/router.ts';

/** Services of which every call fails in the same way. */
export function failingServices(fail: () => never): RouterServices {
  return {
    about: fail,
    diagnostics: fail,
    changes: {
      // biome-ignore lint/correctness/useYield: a stream that fails before its first item
      async *follow() {
        fail();
      },
    },
    library: { list: fail, get: fail, cite: fail, framework: fail, glossary: fail },
    search: { query: fail, suggest: fail, indexing: fail, stopIndexing: fail, resumeIndexing: fail },
    annotations: {
      list: fail,
      counts: fail,
      find: fail,
      get: fail,
      create: fail,
      createOn: fail,
      update: fail,
      change: fail,
      place: fail,
      confirm: fail,
      candidates: fail,
      remove: fail,
      restore: fail,
      history: fail,
      revert: fail,
      report: fail,
      reportSeen: fail,
    },
    acts: { peek: fail, undo: fail, redo: fail },
    tags: { list: fail, rename: fail, setColour: fail, remove: fail, ofCases: fail, changeCases: fail },
    collections: {
      list: fail,
      create: fail,
      update: fail,
      move: fail,
      remove: fail,
      items: fail,
      add: fail,
      take: fail,
      moveItems: fail,
    },
    exchange: { export: fail, upload: fail, plan: fail, carryOut: fail, asText: fail, toCell: fail },
    comparisons: {
      list: fail,
      create: fail,
      get: fail,
      update: fail,
      passages: fail,
      editCell: fail,
      editFinding: fail,
      resolve: fail,
      figuresSeen: fail,
      remove: fail,
      restore: fail,
    },
    ownRows: { list: fail, write: fail, remove: fail, writePreset: fail, removePreset: fail },
    versions: {
      list: fail,
      save: fail,
      rename: fail,
      remove: fail,
      restore: fail,
      difference: fail,
      bringBack: fail,
    },
    pictures: { matrix: fail, draw: fail, export: fail },
    exports: { brief: fail, preview: fail },
    settings: { get: fail, update: fail },
  };
}
