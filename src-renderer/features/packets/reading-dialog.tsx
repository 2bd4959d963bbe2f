import { useQuery } from '@tanstack/react-query';
import type { CaseText, Section } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import type { Excerpt, PacketCase, Reading, ReadingPart } from '#contract/packets.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFormats, useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/choice/checkbox.tsx';
import { RadioGroup } from '../../ui/choice/radio-group.tsx';
import { Switch } from '../../ui/choice/switch.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Select } from '../../ui/select/select.tsx';
import styles from './pick-dialog.module.css';

/** How much of a sentence names it in a list, characters. */
const SENTENCE = 36;

/** How a case is read in a session: how much of it, when, and whether it stops before its ending. */
export function ReadingDialog(props: {
  readonly reading: Reading;
  readonly name: string;
  readonly found: PacketCase | undefined;
  readonly language: Language;
  readonly onClose: () => void;
  readonly onChange: (reading: Reading) => void;
}) {
  const { reading, name, found, language, onClose, onChange } = props;
  const t = useT();
  const { query } = useApi();
  const { data } = useQuery({
    ...query.library.get.queryOptions({ input: { id: reading.caseId } }),
    enabled: found !== undefined,
  });
  const text: CaseText | undefined = data?.texts[language] ?? data?.texts.zh ?? data?.texts.en;
  const sections = (text?.sections ?? []).filter(({ id }) => id !== 'questions');
  const begin = (kind: ReadingPart['kind']): ReadingPart => {
    const [first] = sections;
    if (kind === 'whole' || first === undefined) return { kind: 'whole' };
    if (kind === 'sections') return { kind, sections: sections.map(({ id }) => id) };
    return { kind, passages: passagesOf(first, new Set([0])) };
  };
  return (
    <Dialog
      isOpen
      width="wide"
      onClose={onClose}
      title={name}
      actions={
        <Button variant="filled" onPress={onClose}>
          {t('common.done')}
        </Button>
      }
    >
      <div className={styles.form}>
        <Switch isSelected={reading.before} onChange={(before) => onChange({ ...reading, before })}>
          {t('packets.before-class')}
        </Switch>
        <RadioGroup<ReadingPart['kind']>
          label={t('packets.how-much')}
          isInline
          value={reading.part.kind}
          onChange={(kind) => onChange({ ...reading, part: begin(kind) })}
          items={(['whole', 'sections', 'passages'] as const).map((id) => ({
            id,
            label: t(`packets.part.${id}`),
          }))}
        />
        <PartFields reading={reading} sections={sections} onChange={onChange} />
        <EndingFields reading={reading} sections={sections} onChange={onChange} />
      </div>
    </Dialog>
  );
}

interface Fields {
  readonly reading: Reading;
  readonly sections: readonly Section[];
  readonly onChange: (reading: Reading) => void;
}

/** The sections or the sentences that are read. */
function PartFields({ reading, sections, onChange }: Fields) {
  const t = useT();
  const { number } = useFormats();
  const { part } = reading;
  if (part.kind === 'whole') return null;
  if (part.kind === 'sections') {
    return (
      <fieldset className={styles.group}>
        <legend>{t('packets.part.sections')}</legend>
        {sections.map(({ id, heading, text }) => (
          <Checkbox
            key={id}
            isSelected={part.sections.includes(id)}
            // The last one stays: nothing at all is read by taking the case out.
            isDisabled={part.sections.length === 1 && part.sections[0] === id}
            onChange={(isIn) => {
              const wanted = isIn ? [...part.sections, id] : part.sections.filter((one) => one !== id);
              const inOrder = sections.map((one) => one.id).filter((one) => wanted.includes(one));
              onChange({ ...reading, part: { kind: 'sections', sections: inOrder } });
            }}
          >
            {heading}
            <span className={styles.facts}>{t('packets.length', { length: number(text.length) })}</span>
          </Checkbox>
        ))}
      </fieldset>
    );
  }
  return (
    <div className={styles.sentences}>
      {sections.map((section) => {
        const mine = part.passages.filter((one) => one.section === section.id);
        const picked = new Set(
          section.sentences.flatMap(({ start, end }, index) =>
            mine.some((one) => one.start <= start && end <= one.end) ? [index] : [],
          ),
        );
        return (
          <fieldset key={section.id} className={styles.group}>
            <legend>{section.heading}</legend>
            {section.sentences.map(({ start, end }, index) => (
              <Checkbox
                key={start}
                isSelected={picked.has(index)}
                onChange={(isIn) => {
                  const next = new Set(picked);
                  if (isIn) next.add(index);
                  else next.delete(index);
                  const passages = sections.flatMap((one) =>
                    one.id === section.id
                      ? passagesOf(section, next)
                      : part.passages.filter((passage) => passage.section === one.id),
                  );
                  if (passages.length > 0) onChange({ ...reading, part: { kind: 'passages', passages } });
                }}
              >
                {section.text.slice(start, end)}
              </Checkbox>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}

/** Where the case stops for the students, and what they are asked to foresee there. */
function EndingFields({ reading, sections, onChange }: Fields) {
  const t = useT();
  const { ending } = reading;
  const places = sections.flatMap((section) =>
    section.sentences.map(({ start, end }) => ({
      id: `${section.id}:${start}`,
      label: `${section.heading} · ${shorten(section.text.slice(start, end))}`,
    })),
  );
  const [first] = places.slice(Math.floor(places.length / 2));
  const cut = (id: string) => {
    const [section = '', start = '0'] = id.split(':');
    const home = sections.find((one) => one.id === section);
    if (home === undefined) return;
    onChange({
      ...reading,
      ending: { section: home.id, start: Number(start), question: ending?.question ?? '' },
    });
  };
  return (
    <>
      <Switch
        isSelected={ending !== null}
        onChange={(isCut) => {
          if (!isCut) onChange({ ...reading, ending: null });
          else if (first !== undefined) cut(first.id);
        }}
      >
        {t('packets.cut')}
      </Switch>
      {ending !== null && (
        <>
          <Select
            label={t('packets.cut-before')}
            items={places}
            value={`${ending.section}:${ending.start}`}
            onChange={cut}
          />
          <TextField
            label={t('packets.forecast')}
            value={ending.question}
            placeholder={t('packets.forecast-example')}
            onChange={(question) =>
              onChange({ ...reading, ending: { ...ending, question: question.slice(0, 500) } })
            }
            description={t('packets.cut-note')}
          />
        </>
      )}
    </>
  );
}

/** Sentences of a section as passages; those that follow one another are one. */
function passagesOf(section: Section, picked: ReadonlySet<number>): Excerpt[] {
  const passages: { start: number; end: number }[] = [];
  let wasPicked = false;
  for (const [index, { start, end }] of section.sentences.entries()) {
    const last = passages.at(-1);
    if (picked.has(index)) {
      if (wasPicked && last !== undefined) last.end = end;
      else passages.push({ start, end });
    }
    wasPicked = picked.has(index);
  }
  return passages.map(({ start, end }) => ({
    section: section.id,
    start,
    end,
    quote: section.text.slice(start, end),
    textHash: section.textHash,
  }));
}

function shorten(text: string): string {
  return text.length > SENTENCE ? `${text.slice(0, SENTENCE)}…` : text;
}
