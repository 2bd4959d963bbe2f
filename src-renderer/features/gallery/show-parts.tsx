import { useState } from 'react';
import { AnnotationColour } from '#contract/annotations.ts';
import { CaseType } from '#contract/case.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { Blank, FailureNote } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Chip } from '../../ui/chip/chip.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { DeleteIcon, SplitIcon, TagIcon } from '../../ui/icons.tsx';
import { LifeCycleStrip } from '../../ui/life-cycle-strip/life-cycle-strip.tsx';
import { ListBox } from '../../ui/list-box/list-box.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/menu/menu.tsx';
import { Progress } from '../../ui/progress/progress.tsx';
import { TabBar, TabPanel } from '../../ui/tabs/tabs.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { Tree } from '../../ui/tree/tree.tsx';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import styles from './gallery-screen.module.css';
import { Part } from './part.tsx';

const nothing = () => undefined;
const heat = [0, 1, 2, 3, 4, 5] as const;

/** Parts that show things, and those that open. */
export function ShowParts({ theme }: { readonly theme: string }) {
  const t = useT();
  const words = useCaseWords();
  const language = useLanguage();
  const [tab, setTab] = useState<'one' | 'two' | 'three'>('one');
  const [row, setRow] = useState('one');
  const [node, setNode] = useState('two');
  const [asks, setAsks] = useState(false);
  return (
    <div className={styles.column}>
      <Part title={t('gallery.chips')}>
        <Chip kind={t('gallery.chip-space')} removeLabel={t('common.close')} onRemove={nothing}>
          {t('gallery.chip-old')}
        </Chip>
        <Chip look="outlined" removeLabel={t('common.close')} onRemove={nothing}>
          {t('gallery.chip-also')}
        </Chip>
        <Chip look="warn" removeLabel={t('common.close')} onRemove={nothing}>
          {t('gallery.chip-since')}
        </Chip>
        <Chip look="case" icon={<TypeShape type="project" />}>
          {t('gallery.chip-case')}
        </Chip>
        {CaseType.options.map((type) => (
          <span key={type} className={styles.type}>
            <TypeShape type={type} />
            {words.label('type', type, 'short')}
          </span>
        ))}
      </Part>
      <Part title={t('gallery.tabs')} isRow={false}>
        <TabBar
          name={`gallery-${theme}`}
          label={t('gallery.tabs')}
          value={tab}
          onChange={setTab}
          items={[
            { id: 'one', label: t('gallery.tab.one'), count: 59 },
            { id: 'two', label: t('gallery.tab.two') },
            { id: 'three', label: t('gallery.tab.three') },
          ]}
        />
        <TabPanel name={`gallery-${theme}`} id={tab} className={styles.panel}>
          {tab === 'one' ? (
            <LifeCycleStrip
              label={t('gallery.lifecycle')}
              stages={vocabulary.lifecycle.map((stage, index) => ({
                id: stage.id,
                label: stage[language],
                isCovered: index < 3,
                silence: t('common.not-stated'),
              }))}
            />
          ) : (
            t(`gallery.tab.${tab}`)
          )}
        </TabPanel>
      </Part>
      <Part title={t('gallery.list')} isRow={false}>
        <ListBox
          label={t('gallery.list')}
          items={(['one', 'two', 'three'] as const).map((id) => ({ id, text: t(`gallery.list.${id}`) }))}
          textOf={({ text }) => text}
          selected={row}
          onSelect={({ id }) => setRow(id)}
        >
          {({ text }) => <span data-face="serif">{text}</span>}
        </ListBox>
      </Part>
      <Part title={t('gallery.tree')} isRow={false}>
        <Tree
          label={t('gallery.tree')}
          foldLabel={t('gallery.fold')}
          expanded={['one']}
          selected={node}
          onSelect={setNode}
          nodes={[
            {
              id: 'one',
              label: t('gallery.tree.one'),
              detail: 90,
              children: [{ id: 'one-a', label: t('gallery.chip-case'), icon: <TypeShape type="project" /> }],
            },
            { id: 'two', label: t('gallery.tree.two'), detail: 90 },
          ]}
        />
      </Part>
      <Part title={t('gallery.menu')}>
        <Menu label={t('gallery.menu')} trigger={<Button>{t('gallery.menu')}</Button>}>
          <MenuItem
            id="open"
            icon={<SplitIcon />}
            keyHint="Ctrl ↵"
            textValue={t('gallery.menu.open')}
            onAction={nothing}
          />
          <MenuItem
            id="tag"
            icon={<TagIcon />}
            keyHint="T"
            textValue={t('gallery.menu.tag')}
            onAction={nothing}
          />
          <MenuLine />
          <MenuItem
            id="remove"
            isDanger
            icon={<DeleteIcon />}
            textValue={t('gallery.menu.remove')}
            onAction={nothing}
          />
        </Menu>
        <Button onPress={() => setAsks(true)}>{t('gallery.dialog')}</Button>
        <Button
          onPress={() => {
            showToast({
              title: t('gallery.toast.removed'),
              action: { label: t('common.undo'), run: nothing },
            });
            showToast({ tone: 'failed', title: t('gallery.toast.failed') });
            showToast({
              tone: 'done',
              title: t('gallery.toast.done'),
              detail: t('gallery.toast.done-detail'),
            });
          }}
        >
          {t('gallery.toast')}
        </Button>
        <Dialog
          isOpen={asks}
          onClose={() => setAsks(false)}
          title={t('gallery.dialog.title')}
          actions={
            <>
              <Button variant="plain" onPress={() => setAsks(false)}>
                {t('common.cancel')}
              </Button>
              <Button variant="filled" onPress={() => setAsks(false)}>
                {t('gallery.dialog.do')}
              </Button>
            </>
          }
        >
          {t('gallery.dialog.words')}
        </Dialog>
      </Part>
      <Part title={t('gallery.progress')} isRow={false}>
        <Progress
          label={t('gallery.progress')}
          detail={t('gallery.progress-detail')}
          done={3}
          total={4}
          cancelLabel={t('common.cancel')}
          onCancel={nothing}
        />
      </Part>
      <Part title={t('gallery.text')} isRow={false}>
        <p className={styles.text} data-face="serif">
          {AnnotationColour.options.map((colour) => (
            <mark key={colour} className={styles.mark} data-colour={colour}>
              {t(`reader.colour.${colour}`)}
            </mark>
          ))}
          {t('gallery.text.words')}
        </p>
      </Part>
      <Part title={t('gallery.heat')}>
        {heat.map((step) => (
          <span key={step} className={styles.heat} data-step={step}>
            {step * 3}
          </span>
        ))}
      </Part>
      <Blank title={t('gallery.blank.title')} actions={<Button variant="filled">{t('gallery.add')}</Button>}>
        {t('gallery.blank.words')}
      </Blank>
      <FailureNote
        what={t('gallery.toast.failed')}
        next={t('gallery.toast.failed-next')}
        actions={<Button>{t('common.retry')}</Button>}
      />
    </div>
  );
}
