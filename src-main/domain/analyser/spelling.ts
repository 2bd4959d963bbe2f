/** American forms that no rule below makes of their British ones. */
const pairs: ReadonlyMap<string, string> = new Map([
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['licence', 'license'],
  ['licences', 'licenses'],
  ['defence', 'defense'],
  ['practise', 'practice'],
  ['practised', 'practiced'],
  ['practising', 'practicing'],
  ['grey', 'gray'],
  ['kerb', 'curb'],
  ['kerbs', 'curbs'],
  ['storey', 'story'],
  ['storeys', 'stories'],
  ['cheque', 'check'],
  ['catalogue', 'catalog'],
  ['dialogue', 'dialog'],
  ['ageing', 'aging'],
  ['enrol', 'enroll'],
  ['skilful', 'skillful'],
  ['sceptical', 'skeptical'],
]);

const our = /^(neighb|col|lab|fav|behavi|hon|harb|endeav|hum|rum|vap|flav|sav|parl|arm)our/;
const ise = /^(.{3,}[^aeiou])is(e|ed|es|er|ers|ing|ation|ations)$/;
const tre = /^(cen|thea|me|li|fib|meag|kilome|millime|lus)tre(s|d)?$/;
const doubled = /^(travel|model|label|level|channel|cancel|fuel|signal|total|counsel)l(ed|er|ers|ing)$/;

/**
 * One spelling for a lower-case English word that Britain and America write differently.
 * Rules meet on one form, which need not be a word ("promise" becomes "promize" in texts and queries alike).
 */
export function respell(word: string): string {
  const known = pairs.get(word);
  if (known !== undefined) return known;
  return word.replace(our, '$1or').replace(ise, '$1iz$2').replace(tre, '$1ter$2').replace(doubled, '$1$2');
}
