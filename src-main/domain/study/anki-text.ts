import type { Language } from '#contract/ids.ts';
import type { StudyCard } from '#contract/study.ts';

/**
 * Cards as Anki's text form with its header lines (understood from Anki 2.1.54 on). The front begins with the
 * card's id, hidden: Anki tells doubles by the first field, so a later import renews the card that is there.
 */
export function ankiText(cards: readonly StudyCard[], deck: string, language: Language): string {
  const columns = language === 'zh' ? ['正面', '背面', '标签'] : ['Front', 'Back', 'Tags'];
  const root = language === 'zh' ? '一公里案例库' : 'One Kilometre';
  const head = [
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    `#deck:${root}::${deck.replace(/[\t\r\n]|::/g, ' ').trim()}`,
    '#tags column:3',
    `#columns:${columns.join('\t')}`,
  ];
  const rows = cards.map(({ id, kind, front, back, from, caseId }) =>
    [
      `<span style="display:none">${toHtml(id)}</span>${toHtml(front)}`,
      `${toHtml(back)}<br><small>${toHtml(from)}</small>`,
      [kind, caseId ?? ''].filter((tag) => tag !== '').join(' '),
    ].join('\t'),
  );
  return `${[...head, ...rows].join('\n')}\n`;
}

function toHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\r\n?|\n/g, '<br>')
    .replaceAll('\t', ' ');
}
