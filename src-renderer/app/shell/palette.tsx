import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { SearchIcon } from '../../ui/icons.tsx';
import { KeyHint } from '../../ui/key-hint/key-hint.tsx';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import { useApi } from '../api/use-api.tsx';
import { useT } from '../i18n/use-t.tsx';
import { useKeymap } from '../keys/use-commands.tsx';
import { useSettings } from '../preferences/use-settings.ts';
import styles from './palette.module.css';
import { type PaletteAction, type PaletteCase, useActions, useCases } from './palette-items.ts';

/** Every command and every case, found by typing; pinyin and typos are understood by the library's search. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const keymap = useKeymap();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const actions = useActions(asked);
  const { query } = useApi();
  const { recent } = useSettings();
  const found = useQuery({
    ...query.search.query.queryOptions({ input: { query: asked, limit: 8 } }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const cases = useCases(asked === '' ? recent : (found.data?.hits.map(({ id }) => id) ?? []));

  const pick = (key: string) => {
    onClose();
    const action = actions.find(({ id }) => key === `do:${id}`);
    const found = cases.find(({ id }) => key === `case:${id}`);
    // After the palette has gone and given the focus back, so that the command meets the place it is for.
    if (action !== undefined) requestAnimationFrame(() => keymap.run(action.id));
    else if (found !== undefined) {
      void navigate({ to: '/case/$caseId', params: { caseId: found.id }, search: {} });
    } else void navigate({ to: '/library', search: { q: asked } });
  };

  return (
    <ModalOverlay
      className={styles.scrim ?? ''}
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={t('palette.label')}>
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField className={styles.field ?? ''} aria-label={t('palette.label')} autoFocus>
              <SearchIcon size={20} />
              <Input className={styles.input ?? ''} placeholder={t('palette.placeholder')} />
            </SearchField>
            <ListBox
              className={styles.list ?? ''}
              aria-label={t('palette.label')}
              selectionMode="none"
              onAction={(key) => pick(String(key))}
              renderEmptyState={() => <p className={styles.none}>{t('palette.none')}</p>}
            >
              {asked !== '' && actions.length > 0 && <ActionRows actions={actions} />}
              {cases.length > 0 && (
                <ListBoxSection>
                  <Header className={styles.head}>
                    {t(asked === '' ? 'palette.recent' : 'palette.cases')}
                  </Header>
                  <Collection items={cases}>{(item) => <CaseRow item={item} />}</Collection>
                </ListBoxSection>
              )}
              {asked === '' && <ActionRows actions={actions} />}
              {asked !== '' && (
                <ListBoxItem id="search" textValue={asked} className={styles.item ?? ''}>
                  <SearchIcon size={14} />
                  <span className={styles.title}>{t('palette.search', { query: asked })}</span>
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function ActionRows({ actions }: { readonly actions: readonly PaletteAction[] }) {
  const t = useT();
  return (
    <ListBoxSection>
      <Header className={styles.head}>{t('palette.actions')}</Header>
      <Collection items={actions}>
        {(action) => (
          <ListBoxItem id={`do:${action.id}`} textValue={action.label} className={styles.item ?? ''}>
            <span className={styles.title}>{action.label}</span>
            {action.key !== undefined && (
              <kbd className={styles.key}>
                <KeyHint keys={action.key} />
              </kbd>
            )}
          </ListBoxItem>
        )}
      </Collection>
    </ListBoxSection>
  );
}

function CaseRow({ item }: { readonly item: PaletteCase }) {
  return (
    <ListBoxItem id={`case:${item.id}`} textValue={item.title} className={styles.item ?? ''}>
      <TypeShape type={item.type} />
      <span className={styles.title} data-face="serif">
        {item.title}
      </span>
      <span className={styles.key}>{item.place}</span>
    </ListBoxItem>
  );
}
