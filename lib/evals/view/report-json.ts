import type { Finding, Report, Verdict } from '../report.ts';
import type { Say } from '../say.ts';
import type { Origin, Score } from '../score.ts';

/**
 * A report as JSON, for `report --json` and the panel's export; the shape is a promise to scripts. Everything that is
 * not known is null, every text stands as written, and every sentence is in the reader's language.
 */
export function toReportJson(report: Report, say: Say) {
  return {
    repo: report.repo,
    at: new Date(report.at).toISOString(),
    loaders: report.loaders,
    groups: report.groups.map((group) => ({
      dataset: group.dataset,
      task: group.task,
      benchmark: group.benchmark ?? null,
      standing: group.standing,
      summary: say(group.summary),
      notCompared: group.notCompared ?? 0,
      scores: group.scores.map(scoreJson),
      verdicts: group.verdicts.map((verdict) => verdictJson(verdict, say)),
    })),
    lacking: report.lacking ?? [],
    findings: report.findings.map((finding) => findingJson(finding, say)),
    gaps: report.gaps.map((gap) => ({
      loader: gap.loader,
      reason: gap.reason,
      message: say(gap.message),
      pullRequest: gap.pullRequest ?? null,
      path: gap.path ?? null,
      retryAt: gap.retryAt === undefined ? null : new Date(gap.retryAt).toISOString(),
      detail: gap.detail ?? null,
    })),
    pullRequests: report.pullRequests,
    unlistedPullRequests: report.unlistedPullRequests ?? 0,
    facts: report.facts ?? null,
  };
}

function scoreJson(score: Score) {
  return {
    id: score.id,
    value: score.value,
    valueText: score.valueText,
    asWritten: score.asWritten,
    date: score.date ?? null,
    dateIsDefault: score.dateIsDefault ?? false,
    notes: score.notes ?? null,
    verified: score.verified,
    hasToken: score.hasToken,
    revision: score.revision ?? null,
    source: score.source ?? null,
    variant: score.variant,
    origins: score.origins.map(originJson),
  };
}

function originJson({ kind, pullRequest, path, line, lastLine, quote, date, cell, seenBy }: Origin) {
  return {
    kind,
    pullRequest: pullRequest ?? null,
    path: path ?? null,
    line: line ?? null,
    lastLine: lastLine ?? null,
    quote: quote ?? null,
    date: date ?? null,
    cell: cell ?? null,
    seenBy,
  };
}

/** A verdict in the shape that scripts are promised: the sentence is its `text`. */
export function verdictJson({ message, ...verdict }: Verdict, say: Say) {
  return { ...verdict, text: say(message) };
}

/** A finding with its sentence in words. */
export function findingJson(finding: Finding, say: Say) {
  return {
    path: finding.path,
    pullRequest: finding.pullRequest ?? null,
    line: finding.line,
    code: finding.code,
    severity: finding.severity,
    rule: finding.rule,
    message: say(finding.message),
    at: finding.at ?? null,
    text: finding.text ?? null,
    hubSays: finding.hubSays ?? null,
    seenBy: finding.seenBy,
  };
}
