import type { GapReason } from '../evals/report.ts';
import { HubError } from './hub-error.ts';
import { waitOf } from './rate-limit.ts';

/** The Hub's sentence: `{"error": …}` under `/api`, plain text elsewhere; a web page says nothing of use. */
function sentence(body: string): string | undefined {
  let text = body;
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && 'error' in parsed) text = String(parsed.error);
  } catch {
    if (/^\s*</.test(body)) return undefined;
  }
  return (
    text
      .trim()
      .slice(0, 200)
      .replace(/\bhf_[\w.-]+/g, 'hf_…') || undefined
  );
}

function reasonOf(status: number, code: string | null, said: string): GapReason {
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server';
  if (code === 'GatedRepo') return status === 403 ? 'no-access' : 'gated';
  if (status === 401) return 'sign-in';
  if (status === 403) return code === 'DisabledRepo' || /\bdisabled\b/i.test(said) ? 'disabled' : 'forbidden';
  if (status === 404 || status === 410) {
    if (code === 'RepoNotFound' || /^repository not found/i.test(said)) return 'repo-missing';
    if (code === 'RevisionNotFound' || /\brevision\b/i.test(said)) return 'revision-missing';
    return 'entry-missing';
  }
  return 'unexpected';
}

/**
 * What an answer that is not 2xx means. The Hub says "missing or private" to an anonymous reader as 401 without a
 * code, never as 404; the code stands in `X-Error-Code` (huggingface_hub, `hf_raise_for_status`).
 */
export function answerError(path: string, response: Response, body: string, now: number): HubError {
  const code = response.headers.get('x-error-code');
  const said = sentence(body);
  const reason = reasonOf(response.status, code, said ?? '');
  const detail = [String(response.status), code, said].filter(Boolean).join(' · ');
  return new HubError({
    reason,
    path,
    status: response.status,
    detail,
    ...(reason === 'rate-limited' && { retryAt: now + waitOf(response.headers, now) }),
  });
}
