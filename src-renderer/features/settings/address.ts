import { z } from 'zod';

/** The settings have one page; its address carries nothing yet. */
export const SettingsAddress = z.object({});
