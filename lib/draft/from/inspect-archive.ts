import { finding, type ImportFinding, type ReadEvidence } from './evidence.ts';
import { fromInspectLog, isInspectLog } from './inspect-log.ts';
import { type Json, look, parseJson } from './json.ts';
import { unpack, zipMembers } from './zip.ts';

/** Real headers have a few hundred kB; the samples are members of their own. */
const MOST = 32 * 1024 * 1024;

const ZSTD = 93;

/**
 * The header of an `.eval` archive of Inspect (https://inspect.aisi.org.uk/eval-logs.html): the run's configuration and
 * results, without its samples. A run that has not ended has only its journal.
 */
export function fromInspectArchive(bytes: Uint8Array, file: string | undefined): ReadEvidence {
  const members = zipMembers(bytes);
  if (!members) return nothing(finding('error', 'archive/damaged', 'importArchiveDamaged'));
  const read = (name: string): Json => {
    const member = members.get(name);
    const data = member && unpack(bytes, member, MOST);
    return data && parseJson(new TextDecoder().decode(data));
  };
  const names = ['header.json', '_journal/start.json', 'start.json'];
  const found = names.find((name) => members.has(name));
  if (found === undefined) return nothing(finding('error', 'archive/other', 'importArchiveOther'));
  const method = members.get(found)?.method ?? 0;
  if (method === ZSTD) return nothing(finding('error', 'archive/zstd', 'importArchiveZstd'));
  if (method !== 0 && method !== 8)
    return nothing(finding('error', 'archive/method', 'importArchiveMethod', String(method)));
  const header = read(found);
  // The first archives had results in a member of their own.
  const results = found === 'header.json' ? undefined : read('results.json');
  const log = results === undefined ? header : { ...(header as object), ...(results as object) };
  if (!isInspectLog(log)) return nothing(finding('error', 'archive/damaged', 'importArchiveDamaged'));
  const evidence = fromInspectLog(log, file);
  return look(log, 'results') === undefined
    ? { ...evidence, findings: [finding('error', 'inspect/unfinished', 'importUnfinished')] }
    : evidence;
}

const nothing = (only: ImportFinding): ReadEvidence => ({ format: 'unknown', entries: [], findings: [only] });
