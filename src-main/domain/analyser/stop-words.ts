const english = `a about above after again all also am an and any are as at be because been before being below
between both but by can could did do does doing down during each either few for from further get gets got had
has have having he her here hers him his how i if in into is it its itself just let may me might more most must
my no nor not of off on once only or other our ours out over own per she should since so some such than that the
their theirs them then there these they this those through to too under until up upon us very was we were what
when where whether which while who whom whose why will with without would you your yours s t`;

const words: ReadonlySet<string> = new Set(english.split(/\s+/));

/** Whether a lower-case English word carries no meaning of its own and is not indexed. */
export function isStopWord(word: string): boolean {
  return words.has(word);
}
