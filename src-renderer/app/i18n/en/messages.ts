import type { Messages } from '../zh/messages.ts';
import { acts } from './acts.ts';
import { collect } from './collect.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { compare } from './compare.ts';
import { data } from './data.ts';
import { errors } from './errors.ts';
import { framework } from './framework.ts';
import { gallery } from './gallery.ts';
import { library } from './library.ts';
import { notes } from './notes.ts';
import { own } from './own.ts';
import { packets } from './packets.ts';
import { pictures } from './pictures.ts';
import { precedents } from './precedents.ts';
import { reader } from './reader.ts';
import { settings } from './settings.ts';
import { study } from './study.ts';

/** The English catalogue; a message missing here is a type error. */
export const en = {
  ...common,
  ...commands,
  ...collect,
  ...acts,
  ...data,
  ...errors,
  ...library,
  ...reader,
  ...notes,
  ...settings,
  ...compare,
  ...framework,
  ...packets,
  ...own,
  ...study,
  ...pictures,
  ...precedents,
  ...gallery,
} satisfies Messages;
