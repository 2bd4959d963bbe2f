import { AlignmentType, type IRunPropertiesOptions, type IStylesOptions } from 'docx';
import type { Language } from '#contract/ids.ts';

/**
 * Faces by script: Word takes the East Asian one for Han and the Latin one for the rest. All of them come
 * with Word on Windows and macOS; other programs put their own Song and Hei in their place.
 */
export const serif = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: 'SimSun',
};
export const sans = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'SimHei' };

export const colours = {
  text: '14120F',
  second: '4A463F',
  third: '6B665E',
  line: 'C9C4BB',
  surface: 'F4F3F1',
  unsupported: 'E1DDD6',
};

/** Language of a run's Latin and Han characters, for spelling, line breaks and screen readers. */
export function runLanguage(language: Language): { value: string; eastAsia: string } {
  return { value: language === 'zh' ? 'en-US' : 'en-GB', eastAsia: 'zh-CN' };
}

/** Millimetres in the twentieths of a point that Word counts in. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** The styles of a brief; every paragraph of it has one of them, so that a user can restyle the whole. */
export function briefStyles(language: Language): IStylesOptions {
  const lang = runLanguage(language);
  const run = (options: IRunPropertiesOptions): IRunPropertiesOptions => ({
    language: lang,
    color: colours.text,
    ...options,
  });
  const zh = language === 'zh';
  return {
    default: {
      document: {
        run: run({ font: serif, size: 24 }),
        paragraph: { spacing: { line: 360, lineRule: 'auto' } },
      },
      heading1: {
        run: run({ font: serif, size: 44, bold: true }),
        paragraph: { spacing: { before: 60, after: 120, line: 290, lineRule: 'auto' }, keepNext: true },
      },
      heading2: {
        run: run({ font: sans, size: 26, bold: true }),
        paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
      },
      footnoteText: {
        run: run({ font: serif, size: 18 }),
        paragraph: { spacing: { after: 0, line: 240 } },
      },
      heading3: {
        run: run({ font: sans, size: 22, bold: true }),
        paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
      },
    },
    paragraphStyles: [
      {
        id: 'Kicker',
        name: 'Brief kicker',
        basedOn: 'Normal',
        run: run({ font: sans, size: 21, color: colours.second }),
        paragraph: { spacing: { after: 0 } },
      },
      {
        id: 'BriefBody',
        name: 'Brief body',
        basedOn: 'Normal',
        quickFormat: true,
        run: run({ font: serif, size: 24 }),
        paragraph: zh
          ? {
              indent: { firstLine: 480 },
              alignment: AlignmentType.BOTH,
              spacing: { after: 60, line: 420, lineRule: 'exact' },
            }
          : { spacing: { after: 120, line: 340, lineRule: 'auto' } },
      },
      {
        id: 'BriefList',
        name: 'Brief list',
        basedOn: 'Normal',
        run: run({ font: serif, size: 22 }),
        paragraph: { spacing: { after: 20, line: 330, lineRule: 'auto' } },
      },
      {
        id: 'TableText',
        name: 'Table text',
        basedOn: 'Normal',
        quickFormat: true,
        run: run({ font: serif, size: 20 }),
        paragraph: { spacing: { before: 50, after: 50, line: 300, lineRule: 'auto' } },
      },
      {
        id: 'TableHead',
        name: 'Table head',
        basedOn: 'TableText',
        run: run({ font: sans, size: 20, bold: true }),
      },
      {
        id: 'TableNote',
        name: 'Table note',
        basedOn: 'TableText',
        run: run({ font: sans, size: 18, color: colours.second }),
      },
      {
        // A group's name never stays behind at the foot of a page.
        id: 'TableGroup',
        name: 'Table group',
        basedOn: 'TableNote',
        run: run({ font: sans, size: 18, color: colours.third }),
        paragraph: { keepNext: true, spacing: { before: 50, after: 0 } },
      },
      {
        id: 'Reference',
        name: 'Reference',
        basedOn: 'Normal',
        run: run({ font: serif, size: 19 }),
        paragraph: {
          indent: { left: 560, hanging: 560 },
          spacing: { after: 30, line: 290, lineRule: 'auto' },
        },
      },
      {
        id: 'CoverTitle',
        name: 'Cover title',
        basedOn: 'Normal',
        run: run({ font: serif, size: 56, bold: true }),
        paragraph: { spacing: { before: 120, after: 240, line: 300, lineRule: 'auto' } },
      },
      {
        id: 'TOC1',
        name: 'toc 1',
        basedOn: 'Normal',
        run: run({ font: serif, size: 22 }),
        paragraph: { spacing: { after: 60, line: 300, lineRule: 'auto' } },
      },
      {
        // A line as high as the picture in it.
        id: 'PictureLine',
        name: 'Picture',
        basedOn: 'Normal',
        paragraph: { spacing: { before: 120, after: 80, line: 240, lineRule: 'auto' } },
      },
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        run: run({ font: sans, size: 21, bold: true }),
        paragraph: { spacing: { after: 40 } },
      },
      {
        id: 'Quotation',
        name: 'Quotation',
        basedOn: 'Normal',
        run: run({ font: serif, size: 21, color: colours.second }),
        paragraph: { indent: { left: 360 }, spacing: { after: 40, line: 300, lineRule: 'auto' } },
      },
      {
        id: 'RunningLine',
        name: 'Running line',
        basedOn: 'Normal',
        run: run({ font: sans, size: 18, color: colours.third }),
        paragraph: { spacing: { line: 240 } },
      },
    ],
  };
}
