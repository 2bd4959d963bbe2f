import { useCallback } from 'react';
import type { AnnotationColour } from '#contract/annotations.ts';
import { useSettings } from '../preferences/use-settings.ts';
import { useT } from './use-t.tsx';

/** What a colour is called: the name that the user gave it, else its own. */
export function useColourName(): (colour: AnnotationColour) => string {
  const t = useT();
  const { colourNames } = useSettings();
  return useCallback((colour) => colourNames[colour] || t(`reader.colour.${colour}`), [t, colourNames]);
}
