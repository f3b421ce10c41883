import { isDraftFile, readDraftFile } from '../../lib/draft/draft-file.ts';
import type { ImportFinding } from '../../lib/draft/from/evidence.ts';
import { readEvidence } from '../../lib/draft/from/index.ts';
import type { DraftStart, EntryStart } from '../../lib/messaging/draft-messages.ts';

/** What a file gives to a draft. */
export interface FileRead {
  /** Name of the file; absent for pasted text. */
  file?: string;
  /** The model that the file names. */
  model?: string;
  start: Pick<DraftStart, 'repo'>;
  entries: EntryStart[];
  findings: ImportFinding[];
  /** A file of exported drafts: all of them. */
  drafts?: DraftStart[];
}

const isRepo = (text: string | undefined): text is string => /^[\w.-]+\/[\w.-]+$/.test(text ?? '');

/**
 * Reads a file or a pasted text. The draft is for the model of the tab; where there is none, for the one that the file
 * names. Rejects only when the browser does not give the file's bytes.
 */
export async function readFile(content: File | string, repo: string | undefined): Promise<FileRead> {
  const file = typeof content === 'string' ? undefined : content.name;
  const bytes = typeof content === 'string' ? content : new Uint8Array(await content.arrayBuffer());
  const name = file === undefined ? {} : { file };
  const text = typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes.subarray(0, 4_000));
  if (isDraftFile(text)) {
    const read = readDraftFile(typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes));
    if ('drafts' in read) return { ...name, start: {}, entries: [], findings: [], drafts: read.drafts };
    return { ...name, start: {}, entries: [], findings: read.findings };
  }
  const { model, entries, findings, ...read } = readEvidence({ ...name, content: bytes });
  const about = read.repo ?? repo ?? (isRepo(model) ? model : undefined);
  return {
    ...name,
    ...(model !== undefined && { model }),
    start: about === undefined ? {} : { repo: about },
    entries,
    findings,
  };
}
