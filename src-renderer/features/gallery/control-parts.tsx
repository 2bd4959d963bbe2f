import { useState } from 'react';
import { useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { IconButton, IconToggle } from '../../ui/button/icon-button.tsx';
import { Segmented } from '../../ui/button/segmented.tsx';
import { Checkbox } from '../../ui/choice/checkbox.tsx';
import { RadioGroup } from '../../ui/choice/radio-group.tsx';
import { Switch } from '../../ui/choice/switch.tsx';
import { SearchField } from '../../ui/field/search-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { CompareIcon, DeleteIcon, MoreIcon, PreviewIcon, RedoIcon, UndoIcon } from '../../ui/icons.tsx';
import { Select } from '../../ui/select/select.tsx';
import { Stepper } from '../../ui/stepper/stepper.tsx';
import styles from './gallery-screen.module.css';
import { Part } from './part.tsx';

/** Parts that one presses, fills in, or chooses with. */
export function ControlParts() {
  const t = useT();
  const [words, setWords] = useState('');
  const [year, setYear] = useState('1899');
  const [note, setNote] = useState(t('gallery.note-text'));
  const [period, setPeriod] = useState<'any' | 'recent'>('recent');
  const [ticked, setTicked] = useState(true);
  const [face, setFace] = useState<'serif' | 'sans'>('serif');
  const [isOn, setIsOn] = useState(true);
  const [edition, setEdition] = useState<'student' | 'teacher'>('student');
  const [size, setSize] = useState(17);
  const [isPinned, setIsPinned] = useState(true);
  return (
    <div className={styles.column}>
      <Part title={t('gallery.buttons')}>
        <Button variant="filled">{t('gallery.export')}</Button>
        <Button variant="filled" isDisabled>
          {t('gallery.disabled')}
        </Button>
        <Button keyHint="X">{t('gallery.add')}</Button>
        <Button isDisabled>{t('gallery.disabled')}</Button>
        <Button variant="danger" icon={<DeleteIcon />}>
          {t('gallery.delete')}
        </Button>
        <Button variant="plain" icon={<PreviewIcon />}>
          {t('gallery.preview')}
        </Button>
        <Button variant="link">{t('gallery.add')}</Button>
        <IconButton label={t('gallery.undo')} keyHint="Ctrl Z">
          <UndoIcon />
        </IconButton>
        <IconButton label={t('gallery.redo')} isDisabled>
          <RedoIcon />
        </IconButton>
        <IconButton label={t('gallery.more')}>
          <MoreIcon />
        </IconButton>
        <IconToggle label={t('gallery.add')} isSelected={isPinned} onChange={setIsPinned}>
          <CompareIcon />
        </IconToggle>
      </Part>
      <Part title={t('gallery.fields')} isRow={false}>
        <SearchField
          label={t('gallery.search')}
          clearLabel={t('library.clear-search')}
          placeholder={t('gallery.search')}
          keyHint="/"
          value={words}
          onChange={setWords}
        />
        <TextField
          label={t('gallery.year')}
          value={year}
          onChange={setYear}
          error={t('gallery.year-error')}
        />
        <TextField label={t('gallery.note')} isMultiline value={note} onChange={setNote} />
        <Select
          label={t('gallery.period')}
          value={period}
          onChange={setPeriod}
          items={[
            { id: 'any', label: t('gallery.period.any') },
            { id: 'recent', label: t('gallery.period.recent') },
          ]}
        />
        <Stepper
          label={t('gallery.size')}
          value={size}
          min={15}
          max={24}
          onChange={setSize}
          lessLabel={t('settings.smaller')}
          moreLabel={t('settings.larger')}
        />
      </Part>
      <Part title={t('gallery.choices')}>
        <Checkbox isSelected={ticked} onChange={setTicked}>
          {t('gallery.fiscal')}
        </Checkbox>
        <Checkbox isSelected={!ticked} onChange={(isTicked) => setTicked(!isTicked)}>
          {t('gallery.resident')}
        </Checkbox>
        <RadioGroup
          label={t('settings.read-face')}
          isLabelHidden
          isInline
          value={face}
          onChange={setFace}
          items={[
            { id: 'serif', label: t('gallery.serif') },
            { id: 'sans', label: t('gallery.sans') },
          ]}
        />
        <Switch isSelected={isOn} onChange={setIsOn}>
          {t('gallery.differences')}
        </Switch>
        <Switch isSelected={!isOn} onChange={(next) => setIsOn(!next)}>
          {t('gallery.backup')}
        </Switch>
        <Segmented
          label={t('gallery.student')}
          value={edition}
          onChange={setEdition}
          items={[
            { id: 'student', label: t('gallery.student') },
            { id: 'teacher', label: t('gallery.teacher') },
          ]}
        />
      </Part>
    </div>
  );
}
