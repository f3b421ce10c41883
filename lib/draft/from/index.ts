import { isEvalYaml } from '../../evals/eval-yaml.ts';
import { isDraftFile, readDraftFile } from '../draft-file.ts';
import { fromEveryEvalEver, isEveryEvalEver } from './every-eval-ever.ts';
import { finding, type ImportFinding, type ReadEvidence } from './evidence.ts';
import { fromInspectArchive } from './inspect-archive.ts';
import { fromInspectLog, isInspectLog } from './inspect-log.ts';
import { type Json, parseJson } from './json.ts';
import { fromLighteval, isLighteval } from './lighteval.ts';
import { fromLmEval, isLmEval } from './lm-eval.ts';
import { fromResultsYaml } from './results-yaml.ts';
import { isZip } from './zip.ts';

/** One format of JSON that results come in: how it is recognised by its content, and how it is read. */
interface JsonFormat {
  is(json: Json): boolean;
  read(json: Json, file: string | undefined): ReadEvidence;
}

/** In the order in which they are asked: the most particular first. */
const jsonFormats: readonly JsonFormat[] = [
  { is: isInspectLog, read: fromInspectLog },
  { is: isEveryEvalEver, read: fromEveryEvalEver },
  { is: isLighteval, read: fromLighteval },
  { is: isLmEval, read: fromLmEval },
];

/** A log with its samples may be large; a browser's page has no room for more. */
const MOST_BYTES = 256 * 1024 * 1024;
const MIB = 1024 * 1024;

/** What was dropped (bytes) or pasted (text), and the name that came with it. */
export interface Dropped {
  file?: string;
  content: string | Uint8Array;
}

/**
 * Reads evidence of whatever format by its content, not by its name. Never throws: what cannot be read is a finding
 * that says why. Values keep their digits and their scale; nothing is added that the file does not state.
 */
export function readEvidence({ file, content }: Dropped): ReadEvidence {
  if (content.length > MOST_BYTES)
    return unknown(finding('error', 'import/too-large', 'importTooLarge', MOST_BYTES / MIB));
  if (typeof content !== 'string') {
    if (isZip(content)) return fromInspectArchive(content, file);
    if (content[0] === 0x28 && content[1] === 0xb5 && content[2] === 0x2f && content[3] === 0xfd)
      return unknown(finding('error', 'archive/zstd', 'importArchiveZstd'));
    return fromText(new TextDecoder().decode(content), file);
  }
  return fromText(content, file);
}

function fromText(source: string, file: string | undefined): ReadEvidence {
  const text = source.replace(/^\uFEFF/, '');
  if (text.trim() === '') return unknown(finding('error', 'import/empty', 'importEmpty'));
  if (isDraftFile(text)) return fromDraftFile(text);
  if (/^\s*[{[]/.test(text)) {
    const json = parseJson(text);
    const format = jsonFormats.find(({ is }) => is(json));
    if (format) return format.read(json, file);
    const list = Array.isArray(json) ? json.filter(isEveryEvalEver) : [];
    if (list.length > 0) return together(list.map((record) => fromEveryEvalEver(record, file)));
  }
  const results = fromResultsYaml(text, file);
  if (results.entries.length > 0) return results;
  if (isEvalYaml(text, file ?? '')) return unknown(finding('error', 'import/eval-yaml', 'importEvalYaml'));
  const [first] = results.findings;
  const looksLikeResults = /(?:^|\n)\s*-?\s*(?:dataset|value)\s*:/.test(text);
  return unknown(
    finding('error', 'import/unknown-format', 'importUnknownFormat'),
    ...(looksLikeResults && first ? [first] : []),
  );
}

function fromDraftFile(text: string): ReadEvidence {
  const read = readDraftFile(text);
  if ('findings' in read) return { format: 'draft', entries: [], findings: read.findings };
  const [first, ...others] = read.drafts;
  return {
    format: 'draft',
    ...(first?.repo ? { repo: first.repo } : {}),
    entries: first?.entries ?? [],
    findings: others.length > 0 ? [finding('warning', 'draft/several', 'importDraftSeveral', others.length)] : [],
  };
}

/** Several records of one file. */
function together(all: readonly ReadEvidence[]): ReadEvidence {
  const models = new Set(all.flatMap(({ model }) => model ?? []));
  const [model] = models;
  return {
    format: 'eee',
    ...(model !== undefined && models.size === 1 ? { model } : {}),
    entries: all.flatMap(({ entries }) => entries).slice(0, 200),
    findings: all.flatMap(({ findings }) => findings).slice(0, 20),
  };
}

const unknown = (...findings: ImportFinding[]): ReadEvidence => ({ format: 'unknown', entries: [], findings });
