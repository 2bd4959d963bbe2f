import type { CslItem } from '#contract/case.ts';
import type { Problem } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import type { CaseSummary } from '#contract/library.ts';
import type { CaseForm, CaseFormPatch } from '#contract/own-cases.ts';
import type { CaseTexts } from '#domain/case/case-form.ts';

/** What can be asked of the pool: the name of a task, with what it takes. */
export interface Tasks {
  /** Finds the files of own cases under a folder. Nothing is opened. */
  readonly scan: { readonly input: { readonly folder: string }; readonly output: FolderScan };
  /** Reads and parses the files of one case, with every check of the house. */
  readonly case: { readonly input: CaseJob; readonly output: CaseAnswer };
  /** Parses and checks texts that are being written. */
  readonly check: { readonly input: TextsJob; readonly output: TextsAnswer };
  /** Puts into texts what the form changes. */
  readonly fill: {
    readonly input: CaseTexts & { readonly patch: CaseFormPatch };
    readonly output: CaseTexts;
  };
  readonly addReference: {
    readonly input: CaseTexts & { readonly reference: Omit<CslItem, 'id'> };
    readonly output: CaseTexts & { readonly id: string };
  };
}
export type TaskName = keyof Tasks;

/** Tells one state of a file from another without opening it. */
export interface FileStamp {
  /** Path under the folder of cases, with forward slashes. */
  readonly file: string;
  readonly size: number;
  readonly mtimeMs: number;
  /** Moves with each write, even where a program sets the time of change back. */
  readonly ctimeMs: number;
}

/** The files of one case by their key, `<type>/<id>`, or `<id>` for those that lie in no type's folder. */
export interface CaseStamps {
  readonly key: string;
  readonly main: FileStamp | undefined;
  readonly other: FileStamp | undefined;
}

export interface FolderScan {
  /** False when the folder is not there, or cannot be read, which is not the same as empty. */
  readonly isThere: boolean;
  readonly cases: readonly CaseStamps[];
  /** Files that are no case: odd names, links. */
  readonly problems: readonly Problem[];
}

export interface CaseJob {
  readonly folder: string;
  readonly key: string;
  readonly main: string | undefined;
  readonly other: string | undefined;
  /** Hashes of the files as they were parsed last: where they are the same, nothing is parsed. */
  readonly known?: readonly [string, string] | undefined;
}

export interface CaseAnswer {
  readonly isSame?: true;
  /** Hex SHA-256 of each file; empty where there is none or it could not be read. */
  readonly hashes: readonly [string, string];
  readonly problems: readonly Problem[];
  /** Undefined when an error keeps the case out. */
  readonly parsed: ParsedOwnCase | undefined;
}

/** A parsed case as the catalogue keeps it: what lists need, and the rest packed. */
export interface ParsedOwnCase {
  readonly id: string;
  readonly revision: string;
  readonly summary: CaseSummary;
  /** Front matter and evidence: JSON, raw deflate. */
  readonly facts: Uint8Array;
  /** Texts of both languages: JSON, raw deflate. */
  readonly texts: Uint8Array;
}

export interface TextsJob extends CaseTexts {
  readonly key: string;
}

export interface TextsAnswer {
  readonly problems: readonly Problem[];
  readonly form: CaseForm | null;
  readonly references: readonly { readonly id: string; readonly title: string }[];
  readonly language: Language;
}

export interface PoolRequest {
  readonly id: number;
  readonly task: TaskName;
  readonly input: unknown;
}
export type PoolReply =
  /** The task's parsers are loaded: from here on its time counts. */
  | { readonly id: number; readonly begun: true }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };
